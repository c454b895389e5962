"""Filling the rows with what a sheet says once of all of them: the course whose participants it lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from smartpns_desktop.exchange import cells, date_columns
from smartpns_desktop.exchange.cells import Unread
from smartpns_desktop.exchange.columns_spec import CellKind, Column
from smartpns_desktop.exchange.lines import Lines

_IN_WORDS = re.compile(r"\s*\([^\d()]*\)")
"""24 (dua puluh empat) JP."""


def fill(lines: Lines, fields: Sequence[str]) -> None:
    """Give each row that tells nothing of one of these fields what the rows with labels above it say.

    Days and hours belong to what the first field names beside them: without it they are those of the letter.
    """
    named = frozenset(lines.headings)
    for name in fields:
        column = lines.spec.column(name)
        missing = [line for line, value in enumerate(lines.column(name)) if value is None]
        texts = {line: text for line in missing if (text := _told(lines, line, column, fields, named))}
        if texts:
            _take(lines, column, texts)


def _told(lines: Lines, line: int, column: Column, fields: Sequence[str], named: frozenset[str]) -> str:
    section = lines.sections[line]
    is_own = fields[0] not in named and any(field in section for field in fields)
    told: Mapping[str, str] = section if is_own else lines.context
    belongs = fields[0] in told and fields[0] not in named
    is_plain = column.kind in (CellKind.TEXT, CellKind.LINES) and column.field not in (fields[0], *named)
    return told.get(column.field, "") if belongs or is_plain else ""


def _take(lines: Lines, column: Column, texts: Mapping[int, str]) -> None:
    """Put the values of these texts into their lines; a text that cannot be read is told of each."""
    name = column.field
    lines.headings.setdefault(name, column.heading)
    read = {text: _read(lines, column, text) for text in set(texts.values())}
    values, lasts = list(lines.column(name)), list(lines.column(column.until)) if column.until else []
    for line, text in texts.items():
        value = read[text]
        if isinstance(value, Unread):
            lines.object(line, value.code, name, text, **value.facts)
        elif isinstance(value, tuple):
            values[line], last = value
            lasts[line] = lasts[line] or last
        else:
            values[line] = value
    lines.values[name] = values
    if column.until:
        lines.values[column.until] = lasts


def _read(lines: Lines, column: Column, text: str) -> object:
    if column.kind is CellKind.DATE:
        order = date_columns.decide([date_columns.orders_seen([text, text.partition(",")[2]])])[0]
        read = date_columns.read_span if column.until else date_columns.read_date
        days = [it for it in (text, text.partition(",")[2].strip()) if it]
        found = [read(it, order, lines.lexicon.order(column.field)) for it in days]
        # A place may stand before the day: Aula Setda, 17 Juni 2025.
        return next((it for it in found if not isinstance(it, Unread)), found[0])
    if column.kind is CellKind.NUMBER:
        return cells.read_number(_IN_WORDS.sub("", text))
    return cells.read_text(text)
