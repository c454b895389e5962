"""F6: from pane to pane of the window, each entered where the keyboard was in it last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_round(panes: Sequence[QWidget], focused: QWidget | None, step: int) -> None:
    """Put the keyboard into the pane after (`step` 1) or before (-1) the one that has it; empty ones are passed."""
    inside = next((place for place, pane in enumerate(panes) if holds(pane, focused)), -1 if step > 0 else 0)
    for distance in range(1, len(panes) + 1):
        if enter(panes[(inside + step * distance) % len(panes)]):
            return


def holds(pane: QWidget, focused: QWidget | None) -> bool:
    """Whether a widget, if there is one, is the pane or in it."""
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def enter(pane: QWidget) -> bool:
    """Put the keyboard into a pane; false where nothing in it takes keys."""
    last: QWidget | None = pane.focusWidget()
    found = last if _takes_keys(last) else next(_in_order(pane), None)
    if found is not None:
        found.setFocus(Qt.FocusReason.TabFocusReason)
    return found is not None


def _in_order(pane: QWidget) -> Iterator[QWidget]:
    """What Tab would reach in the pane, first things first."""
    widget: QWidget | None = pane
    while widget is not None:
        if holds(pane, widget) and _takes_keys(widget):
            yield widget
        widget = widget.nextInFocusChain()
        if widget is pane:
            return


def _takes_keys(widget: QWidget | None) -> bool:
    if widget is None:
        return False
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
