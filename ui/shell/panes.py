"""F6: from pane to pane of the window, each entered where the keyboard was in it last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.shell.tab_order import in_order, show, takes_keys


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
    found = last if last is not None and takes_keys(last) else next(in_order(pane), None)
    if found is not None:
        found.setFocus(Qt.FocusReason.TabFocusReason)
        show(found)
    return found is not None
