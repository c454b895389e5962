"""The lines of an employee sheet before they are compared: spellings tidied, faulty lines refused, doubts told."""

from __future__ import annotations

from typing import Any

from smartpns_desktop.domain import civil_registry, nik, nip
from smartpns_desktop.domain import employees as people
from smartpns_desktop.domain.names import split_titles
from smartpns_desktop.domain.problems import REJECTING
from smartpns_desktop.exchange.heading_columns import OUTER
from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports import damaged_nips, listed_values
from smartpns_desktop.services.imports.grouped_cells import fill_down
from smartpns_desktop.services.imports.known_people import KnownPeople
from smartpns_desktop.services.imports.persons import Told, without_nip

_OF_PNS = (people.EmployeeKind.PNS, people.EmployeeKind.CPNS)


def check(lines: Lines, known: KnownPeople) -> None:
    """Tidy, refuse and warn; afterwards `lines.good()` are the lines to compare."""
    _tidy(lines)
    damaged_nips.settle(lines, known, lines.column("name"))
    _find_by_others(lines, known)
    _refuse(lines)
    _warn(lines)


def _tidy(lines: Lines) -> None:
    """Bring spellings to the store's terms: titles off the name, sex and kind as codes."""
    lines.take_first_filled("grade", "rank")
    if lines.merged and "agency_code" not in lines.headings:
        fill_down(lines, (OUTER, "agency"))
    lines.values["sex"] = [read or marked for read, marked in zip(_sexes(lines), _marked_sexes(lines), strict=True)]
    if "front_title" not in lines.headings and "back_title" not in lines.headings:
        split = [split_titles(str(it)) if it else None for it in lines.column("name")]
        lines.values["name"] = [it.name if it else None for it in split]
        lines.values["front_title"] = [(it.front_title or None) if it else None for it in split]
        lines.values["back_title"] = [(it.back_title or None) if it else None for it in split]
    listed_values.settle(lines, "religion", civil_registry.religion_of, civil_registry.RELIGIONS)
    listed_values.settle(lines, "marital_status", civil_registry.marital_status_of, civil_registry.MARITAL_STATUSES)
    told = zip(lines.column("status"), lines.column("employment_type"), lines.column("nip"), strict=True)
    # A sheet that says nothing of the status cannot turn a CPNS into a PNS.
    lines.values["kind"] = [_kind(*it) if it[0] or it[1] else None for it in told]
    for line, (status, employment) in enumerate(
        zip(lines.column("status"), lines.column("employment_type"), strict=True)
    ):
        text = status or employment
        if text and people.is_no_asn(str(text)):
            lines.object(line, "value.unknown", "status" if status else "employment_type", text)


def _find_by_others(lines: Lines, known: KnownPeople) -> None:
    """The NIP of known people whom the sheet names by NIK, or by name and birth date; all others are refused."""
    refused = {it.row for it in lines.problems if it.code.startswith("nip.") and it.code in REJECTING}
    numbers = list(lines.column("nip"))
    columns = zip(*map(lines.column, ("nip", "nik", "name", "birth_date")), strict=True)
    for line, told in enumerate(columns):
        if told[0] is None and lines.rows[line] not in refused:
            person = without_nip(lines, line, Told(*told), known, "nip.not_18_digits")
            numbers[line] = person.nip if person else None
    lines.values["nip"] = numbers


def _sexes(lines: Lines) -> list[object]:
    """The sex of each line, as its cell tells it, else as people said of that spelling; what nobody knows is told."""
    said = {it: lines.lexicon.meaning("sex", it) for it in set(lines.column("sex")) - {None}}
    known = {
        it: people.sex_of(str(it)) or (people.Sex(answer) if answer in set(people.Sex) else None)
        for it, answer in said.items()
    }
    unknown = {it for it, sex in known.items() if sex is None and said[it] != LEAVE}
    for line, value in enumerate(lines.column("sex")) if unknown else ():
        if value in unknown:
            lines.object(line, "value.unknown", "sex", value)
    return [known.get(it) for it in lines.column("sex")]


def _marked_sexes(lines: Lines) -> list[object]:
    """The sex of each line where a list has a column for each and a mark in one of them."""
    pairs = zip(lines.column("is_male"), lines.column("is_female"), strict=True)
    return [
        None if bool(male) == bool(female) else people.Sex.M if male else people.Sex.F
        for male, female in (tuple(it not in (None, "0") for it in pair) for pair in pairs)
    ]


def _kind(status: object, employment: object, number: object) -> str:
    return people.kind_of(str(status or ""), str(employment or ""), str(number or "")).value


def _refuse(lines: Lines) -> None:
    """Lines that cannot be taken: no NIP, no name, a NIP that stood above already."""
    first_row: dict[object, int] = {}
    named = lines.column("name")
    for line, value in enumerate(lines.column("nip")):
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
    kinds: dict[Any, people.EmployeeKind | None] = {**{it.value: it for it in people.EmployeeKind}, None: None}
    first_row: dict[object, int] = {}
    for line, (number, identity, born, sex, began, kind) in enumerate(columns):
        if line in lines.rejected:
            continue
        if identity and first_row.setdefault(identity, lines.rows[line]) != lines.rows[line]:
            lines.object(line, "nik.twice", "nik", identity, first_row=str(first_row[identity]))
        if kind not in _OF_PNS or not nip.is_spelled_by(str(number), born, sex, began):
            told = nip.parts(str(number))
            for code in nip.disagreements(told, birth_date=born, sex=sex, start_date=began, kind=kinds[kind]):
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
