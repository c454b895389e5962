"""The question before printing: which printer, which paper, how many copies, or a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFormLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from ui.printing.printout import Paper
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.labels import label

_MOST_COPIES = 50


class PrintDialog(QDialog):
    """After `exec`, `printer` is what to print on, or `pdf` the file to write; `paper` is chosen for both."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._title = title
        self.printer: QPrinter | None = None
        self.pdf: Path | None = None
        self._printers = QComboBox()
        self._printers.addItems(QPrinterInfo.availablePrinterNames())
        self._printers.setCurrentText(QPrinterInfo.defaultPrinterName())
        self._papers = QComboBox()
        self._papers.addItem(tr("A4 (21 × 29,7 cm)"), Paper.A4)
        self._papers.addItem(tr("F4 / folio (21,5 × 33 cm)"), Paper.F4)
        self._copies = QSpinBox()
        self._copies.setRange(1, _MOST_COPIES)
        self._print = button(tr("Cetak"), icon="printer", kind="primary")
        self._save = button(tr("Simpan sebagai PDF…"), icon="file-text")
        self._cancel = button(tr("Batal"), kind="ghost")
        self._lay_out()
        self._print.clicked.connect(self._choose_printer)
        self._save.clicked.connect(self._choose_file)
        self._cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        absent = not self._printers.count()
        form = QFormLayout()
        rows = ((tr("Pencetak"), self._printers), (tr("Kertas"), self._papers), (tr("Rangkap"), self._copies))
        for name, field in rows:
            field.setAccessibleName(name)
            form.addRow(label(name, Role.CARD_TITLE), field)
        self._printers.setEnabled(not absent)
        self._print.setEnabled(not absent)
        note = label(tr("Tidak ada pencetak di komputer ini. Simpan sebagai PDF, lalu cetak di komputer lain."))
        note.setWordWrap(True)
        note.setVisible(absent)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._print)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addLayout(buttons)
        (self._save if absent else self._print).setDefault(True)

    @property
    def paper(self) -> Paper:
        """The chosen paper."""
        paper = self._papers.currentData()
        return paper if isinstance(paper, Paper) else Paper.A4

    def _choose_printer(self) -> None:
        chosen = QPrinterInfo.printerInfo(self._printers.currentText())
        self.printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
        self.printer.setCopyCount(self._copies.value())
        self.accept()

    def _choose_file(self) -> None:
        proposed = str(Path.home() / f"{self._title}.pdf")
        name, _ = QFileDialog.getSaveFileName(self, tr("Simpan sebagai PDF"), proposed, tr("PDF (*.pdf)"))
        if name:
            self.pdf = Path(name).with_suffix(".pdf")
            self.accept()
