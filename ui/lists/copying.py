"""Chosen rows as what Excel takes: a table whose NIP stays text, and plain lines beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData

from ui.lists.columns import Record, ViewColumn

_WHOLE_FROM = 12
"""Digits from which Excel would round a number or show it as 1,99E+17."""


def as_mime(columns: Sequence[ViewColumn], records: Iterable[Record]) -> QMimeData:
    """Headings and rows as an HTML table of text cells and as lines with tabs."""
    headings = [column.title for column in columns]
    rows = [[column.copy_text(record) for column in columns] for record in records]
    data = QMimeData()
    data.setText("\n".join("\t".join(map(_flat, row)) for row in (headings, *rows)) + "\n")
    data.setHtml(_html(headings, rows))
    return data


def _flat(text: str) -> str:
    """One cell of a line: a tab or line break would begin another."""
    return " ".join(text.split())


def _html(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in headings)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f'<html><head><meta charset="utf-8"></head><body><table><tr>{head}</tr>{body}</table></body></html>'


def _cell(text: str) -> str:
    whole = len(text) >= _WHOLE_FROM and text.isdigit()
    style = " style=\"mso-number-format:'\\@'\"" if whole else ""
    return f"<td{style}>{escape(text)}</td>"
