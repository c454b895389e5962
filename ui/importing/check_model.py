"""The rows of one outcome of a checked import, fetched a page at a time, and which of them are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.lists.columns import Record, ViewColumn
from ui.lists.keys_model import KeysModel

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.review import Review, RowOutcome

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _CHECKED = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.CheckStateRole)


class CheckModel(KeysModel):
    """Keys are places among the rows of the outcome; `left_out` holds row numbers of the sheet, whatever is shown."""

    def __init__(self, left_out: set[int], parent: QObject | None = None) -> None:
        super().__init__((), self._page, parent)
        self.left_out = left_out
        self.checkable = False
        self._review: Review | None = None
        self._outcome: RowOutcome | None = None

    def show_outcome(
        self, review: Review, outcome: RowOutcome, columns: Sequence[ViewColumn], *, checkable: bool
    ) -> None:
        """Show other rows in other columns."""
        self.beginResetModel()
        self._review, self._outcome, self.checkable = review, outcome, checkable
        self.columns = tuple(columns)
        self._keys = range(len(review.rows(outcome)))
        self._drop()
        self.endResetModel()

    def number(self, row: int) -> int:
        """The sheet's number of a row."""
        assert self._review is not None
        assert self._outcome is not None
        return self._review.rows(self._outcome)[row]

    def is_taken(self, row: int) -> bool:
        """Whether a row will be applied."""
        return self.checkable and self.number(row) not in self.left_out

    def take(self, rows: Iterable[int], *, taken: bool) -> None:
        """Apply these rows, or leave them out."""
        numbers = {self.number(row) for row in rows}
        self.left_out -= numbers
        if not taken:
            self.left_out |= numbers
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0), [_CHECKED])

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _CHECKED:
            if not self.checkable or index.column():
                return None
            return Qt.CheckState.Checked if self.is_taken(index.row()) else Qt.CheckState.Unchecked
        return super().data(index, role)

    def _page(self, keys: Sequence[int], then: Callable[[Sequence[Record]], None]) -> None:
        """The cells are in memory already; a page of them is made when it is looked at."""
        review, outcome = self._review, self._outcome
        if review is not None and outcome is not None and keys:
            first = keys[0]
            shown = review.page(outcome, first, keys[-1] - first + 1)
            records = {first + place: {"key": first + place, "shown": row} for place, row in enumerate(shown)}
            then([records[key] for key in keys])
