"""What a workbook of ours says of itself when it comes back: its kind, its columns, whom it was made for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MARKER_SHEET = "_smartpns"
"""The hidden sheet of our templates: rows of a name and its values (`KIND` … `BEGUN`)."""
KIND, SCHEMA, KNOWN, BEGUN = "kind", "schema", "known", "begun"
"""The kind of sheet; the make-up's version; a field and what holds where its cell is empty; a row that was begun
for the office (the first such row names the fields)."""

_MARK = re.compile(r"smartpns:([\w-]+):(\w*)")
SEARCHED_ROWS = 60
"""Rows in which marks stand; sorting may have carried those of a template further."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A sheet of ours.

    `headings` gives by heading the field that the mark below it names ("" for a column that is not read): marks
    move with their columns and stay where a heading is translated. `known` are values of empty cells by field;
    rows of `begun` hold the values of `begun_fields` that we wrote, and mean nothing until more is filled in.
    """

    kind: str
    headings: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    begun_fields: tuple[str, ...] = ()
    begun: frozenset[tuple[str, ...]] = frozenset()


def mark(kind: str, name: str) -> str:
    """What stands in the hidden row below a heading: the field that its column holds."""
    return f"smartpns:{kind}:{name}"


def marks_in(rows: Sequence[Sequence[object]]) -> tuple[int, str, dict[str, str]]:
    """Where the marks stand (row from 1), their kind, and the field by heading.

    Row 0 and no kind where there are none. A heading that stands above two marks tells neither.
    """
    for number, row in enumerate(rows, start=1):
        found = {place: match for place, cell in enumerate(row) if (match := _mark_in(cell))}
        if found:
            told = [(_heading_above(rows[: number - 1], place), match[2]) for place, match in found.items()]
            headings = [heading for heading, _ in told]
            unique = {heading: name for heading, name in told if heading and headings.count(heading) == 1}
            return number, next(iter(found.values()))[1], unique
    return 0, "", {}


def without_marks(row: Sequence[Any]) -> list[Any]:
    """A row whose marks are empty cells; what somebody typed beside them stays."""
    return ["" if _mark_in(cell) else cell for cell in row]


def _mark_in(cell: object) -> re.Match[str] | None:
    return _MARK.fullmatch(cell.strip()) if isinstance(cell, str) else None


def _heading_above(rows: Sequence[Sequence[object]], place: int) -> str:
    texts = (plain(row[place]) for row in reversed(rows))
    return next((text for text in texts if text), "")


def plain(cell: object) -> str:
    """A cell as one line of text, whatever a program on the way made of its spaces and whole numbers."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    return " ".join(str(cell).split())


def read_origin(marker: Sequence[Sequence[object]], kind: str, headings: Mapping[str, str]) -> Origin | None:
    """What the marks of a sheet (`kind`, `headings`) and the rows of the hidden sheet say together."""
    told = [[plain(cell) for cell in row] for row in marker if row]
    kinds = [row[1] for row in told if row[0] == KIND and len(row) > 1]
    kind = kind or next(iter(kinds), "")
    if not kind:
        return None
    if kind not in kinds:
        return Origin(kind, headings)
    begun = [row[1:] for row in told if row[0] == BEGUN]
    fields = tuple(name for name in (begun[0] if begun else ()) if name)
    rows = frozenset(tuple(row[: len(fields)]) for row in begun[1:])
    # A sheet without marks may have been added by anybody; what we knew of ours does not hold for it.
    known = {row[1]: row[2] for row in told if row[0] == KNOWN and len(row) > 2} if headings else {}
    return Origin(kind, headings, known, fields, rows)
