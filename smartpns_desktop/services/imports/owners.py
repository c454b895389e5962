"""Whose the lines of a sheet are where it does not stand in each row: above a person's rows, or in the first."""

from __future__ import annotations

from collections.abc import Iterator

from smartpns_desktop.exchange import cells
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.shared_cells import part_of, tells_both_nips

_GROUPED = 0.5
"""Rows without anybody for each row with somebody, from which the rows of a sheet are grouped by person."""


def settle(lines: Lines) -> None:
    """Fill the columns `nip` and `person` where the sheet tells them once for several rows."""
    if "nip" not in lines.headings:
        _take_from_sections(lines)
    elif _is_grouped(lines):
        _continue_person(lines)


def _take_from_sections(lines: Lines) -> None:
    """ "NIP : …" and "Nama : …" stand above each person's rows, or above all."""
    above = [section or lines.context for section in lines.sections]
    numbers: list[object] = []
    for line, told in enumerate(above):
        text = told.get("nip", "")
        number = cells.read_nip(part_of(text, "nip") if tells_both_nips(text) else text)
        if isinstance(number, cells.Unread):
            lines.object(line, number.code, "nip", text, **number.facts)
            number = None
        numbers.append(number)
    lines.values["nip"] = numbers
    if "person" not in lines.headings:
        lines.values["person"] = [told.get("person") or None for told in above]


def _is_grouped(lines: Lines) -> bool:
    """Whether each person is named once and the rows below go on with them, as merged cells do.

    Where a NIP stands in several rows, a row without one has lost it.
    """
    told = [number for number in lines.column("nip") if number is not None]
    nameless = sum(1 for _ in _nameless(lines))
    return len(set(told)) == len(told) and nameless >= _GROUPED * len(told) > 0


def _nameless(lines: Lines) -> Iterator[int]:
    """Lines whose cells for NIP, NIK and name are empty."""
    unread = {problem.row for problem in lines.problems if problem.code.startswith(("nip.", "nik."))}
    for line, told in enumerate(zip(*map(lines.column, ("nip", "nik", "person")), strict=True)):
        if not any(told) and lines.rows[line] not in unread:
            yield line


def _continue_person(lines: Lines) -> None:
    nameless, numbers = set(_nameless(lines)), list(lines.column("nip"))
    first = 0
    for line in range(len(lines)):
        if line not in nameless:
            first = line
        elif numbers[first] is not None:
            numbers[line] = numbers[first]
            facts = {"expected": str(numbers[first]), "first_row": str(lines.rows[first])}
            lines.object(line, "person.from_above", "nip", "", **facts)
    lines.values["nip"] = numbers
