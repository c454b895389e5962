"""Pages of a text document: every row whole and on one page, headings with their rows, nothing twice or lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from ui.printing.pagination import Page, divide


def laid_out(rows: int, words: int, *, head: bool = True) -> QTextDocument:
    """A paragraph above a table of so many rows, each with so many words in a narrow column."""
    cells = "".join(f"<tr><td>{number}</td><td>{'kata ' * words}</td></tr>" for number in range(rows))
    heading = "<thead><tr><th>Nomor</th><th>Isi</th></tr></thead>" if head else ""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setHtml(f"<p>Judul</p><table width='100%'>{heading}{cells}</table>")
    document.setTextWidth(200)
    return document


def blocks(document: QTextDocument) -> list[tuple[float, float]]:
    """Top and bottom of every text in the document."""
    found, block = [], document.begin()
    while block.isValid():
        rect = document.documentLayout().blockBoundingRect(block)
        if block.text():
            found.append((rect.top(), rect.bottom()))
        block = block.next()
    return found


def check(document: QTextDocument, pages: list[Page], height: float) -> None:
    assert pages[0].top == 0
    assert pages[-1].bottom == document.size().height()
    assert all(one.bottom == other.top for one, other in pairwise(pages))
    for page in pages:
        head = page.head[1] - page.head[0] if page.head else 0
        assert page.bottom - page.top + head <= height + 0.01
    for top, bottom in blocks(document):
        assert any(page.top <= top + 0.01 and bottom <= page.bottom + 0.01 for page in pages)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=25, deadline=None)
@given(rows=st.integers(1, 40), words=st.integers(1, 30), height=st.integers(260, 700))
def test_no_text_is_cut_and_none_is_lost(rows: int, words: int, height: int) -> None:
    document = laid_out(rows, words)
    check(document, divide(document, height), height)


@pytest.mark.usefixtures("qapp")
def test_the_heading_of_a_table_stands_on_every_page() -> None:
    document = laid_out(60, 5)
    pages = divide(document, 300)
    assert len(pages) > 3
    assert [page.head is not None for page in pages] == [False, *[True] * (len(pages) - 1)]
    bare = laid_out(60, 5, head=False)
    assert all(page.head is None for page in divide(bare, 300))


@pytest.mark.usefixtures("qapp")
def test_a_row_higher_than_a_page_is_shown_in_parts() -> None:
    document = laid_out(1, 400)
    pages = divide(document, 300)
    assert sum(page.bottom - page.top for page in pages) == pytest.approx(document.size().height())
