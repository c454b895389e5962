"""Lists of units without codes: found by their names alone, their tree told by indents, numbers or steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from smartpns_desktop.domain.agencies import names_agency, stands_alone
from smartpns_desktop.exchange import outline
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.heading_labels import parts_of
from smartpns_desktop.exchange.headings import heading_text
from smartpns_desktop.exchange.sheet_looks import read_look
from smartpns_desktop.exchange.sheets import Cell, Sheet

_LEAST_NAMES = 2
_MOSTLY = 0.5
"""Share of the cells that read as names of units, from which a column lists units."""
_STEPS = 4
"""Columns under one heading in which the names of deeper units can stand further right."""
_INDENT = "    "

Rows = Sequence[Sequence[object]]


def lists_units(
    columns: Sequence[MappedColumn], number: int | None, spec: SheetSpec, heading: Rows, below: Rows
) -> bool:
    """Whether the column of `spec.outline`, with those that its heading reaches over, holds names of agencies and units
    and little else, and no other column has a heading that nobody reads. `number` is the place of running numbers."""
    names = next((it for it in columns if it.field == spec.outline), None)
    read = {place for it in columns for place in it.places} | {number}
    if names is None or any(parts and place not in read for place, parts in enumerate(parts_of(heading))):
        return False
    places = _steps(names, heading)
    texts = [text for row in below for it in places if (text := heading_text(row[it]))]
    return len(texts) >= _LEAST_NAMES and sum(map(_is_unit, texts)) >= _MOSTLY * len(texts)


def _is_unit(text: str) -> bool:
    return names_agency(outline.bare_name(text))


def _steps(names: MappedColumn, heading: Rows) -> range:
    """The places of the column and of those right of it that have no heading of their own."""
    width = min((len(row) for row in heading), default=0)
    end = names.index + 1
    while end < min(width, names.index + _STEPS) and not any(heading_text(row[end]) for row in heading):
        end += 1
    return range(names.index, end)


def with_indents(sheet: Sheet, names: MappedColumn, first_row: int, header_row: int, path: Path) -> Sheet:
    """The sheet with each name in the column of names, indented by the steps that it stood further right, else as its
    file shows it (of the formats that we can ask, .xlsx alone).

    Rows with texts in two of the steps stay as they are.
    """
    places = _steps(names, sheet.rows[first_row - 1 : header_row])
    body = range(header_row + 1, len(sheet.rows) + 1)
    filled = {number: [it for it in places if heading_text(sheet.rows[number - 1][it])] for number in body}
    steps = {number: found[0] - names.index for number, found in filled.items() if len(found) == 1}
    if not any(steps.values()):
        look = read_look(path, sheet.name, {*steps})
        steps = {number: _whole(look.of(number, names.index).get("indent")) for number in steps}
    rows = [_moved(row, names.index, steps.get(number, 0), places) for number, row in enumerate(sheet.rows, start=1)]
    return replace(sheet, rows=rows)


def _whole(indent: object) -> int:
    return indent if isinstance(indent, int) else 0


def _moved(row: list[Cell], target: int, steps: int, places: range) -> list[Cell]:
    text = next((cell for it in places if isinstance(cell := row[it], str) and cell.strip()), "")
    if not steps or not text:
        return row
    moved: list[Cell] = ["" if place in places else cell for place, cell in enumerate(row)]
    moved[target] = _INDENT * steps + text
    return moved


def tree(rows: Rows, numbers: Sequence[int], names: MappedColumn, counted: int | None) -> list[int | None] | None:
    """For each of the rows with these numbers (from 1) the place of the one below which its unit stands.

    `counted` is the place of the running numbers. None where nothing proves a tree, also where it would put one whole
    agency below another.
    """
    cells = [rows[number - 1] for number in numbers]
    texts = [str(row[names.index]) for row in cells]
    counts = [heading_text(row[counted]) if counted is not None else "" for row in cells]
    found = outline.parents(texts, counts)
    whole = [stands_alone(outline.bare_name(text)) for text in texts]
    if found and any(whole[row] and above is not None and whole[above] for row, above in enumerate(found)):
        return None
    return found
