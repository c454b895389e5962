"""A whole list: facets, grid and footer on one query, read off the thread of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartpns_desktop.words.labels import show_number
from ui.lists.columns import ListKind, Record
from ui.lists.facet_pane import FacetPane
from ui.lists.grid_view import GridView
from ui.lists.keys_model import KeysModel
from ui.lists.list_footer import ListFooter
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.lists import ListQuery, Sort
    from ui.context import Context

Totals = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Found:
    """What one reading brought: keys in order, how many there are without a filter, and the rows to choose again."""

    keys: Sequence[int]
    whole: int
    rows: list[int]


class ListPane(QWidget):
    """The list of a kind.

    Signals: `opened` a row by its key, `current_changed` the key and record of the row with the cursor (or `None`),
    `counted` how many rows match and how many there are, `narrowed` when the user filtered or sorted.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    counted = Signal(int, int)
    narrowed = Signal()

    def __init__(self, context: Context, kind: ListKind, empty: QWidget | None = None) -> None:
        super().__init__()
        self._context, self.kind = context, kind
        self._sort: tuple[Sort, ...] = ()
        self.model = KeysModel(kind.columns, self._fetch, self)
        self.grid = GridView(self.model)
        self.facets = FacetPane(kind.kind, kind.facets)
        self.footer = ListFooter()
        self._empty = empty
        self._lay_out()
        self.facets.changed.connect(self._on_narrowed)
        self.grid.sorted_by.connect(self._on_sorted)
        self.grid.activated_row.connect(lambda row: self.opened.emit(self.model.key(row)))
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._tell_current())
        self.model.dataChanged.connect(lambda *_: self._tell_current())

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        if self._empty is not None:
            self._stack.addWidget(self._empty)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.footer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.facets)
        layout.addLayout(middle, 1)
        self.facets.setVisible(bool(self.kind.facets))

    def rename(self, kind: ListKind) -> None:
        """Other words on the same columns and facets: another year of work."""
        self.kind = kind
        self.model.rename(kind.columns)
        self.facets.rename(kind.facets)

    def query(self) -> ListQuery:
        """What the list shows now."""
        from smartpns_desktop.services.lists import ListQuery

        return ListQuery(
            search=self.facets.search_text(), where=self.facets.where(), sort=self._sort, year=self._context.year
        )

    def set_query(self, query: ListQuery) -> None:
        """Show something else."""
        self.facets.set_state(query.search, query.where)
        self._sort = query.sort
        self._show_sort()
        self.reload()

    def reload(self) -> None:
        """Read keys, counts and sums again; the same rows stay chosen."""
        query, chosen = self.query(), set(self.selected_keys())
        operations, lists, kind = self._context.operations, self._context.app.lists, self.kind.kind
        operations.read(lambda: _find(lists, kind, query, chosen), self._show, owner=self, slot="keys")
        fields = self.facets.fields()
        if fields:
            operations.read(
                lambda: lists.facets(kind, query, fields), self.facets.show_counts, owner=self, slot="facets"
            )

    def selected_keys(self) -> list[int]:
        """Keys of the chosen rows."""
        return [self.model.key(row) for row in self.grid.chosen_rows()]

    def current_key(self) -> int | None:
        """Key of the row with the cursor."""
        row = self.grid.currentIndex().row()
        return self.model.key(row) if 0 <= row < self.model.rowCount() else None

    def current_record(self) -> Record | None:
        """Record of the row with the cursor, `None` while there is none or it is being read."""
        row = self.grid.currentIndex().row()
        return self.model.record(row) if 0 <= row < self.model.rowCount() else None

    def records_of(self, keys: Sequence[int], then: Callable[[Sequence[Record]], None], slot: str = "") -> None:
        """Read records by key, for a copy or a print."""
        lists, kind, year = self._context.app.lists, self.kind.kind, self._context.year
        self._context.operations.read(lambda: lists.by_keys(kind, keys, year=year), then, owner=self, slot=slot)

    def _fetch(self, keys: Sequence[int], then: Callable[[Sequence[Record]], None]) -> None:
        self.records_of(keys, then, slot="page")

    def _show(self, found: _Found) -> None:
        self.model.show_keys(found.keys)
        nothing_at_all = not found.whole and self._empty is not None
        self._stack.setCurrentIndex(1 if nothing_at_all else 0)
        self.facets.setEnabled(not nothing_at_all)
        self.counted.emit(len(found.keys), found.whole)
        self.footer.count.setText(f"{show_number(len(found.keys))} {self.kind.noun}")
        if found.rows:
            self.grid.choose_rows(found.rows)
        if found.keys:
            first = found.rows[0] if found.rows else 0
            self.grid.selectionModel().setCurrentIndex(
                self.model.index(first, 0), self.grid.selectionModel().SelectionFlag.NoUpdate
            )
        self._on_selection()
        self._tell_current()
        self._sum_up(None, self.footer.sums.setText)

    def _on_narrowed(self) -> None:
        self.reload()
        self.narrowed.emit()

    def _on_sorted(self, place: int, joined: bool) -> None:
        """A heading: ascending, then descending; with Shift beside the headings chosen before."""
        from smartpns_desktop.services.lists import Sort

        field = self.kind.columns[place].sort_field
        before = next((it for it in self._sort if it.field == field), None)
        chosen = Sort(field, descending=before is not None and not before.descending)
        others = tuple(it for it in self._sort if it.field != field) if joined else ()
        self._sort = (*others, chosen)
        self._show_sort()
        self._on_narrowed()

    def _show_sort(self) -> None:
        self.model.show_sort({it.field: (place, it.descending) for place, it in enumerate(self._sort)})

    def _on_selection(self) -> None:
        count = self.grid.chosen_count()
        self.footer.chosen.setText(tr("{count} dipilih", count=show_number(count)) if count else "")
        if count > 1:
            self._sum_up(self.selected_keys(), self._show_chosen_sums, slot="chosen")

    def _show_chosen_sums(self, text: str) -> None:
        count = show_number(self.grid.chosen_count())
        self.footer.chosen.setText(" · ".join(filter(None, (tr("{count} dipilih", count=count), text))))

    def _sum_up(self, keys: Sequence[int] | None, show: Callable[[str], Any], slot: str = "sums") -> None:
        """Sums of the columns that have one: of these rows, or of all that match."""
        summed = [column for column in self.kind.columns if column.total]
        if not summed:
            return
        lists, kind, query = self._context.app.lists, self.kind.kind, self.query()
        fields = [column.field for column in summed]

        def words(totals: Totals) -> None:
            show(" · ".join(f"{column.title} {show_number(totals[column.field])}" for column in summed))

        self._context.operations.read(
            lambda: lists.totals(kind, query if keys is None else keys, fields, year=query.year),
            words,
            owner=self,
            slot=slot,
        )

    def _tell_current(self) -> None:
        self.current_changed.emit(self.current_record())


def _find(lists: Any, kind: str, query: ListQuery, chosen: set[int]) -> _Found:
    """In the background: keys in order, and where the rows chosen before stand now."""
    from smartpns_desktop.services.lists import ListQuery

    keys = lists.keys(kind, query)
    whole = len(keys) if not (query.search or query.where) else lists.count(kind, ListQuery())
    rows = [row for row, key in enumerate(keys) if key in chosen] if chosen else []
    return _Found(keys, whole, rows)
