"""Questions: where the keyboard stands, and what every way out means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.dialogs import ask_destructive, ask_unsaved, choose, tell

pytestmark = pytest.mark.usefixtures("themed")


def meanwhile(act: Callable[[QDialog], None]) -> None:
    """Do something with the dialog as soon as it is open."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            dialog.done(dialog.result())

    QTimer.singleShot(20, run)


def press(words: str) -> Callable[[QDialog], None]:
    return lambda dialog: next(b for b in dialog.findChildren(QPushButton) if b.text() == words).click()


def delete() -> bool:
    return ask_destructive(None, "Hapus 3 pelatihan?", "48 JP ikut hilang.", "Hapus 3 pelatihan")


def test_only_the_button_that_names_the_act_does_it() -> None:
    meanwhile(press("Hapus 3 pelatihan"))
    assert delete() is True
    meanwhile(press("Batal"))
    assert delete() is False


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_keep_everything(qtbot: QtBot, key: Qt.Key) -> None:
    def act(dialog: QDialog) -> None:
        default = next(b for b in dialog.findChildren(QPushButton) if b.isDefault())
        assert default.text() == "Batal"
        assert dialog.focusWidget() is default
        qtbot.keyClick(dialog, key)

    meanwhile(act)
    assert delete() is False


def test_enter_does_what_the_button_with_the_keyboard_says(qtbot: QtBot) -> None:
    def act(dialog: QDialog) -> None:
        QTest.qWaitForWindowActive(dialog)
        focused = dialog.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        deed = dialog.focusWidget()
        assert isinstance(deed, QPushButton)
        assert deed.text() == "Hapus 3 pelatihan"
        qtbot.keyClick(deed, Qt.Key.Key_Return)

    meanwhile(act)
    assert delete() is True


@pytest.mark.parametrize(
    ("words", "answer"), [("Simpan", "save"), ("Buang perubahan", "discard"), ("Tetap di sini", "stay")]
)
def test_unsaved_changes_have_three_ways(words: str, answer: str) -> None:
    meanwhile(press(words))
    assert ask_unsaved(None) == answer


def test_leaving_the_question_stays() -> None:
    meanwhile(QDialog.reject)
    assert ask_unsaved(None) == "stay"


def test_telling_shows_title_and_body() -> None:
    said: list[str] = []
    meanwhile(lambda dialog: said.extend(text.text() for text in dialog.findChildren(QLabel)))
    tell(None, "Berkas sedang dibuka", "Tutup berkas di Excel <lalu> coba lagi.")
    assert said == ["Berkas sedang dibuka", "Tutup berkas di Excel <lalu> coba lagi."]


UNEVEN = (
    "BKPSDM · Kota Nusa Jaya: 420 pegawai, terakhir diubah 22 Nov 2026 12.37, revisi data 0018.",
    "Memulihkan mengganti seluruh data di folder bersama dengan isi berkas ini. Data sekarang dicadangkan dahulu.",
    "Membuka foldernya menampilkan data itu di jendela lain; data di sini tidak berubah.",
)


@pytest.mark.parametrize("paragraphs", [1, 2, 3])
def test_no_paragraph_is_cut(qtbot: QtBot, paragraphs: int) -> None:
    cut: list[str] = []

    def look(dialog: QDialog) -> None:
        qtbot.waitActive(dialog)
        written = [it for it in dialog.findChildren(QLabel) if it.wordWrap()]
        cut.extend(it.text() for it in written if it.height() < it.heightForWidth(it.width()))
        assert len(written) == 2
        dialog.reject()

    meanwhile(look)
    body = "\n\n".join(UNEVEN[:paragraphs])
    assert choose(None, "Apa yang dilakukan dengan data.smartpns?", body, ["Pulihkan ke sini", "Buka foldernya"]) == 0
    assert not cut
