"""Dividing a laid out text document into pages, so that no row of a table is cut and headings go with their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextDocument, QTextFrame, QTextTable


@dataclass(frozen=True, slots=True)
class Page:
    """What of a document stands on a page: from `top` to `bottom`, below the heading of a table that goes on (`head`).

    All are distances from the document's beginning in the device's units; `head` is a top and a bottom.
    """

    top: float
    bottom: float
    head: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class _Break:
    """Where a page may end, and the heading that the next one repeats."""

    at: float
    head: tuple[float, float] | None = None


def divide(document: QTextDocument, height: float) -> list[Page]:
    """The pages of a document without pages of its own, each at most so high; a row that is higher is cut after all."""
    end, breaks = document.size().height(), list(_breaks(document))
    pages: list[Page] = []
    start = _Break(0.0)
    while True:
        room = height - (start.head[1] - start.head[0] if start.head else 0.0)
        if end - start.at <= room:
            return [*pages, Page(start.at, end, start.head)]
        fitting = [it for it in breaks if start.at < it.at <= start.at + room]
        following = fitting[-1] if fitting else _Break(start.at + room)
        pages.append(Page(start.at, following.at, start.head))
        start = following


def _breaks(document: QTextDocument) -> Iterator[_Break]:
    """Before every paragraph, and before every row of a table but those that go with the heading above them."""
    for part in _parts(document.rootFrame()):
        if isinstance(part, QTextTable):
            yield from _rows(document, part)
        else:
            yield _Break(part)


def _parts(frame: QTextFrame) -> Iterator[float | QTextTable]:
    """The tables of a frame, and where its paragraphs begin; one right below a heading's paragraph stays with it."""
    layout, at = frame.document().documentLayout(), frame.begin()
    while not at.atEnd():
        inner, block = at.currentFrame(), at.currentBlock()
        if isinstance(inner, QTextTable):
            yield inner
        elif block.isValid() and block.text():
            yield layout.blockBoundingRect(block).top()
        at += 1


def _rows(document: QTextDocument, table: QTextTable) -> Iterator[_Break]:
    tops = [_top(document, table, row) for row in range(table.rows())]
    heads = table.format().headerRowCount()
    repeated = (tops[0], tops[heads]) if heads and len(tops) > heads else None
    for top in tops[heads + 1 :]:
        yield _Break(top, repeated)


def _top(document: QTextDocument, table: QTextTable, row: int) -> float:
    layout = document.documentLayout()
    cells: Sequence[float] = [
        layout.blockBoundingRect(table.cellAt(row, column).firstCursorPosition().block()).top()
        for column in range(table.columns())
    ]
    return min(cells) - table.format().cellPadding()
