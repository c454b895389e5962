"""One thing to do on the first page: how pressing, what, why, and the link that begins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpns_desktop.words.tasks import say
from ui.theme.fonts import Role
from ui.widgets.badge import ink
from ui.widgets.buttons import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from smartpns_desktop.services.tasks import Task

_ICONS = {"bad": "warning-circle", "warn": "clock", "neutral": "file-text"}


class TaskRow(QWidget):
    """Icon, title and hint on the left, the link on the right."""

    chosen = Signal(object)

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task
        words = say(task.code, task.count, task.facts)
        title, hint = label(words.title), label(words.hint, Role.SMALL, "text2")
        for text in (title, hint):
            text.setWordWrap(True)
        link = button(words.act, kind="link")
        link.setAccessibleName(f"{words.act}: {words.title}")
        link.clicked.connect(lambda: self.chosen.emit(task.target))
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(title)
        told.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        mark = IconLabel(_ICONS[task.kind], ink(task.kind), 16)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
