"""A civil servant's own record: its fields, and what can be wrong with them taken together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from smartpns_desktop.domain import nik, nip
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """What the record itself tells of a person; `None` where nobody told. What changes over time is a history."""

    nip: str
    name: str
    kind: EmployeeKind
    previous_nip: str | None = None
    nik: str | None = None
    siasn_id: str | None = None
    front_title: str | None = None
    back_title: str | None = None
    birth_place: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    religion: str | None = None
    marital_status: str | None = None
    phone: str | None = None
    email: str | None = None
    official_email: str | None = None
    address: str | None = None
    tax_number: str | None = None
    health_insurance_number: str | None = None
    employment_type: str | None = None
    cpns_date: date | None = None
    cpns_decree_number: str | None = None
    cpns_decree_date: date | None = None
    pns_date: date | None = None
    pns_decree_number: str | None = None
    pns_decree_date: date | None = None
    note: str | None = None


FIELDS = tuple(field.name for field in fields(Employee))
"""The fields of a record by code name."""

DATES = tuple(name for name in FIELDS if name.endswith("_date"))
CHOICES: dict[str, type[StrEnum]] = {"kind": EmployeeKind, "sex": Sex}
_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


def problems(values: Mapping[str, object]) -> tuple[Problem, ...]:
    """What is wrong with a record, `column` being the field; NIP and NIK are bare digits.

    Rejecting: no sound NIP, no name, a date or choice that is none, an appointment not after the birth, a TMT
    PNS before the TMT CPNS (SIASN ACC_1). Told only: NIP or NIK that disagree with the record (CON_1 to
    CON_4), an unsound NIK, a malformed mail address. Source: RULES.md 1.1, 1.2 and 1.8.
    """
    faults = (_nip, _name, _choices, _unread_dates, _order_of_dates, _nik, _mail)
    return tuple(problem for find in faults for problem in find(values))


def _nip(values: Mapping[str, object]) -> Iterator[Problem]:
    number = str(values.get("nip") or "")
    fault = nip.fault(number)
    if fault is not None:
        yield Problem(fault.code, column="nip", value=number, facts={"part": fault.part})
        return
    told = nip.parts(number)
    month = f"{told.start_month:02}-" if told.start_month else ""
    expected = {
        "nip.birth_date_differs": told.birth_date.isoformat(),
        "nip.sex_differs": told.sex.value,
        "nip.start_differs": f"{month}{told.start_year}",
        "nip.kind_differs": "PPPK" if told.is_pppk else "PNS",
    }
    codes = nip.disagreements(
        told,
        birth_date=_day(values, "birth_date"),
        sex=_sex(values),
        start_date=_day(values, "cpns_date"),
        kind=_kind(values),
    )
    yield from (Problem(code, column="nip", value=number, facts={"expected": expected[code]}) for code in codes)


def _name(values: Mapping[str, object]) -> Iterator[Problem]:
    if not values.get("name"):
        yield Problem("name.missing", column="name")


def _choices(values: Mapping[str, object]) -> Iterator[Problem]:
    for name, choice in CHOICES.items():
        value = values.get(name)
        if value is not None and value not in set(choice):
            yield Problem("value.not_in_list", column=name, value=str(value))


def _unread_dates(values: Mapping[str, object]) -> Iterator[Problem]:
    for name in DATES:
        value = values.get(name)
        if value is not None and not isinstance(value, date):
            yield Problem("date.unreadable", column=name, value=str(value))


def _order_of_dates(values: Mapping[str, object]) -> Iterator[Problem]:
    """Born < CPNS <= PNS, as far as the three days are known."""
    born, candidate, appointed = (_day(values, name) for name in ("birth_date", "cpns_date", "pns_date"))
    for name, day in (("cpns_date", candidate), ("pns_date", appointed)):
        if born and day and day <= born:
            yield Problem("date.before_birth", column=name, value=day.isoformat(), facts={"expected": born.isoformat()})
    if candidate and appointed and appointed < candidate:
        facts = {"expected": candidate.isoformat()}
        yield Problem("date.pns_before_cpns", column="pns_date", value=appointed.isoformat(), facts=facts)


def _nik(values: Mapping[str, object]) -> Iterator[Problem]:
    number = str(values.get("nik") or "")
    if not number:
        return
    fault = nik.fault(number)
    if fault is not None:
        yield Problem(fault.code, column="nik", value=number, facts={"part": fault.part})
        return
    codes = nik.disagreements(number, birth_date=_day(values, "birth_date"), sex=_sex(values))
    yield from (Problem(code, column="nik", value=number) for code in codes)


def _mail(values: Mapping[str, object]) -> Iterator[Problem]:
    for name in ("email", "official_email"):
        address = values.get(name)
        if address and not _MAIL.fullmatch(str(address)):
            yield Problem("email.malformed", column=name, value=str(address))


def _day(values: Mapping[str, object], name: str) -> date | None:
    value = values.get(name)
    return value if isinstance(value, date) else None


def _sex(values: Mapping[str, object]) -> Sex | None:
    value = values.get("sex")
    return Sex(str(value)) if value in set(Sex) else None


def _kind(values: Mapping[str, object]) -> EmployeeKind | None:
    value = values.get("kind")
    return EmployeeKind(str(value)) if value in set(EmployeeKind) else None
