"""Before printing: a computer without a printer offers a PDF, the paper is A4 or F4, and a printer may refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QPushButton

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.watch import Watch
from tests.ui.driving import banner, listed, press
from ui.main_window import MainWindow
from ui.printing.columns import PrintColumn
from ui.printing.document_print import print_document
from ui.printing.print_dialog import PrintDialog
from ui.printing.printout import Paper, Printout
from ui.printing.table_print import print_table, save_pdf
from ui.waiting import settle

SHEET = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
POINTS = 72 / 25.4


@pytest.fixture
def dialog(themed: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintDialog]:
    """The question on a computer that has no printer."""
    del themed
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    made = PrintDialog("Daftar Pegawai")
    made.show()
    yield made
    made.close()


def named(dialog: QDialog, text: str) -> QPushButton:
    return next(it for it in dialog.findChildren(QPushButton) if it.text() == text)


def sheet_of(pdf: Path) -> tuple[float, float]:
    """Width and height of the first page in millimetres."""
    found = SHEET.search(pdf.read_bytes())
    assert found is not None
    return float(found[1]) / POINTS, float(found[2]) / POINTS


def test_without_a_printer_enter_saves_a_pdf(
    dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_told: (str(tmp_path / "daftar"), ""))
    assert not named(dialog, "Cetak").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.printer, dialog.pdf) == (None, tmp_path / "daftar.pdf")


def test_both_papers_of_an_office_can_be_chosen(dialog: PrintDialog) -> None:
    papers = next(it for it in dialog.findChildren(QComboBox) if it.accessibleName() == "Kertas")
    assert [papers.itemText(it) for it in range(papers.count())] == ["A4 (21 × 29,7 cm)", "F4 / folio (21,5 × 33 cm)"]
    assert dialog.paper is Paper.A4
    QTest.keyClick(papers, Qt.Key.Key_Down)
    assert dialog.paper is Paper.F4


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paper", Paper)
def test_a_pdf_has_the_paper_that_was_chosen(paper: Paper, tmp_path: Path) -> None:
    printout = Printout("Daftar", "", (PrintColumn("Nama", 100),), "BKPSDM", date(2026, 3, 12), paper)
    save_pdf(tmp_path / "a.pdf", printout, [("Siti",)], Watch())
    assert sheet_of(tmp_path / "a.pdf") == pytest.approx(paper.value, abs=0.5)


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_is_gone_is_a_calm_refusal(tmp_path: Path) -> None:
    gone = QPrinter()
    gone.setOutputFileName(str(tmp_path / "no folder" / "a.pdf"))
    printout = Printout("Daftar", "", (PrintColumn("Nama", 100),), "BKPSDM", date(2026, 3, 12))
    with pytest.raises(CannotDo, match=r"printer\.refused"):
        print_table(gone, printout, [("Siti",)], Watch())
    with pytest.raises(CannotDo, match=r"printer\.refused"):
        print_document(gone, "<p>Siti</p>", Paper.A4)


def test_a_list_is_written_as_pdf_where_there_is_no_printer(
    active: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def choose(dialog: PrintDialog) -> int:
        dialog.pdf = tmp_path / "daftar.pdf"
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    monkeypatch.setattr(PrintDialog, "exec", choose)
    listed(active)
    press(active, "Ctrl+P")
    settle(active.context.operations)
    assert (tmp_path / "daftar.pdf").read_bytes().startswith(b"%PDF")
    assert not banner(active)
