"""What all pages have in common: a name, an icon, a main view, and whatever lies on top of it for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.shell.panes import go_round, holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.services.changes import Changes
    from ui.context import Context, Target

NARROW = 1100
"""Logical pixels of the window's width below which panes give way (LOOK.md, sidebar)."""
_LEAST_WIDTH, _LEAST_HEIGHT = 640, 320


class Page(QStackedWidget):
    """A page of the window; forms and single records lie on top of its main view and go back to it."""

    name: ClassVar[str]
    icon: ClassVar[str]
    help_name: ClassVar[str] = ""
    """The help of a page that lies on top of another one and has its own."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._stale = True
        context.year_changed.connect(self._on_year)

    def title(self) -> str:
        """What the sidebar calls the page."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read again what the page shows."""

    def concerns(self, _changes: Changes) -> bool:
        """Whether something that the page shows was touched; anything at all, where a page does not say."""
        return True

    def on_changes(self, changes: Changes) -> None:
        """Take note of what was written."""
        if self.concerns(changes):
            self.outdate()

    def outdate(self) -> None:
        """Read again: now where somebody looks, else when the page is shown."""
        self._stale = True
        self.refresh()

    def refresh(self) -> None:
        """Read again if something changed since, and somebody looks."""
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """The page came to the front, or the window did with it."""
        super().showEvent(event)
        self.refresh()

    def open(self, target: Target) -> None:
        """Show the place in the page that a target names."""

    def take_focus(self) -> None:
        """Put the keyboard where work goes on; Qt itself would take the first field it finds."""
        front = self.currentWidget()
        if front is None:
            return
        front.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.isVisible():  # nothing in it takes keys yet; the window gives them to `front` once it is shown
            return
        focused = self.window().focusWidget()
        if not holds(self, focused) or not focused.isVisible():
            go_round(self.panes(), None, 1)

    def search(self) -> None:
        """Put the cursor where the page is filtered (Ctrl+F)."""

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through, from left to right."""
        return tuple(filter(None, (self.currentWidget(),)))

    def push(self, widget: QWidget) -> None:
        """Lay a form or a record on top."""
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        self.take_focus()

    def pop(self) -> None:
        """Take the topmost widget away; what lay below is shown again."""
        top = self.widget(self.count() - 1)
        if self.count() > 1 and top is not None:
            self.removeWidget(top)
            top.deleteLater()
            self.setCurrentIndex(self.count() - 1)
            self.take_focus()

    def may_leave(self) -> bool:
        """Whether nothing is lost when the page is left; the topmost widget may ask the user."""
        ask = getattr(self.currentWidget(), "may_leave", None)
        return bool(ask()) if ask is not None else True

    def back(self) -> None:
        """One step back (Esc): the topmost widget goes, if it may."""
        if self.count() > 1 and self.may_leave():
            self.pop()

    def to_main(self) -> bool:
        """Back to the main view; false where the user stays with a half filled form."""
        if not self.may_leave():
            return False
        while self.count() > 1:
            self.pop()
        return True

    def top(self) -> QWidget:
        """What commands are meant for: the page itself, or the form or record on top of it."""
        above = self.currentWidget() if self.count() > 1 else None
        if above is None:
            return self
        return above.top() if isinstance(above, Page) else above

    def help_topic(self) -> str:
        """Whose help F1 shows: that of what lies on top, where it has one."""
        return getattr(self.top(), "help_name", "") or self.name

    def minimumSizeHint(self) -> QSize:
        """Small enough for the window to become narrow; only then panes give way."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def is_narrow(self) -> bool:
        """Whether the window is too narrow for panes side by side."""
        return self.window().width() < NARROW

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() == Qt.Key.Key_Escape and self.count() > 1:
            self.back()
        else:
            super().keyPressEvent(event)

    def on_year(self) -> None:
        """Another year of work: change what names it; the data are read again anyway."""

    def _on_year(self, _year: int) -> None:
        self.on_year()
        self.outdate()
