"""Buttons of the few kinds there are; one primary button per screen."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui.theme.icons import icon as themed_icon

Kind = Literal["", "primary", "ghost", "danger", "link", "chip"]
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOLDED = "folded"
"""Where a folded button keeps its words."""
INK = {"primary": "on_accent", "danger": "bad", "link": "accent"}


def button(text: str, icon: str = "", kind: Kind = "") -> QPushButton:
    """A button with a word on it; `icon` is a Phosphor name."""
    made = QPushButton(text)
    answer_enter(made)
    set_kind(made, kind, icon)
    return made


def menu_button(text: str, icon: str, menu: QMenu, kind: Kind = "") -> QPushButton:
    """A button that opens a menu and shows so."""
    made = button(text, icon, kind)
    made.setProperty("menu", True)
    made.setMenu(menu)
    return made


def icon_button(icon: str, hint: str, kind: Kind = "ghost") -> QToolButton:
    """A button without a word; the hint, with its key, is its tooltip and its name for screen readers."""
    made = IconButton()
    made.setProperty("kind", kind)
    made.setIcon(themed_icon(icon))
    made.setIconSize(QSize(16, 16))
    made.setToolTip(hint)
    made.setAccessibleName(hint)
    return made


def action_button(action: QAction, kind: Kind = "") -> QPushButton:
    """A button that does what an action does and is named, enabled and shown as the action is."""
    return _ActionButton(action, kind)


def set_kind(made: QPushButton, kind: Kind, icon: str = "") -> None:
    """Change what kind of button this is: a header's primary steps back while the page is empty."""
    made.setProperty("kind", kind)
    if icon or not made.icon().isNull():
        made.setIcon(themed_icon(icon or made.icon().name(), INK.get(kind)))
        made.setIconSize(QSize(16, 16))
    polish(made)


def fold(made: QPushButton, *, on: bool) -> None:
    """Let a button with an icon be that sign alone, its words its hint, or give it its words back."""
    words = made.property(_FOLDED) or ""
    if on and made.text() and not made.icon().isNull():
        made.setProperty(_FOLDED, made.text())
        made.setAccessibleName(made.accessibleName() or made.text())
        made.setToolTip(made.toolTip() or made.text())
        made.setText("")
    elif not on and words:
        made.setText(made.text() or words)
        made.setAccessibleName("" if made.accessibleName() == words else made.accessibleName())
        made.setToolTip("" if made.toolTip() == words else made.toolTip())
        made.setProperty(_FOLDED, None)


def polish(widget: QWidget) -> None:
    """Let the style sheet see a property that has changed; it looks at a new widget anyway."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def answer_enter(made: QPushButton) -> None:
    """Let Enter press a button that has the keyboard: outside of dialogs Qt knows the space bar alone."""
    made.setAutoDefault(True)


class IconButton(QToolButton):
    """A button without a word that Enter presses as the space bar does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class _ActionButton(QPushButton):
    def __init__(self, action: QAction, kind: Kind) -> None:
        super().__init__()
        self._action = action
        answer_enter(self)
        set_kind(self, kind, action.icon().name())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip() if self._action.toolTip() != self._action.text() else "")
        if self.isHidden() == self._action.isVisible() and (self.parent() or not self._action.isVisible()):
            self.setVisible(self._action.isVisible())
