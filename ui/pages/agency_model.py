"""The tree of agencies for a view: its columns, and the nodes behind its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smartpns_desktop.words.figures import show_date, show_number
from ui.lists.columns import Align, Record, State, ViewColumn
from ui.pages.agency_tree import Lineage, Narrowed, lineage
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ALIGNED = {
    Align.LEFT: int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    Align.RIGHT: int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
}
_NOWHERE = QModelIndex()
_WIDEST_STATE = "Ditutup 30 Mei 2030"


def agency_columns() -> tuple[ViewColumn, ...]:
    """Name, short name, code, people here and in all, whether it is closed."""
    return (
        ViewColumn("name", tr("Nama"), 240, lambda it: str(it["name"]), stretch=True),
        ViewColumn("short_name", tr("Singkatan"), 120, lambda it: it["short_name"] or ""),
        ViewColumn("code", tr("Kode"), 88, lambda it: it["code"] or "", elided=False, widest="1.02.01.0001"),
        ViewColumn("people", tr("Pegawai"), 72, lambda it: show_number(it["people"]), align=Align.RIGHT),
        ViewColumn("people_in_all", tr("Dengan unit"), 96, _in_all, align=Align.RIGHT),
        ViewColumn("closed_on", tr("Keadaan"), 148, lambda it: closed_state(it["closed_on"]).word, widest=_WIDEST_STATE,
                   state=lambda it: closed_state(it["closed_on"])),
    )  # fmt: skip


def closed_state(closed_on: Any) -> State:
    """Since when an agency is closed; nothing for one that is open."""
    return State(tr("Ditutup {date}", date=show_date(closed_on)), "text2", "lock") if closed_on else State("")


def record_of(node: AgencyNode) -> Record:
    """A node as a row of a list; `has_units` tells whether anything is below it."""
    fields = ("key", "name", "short_name", "code", "people", "people_in_all", "closed_on")
    return {**{name: getattr(node, name) for name in fields}, "has_units": bool(node.units)}


def _in_all(record: Record) -> str:
    """Only where it says more than the column before."""
    return show_number(record["people_in_all"]) if record["has_units"] else ""


class AgencyModel(QAbstractItemModel):
    """Nodes by key; an index carries the key of its node."""

    def __init__(self, columns: Sequence[ViewColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._nodes: Sequence[AgencyNode] = ()
        self._line = Lineage()
        self._rows: dict[int, int] = {}
        self.hits: frozenset[int] = frozenset()

    def show_nodes(self, shown: Narrowed) -> None:
        """Show another tree."""
        self.beginResetModel()
        self._nodes, self.hits = shown.nodes, shown.hits
        self._line = lineage(shown.nodes)
        levels = (shown.nodes, *(node.units for node in self._line.nodes.values()))
        self._rows = {node.key: row for level in levels for row, node in enumerate(level)}
        self.endResetModel()

    def node(self, index: Index) -> AgencyNode:
        """The node of a valid index."""
        return self._line.nodes[index.internalId()]

    @property
    def has_closed(self) -> bool:
        """Whether one of the nodes is closed."""
        return any(node.closed_on is not None for node in self._line.nodes.values())

    def keys_in_order(self) -> list[int]:
        """All keys, each before those below it."""
        return list(self._line.nodes)

    def depth(self, key: int) -> int:
        """How many nodes are above one."""
        return len(self._line.above[key])

    def has_units(self, key: int) -> bool:
        """Whether anything hangs below a node."""
        return bool(self._line.nodes[key].units)

    def index_of(self, key: int, column: int = 0) -> QModelIndex:
        """Where a node stands; invalid where it is not shown."""
        return self.createIndex(self._rows[key], column, key) if key in self._rows else QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        level = self._below(parent)
        if not (0 <= row < len(level) and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, level[row].key)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject has a parent too
        above = self._line.above[index.internalId()] if index.isValid() else ()
        return self.index_of(above[-1].key) if above else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._below(parent))

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (_DISPLAY, _TOOL_TIP):
            return column.text(record_of(self.node(index)))
        return _ALIGNED[column.align] if role == _ALIGNMENT else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.title
        return _ALIGNED[column.align] if role == _ALIGNMENT else None

    def _below(self, parent: Index) -> Sequence[AgencyNode]:
        if not parent.isValid():
            return self._nodes
        return self._line.nodes[parent.internalId()].units if parent.column() == 0 else ()
