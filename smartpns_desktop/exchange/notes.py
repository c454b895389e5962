"""What is kept of columns that no field takes: the note of each row, one text of several columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.headings import heading_key

_BETWEEN = "; "


def joined(columns: Mapping[MappedColumn, Sequence[object]]) -> list[object]:
    """The notes by line, `None` where nothing is told; a value of another column than the note's own says of which."""
    parts = [
        [f"{label}{value}" if value is not None else "" for value in values]
        for mapped, values in columns.items()
        for label in [_label(mapped)]
    ]
    return [_BETWEEN.join(filter(None, texts)) or None for texts in zip(*parts, strict=True)]


def _label(mapped: MappedColumn) -> str:
    own = {heading_key(text) for text in (mapped.column.heading, *mapped.column.synonyms)}
    return "" if heading_key(mapped.heading) in own else f"{mapped.heading}: "
