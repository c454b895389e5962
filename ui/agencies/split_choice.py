"""What goes to the new agency of a split: units and people to be ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_number
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.labels import Label, label

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode, Member
    from ui.context import Context

_KEY = int(Qt.ItemDataRole.UserRole)
_HEIGHT = 240


class SplitChoice(QWidget):
    """Two lists with ticks: Space ticks the line with the cursor. What is not ticked stays."""

    def __init__(self, context: Context, node: AgencyNode) -> None:
        super().__init__()
        self._units, self._people = _list(tr("Unit yang pindah")), _list(tr("Pegawai yang pindah"))
        self._told = {self._units: label("", Role.SECTION), self._people: label("", Role.SECTION)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(16)
        for widget, heading in self._told.items():
            row.addLayout(_column(heading, widget), 1)
            widget.itemChanged.connect(lambda _item: self._count())
        open_units = [unit for unit in node.units if unit.closed_on is None]
        _fill(self._units, ((it.key, tr("{name} ({count} pegawai)", name=it.name,
                                        count=show_number(it.people_in_all))) for it in open_units))  # fmt: skip
        self._count()
        service = context.app.agencies
        context.operations.read(
            lambda: service.members(node.key, date.today()), self._show_people, owner=self, slot="members"
        )

    def units(self) -> frozenset[int]:
        """Keys of the units that are ticked."""
        return _ticked(self._units)

    def people(self) -> frozenset[int]:
        """Keys of the people that are ticked."""
        return _ticked(self._people)

    def tick(self, units: Iterable[int] = (), people: Iterable[int] = ()) -> None:
        """Tick these."""
        for widget, keys in ((self._units, set(units)), (self._people, set(people))):
            for item in _items(widget):
                if item.data(_KEY) in keys:
                    item.setCheckState(Qt.CheckState.Checked)

    def _show_people(self, members: Sequence[Member]) -> None:
        _fill(self._people, ((it.key, " · ".join(filter(None, (it.name, it.post)))) for it in members))
        self._count()

    def _count(self) -> None:
        for widget, text in ((self._units, tr("Unit yang pindah")), (self._people, tr("Pegawai di sini yang pindah"))):
            of = tr("{text} ({count} dari {all})", text=text, count=show_number(len(_ticked(widget))),
                    all=show_number(widget.count()))  # fmt: skip
            self._told[widget].setText(of)


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setProperty("ticks", True)
    made.setMinimumHeight(_HEIGHT)
    return made


def _column(heading: Label, widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(heading)
    column.addWidget(widget, 1)
    return column


def _fill(widget: QListWidget, lines: Iterable[tuple[int, str]]) -> None:
    for key, text in lines:
        item = QListWidgetItem(text)
        item.setData(_KEY, key)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        widget.addItem(item)
    # Space ticks where the cursor is, so that it must be somewhere.
    widget.setCurrentRow(0)


def _items(widget: QListWidget) -> list[QListWidgetItem]:
    return [widget.item(row) for row in range(widget.count())]


def _ticked(widget: QListWidget) -> frozenset[int]:
    checked = Qt.CheckState.Checked
    return frozenset(item.data(_KEY) for item in _items(widget) if item.checkState() is checked)
