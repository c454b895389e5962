"""The report of a bug: what happened, that nothing is half stored, and a text to send to whoever mends it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.errors.reports import BugReport
from ui.texts import tr

_MOST = 20
"""Reports that one dialog holds; the log has the others."""


class ReportDialog(QDialog):
    """Shows one bug, and those that come while it is open, as text without NIP, NIK or names."""

    def __init__(self, report: BugReport, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports: list[BugReport] = []
        self._log = log
        self.setWindowTitle(tr("Kesalahan program"))
        self.resize(640, 440)
        self._lay_out()
        self.add(report)

    @property
    def origins(self) -> frozenset[str]:
        """Where the bugs shown here come from."""
        return frozenset(report.origin for report in self._reports)

    def add(self, report: BugReport) -> None:
        """Show one more bug below the others; one that is here already is not shown twice."""
        if report.origin in self.origins or len(self._reports) == _MOST:
            return
        self._reports.append(report)
        self.text.setPlainText("\n\n".join(shown.text for shown in self._reports))
        count = len(self._reports)
        self.heading.setText(
            tr("Program menemui kesalahan yang tidak terduga")
            if count == 1
            else tr("Program menemui {count} kesalahan yang tidak terduga", count=count)
        )

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(tr("Tersalin"))

    def open_log_folder(self) -> None:
        """Show the folder of the log in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.heading = QLabel()
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self.heading.setFont(font)
        column.addWidget(self.heading)
        column.addWidget(
            _line(tr("Data Anda aman: yang terputus dibatalkan seluruhnya, tidak ada yang setengah tersimpan."))
        )
        column.addWidget(
            _line(
                tr(
                    "Anda dapat terus bekerja. Bila ini terjadi lagi, salin rincian di bawah dan kirimkan kepada "
                    "pengelola program; di dalamnya tidak ada NIP, NIK, maupun nama."
                )
            )
        )
        self.text = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Rincian kesalahan"))
        self.text.setTabChangesFocus(True)
        column.addWidget(self.text, 1)
        column.addWidget(_line(tr("Catatan lengkap: {path}", path=self._log)))
        column.addLayout(self._buttons())
        self.close_button.setFocus()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy_button = QPushButton(tr("Salin"))
        self.folder_button = QPushButton(tr("Buka folder log"))
        self.close_button = QPushButton(tr("Tutup"), default=True)
        self.copy_button.clicked.connect(self.copy)
        self.folder_button.clicked.connect(self.open_log_folder)
        self.close_button.clicked.connect(self.reject)
        for button in (self.copy_button, self.folder_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.close_button)
        return row


def _line(text: str) -> QLabel:
    line = QLabel(text, wordWrap=True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return line
