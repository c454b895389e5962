"""The page of people who were recorded twice, laid on top of the list of employees: compare, choose, merge."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut, QShowEvent

from smartpns_desktop.words.duplicates import reasons
from smartpns_desktop.words.figures import show_number
from ui.duplicates.pair import PairShown, effects, read_pair
from ui.pages.duplicates_view import DuplicatesView
from ui.pages.page import Page
from ui.texts import tr
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.duplicates import Pair
    from ui.context import Context


class DuplicatesPage(Page):
    """Pairs at the left, the surest first; `closed` asks to go back to the list."""

    name = "duplicates"
    icon = "users"
    help_name = "duplicates"
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._pairs: dict[tuple[str, str], Pair] = {}
        self._shown: PairShown | None = None
        self._swapped = False
        self.view = DuplicatesView()
        self.view.set_narrow(on=False)
        self.empty = self._empty_state()
        self.view.column.addWidget(self.empty, 1)
        self.empty.hide()
        self.addWidget(self.view)
        self.setFocusProxy(self.view)
        context.changed.connect(self.on_changes)
        self._connect()
        self._show_pair(None)

    def _connect(self) -> None:
        view = self.view
        view.pairs.chosen.connect(self._choose)
        view.pairs.opened.connect(lambda _thing: view.table.setFocus(Qt.FocusReason.OtherFocusReason))
        rows: tuple[tuple[QWidget, Callable[[], None], tuple[str, ...]], ...] = (
            (view.back, self.closed.emit, ()),
            (view.different, self.judge_different, ("Ctrl+D",)),
            (view.swap, self.swap, ("Ctrl+T",)),
            (view.merge, self.merge, ("Ctrl+Return", "Ctrl+Enter")),
        )
        for made, act, keys in rows:
            made.clicked.connect(lambda _checked=False, act=act: act())  # type: ignore[attr-defined]
            for key in keys:
                pressed = QShortcut(QKeySequence(key), view, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
                pressed.activated.connect(act)

    def _empty_state(self) -> EmptyState:
        back = QAction(tr("Kembali ke daftar pegawai"), self)
        back.triggered.connect(self.closed)
        advice = tr(
            "Tidak ada dua data yang tampaknya orang yang sama. Pemeriksaan berjalan lagi setelah setiap impor."
        )
        return EmptyState("check-circle", tr("Tidak ada data ganda"), advice, secondary=back)

    def title(self) -> str:
        return tr("Data ganda")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.trainings

    def panes(self) -> Sequence[QWidget]:
        return (self.view.pairs, self.view.table, self.view.effects)

    def reload(self) -> None:
        self.view.header.note.setText(tr("Mencari…"))
        self.context.operations.read(self.context.app.duplicates.pairs, self._show_pairs, owner=self, slot="pairs")

    def _show_pairs(self, pairs: Sequence[Pair]) -> None:
        view = self.view
        self._pairs = {(it.keep.nip, it.other.nip): it for it in pairs}
        view.header.note.setText(show_number(len(pairs)))
        view.body.setVisible(bool(pairs))
        self.empty.setVisible(not pairs)
        for made in (view.different, view.swap, view.merge):
            made.setVisible(bool(pairs))
        view.pairs.show_lines([_line(it) for it in pairs])
        if not pairs:
            self._show_pair(None)

    def _choose(self, thing: object) -> None:
        self._swapped = False
        self._read(self._pairs.get(thing) if isinstance(thing, tuple) else None)

    def _read(self, pair: Pair | None) -> None:
        if pair is None:
            self._show_pair(None)
            return
        nips = (pair.keep.nip, pair.other.nip)
        keep, other = reversed(nips) if self._swapped else nips
        app = self.context.app
        self.view.signs.setText(tr("Alasan: {signs}", signs=reasons(pair.signs)))
        self.context.operations.read(
            lambda: read_pair(app, keep, other), self._show_pair, owner=self, slot="pair", failed=self._gone
        )

    def _gone(self, _error: BaseException) -> None:
        """One of them was taken away meanwhile; the list is read again with the change that did it."""
        self._show_pair(None)

    def _show_pair(self, shown: PairShown | None) -> None:
        self._shown, view = shown, self.view
        for made in (view.different, view.swap, view.merge):
            made.setEnabled(shown is not None)
        view.table.show_rows(shown.rows if shown else ())
        view.effects.show_lines(effects(shown.plan) if shown else ())

    # What the user does

    def swap(self) -> None:
        """Let the other record be the one that stays."""
        thing = self.view.pairs.current_thing()
        if isinstance(thing, tuple) and thing in self._pairs:
            self._swapped = not self._swapped
            self._read(self._pairs[thing])

    def merge(self) -> None:
        """Make one record of the two, with the values that are chosen."""
        if self._shown is None:
            return
        plan, take, service = self._shown.plan, self.view.model.taken(), self.context.app.merging
        self._show_pair(None)
        self.context.write(
            tr("Menggabungkan"),
            lambda _watch: service.merge(plan.keep.nip, plan.other.nip, take),
            lambda _result: tr("{other} digabungkan ke {name}", other=plan.other.nip, name=plan.keep.name),
        )

    def judge_different(self) -> None:
        """Never show this pair again."""
        if self._shown is None:
            return
        plan, service = self._shown.plan, self.context.app.duplicates
        self._show_pair(None)
        self.context.write(
            tr("Menyimpan"),
            lambda _watch: service.judge_different(plan.keep.nip, plan.other.nip),
            lambda _changes: tr("{name}: dicatat sebagai orang yang berbeda", name=plan.keep.name),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the page lay below."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the panes give way."""
        super().resizeEvent(event)
        self.view.set_narrow(on=self.is_narrow())


def _line(pair: Pair) -> Line:
    score = tr("{score} %", score=pair.score)
    return Line(pair.keep.name, reasons(pair.signs), right=score, icon="users", thing=(pair.keep.nip, pair.other.nip))
