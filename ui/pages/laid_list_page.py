"""A list that is laid on top of the list of employees: it has a way back, and opens the people it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from ui.context import Target
from ui.pages.list_page import ListPage
from ui.texts import tr
from ui.widgets.buttons import icon_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.context import Context
    from ui.lists.columns import ListKind, Record


class LaidListPage(ListPage):
    """Nothing is added or brought in here; `closed` asks to go back."""

    closed = Signal()

    def __init__(self, context: Context, kind: Callable[[int], ListKind]) -> None:
        super().__init__(context, kind)
        self.back_button = icon_button("arrow-left", tr("Kembali ke daftar (Esc)"))
        self.back_button.clicked.connect(self.closed)
        self.header.lead(self.back_button)
        self.new_button.hide()
        self.import_button.hide()
        self.setFocusProxy(self.list)
        context.changed.connect(self.on_changes)

    def open_key(self, key: int) -> None:
        """The page of the person whom the row is about."""
        self.list.records_of([key], self._open_person, slot="person")

    def _open_person(self, records: Sequence[Record]) -> None:
        from ui.pages.person_page import PersonPage

        for record in records:
            page = PersonPage(self.context, record["employee_id"])
            page.closed.connect(self.pop)
            page.edit_wanted.connect(lambda key: self.context.go(Target("employees", key=key, act="edit")))
            self.push(page)

    def edit(self, key: int) -> None:
        """F2 opens the person too: the row itself is told by what is recorded there."""
        self.open_key(key)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the page lay below."""
        super().showEvent(event)
        self.refresh()
