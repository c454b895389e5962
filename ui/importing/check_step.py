"""The fourth step: every row of the sheet by what becomes of it, before anything is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent

from smartpns_desktop.words import notices
from smartpns_desktop.words.figures import show_number
from ui.importing.check_columns import columns_of, name_of, sentences, shown
from ui.importing.check_model import CheckModel
from ui.importing.check_view import CheckView
from ui.importing.draft import Draft
from ui.importing.row_strip import Line
from ui.importing.step import Step
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.review import CellChange, Review, RowOutcome

ORDER = ("changed", "new", "rejected", "same", "skipped")
"""Which rows are shown first: the first of these of which there are any."""
_TAKEN = ("new", "changed")
_SHORT = 320
"""Pixels of height below which the strip gives way to the rows."""


class CheckStep(Step):
    """Counts, rows and their sources; `save_wanted` to write the refused rows for the sender."""

    save_wanted = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._shown: Review | None = None
        self._outcome = ""
        self.model = CheckModel(draft.left_out, self)
        self.view = CheckView(self, self.model)
        self.view.tabs.chosen.connect(self.show_outcome)
        self.view.changed_only.toggled.connect(lambda _on: self.show_outcome(self._outcome))
        self.view.save.clicked.connect(self.save_wanted)
        self.view.notice.clicked.connect(self._show_notices)
        self.view.grid.selectionModel().currentChanged.connect(self._explain)
        self.model.dataChanged.connect(lambda *_: self._on_taken())
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, by=by: self.view.grid.move_by(by))
            self.addAction(action)
        self.setFocusProxy(self.view.grid)

    def enter(self) -> None:
        review = self.draft.review
        if review is None or review is self._shown:
            return
        self._shown = review
        self.model.left_out = self.draft.left_out
        counts = {str(outcome): count for outcome, count in review.counts.items()}
        self.view.tabs.show_counts(counts)
        self._tell_notices()
        self.show_outcome(next((it for it in ORDER if counts[it]), "new"))

    def show_outcome(self, outcome: str) -> None:
        """Show the rows of an outcome."""
        review, view = self.draft.review, self.view
        if review is None or not outcome:
            return
        self._outcome = outcome
        view.tabs.choose(outcome)
        only = view.changed_only.isChecked() and outcome == "changed"
        columns = columns_of(self.draft.kind, outcome, review, changed_only=only)
        self.model.show_outcome(review, self._member(outcome), columns, checkable=outcome in _TAKEN)
        view.grid.arrange()
        view.changed_only.setVisible(outcome == "changed")
        view.save.setVisible(bool(review.rows(self._member("rejected"))))
        self._tell_count()
        if self.model.rowCount():
            view.grid.setCurrentIndex(self.model.index(0, 0))
        else:
            view.strip.show_sentences(tr("Tidak ada baris seperti ini"), ())
        view.strip.show_hint(checkable=outcome in _TAKEN)

    def taken(self) -> int:
        """How many rows would be applied."""
        review = self.draft.review
        if review is None:
            return 0
        return sum(len(review.rows(self._member(it))) for it in _TAKEN) - len(self.draft.left_out)

    def blocked(self) -> str:
        return "" if self.taken() or self._absent() else tr("Tidak ada baris baru atau berubah untuk diterapkan.")

    def next_text(self) -> str:
        if self._absent() and not self.taken():
            return tr("Catat {count} yang tidak ada", count=show_number(self._absent()))
        return tr("Terapkan {count} baris", count=show_number(self.taken()))

    def _absent(self) -> int:
        """People whom a complete list does not name: they are noted even where no row is new."""
        return self.draft.plan.judgement.absent if self.draft.plan else 0

    def next_icon(self) -> str:
        return "check"

    def note(self) -> str:
        plan, left = self.draft.plan, len(self.draft.left_out)
        parts = [tr("{count} baris akan diterapkan", count=show_number(self.taken()))]
        if plan and plan.rejected:
            parts.append(tr("{count} salah dilewati", count=show_number(plan.rejected)))
        if left:
            parts.append(tr("{count} tidak diikutkan", count=show_number(left)))
        if self._absent():
            parts.append(tr("{count} tidak ada dalam daftar", count=show_number(self._absent())))
        return ", ".join(parts)

    def _member(self, outcome: str) -> RowOutcome:
        from smartpns_desktop.services.imports.review import RowOutcome

        return RowOutcome(outcome)

    def _tell_count(self) -> None:
        review, view = self.draft.review, self.view
        words = {
            "new": tr("baris baru"),
            "changed": tr("baris berubah"),
            "same": tr("baris sama"),
            "rejected": tr("baris salah"),
            "skipped": tr("baris bukan data"),
        }
        view.count.setText(f"{show_number(self.model.rowCount())} {words[self._outcome]}")
        cells = show_number(review.changed_cells) if review else ""
        facts = {
            "changed": tr("· {count} isian · belum ada yang disimpan", count=cells),
            "new": tr("· belum ada yang disimpan"),
            "same": tr("· sudah tersimpan persis seperti ini"),
            "rejected": tr("· tidak akan disimpan"),
        }
        view.facts.setText(facts.get(self._outcome, ""))

    def _tell_notices(self) -> None:
        plan, notice = self.draft.plan, self.view.notice
        told = [notices.say(it) for it in plan.notices] if plan else []
        notice.setVisible(bool(told))
        if told:
            link = tr("Lihat {count} catatan", count=len(told)) if len(told) > 1 else tr("Lihat catatan")
            notice.set_text("accent", shortened(told[0]), "", link)

    def _show_notices(self) -> None:
        from ui.widgets.dialogs import tell

        plan = self.draft.plan
        if plan is not None:
            tell(self, tr("Catatan tentang berkas ini"), "\n\n".join(notices.say(it) for it in plan.notices))

    def _on_taken(self) -> None:
        self.edited.emit()
        self._explain(self.view.grid.currentIndex())

    def _explain(self, index: QModelIndex, _before: object = None) -> None:
        """Tell of the row with the cursor what changes and where it stands."""
        record = self.model.record(index.row()) if 0 <= index.row() < self.model.rowCount() else None
        if record is None:
            return
        row = shown(record)
        name = name_of(record, self.draft.kind)
        title = tr("Baris {row} · {name}", row=row.number, name=name) if name else tr("Baris {row}", row=row.number)
        if self.model.checkable and not self.model.is_taken(index.row()):
            title = tr("{title} · tidak diikutkan", title=title)
        if row.changes and not row.problems:
            self.view.strip.show_changes(title, map(source_line, row.changes))
        else:
            changes = ["  ".join(part for part in source_line(it) if part) for it in row.changes]
            told = [*changes, *sentences(record)]
            new = self._outcome == "new" and not told
            added = tr("Belum terdata; seluruh baris ini ditambahkan.")
            self.view.strip.show_sentences(title, [added] if new else told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.strip.setVisible(self.height() >= _SHORT)


def source_line(change: CellChange) -> Line:
    """What changes, from what to what, and where in the sheet it stands."""
    source = (
        tr("sumber: kolom “{heading}”, sel {cell}", heading=change.heading, cell=change.cell) if change.cell else ""
    )
    return change.label, change.before, change.after, source


def shortened(sentence: str) -> str:
    """A long list of names is cut; the whole stands behind the link."""
    return sentence if len(sentence) <= 120 else sentence[:119].rstrip() + "…"
