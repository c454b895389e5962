"""A table that holds keys alone and fetches records a page at a time when a cell is looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from ui.lists.columns import Align, Record, ViewColumn

PAGE = 128
"""Records that are fetched together."""
_KEPT = 48
"""Pages that stay in memory; the least lately looked at goes first."""
_ASKED_AT_ONCE = 4
"""Pages that are fetched at one time; what was scrolled past is not worth the wait."""

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int], Callable[[Sequence[Record]], None]], None]
"""Gets the records of these keys and hands them over later, in the order of the keys."""

# Enum look-ups cost more than the comparison itself, thousands of times per frame.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_HORIZONTAL = Qt.Orientation.Horizontal
_ALIGNED = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class KeysModel(QAbstractTableModel):
    """Rows are keys in the order that SQL gave; sorting and filtering mean other keys."""

    def __init__(self, columns: Sequence[ViewColumn], fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._keys: Sequence[int] = ()
        self._pages: OrderedDict[int, Sequence[Record | None]] = OrderedDict()
        self._asked: dict[int, None] = {}
        self._waiting = False
        self._generation = 0
        self._sorted: Mapping[str, tuple[int, bool]] = {}

    def show_sort(self, fields: Mapping[str, tuple[int, bool]]) -> None:
        """Mark the headings by which the rows are sorted: place among them, and whether the last come first."""
        self._sorted = fields
        self.headerDataChanged.emit(_HORIZONTAL, 0, len(self.columns) - 1)

    def sorts(self) -> Mapping[str, tuple[int, bool]]:
        """The fields by which the rows are sorted, as `show_sort` was told."""
        return self._sorted

    def rename(self, columns: Sequence[ViewColumn]) -> None:
        """Other titles on the same columns, or other columns where their number changes."""
        if len(columns) != len(self.columns):
            self.beginResetModel()
            self.columns = tuple(columns)
            self.endResetModel()
            return
        self.columns = tuple(columns)
        self.headerDataChanged.emit(_HORIZONTAL, 0, len(self.columns) - 1)

    def show_keys(self, keys: Sequence[int]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._keys = keys
        self._drop()
        self.endResetModel()

    def forget(self) -> None:
        """The records changed, the keys did not: fetch again what is looked at."""
        self._drop()
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, len(self.columns) - 1))

    def _drop(self) -> None:
        self._pages.clear()
        self._asked.clear()
        self._waiting = False
        self._generation += 1

    def key(self, row: int) -> int:
        """The key of a row."""
        return self._keys[row]

    def keys(self) -> Sequence[int]:
        """All keys in order."""
        return self._keys

    def record(self, row: int) -> Record | None:
        """The record of a row; `None` while it is being fetched."""
        page = row // PAGE
        records = self._pages.get(page)
        if records is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        place = row - page * PAGE
        return records[place] if place < len(records) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and Qt's default
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            record = self.record(index.row())
            return None if record is None else self.columns[index.column()].text(record)
        if role == _ALIGNMENT:
            return _ALIGNED[self.columns[index.column()].align]
        if role == _TOOL_TIP:
            record = self.record(index.row())
            return "" if record is None else self.columns[index.column()].text(record)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != _HORIZONTAL or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self._heading(self.columns[section])
        if role == _ALIGNMENT:
            return _ALIGNED[self.columns[section].align]
        return None

    def _heading(self, column: ViewColumn) -> str:
        if column.sort_field not in self._sorted:
            return column.title
        place, descending = self._sorted[column.sort_field]
        rank = str(place + 1) if len(self._sorted) > 1 else ""
        return f"{column.title} {'▼' if descending else '▲'}{rank}"

    def _ask(self, page: int) -> None:
        self._asked.pop(page, None)
        self._asked[page] = None
        if not self._waiting:
            self._waiting = True
            # One request for all that this frame looks at.
            QTimer.singleShot(0, self, self._send)

    def _send(self) -> None:
        pages = list(self._asked)[-_ASKED_AT_ONCE:]
        self._asked.clear()
        if not pages:
            self._waiting = False
            return
        keys = [key for page in pages for key in self._keys[page * PAGE : (page + 1) * PAGE]]
        generation = self._generation
        self._fetch(keys, lambda records: self._take(generation, pages, records))

    def _take(self, generation: int, pages: Sequence[int], records: Sequence[Record]) -> None:
        if generation != self._generation:
            return
        self._waiting = False
        # A row that is gone since the keys were read leaves a gap, not a shift.
        found = {record["key"]: record for record in records}
        for page in pages:
            self._pages[page] = [found.get(key) for key in self._keys[page * PAGE : (page + 1) * PAGE]]
            last = min((page + 1) * PAGE, len(self._keys)) - 1
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        if self._asked:
            self._waiting = True
            QTimer.singleShot(0, self, self._send)
