"""A whole list: facets, grid and footer on one query, read off the thread of the window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_number
from ui.lists.columns import ListKind, Record
from ui.lists.facet_pane import FacetPane
from ui.lists.finding import Found, Pairs, find
from ui.lists.grid_view import GridView
from ui.lists.keys_model import KeysModel
from ui.lists.list_footer import ListFooter
from ui.shell.panes import enter
from ui.texts import tr
from ui.theme.icons import icon
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from smartpns_desktop.services.lists import ListQuery, Sort
    from ui.context import Context

Totals = Mapping[str, float]


class ListPane(QWidget):
    """The list of a kind.

    Signals: `opened` a row by its key, `current_changed` the key and record of the row with the cursor (or `None`),
    `counted` how many rows match and how many there are, `narrowed` when the user filtered or sorted.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    counted = Signal(int, int)
    narrowed = Signal()

    scope: Pairs = ()
    """Conditions that the page sets and no filter takes off: rows outside of them do not exist for this list."""

    def __init__(self, context: Context, kind: ListKind, empty: QWidget | None = None) -> None:
        super().__init__()
        self._context, self.kind = context, kind
        self._sort: tuple[Sort, ...] = ()
        self._told: Record | None = None
        self.as_of: date | None = None
        self.model = KeysModel(kind.columns, self._fetch, self)
        self.grid = GridView(self.model)
        self.facets = FacetPane(kind.kind, kind.facets, kind.default)
        self.footer = ListFooter()
        self.nothing = _nothing_found(self)
        self._empty = empty
        self._lay_out()
        self.facets.changed.connect(self._on_narrowed)
        self.facets.entered.connect(self._make_ready)
        self.grid.sorted_by.connect(self._on_sorted)
        self.grid.activated_row.connect(lambda row: self.opened.emit(self.model.key(row)))
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._tell_current())
        self.model.dataChanged.connect(self._on_data)

    def _lay_out(self) -> None:
        self.middle = QStackedWidget()
        for widget in filter(None, (self.grid, self.nothing, self._empty)):
            self.middle.addWidget(widget)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.middle, 1)
        middle.addWidget(self.footer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.facets)
        layout.addLayout(middle, 1)
        self.facets.setVisible(bool(self.kind.facets))
        self.setFocusProxy(self.grid)

    def rename(self, kind: ListKind) -> None:
        """Other words on the same facets, and on the same columns unless their number changes: another year of work."""
        same = len(kind.columns) == len(self.kind.columns)
        self.kind = kind
        self.model.rename(kind.columns)
        if not same:
            self.grid.arrange()
        fields = {column.sort_field for column in kind.columns}
        self._sort = tuple(it for it in self._sort if it.field in fields)
        self._show_sort()
        self.facets.rename(kind.facets)

    @property
    def year(self) -> int:
        """The year whose JP are shown: that of work, or that of another day."""
        return self.as_of.year if self.as_of else self._context.year

    def query(self) -> ListQuery:
        """What the list shows now."""
        from smartpns_desktop.services.lists import ListQuery

        where, words = (*self.scope, *self.facets.where()), self.facets.search_text()
        return ListQuery(search=words, where=where, sort=self._sort, as_of=self.as_of, year=self.year)

    def set_query(self, query: ListQuery) -> None:
        """Show something else."""
        self.facets.set_state(query.search, query.where)
        self._sort = query.sort
        self._show_sort()
        self.reload(stay=False)

    def reload(self, chosen: Collection[int] | None = None, *, stay: bool = True) -> None:
        """Read keys, counts and sums again; these rows are chosen then, or the same as before.

        Where those are gone the cursor stays at its height in the list, or goes to the top.
        """
        query, scope = self.query(), self.scope
        row = max(0, self.grid.currentIndex().row()) if stay else 0
        keys = self._chosen_keys() if chosen is None else partial(list, chosen)
        operations, lists, kind = self._context.operations, self._context.app.lists, self.kind.kind
        operations.read(lambda: find(lists, kind, query, scope, keys, row), self._show, owner=self, slot="keys")
        fields = self.facets.fields()
        if fields:
            operations.read(
                lambda: lists.facets(kind, query, fields), self.facets.show_counts, owner=self, slot="facets"
            )

    def _make_ready(self) -> None:
        """Somebody is going to search: what is counted then is read meanwhile."""
        lists, kind, query, fields = self._context.app.lists, self.kind.kind, self.query(), self.facets.fields()
        self._context.operations.read(
            lambda: lists.make_ready(kind, query, fields), lambda _none: None, owner=self, slot="ready"
        )

    def selected_keys(self) -> list[int]:
        """Keys of the chosen rows."""
        return self._chosen_keys()()

    def _chosen_keys(self) -> Callable[[], list[int]]:
        """How to put the chosen keys together, on any thread: there may be a million."""
        keys, runs = self.model.keys(), self.grid.chosen_runs()
        return lambda: [key for run in runs for key in keys[run.start : run.stop]]

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
        lists, kind, year, day = self._context.app.lists, self.kind.kind, self.year, self.as_of
        self._context.operations.read(
            lambda: lists.by_keys(kind, keys, as_of=day, year=year), then, owner=self, slot=slot
        )

    def _fetch(self, keys: Sequence[int], then: Callable[[Sequence[Record]], None]) -> None:
        self.records_of(keys, then, slot="page")

    def _show(self, found: Found) -> None:
        self.model.show_keys(found.keys)
        self._show_middle(found)
        self.counted.emit(len(found.keys), found.whole)
        self.footer.count.setText(f"{show_number(len(found.keys))} {self.kind.noun}")
        if found.runs:
            self.grid.choose_runs(found.runs)
        if found.keys:
            first = found.runs[0].start if found.runs else min(found.row, len(found.keys) - 1)
            self.grid.selectionModel().setCurrentIndex(
                self.model.index(first, 0), self.grid.selectionModel().SelectionFlag.NoUpdate
            )
        self._on_selection()
        self._tell_current()
        self._sum_up(None, self.footer.sums.setText)

    def _show_middle(self, found: Found) -> None:
        """The rows; why there are none; or the next step where there never were any."""
        focused = QApplication.focusWidget()
        had_keys = focused is not None and self.middle.isAncestorOf(focused)
        shown: QWidget = self.nothing if found.whole and not found.keys else self.grid
        self.facets.setEnabled(bool(found.whole) or self._empty is None)
        if not found.whole and self._empty is not None:
            shown = self._empty
        self.middle.setCurrentWidget(shown)
        # Tab would be caught before a proxy that is hidden.
        self.setFocusProxy(self.grid if shown is self.grid else None)  # type: ignore[arg-type]
        if had_keys:
            enter(shown)

    def _on_narrowed(self) -> None:
        self.reload(stay=False)
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
        self.footer.sums.setVisible(count <= 1)
        if count > 1:
            everything = count == self.model.rowCount()
            self._sum_up(None if everything else self._chosen_keys(), self._show_chosen_sums, slot="chosen")

    def _show_chosen_sums(self, text: str) -> None:
        count = show_number(self.grid.chosen_count())
        self.footer.chosen.setText(" · ".join(filter(None, (tr("{count} dipilih", count=count), text))))

    def _sum_up(self, keys: Callable[[], list[int]] | None, show: Callable[[str], Any], slot: str = "sums") -> None:
        """Sums of the columns that have one: of these rows, or of all that match."""
        summed = [column for column in self.kind.columns if column.total]
        if not summed:
            return
        lists, kind, query = self._context.app.lists, self.kind.kind, self.query()
        fields = [column.sort_field for column in summed]

        def words(totals: Totals) -> None:
            show(" · ".join(f"{column.title}: {show_number(totals[column.sort_field])}" for column in summed))

        self._context.operations.read(
            lambda: lists.totals(kind, query if keys is None else keys(), fields, query.year, query.as_of),
            words,
            owner=self,
            slot=slot,
        )

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        """Records that came in: those of rows elsewhere say nothing about the one with the cursor."""
        if first.row() <= self.grid.currentIndex().row() <= last.row():
            self._tell_current()

    def _tell_current(self) -> None:
        record = self.current_record()
        if record is None or record is not self._told:
            self._told = record
            self.current_changed.emit(record)


def _nothing_found(pane: ListPane) -> EmptyState:
    clear = QAction(icon("funnel"), tr("Hapus saringan"), pane)
    clear.triggered.connect(pane.facets.clear)
    return EmptyState(
        "magnifying-glass",
        tr("Tidak ada yang cocok"),
        tr("Tidak ada baris yang memenuhi semua saringan. Kurangi saringannya, atau hapus semuanya."),
        secondary=clear,
    )
