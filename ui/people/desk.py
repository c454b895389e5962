"""What the tabs of a person's page and the acts on a person's rows work with: who is shown, and where forms lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.pages.page import Page

if TYPE_CHECKING:
    from ui.context import Context
    from ui.forms.form_page import FormPage
    from ui.people.person import Person
    from ui.people.timeline import Kind


class PersonDesk(Page):
    """A page of one person; `closed` asks to go back to the list, `edit_wanted` for the form of the record.

    `person` is what was read of the person last, `adds` the acts that add a row, by what it is of.
    """

    closed = Signal()
    edit_wanted = Signal(object)

    def __init__(self, context: Context, key: int) -> None:
        super().__init__(context)
        self.key = key
        self.person: Person | None = None
        self.adds: dict[Kind, QAction] = {}

    def edit(self) -> None:
        """The form of the record."""
        self.edit_wanted.emit(self.key)

    def lay_on_top(self, form: FormPage) -> None:
        """Show a form until it is saved or left."""
        form.closed.connect(self.pop)
        form.saved.connect(lambda _result: self.pop())
        self.push(form)

    def add_menu(self, *kinds: Kind) -> QMenu:
        """A menu of the acts that add a row of one of these kinds."""
        menu = QMenu(self)
        menu.addActions([self.adds[kind] for kind in kinds if kind in self.adds])
        return menu
