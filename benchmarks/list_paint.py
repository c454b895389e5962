"""Painting the employees' list against Qt's own table on the same cells, and the end of a list of a million rows."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Sequence
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from measuring.people import profiles
from measuring.ratios import Figure, Run, compared, in_turn, peak_megabytes, tell, timed
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QApplication, QTableView

from ui.app import start_qt
from ui.lists.columns import Record, ViewColumn
from ui.lists.grid_view import GridView
from ui.lists.keys_model import Fetch, KeysModel
from ui.pages.employees_table import employees_list
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT

PEOPLE = 1_000
KEYS = 1_000_000
SIZE = QSize(900, 560)
ROUNDS = 11
BOUND = 2.0

Index = QModelIndex | QPersistentModelIndex


def main() -> None:
    application = start_qt()
    theme().apply(application, LIGHT)
    records, columns = made_up(PEOPLE), employees_list(2025).columns
    ours = our_grid(columns, records, application)
    shown = [columns[place] for place in ours.shown_columns()]
    widths = [ours.columnWidth(place) for place in ours.shown_columns()]
    plain = plain_table([[column.text(it) for column in shown] for it in records], widths, ours)
    sides = in_turn(ROUNDS, lambda: Run(timed(ours.viewport().repaint)), lambda: Run(timed(plain.viewport().repaint)))
    figures = [compared(f"a page of {len(shown)} columns painted", *sides, BOUND), *to_the_end(columns, records)]
    tell(figures)
    sys.exit(any(it.verdict != "ok" for it in figures))


def made_up(count: int) -> list[Record]:
    """Rows as the service gives them, with the fields that the list shows."""
    empty = dict.fromkeys(column.field for column in employees_list(2025).columns)
    grades = ("II/c", "III/a", "III/b", "IV/a")
    return [
        empty
        | {
            "key": number,
            "nip": nip,
            "name": name.title(),
            "front_title": front,
            "back_title": back,
            "grade": grades[number % len(grades)],
            "root_agency_short": f"Dinas Contoh {number % 40}",
            "jp_counted": float(number % 27),
            "jp_band": "none" if number % 27 == 0 else "below" if number % 27 < 20 else "met",
        }
        for number, (nip, name, front, back, *_) in enumerate(profiles(count))
    ]


def our_grid(columns: Sequence[ViewColumn], records: Sequence[Record], application: QApplication) -> GridView:
    """The real grid, its first page fetched."""
    fetch: Fetch = lambda keys, then: then([records[key] for key in keys])  # noqa: E731
    view = GridView(KeysModel(columns, fetch, application))
    view.keys_model.show_keys(range(len(records)))
    _show(view)
    return view


def to_the_end(columns: Sequence[ViewColumn], records: Sequence[Record]) -> list[Figure]:
    """A million keys: from the jump to the last page painted, its records at hand; and what the window keeps."""
    before = peak_megabytes()
    keys = array("q", range(KEYS))
    fetch: Fetch = lambda wanted, then: then([{**records[key % len(records)], "key": key} for key in wanted])  # noqa: E731
    view = GridView(KeysModel(columns, fetch))
    view.keys_model.show_keys(keys)
    _show(view)
    bar = view.verticalScrollBar()

    def jump(place: int) -> None:
        bar.setValue(place)
        _paint(view)

    for hundredth in range(100):
        jump(bar.maximum() * hundredth // 100)
    took = timed(lambda: jump(bar.maximum()))
    if view.keys_model.record(KEYS - 1) is None:
        raise SystemExit("the last row has no record")
    return [
        Figure(f"the last page of {KEYS:,} rows after a jump", took * 1_000, 100, "ms"),
        Figure(f"memory that {KEYS:,} rows and a hundred jumps add", peak_megabytes() - before, 120, "MB"),
    ]


class PlainModel(QAbstractTableModel):
    """Texts in a list of lists: the least that a table can be made of."""

    def __init__(self, cells: Sequence[Sequence[str]], parent: QTableView) -> None:
        super().__init__(parent)
        self._cells = cells

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return len(self._cells)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return len(self._cells[0])

    def data(self, index: Index, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        return None


def plain_table(cells: Sequence[Sequence[str]], widths: Sequence[int], ours: GridView) -> QTableView:
    """Qt's table with its own delegate, rows and columns as large as ours."""
    view = QTableView()
    view.setModel(PlainModel(cells, view))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ours.rowHeight(0))
    view.setShowGrid(False)
    view.setWordWrap(False)
    for place, width in enumerate(widths):
        view.setColumnWidth(place, width)
    _show(view)
    return view


def _show(view: QTableView) -> None:
    view.resize(SIZE)
    view.show()
    _paint(view)


def _paint(view: QTableView) -> None:
    """Twice: the first painting asks for the records."""
    for _ in range(2):
        view.viewport().repaint()
        QApplication.processEvents()


if __name__ == "__main__":
    main()
