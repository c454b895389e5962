"""Fields that tell rows apart and stand in rows of their own instead of in a column: "NIP : …", a course's name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from smartpns_desktop.domain.trainings import names_training
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.row_texts import counts_columns, filled
from smartpns_desktop.exchange.stated import bare_owner, labelled

SEARCHED_ROWS = 60
"""Rows of a sheet among which its heading, and whose it is, are looked for."""
_LEAST_COLUMNS = 2
"""Columns that a table has beside them."""
_SECTION_WITHIN = 5
"""Rows below a heading among which the first section stands."""
_SECTION_CELLS = 2
"""Cells of a section: its number and its text."""

Rows = Sequence[Sequence[object]]


def told_beside(
    rows: Rows, first_row: int, header_row: int, spec: SheetSpec, mapped: Collection[str]
) -> tuple[frozenset[str], bool]:
    """The identifying fields that no column of a heading tells (`mapped` are those of columns) and rows of their own
    do: with a label, or as sections; and whether that label has no colon."""
    # Where each row names its own person, a NIP above is another's: whoever made the list.
    own = {"nip"} if "person" in mapped else set()
    wanted = {field for field in spec.identifying if field in spec.context and field not in mapped} - own
    if not wanted or len(mapped) < _LEAST_COLUMNS:
        return frozenset(), False
    told = {field for row in rows[:SEARCHED_ROWS] for field in labelled(row, spec)}
    if "name" in wanted.intersection(spec.sections) and _heads_courses(rows[header_row : header_row + _SECTION_WITHIN]):
        told.add("name")
    bare = set() if wanted <= told else bare_owner(rows, first_row, header_row, spec).keys() & (wanted - told)
    return frozenset(wanted & (told | bare)), bool(bare)


def _heads_courses(rows: Rows) -> bool:
    """Whether the first row with a text is one text alone, which names a training."""
    first = next((cells for row in rows if (cells := filled(row)) and not counts_columns(row)), [])
    return len(first) <= _SECTION_CELLS and any(isinstance(cell, str) and names_training(cell) for cell in first)
