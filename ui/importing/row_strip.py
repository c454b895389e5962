"""The strip below a checked import: what the row with the cursor changes, and where in the sheet that stands."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.importing.check_columns import NOTHING
from ui.texts import tr
from ui.theme.fonts import Role
from ui.theme.theme import theme
from ui.theme.tokens import Tokens
from ui.widgets.labels import label, on_plane
from ui.widgets.scrolled import scrolled

_HIGH = 84

Line = tuple[str, str, str, str]
"""What changes, the value before, the value after, and its source."""


class RowStrip(QFrame):
    """A title and lines; more lines than there is room for can be scrolled."""

    def __init__(self) -> None:
        super().__init__()
        on_plane(self, "surface2", "top")
        self.setFixedHeight(_HIGH)
        self.title = label("", Role.CARD_TITLE)
        self.hint = label("", Role.SMALL, "text2")
        self.body = label("", Role.SMALL, "text")
        self.body.setTextFormat(Qt.TextFormat.RichText)
        self.body.setWordWrap(True)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines: tuple[Line, ...] = ()
        self._lay_out()
        theme().changed.connect(self._dress)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.hint)
        inner = QWidget()
        on_plane(inner, "surface2")
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.body)
        inside.addStretch(1)
        scroll = scrolled(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def show_hint(self, *, checkable: bool) -> None:
        """The keys that mean something here."""
        move = tr("Alt+↓ baris berikutnya")
        self.hint.setText(tr("{move} · Spasi lewati atau ikutkan", move=move) if checkable else move)

    def show_changes(self, title: str, lines: Iterable[Line]) -> None:
        """Show old and new values with their places."""
        self.title.setText(title)
        self._lines = tuple(lines)
        self._dress()

    def show_sentences(self, title: str, sentences: Iterable[str]) -> None:
        """Show what is to be said of a row."""
        self.title.setText(title)
        self._lines = ()
        self.body.setText("<br>".join(map(escape, sentences)))

    def _dress(self) -> None:
        """Rich text carries its colours itself, so it is written anew in those of the theme."""
        if self._lines:
            tokens = theme().tokens
            self.body.setText(f"<table cellspacing=0>{''.join(_row(line, tokens) for line in self._lines)}</table>")


def _row(line: Line, tokens: Tokens) -> str:
    name, before, after, source = (escape(part) for part in line)
    return (
        f'<tr><td style="color:{tokens.text2};padding-right:16px">{name}</td>'
        f'<td>{before or NOTHING} &nbsp;→&nbsp; <b style="color:{tokens.accent}">{after or NOTHING}</b></td>'
        f'<td style="color:{tokens.text2};padding-left:16px">{source}</td></tr>'
    )
