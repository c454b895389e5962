"""The lines of an employee sheet before they are compared: spellings tidied, faulty lines refused, doubts told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from smartpns_desktop.domain import employees as people
from smartpns_desktop.domain import nik, nip
from smartpns_desktop.domain.names import split_titles
from smartpns_desktop.exchange.lines import Lines


def check(lines: Lines) -> None:
    """Tidy, refuse and warn; afterwards `lines.good()` are the lines to compare."""
    _tidy(lines)
    _refuse(lines)
    _warn(lines)


def _tidy(lines: Lines) -> None:
    """Bring spellings to the store's terms: titles off the name, sex and kind as codes."""
    lines.values["sex"] = _mapped(lines.column("sex"), lambda it: people.sex_of(str(it)))
    if "front_title" not in lines.headings and "back_title" not in lines.headings:
        split = [split_titles(str(it)) if it else None for it in lines.column("name")]
        lines.values["name"] = [it.name if it else None for it in split]
        lines.values["front_title"] = [(it.front_title or None) if it else None for it in split]
        lines.values["back_title"] = [(it.back_title or None) if it else None for it in split]
    told = zip(lines.column("status"), lines.column("employment_type"), lines.column("nip"), strict=True)
    # A sheet that says nothing of the status cannot turn a CPNS into a PNS.
    lines.values["kind"] = [_kind(*it) if it[0] or it[1] else None for it in told]


def _kind(status: object, employment: object, number: object) -> str:
    return people.kind_of(str(status or ""), str(employment or ""), str(number or "")).value


def _mapped(column: Sequence[object], read: Callable[[object], Any]) -> list[object]:
    """Each distinct value translated once; `None` stays `None`."""
    known: dict[object, object] = {None: None}
    for value in column:
        if value not in known:
            known[value] = read(value)
    return [known[value] for value in column]


def _refuse(lines: Lines) -> None:
    """Lines that cannot be taken: no NIP, no name, a NIP that stood above already."""
    first_row: dict[object, int] = {}
    named = lines.column("name")
    refused_nips = {problem.row for problem in lines.problems if problem.code.startswith("nip.")}
    for line, value in enumerate(lines.column("nip")):
        if value is None and lines.rows[line] not in refused_nips:
            lines.object(line, "nip.not_18_digits", "nip", "", digits="0", part="")
        if not any(map(str.isalpha, str(named[line] or ""))):
            lines.object(line, "name.missing", "name")
        if value is None:
            continue
        if value in first_row:
            lines.object(line, "row.duplicate", "nip", value, first_row=str(first_row[value]))
        first_row.setdefault(value, lines.rows[line])


def _warn(lines: Lines) -> None:
    """Where NIP, NIK and record disagree (SIASN CON_1 to CON_4); told, never blocking."""
    columns = zip(*(lines.column(it) for it in ("nip", "nik", "birth_date", "sex", "cpns_date", "kind")), strict=True)
    for line, (number, identity, born, sex, began, kind) in enumerate(columns):
        if line in lines.rejected:
            continue
        told: Any = nip.parts(number)
        known_kind = people.EmployeeKind(kind) if kind else None
        for code in nip.disagreements(told, birth_date=born, sex=sex, start_date=began, kind=known_kind):
            lines.object(line, code, "nip", number)
        if identity:
            _warn_nik(lines, line, str(identity), born, sex)


def _warn_nik(lines: Lines, line: int, identity: str, born: Any, sex: Any) -> None:
    fault = nik.fault(identity)
    if fault:
        lines.object(line, fault.code, "nik", identity, part=fault.part, digits=str(len(identity)))
        return
    for code in nik.disagreements(identity, birth_date=born, sex=sex):
        lines.object(line, code, "nik", identity)
