"""What stands in a page that has nothing to show: why, what to do, and the buttons for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.fonts import Role
from ui.widgets.buttons import action_button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import Label, key_cap, label

WIDEST = 440
"""Widest line in pixels: two calm lines rather than one long one."""


class EmptyState(QWidget):
    """Icon, sentence, advice, up to two buttons, quiet links and keys, in the middle of the room it has."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        advice: str,
        primary: QAction | None = None,
        secondary: QAction | None = None,
        links: Sequence[QAction] = (),
        keys: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__()
        self._sentence, self._advice = _centred(sentence, Role.TITLE, "text"), _centred(advice, Role.BODY, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addStretch(2)
        circle = IconLabel(icon, "accent", 32, ground="accent_soft", side=72)
        column.addWidget(circle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addLayout(_row([self._sentence], 0))
        column.addLayout(_row([self._advice], 0))
        for above, gap, widgets in (
            (8, 8, list(_buttons(primary, secondary))),
            (8, 8, [action_button(action, "link") for action in links]),
            (16, 8, [part for cap, word in keys for part in (key_cap(cap), label(word, Role.SMALL, "text2"))]),
        ):
            if widgets:
                column.addSpacing(above)
                column.addLayout(_row(widgets, gap))
        column.addStretch(3)

    def set_text(self, sentence: str, advice: str) -> None:
        """Say something else: nothing found is not the same as nothing there."""
        self._sentence.setText(sentence)
        self._advice.setText(advice)


def _buttons(primary: QAction | None, secondary: QAction | None) -> Iterator[QWidget]:
    if primary:
        yield action_button(primary, "primary")
    if secondary:
        yield action_button(secondary)


def _centred(text: str, role: Role, colour: str) -> Label:
    made = label(text, role, colour)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    made.setWordWrap(True)
    made.setMaximumWidth(WIDEST)
    return made


def _row(widgets: Sequence[QWidget], gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget, 2 if isinstance(widget, Label) and widget.wordWrap() else 0)
    row.addStretch(1)
    return row
