"""Cells that a sheet fills once for several rows, as merged ones are: the rows below go on with what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from smartpns_desktop.exchange.lines import Lines

_GROUPED = 0.5
"""Empty cells for each filled one, from which a column is grouped."""


def fill_down(lines: Lines, fields: Sequence[str]) -> None:
    """Fill these columns, the outer first, where each value stands once for its rows; told as `value.from_above`.

    A value never reaches over into another of the column before, nor over a section. Where one stands in several
    rows, a row without one has lost it.
    """
    outer: list[object] = [tuple(sorted(section.items())) for section in lines.sections] if fields else []
    for name in fields:
        if name in lines.headings:
            column = lines.column(name)
            empty = [line for line, value in enumerate(column) if value is None and name not in lines.sections[line]]
            if _is_grouped(column, outer, empty):
                _fill(lines, name, outer, frozenset(empty))
            outer = list(zip(outer, lines.column(name), strict=True))


def _is_grouped(column: Sequence[object], outer: Sequence[object], empty: Sequence[int]) -> bool:
    told = [(around, value) for around, value in zip(outer, column, strict=True) if value is not None]
    once = all(one != other for one, other in pairwise(told))
    return once and len(empty) >= _GROUPED * len(told) > 0


def _fill(lines: Lines, name: str, outer: Sequence[object], empty: frozenset[int]) -> None:
    unread = {(problem.row, problem.column) for problem in lines.problems}
    values, above = list(lines.column(name)), 0
    for line, row in enumerate(lines.rows):
        if line not in empty or (row, lines.headings[name]) in unread:
            above = line
        elif outer[line] == outer[above] and values[above] is not None:
            values[line] = values[above]
            lines.object(line, "value.from_above", name, values[above], first_row=str(lines.rows[above]))
    lines.values[name] = values
