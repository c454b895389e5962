"""The journal of one thing: who changed what of it, when, why and from which file, and the way to take it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartpns_desktop.words.labels import CHANGE_KINDS, OPERATIONS, show_value
from ui.lists.columns import State
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, on_plane
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from smartpns_desktop.services.trail import TrailEntry

_ICONS = {
    "edit": "pencil-simple",
    "import": "download-simple",
    "demo": "database",
    "merge": "users-three",
    "undo": "arrow-counter-clockwise",
    "redo": "arrow-clockwise",
    "reference": "book-open",
}
TURNED = frozenset({"edit", "import", "demo", "merge"})
"""Kinds of change sets that can be taken back (the others are turns of one, or belong to the program)."""


def trail_lines(entries: Sequence[TrailEntry]) -> tuple[Line, ...]:
    """The journal as lines, newest first: a change set, below it each row that it touched with its fields."""
    return tuple(_lines(entries))


def _lines(entries: Sequence[TrailEntry]) -> Iterator[Line]:
    for _number, group in groupby(entries, key=lambda it: it.change_set):
        touched = list(group)
        yield _head(touched)
        for entry in touched:
            yield from _row(entry)


def _head(touched: Sequence[TrailEntry]) -> Line:
    first, undone = touched[0], all(entry.undone for entry in touched)
    file = tr("dari {file}", file=first.file) if first.file else ""
    note = " · ".join(filter(None, (show_value("", "", first.at), first.actor, CHANGE_KINDS.get(first.kind, ""), file)))
    return Line(
        first.reason,
        note=note,
        icon=_ICONS.get(first.kind, "pencil-simple"),
        state=State(tr("Diurungkan"), "text2", "arrow-counter-clockwise") if undone else None,
        is_struck=undone,
        thing=first,
    )


def _row(entry: TrailEntry) -> Iterator[Line]:
    """A row that came or went is one line; of one that changed each field has its own."""
    if entry.operation != "update" or entry.destroyed:
        done = tr("isi lamanya dimusnahkan") if entry.destroyed else OPERATIONS[entry.operation].lower()
        values = " · ".join(f"{it.label} {it.after or it.before}" for it in entry.fields)
        title = f"{entry.thing}: {done}"
        yield Line(title, note=values, is_struck=entry.undone, is_part=True, thing=entry)
        return
    for field in entry.fields:
        name = field.label if entry.table == "employees" else f"{entry.thing} · {field.label}"
        yield Line(
            name, old=field.before, new=field.after, changes=True, is_struck=entry.undone, is_part=True, thing=entry
        )


class TrailList(QWidget):
    """Shows entries of the trail; `take_back_wanted` carries the one whose change set shall be taken back."""

    take_back_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = LineList(tr("Jejak perubahan"), state=tr("Diurungkan"))
        self.take_back = button(tr("Urungkan perubahan ini"), icon="arrow-counter-clockwise")
        self.note = label("", Role.SMALL, "text2")
        self._act = QAction(tr("Urungkan perubahan ini"), self)
        self.list.add_act(self._act, "Delete")
        self._empty = EmptyState(
            "clock-counter-clockwise", tr("Belum ada jejak"), tr("Setiap perubahan tercatat di sini.")
        )
        self._lay_out()
        self.take_back.clicked.connect(self._want)
        self._act.triggered.connect(self._want)
        self.list.chosen.connect(self._on_chosen)
        self._on_chosen(None)

    def show_entries(self, entries: Sequence[TrailEntry]) -> None:
        """Show the journal of a thing, newest first as `TrailService.of` tells it."""
        self.list.show_lines(trail_lines(entries))
        self._stack.setCurrentIndex(0 if entries else 1)

    def _lay_out(self) -> None:
        bar = QWidget()
        on_plane(bar, "surface", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self.note, 1)
        row.addWidget(self.take_back)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)

    def _on_chosen(self, entry: TrailEntry | None) -> None:
        fault = why_not(entry)
        self.take_back.setEnabled(not fault)
        self._act.setEnabled(not fault)
        self.note.setText(fault or tr("Sebelum → sesudah, terbaru di atas."))

    def _want(self) -> None:
        entry = self.list.current_thing()
        if entry is not None:
            self.take_back_wanted.emit(entry)


def why_not(entry: TrailEntry | None) -> str:
    """Why an entry's change set cannot be taken back, empty where it can."""
    if entry is None:
        return tr("Pilih satu perubahan.")
    if entry.undone:
        return tr("Perubahan ini sudah diurungkan; Ctrl+Y mengulanginya.")
    return "" if entry.kind in TURNED else tr("Yang dapat diurungkan hanya suntingan dan impor.")
