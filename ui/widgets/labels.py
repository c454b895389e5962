"""Texts in the roles and colours of the theme, hairlines and grounds."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.theme.fonts import Role, font
from ui.theme.theme import theme


class Label(QLabel):
    """A text of one role and colour that follows theme and text size; plain text unless told otherwise."""

    def __init__(self, text: str, role: Role, colour: str) -> None:
        super().__init__(text)
        self._role, self._colour = role, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # inside a button it would be the button's
        theme().changed.connect(self._dress)
        self._dress()

    def set_colour(self, colour: str) -> None:
        """Name of the token the text is painted in from now on."""
        self._colour = colour
        self._dress()

    def _dress(self) -> None:
        self.setFont(font(self._role))
        self.setPalette(_inked(theme().tokens.of(self._colour)))


@lru_cache(maxsize=64)
def _inked(colour: str) -> QPalette:
    """What makes a text this colour, and says nothing of one that is disabled."""
    palette = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.WindowText, QColor(colour))
    return palette


def label(text: str, role: Role = Role.BODY, colour_token: str = "text") -> Label:
    """A text in a role and a token's colour."""
    return Label(text, role, colour_token)


def wrapped(text: str, role: Role = Role.BODY, colour_token: str = "text") -> Label:
    """A text in a role and a token's colour on as many lines as it needs."""
    made = Label(text, role, colour_token)
    made.setWordWrap(True)
    return made


def on_plane(widget: QWidget, token: str, edge: str = "") -> None:
    """Give a widget the ground bg, surface or surface2, and a hairline at its top, right, bottom or left edge."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("plane", token)
    if edge:
        widget.setProperty("edge", edge)


def hairline(vertical: bool = False) -> QFrame:
    """A line of 1 px between groups."""
    line = QFrame()
    on_plane(line, "line")
    line.setFixedWidth(1) if vertical else line.setFixedHeight(1)
    return line


def key_cap(keys: str) -> Label:
    """A keyboard shortcut drawn as a key."""
    cap = Label(keys, Role.TINY, "text2")
    cap.setProperty("cap", True)
    return cap
