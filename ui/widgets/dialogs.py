"""The few questions that need an answer before work goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

Answer = Literal["save", "discard", "stay"]
WIDTH = 420
"""Of a dialog in pixels, so that a line of its body stays easy to read."""


def ask_destructive(parent: QWidget | None, title: str, body: str, act: str) -> bool:
    """Whether to do what cannot simply be seen again: the title asks with the number, `act` names the deed.

    The keyboard stands on Batal, so Enter and Esc both keep everything.
    """
    stay = button(tr("Batal"))
    return _ask(parent, "trash", "bad", title, body, (stay, button(act, kind="danger"))) == 1


def ask_unsaved(parent: QWidget | None) -> Answer:
    """What to do with changes that would be lost by leaving; Esc stays."""
    title, body = tr("Simpan perubahan?"), tr("Isian di halaman ini sudah diubah dan belum disimpan.")
    buttons = (
        button(tr("Tetap di sini")),
        button(tr("Buang perubahan"), kind="danger"),
        button(tr("Simpan"), kind="primary"),
    )
    answers: tuple[Answer, ...] = ("stay", "discard", "save")
    return answers[_ask(parent, "floppy-disk", "accent", title, body, buttons, focus=2)]


def choose(parent: QWidget | None, title: str, body: str, acts: Sequence[str]) -> int:
    """Which of several deeds is wanted, as its place from 1; 0 for Batal, where the keyboard stands, and for Esc."""
    buttons = [button(tr("Batal")), *(button(act) for act in acts)]
    return _ask(parent, "database", "accent", title, body, buttons)


def tell(parent: QWidget | None, title: str, body: str) -> None:
    """Say what cannot be done and what helps; for what went well there is the line in the status bar."""
    _ask(parent, "warning-circle", "warn", title, body, (button(tr("Tutup")),))


def _ask(
    parent: QWidget | None,
    icon: str,
    colour: str,
    title: str,
    body: str,
    buttons: Sequence[QPushButton],
    focus: int = 0,
) -> int:
    """Place of the button that was pressed; 0 when the dialog was closed."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setMinimumWidth(WIDTH)
    _lay_out(dialog, IconLabel(icon, colour, 18), title, body, buttons)
    for place, made in enumerate(buttons):
        made.setDefault(place == focus)
        made.clicked.connect(lambda _checked=False, place=place: dialog.done(place))
    buttons[focus].setFocus()
    answer = dialog.exec()
    dialog.deleteLater()
    return answer


def _lay_out(dialog: QDialog, icon: IconLabel, title: str, body: str, buttons: Sequence[QPushButton]) -> None:
    heading, text = label(title, Role.SECTION), label(body, Role.BODY, "text2")
    for written in (heading, text):
        written.setWordWrap(True)
    top, bottom = QHBoxLayout(), QHBoxLayout()
    top.setSpacing(8)
    top.addWidget(icon)
    top.addWidget(heading, 1)
    bottom.setSpacing(8)
    bottom.addStretch(1)
    for made in buttons:
        bottom.addWidget(made)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(8)
    column.addLayout(top)
    column.addWidget(text)
    column.addSpacing(8)
    column.addLayout(bottom)
    # By itself a dialog leaves several paragraphs less room than they take when they are wrapped at its width.
    width = max(WIDTH, column.totalSizeHint().width())
    dialog.setMinimumSize(width, column.totalHeightForWidth(width))
