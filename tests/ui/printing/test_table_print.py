"""A list on paper: every row once, headings on each page, no NIP cut, and a file whole or not at all."""

from __future__ import annotations

import resource
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPdfWriter

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.watch import Watch
from ui.printing import table_print
from ui.printing.columns import PrintColumn
from ui.printing.printout import Paper, Printout
from ui.printing.table_print import print_table, save_pdf
from ui.printing.text_fit import TextFit

pytestmark = pytest.mark.usefixtures("qapp")

NAME = "Prof. Dr. Raden Mas Bambang Sutrisno, S.T., M.Kom."
COLUMNS = (
    PrintColumn("NIP", 160, whole=True, widest="19850101 201001 1 001"),
    PrintColumn("Nama", 200),
    PrintColumn("Perangkat Daerah", 240),
    PrintColumn("JP 2026", 60, right=True, whole=True, widest="1.234"),
)


def printout(columns: tuple[PrintColumn, ...] = COLUMNS, paper: Paper = Paper.A4) -> Printout:
    return Printout("Daftar Pegawai", "di bawah 20 JP", columns, "BKPSDM Nusa Jaya", date(2026, 3, 12), paper)


def people(count: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        yield (f"19850101 201001 1 {number:03}", NAME, "Dinas Komunikasi dan Informatika", str(number))


class Spy(QPainter):
    """A painter that remembers what it paints and where, page by page."""

    painted: list[tuple[str, QRectF]]

    def begin(self, device: QPdfWriter) -> bool:  # type: ignore[override]
        self.painted, Spy.last, self._device = [], self, device
        return super().begin(device)

    def drawText(self, place: QPointF, text: str) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        metrics = QFontMetricsF(self.font(), self._device)
        box = QRectF(place.x(), place.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
        self.painted.append((text, self.transform().mapRect(box)))
        super().drawText(place, text)

    last: Spy


@pytest.fixture
def writer() -> Iterator[QPdfWriter]:
    """A PDF in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    yield writer
    del writer
    buffer.close()


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing goes through the spy."""
    monkeypatch.setattr(table_print, "QPainter", Spy)


def said() -> list[str]:
    return [text for text, _box in Spy.last.painted]


@pytest.mark.usefixtures("spy")
def test_every_row_is_painted_once_and_every_page_has_its_headings_and_number(writer: QPdfWriter) -> None:
    pages = print_table(writer, printout(), people(300), Watch())
    texts = said()
    assert pages > 3
    assert [text for text in texts if text.startswith("19850101")] == [row[0] for row in people(300)]
    assert texts.count("Perangkat Daerah") == texts.count("Dicetak 12 Mar 2026") == pages
    assert [text for text in texts if text.startswith("Halaman")] == [f"Halaman {n + 1}" for n in range(pages)]
    assert {"Daftar Pegawai", "di bawah 20 JP", "BKPSDM Nusa Jaya"} <= set(texts)


@pytest.mark.usefixtures("spy")
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("more", [0, 2, 12])
def test_nothing_leaves_the_paper_and_no_number_is_cut(writer: QPdfWriter, paper: Paper, more: int) -> None:
    wide = (*COLUMNS, *(PrintColumn(f"Kolom {number}", 200, number % 2 == 0) for number in range(more)))
    rows = [(*row, *(NAME for _ in range(more))) for row in people(30)]
    print_table(writer, printout(wide, paper), rows, Watch())
    page = QRectF(-1, -1, writer.width() + 2, writer.height() + 2)
    assert not [text for text, box in Spy.last.painted if not page.contains(box)]
    assert {row[0] for row in rows} | {row[3] for row in rows} <= set(said())


@pytest.mark.usefixtures("spy")
def test_numbers_end_at_the_same_line(writer: QPdfWriter) -> None:
    print_table(writer, printout(), people(120), Watch())
    ends = [box.right() for text, box in Spy.last.painted if text.isdigit()]
    assert max(ends) - min(ends) < writer.logicalDpiX() / 72


@pytest.mark.usefixtures("spy")
def test_an_empty_list_is_a_page_that_says_so(writer: QPdfWriter) -> None:
    assert print_table(writer, printout(), [], Watch()) == 1
    assert "Tidak ada data." in said()


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "kata " * 3000, "satu\n\tdua\r\n", "שלום مرحبا", "👩🏽‍🏫" * 50, "", "\x00"]
)
def test_any_text_fits_into_two_lines(text: str, writer: QPdfWriter) -> None:
    fit = table_print.print_fit(writer)
    lines = fit.lines(text, 3000.0)
    assert 1 <= len(lines) <= 2
    assert all(fit.width(line) <= 3000 for line in lines)
    assert print_table(writer, printout(), [(text, text, text, text)], Watch()) == 1


def test_a_text_that_fits_into_two_lines_loses_no_word(writer: QPdfWriter) -> None:
    fit: TextFit = table_print.print_fit(writer)
    assert " ".join(fit.lines(NAME, fit.width(NAME) * 0.7)) == NAME
    assert fit.lines(f"{NAME} {NAME}", fit.width(NAME) * 0.7)[1].endswith("…")


def test_a_pdf_is_written_in_a_worker_thread(tmp_path: Path) -> None:
    path, watch = tmp_path / "daftar.pdf", Watch()
    with ThreadPoolExecutor(1) as pool:
        pages = pool.submit(save_pdf, path, printout(), people(1000), watch, 1000).result()
    written = path.read_bytes()
    assert written.startswith(b"%PDF-")
    assert f"/Count {pages}".encode() in written
    assert watch.total == 1000
    assert list(tmp_path.iterdir()) == [path]


def test_a_cancelled_print_keeps_the_old_file(tmp_path: Path) -> None:
    path, watch = tmp_path / "daftar.pdf", Watch()
    path.write_text("yang lama")

    def stopping() -> Iterable[Sequence[str]]:
        for number, row in enumerate(people(100_000)):
            watch.cancelled = number > 500
            yield row

    with pytest.raises(CannotDo, match="cancelled"):
        save_pdf(path, printout(), stopping(), watch)
    assert path.read_text() == "yang lama"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["tidak/ada/daftar.pdf", ""])
def test_a_place_that_cannot_be_written_is_refused(place: str, tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match=r"folder\.not_writable"):
        save_pdf(tmp_path / place, printout(), people(3), Watch())


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(CannotDo, match=r"disk\.full"):
            save_pdf(tmp_path / "daftar.pdf", printout(), people(2000), Watch())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(tmp_path.iterdir())
