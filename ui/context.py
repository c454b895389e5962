"""What every page is handed: the services, the door to the background, and the way to other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from smartpns_desktop.domain.errors import CannotDo

if TYPE_CHECKING:
    from pathlib import Path

    from smartpns_desktop.app import App
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.lists import ListQuery
    from smartpns_desktop.services.watch import Watch
    from ui.workers.operation import Operation, Operations

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the program: a page, and there a filter, a thing or an act (`new`, `edit`, `import`)."""

    page: str
    query: ListQuery | None = None
    key: int | None = None
    act: str = ""
    file: Path | None = None


class Context(QObject):
    """Services and signals that pages share; it knows no page.

    `changed` carries the `Changes` of what was written, `wanted` a `Target`, `told` a line about what was done
    with the number of the change set that takes it back (or `None`), `refused` an error that someone
    should see. `office_changed` and `backed_up` tell of what is kept outside the journal. `closing` asks the window
    to close and brings what is to be done last, whose answer says whether it closes then.
    """

    changed = Signal(object)
    year_changed = Signal(int)
    wanted = Signal(object)
    told = Signal(str, object)
    refused = Signal(object)
    office_changed = Signal()
    backed_up = Signal()
    closing = Signal(object)

    def __init__(self, app: App, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.app, self.operations = app, operations
        self._year = date.today().year

    @property
    def year(self) -> int:
        """The year of work, whose JP and plans the pages show."""
        return self._year

    def set_year(self, year: int) -> None:
        """Choose the year of work."""
        if year != self._year:
            self._year = year
            self.year_changed.emit(year)

    def go(self, target: Target) -> None:
        """Show another place of the program."""
        self.wanted.emit(target)

    def write(
        self,
        title: str,
        work: Callable[[Watch], _T],
        told: Callable[[_T], str],
        then: Callable[[_T], None] | None = None,
        *,
        refused: Callable[[CannotDo], bool] | None = None,
        undoable: bool = True,
    ) -> Operation:
        """Carry a writing use-case out, tell every page what it touched, and say so with "Urungkan".

        Without `undoable` the way back is another one than "Urungkan". `refused` may show a refusal itself and
        answers whether it did.
        """

        def done(result: _T) -> None:
            changes = changes_of(result)
            if changes is not None:
                self.changed.emit(changes)
            self.told.emit(told(result), changes.change_set if changes and undoable else None)
            if then is not None:
                then(result)

        def failed(error: BaseException) -> None:
            if not (isinstance(error, CannotDo) and refused is not None and refused(error)):
                self.refuse(error)

        return self.operations.run(title, work, done, failed=failed)

    def refuse(self, error: BaseException) -> None:
        """Show why something could not be done."""
        self.refused.emit(error)


def changes_of(result: Any) -> Changes | None:
    """What a use-case touched: its result, the result's `changes`, or the last part of it."""
    from smartpns_desktop.services.changes import Changes

    for found in (result, getattr(result, "changes", None), result[-1] if isinstance(result, tuple) else None):
        if isinstance(found, Changes):
            return found
    return None
