"""What a list that is said to be complete tells of those whom it does not name: they are noted, never removed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from db import Reader
from db.queries import absences, employment, organisation
from db.queries import employees as queries
from db.queries.bundle import Bundle
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.names import split_titles
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.sheets import Cell
from smartpns_desktop.services.agency_scope import agency_named, agency_tree
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import Judgement, Source

_SAFE_DIGITS = 15
"""Digits that Excel keeps of a NIP typed as a number."""
_NIP, _GAP = re.compile(r"\d(?:[\s.\-]{0,2}\d){17}"), re.compile(r"\D")


def is_full_list(choices: ImportChoices) -> bool:
    """Whether a sheet is said to be complete. Raises `CannotDo("import.no_full_list")` for other kinds."""
    if choices.full_list is not None and choices.kind != "employees":
        raise CannotDo("import.no_full_list", kind=choices.kind)
    return choices.full_list is not None


def note_absent(lines: Lines, reader: Reader, judgement: Judgement, source: Source) -> None:
    """Note in the bundle who of the agency whose list it is ("": of all) is in service and not named, and who is again.

    Whoever stands in a row of the sheet that was refused or left out is named too. Raises `CannotDo("agency.unknown")`.
    """
    today, of = date.today(), source.choices.full_list
    scope = agency_named(reader, of).id if of else None
    named = _named(lines, reader, judgement)
    _warn_of_gone(lines, reader, today)
    staff = [it for it in _staff(reader, scope, today) if it.id not in named]
    known = absences.of_employees(reader, None)
    for key in named:
        if key in known and known[key].named_on is None:
            judgement.bundle.change("absences", known[key].id, {"named_on": today})
    missing = _unmentioned(staff, lines, source.sheet.rows)
    asked = [it for it in missing if it.id not in known or _is_open(known[it.id])]
    told = {"agency_id": scope, "noticed_on": today, "file_name": source.path.name}
    for it in asked:
        _note(judgement.bundle, it.id, known.get(it.id), told)
    _tell(judgement, asked)


def _note(bundle: Bundle, person: int, known: Any | None, told: dict[str, Any]) -> None:
    blank = dict.fromkeys(("decision", "effective_date", "note", "named_on"))
    if known is None:
        bundle.add("absences", {"employee_id": person, **told, **blank})
    elif known.named_on is not None:
        bundle.change("absences", known.id, {**told, **blank})


def _tell(judgement: Judgement, asked: Sequence[Any]) -> None:
    """In the place of the guess about a list that may be complete."""
    judgement.absent = len(asked)
    judgement.notices = [it for it in judgement.notices if it.code != "employees.missing"]
    names = tuple(f"{it.nip} {it.name}" for it in asked)
    if asked:
        judgement.notices.append(Notice("employees.absent", {"count": str(len(names))}, names))


def _is_open(row: Any) -> bool:
    """Somebody who was named since is asked about anew; a decision that was taken is remembered."""
    return row.named_on is not None or row.decision is None


def _staff(reader: Reader, scope: int | None, today: date) -> list[Any]:
    if scope is not None:
        return employment.staff_of(reader, sorted(agency_tree(reader, scope)), today)
    everywhere = [row.id for row in organisation.all_agencies(reader)]
    return employment.staff_of(reader, everywhere, today, with_nowhere=True)


def _named(lines: Lines, reader: Reader, judgement: Judgement) -> set[int]:
    """Keys of those whom a line is about, under the present NIP, a former one, or one that the list itself replaces."""
    numbers = sorted({str(it) for it in lines.column("nip") if it is not None})
    changed = {key for key, _ in judgement.bundle.updates.get("employees", ()) if key > 0}
    return changed | {key for key, _ in queries.names_by_nip(reader, numbers).values()}


def _warn_of_gone(lines: Lines, reader: Reader, today: date) -> None:
    """Tell of each line whose person is no longer in service since when and why, unless it tells a standing itself."""
    numbers, told = lines.column("nip"), lines.column("standing")
    silent = [line for line in lines.good() if numbers[line] is not None and told[line] is None]
    people = {nip: key for nip, (key, _) in queries.names_by_nip(reader, [str(numbers[it]) for it in silent]).items()}
    gone = {row.employee_id: row for row in employment.gone_among(reader, today, sorted(set(people.values())))}
    for line in silent:
        row = gone.get(people.get(str(numbers[line]), 0))
        if row is not None:
            since = row.effective_date.isoformat() if row.effective_date else ""
            lines.object(line, "person.gone", "nip", numbers[line], stored=row.code, expected=since)


def _unmentioned(staff: Sequence[Any], lines: Lines, rows: Sequence[Sequence[Cell]]) -> list[Any]:
    """Without those whose name or number stands in a row that is no good line."""
    good = {lines.rows[line] for line in lines.good()}
    others = [cell for number, row in enumerate(rows, start=1) if number not in good for cell in row if cell != ""]
    texts = [f"{it:.0f}" if isinstance(it, (int, float)) else str(it) for it in others]
    numbers = {_GAP.sub("", it)[:_SAFE_DIGITS] for text in texts for it in _NIP.findall(text)}
    names = {fold(split_titles(text).name) for text in texts}
    return [it for it in staff if it.nip[:_SAFE_DIGITS] not in numbers and fold(it.name) not in names]
