"""Tab: what takes keys in a window, in the order in which one reads it.

Qt's own chain of widgets is made for windows that stand still. Here pages come and go in one another and name widgets
inside themselves that stand for them, after which whole parts of the window are no longer in the chain, or Tab stops
before a widget whose stand-in is hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

_SLANT = 4
"""Pixels by which one widget may reach into the row below and still stands above it."""
_ROOM = 40
"""Pixels that are shown around what is scrolled to: its label above, its message below."""


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Put the keyboard on what comes next or before, round and round; false where nothing else takes keys."""
    focused: QWidget | None = window.focusWidget()
    ring = [it for it in in_order(window) if it is focused or not _stands_back(it)]
    if focused is not None and focused not in ring:
        found = _near(focused, window)
    else:
        place = ring.index(focused) if focused is not None else -1 if forward else 0
        found = ring[(place + (1 if forward else -1)) % len(ring)] if ring else None
    if found is None or found is focused:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    show(found)
    return True


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """What takes keys in a widget, itself first."""
    if takes_keys(widget):
        yield widget
    inside = [it for it in widget.children() if isinstance(it, QWidget) and it.isVisible() and not it.isWindow()]
    for child in sorted(inside, key=cmp_to_key(_compared)):
        yield from in_order(child)


def takes_keys(widget: QWidget) -> bool:
    """Whether Tab stops at a widget: not at one for which another stands."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def show(widget: QWidget) -> None:
    """Scroll until a widget is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, _ROOM)
        above = above.parentWidget()


def _stands_back(widget: QWidget) -> bool:
    """Whether it is one of several choices of which another is made: Tab reaches that one, the arrows the others."""
    above = widget.parentWidget()
    if above is None or not isinstance(widget, QAbstractButton) or not widget.autoExclusive() or widget.isChecked():
        return False
    others = (it for it in above.children() if isinstance(it, QAbstractButton) and it.autoExclusive())
    return any(it.isChecked() and takes_keys(it) for it in others)


def _near(gone: QWidget, window: QWidget) -> QWidget | None:
    """The first widget close to one that was hidden or switched off while it had the keyboard."""
    above: QWidget | None = gone
    while above is not None and above is not window:
        above = above.parentWidget()
        if above is not None and above.isVisible():
            found = next((it for it in in_order(above) if it is not gone), None)
            if found is not None:
                return found
    return None


def _compared(one: QWidget, other: QWidget) -> int:
    """Rows from above to below, in a row from left to right."""
    first, second = one.geometry(), other.geometry()
    if first.bottom() < second.top() + _SLANT:
        return -1
    if second.bottom() < first.top() + _SLANT:
        return 1
    return (first.left() > second.left()) - (first.left() < second.left())
