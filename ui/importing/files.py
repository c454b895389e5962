"""Asking for the files of an import, and naming them where there is little room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.texts import tr

_ENDINGS = "*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt"
_LONGEST_NAME = 36


def ask_source(parent: QWidget) -> Path | None:
    """Which file is to be imported, by the system's own dialog; `None` for none."""
    kinds = tr("Buku kerja dan CSV ({endings})", endings=_ENDINGS)
    name, _ = QFileDialog.getOpenFileName(parent, tr("Pilih berkas untuk diimpor"), "", kinds)
    return Path(name) if name else None


def ask_rejected(parent: QWidget, source: Path) -> Path | None:
    """Where the refused rows go, proposed beside the sender's file; `None` for nowhere."""
    proposed = str(source.with_name(tr("{file} - baris salah.xlsx", file=source.stem)))
    kinds = tr("Buku kerja Excel (*.xlsx)")
    name, _ = QFileDialog.getSaveFileName(parent, tr("Simpan baris yang salah"), proposed, kinds)
    return Path(name).with_suffix(".xlsx") if name else None


def short_name(name: str) -> str:
    """A file's name, cut in the middle where it is long."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:20]}…{name[-12:]}"
