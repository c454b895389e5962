"""The tab that holds a person against the own post or a next one, each thing that lacks with what would close it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from smartpns_desktop.domain.errors import CannotDo
from ui.context import Target
from ui.forms.searched_editor import SearchedEditor
from ui.people.gap_rows import WIDEST, GapRow, rows_of
from ui.people.record_acts import add
from ui.people.tab import PersonTab
from ui.people.timeline import Kind
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, on_plane
from ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.services.positions import Gap, NextPost
    from ui.people.desk import PersonDesk
    from ui.people.person import Person

_OTHER = "other"
"""Stands in the list of posts for one that is searched for."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A person against the own post and the chosen one, and where the career leads from the own."""

    own: Gap
    gap: Gap
    next_posts: tuple[NextPost, ...]


def compare(app: App, person: int, position: int | None, on: date) -> Compared:
    """What the tab shows of a day; read in the background. Raises `CannotDo("position.none_held")`."""
    own = app.positions.gap(person, on=on)
    gap = own if position in (None, own.position_id) else app.positions.gap(person, position, on)
    return Compared(own, gap, app.positions.next_posts(own.position_id))


class GapTab(PersonTab):
    """Verdicts on what a post asks, the gravest first; `rows()` are those shown."""

    def __init__(self, desk: PersonDesk) -> None:
        super().__init__(desk)
        self._gap: Gap | None = None
        self.post = ChoiceBox()
        for named in (self.post, self.post.view()):
            named.setAccessibleName(tr("Jabatan yang dibandingkan"))
        self.post.activated.connect(self._on_post)
        self.other = SearchedEditor(desk.context, "positions", allows_new=False)
        self.other.describe(tr("Jabatan lain"), "")
        self.other.edited.connect(self._on_other)
        self.other.hide()
        self.summary = label("", Role.SMALL, "text2")
        self.print = button(tr("Cetak"), icon="printer")
        self.print.clicked.connect(self._print)
        self._rows = QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        inner, main = QWidget(), QWidget()
        on_plane(inner, "surface")
        self._rows.setSpacing(2)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 4, 14, 14)
        # The limit is that of all rows: told by each, their words would be wrapped for the whole width.
        rows = QWidget()
        rows.setLayout(self._rows)
        rows.setMaximumWidth(WIDEST)
        self._rows.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(rows, 1)
        line.addStretch(0)
        column.addLayout(line)
        column.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 0)
        head.setSpacing(8)
        head.addWidget(label(tr("Dibandingkan dengan"), Role.BODY, "text2"))
        head.addWidget(self.post, 1)
        head.addWidget(self.other, 1)
        head.addWidget(self.summary, 1)
        head.addWidget(self.print)
        whole = QVBoxLayout(main)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(ScrollPane(inner, tr("Syarat jabatan")), 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(main)
        self._stack.addWidget(
            EmptyState("briefcase", tr("Belum ada jabatan"), tr("Catat jabatannya di Riwayat agar dapat dibandingkan."))
        )
        self.setFocusProxy(self.post)

    def look(self, _person: Person) -> None:
        """Read the comparison with the post that was chosen last."""
        self._read(self._gap.position_id if self._gap is not None and not self._gap.is_own else None)

    def _read(self, position: int | None) -> None:
        app, key = self.desk.context.app, self.desk.key
        on = self.desk.person.on if self.desk.person is not None else date.today()
        self.desk.context.operations.read(
            lambda: compare(app, key, position, on), self._show, owner=self, slot="gap", failed=self._failed
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, CannotDo) and error.code in ("position.none_held", "record.missing"):
            self._stack.setCurrentIndex(1)
        else:
            self.desk.context.refuse(error)

    def _show(self, found: Compared) -> None:
        self._gap = found.gap
        self._stack.setCurrentIndex(0)
        self._fill_posts(found)
        gaps = len(found.gap.gaps)
        told = tr("{count} belum dipenuhi", count=gaps) if gaps else tr("Tidak ada kesenjangan")
        self.summary.setText(told if found.gap.findings else tr("Jabatan ini belum mempunyai standar"))
        self.print.setEnabled(bool(found.gap.findings))
        own = len(found.own.gaps)
        self.titled.emit(tr("Kesenjangan ({count})", count=own) if own else tr("Kesenjangan"))
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows_of(found.gap, self.desk.adds):
            row.wanted.connect(self._act)
            self._rows.addWidget(row)

    def _fill_posts(self, found: Compared) -> None:
        gap, own = found.gap, found.own
        entries: list[tuple[str, object]] = [(tr("{post} (jabatan sekarang)", post=own.post), own.position_id)]
        entries += [(tr("{post} (berikutnya)", post=it.name), it.key) for it in found.next_posts]
        if gap.position_id not in [key for _, key in entries]:
            entries.append((gap.post, gap.position_id))
        self.post.blockSignals(True)
        self.post.clear()
        for text, key in [*entries, (tr("Jabatan lain…"), _OTHER)]:
            self.post.addItem(text, key)
        self.post.setCurrentIndex(max(self.post.findData(gap.position_id), 0))
        self.post.blockSignals(False)
        self.other.hide()

    def _on_post(self) -> None:
        chosen = self.post.currentData()
        self.other.setVisible(chosen == _OTHER)
        if chosen == _OTHER:
            self.other.set_value(None)
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._read(chosen)

    def _on_other(self) -> None:
        chosen = self.other.value()
        if isinstance(chosen, int):
            self._read(chosen)

    def _act(self, way: Kind | Target) -> None:
        if isinstance(way, Target):
            self.desk.context.go(way)
        else:
            add(self.desk, way)

    def rows(self) -> Sequence[GapRow]:
        """What is shown, from top to bottom."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [row for row in found if isinstance(row, GapRow)]

    def _print(self) -> None:
        """The comparison on paper, with the person's trainings that count for it."""
        gap, person = self._gap, self.desk.person
        if gap is None or person is None:
            return
        from ui.people.gap_paper import gap_html
        from ui.printing.document_print import ask_and_print

        name, profile = person.record.name, self.desk.context.app.office.profile()
        title = tr("Profil karier {name}", name=name)
        ask_and_print(self.desk.context, title, lambda: gap_html(person, gap, profile), self)
