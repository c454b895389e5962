"""The import wizard: which step stands in front, and what is planned and written between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.errors import say
from smartpns_desktop.words.figures import show_number
from ui.importing.apply_step import ApplyStep, noted_text
from ui.importing.check_step import CheckStep
from ui.importing.columns_step import ColumnsStep
from ui.importing.draft import Draft
from ui.importing.file_step import FileStep
from ui.importing.files import ask_rejected, ask_source, short_name
from ui.importing.reading import Reading
from ui.importing.step import Step
from ui.importing.values_step import ValuesStep
from ui.importing.wizard_view import WizardView
from ui.importing.work import Again, Work
from ui.texts import tr
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from pathlib import Path

    from smartpns_desktop.services.imports.service import ImportResult
    from ui.context import Context

FILE, COLUMNS, VALUES, CHECK, APPLY = range(5)


class ImportWizard(WizardView):
    """Five steps on one draft.

    A step never waits: what it needs is read or planned in the background, and it comes to the front when that is
    there. `closed` when the wizard is done with, `another_wanted` to begin a new one, `list_wanted` a page and act.
    """

    closed = Signal()
    another_wanted = Signal()
    list_wanted = Signal(str, str)

    def __init__(self, context: Context) -> None:
        self.draft = draft = Draft(context.operations.afterwards)
        self.file = FileStep(self.draft)
        self.columns = ColumnsStep(self.draft)
        self.values = ValuesStep(self.draft)
        self.check = CheckStep(self.draft)
        self.applied = ApplyStep(self.draft)
        self._steps: tuple[Step, ...] = (self.file, self.columns, self.values, self.check, self.applied)
        super().__init__(self._steps)
        self._context = context
        self._place = FILE
        self._again: Again | None = None
        self.work = Work(context, self)
        self.reading = Reading(context, self.draft, self.work, self)
        self._connect()
        self._make_actions()
        self._show(FILE)
        self.reading.senders()
        self.destroyed.connect(lambda _gone: draft.let_go())

    def _connect(self) -> None:
        self.stepper.chosen.connect(self.show_step)
        self.back_button.clicked.connect(self.go_back)
        self.cancel_button.clicked.connect(self.cancel)
        self.next_button.clicked.connect(self.go_on)
        self.banner.clicked.connect(self._try_again)
        for step in self._steps:
            step.edited.connect(self.refresh)
        self.work.changed.connect(self.refresh)
        self.work.refused.connect(self._on_refused)
        self.file.file_wanted.connect(self.choose_file)
        self.file.sheet_wanted.connect(self.reading.sheet)
        self.file.password_given.connect(self.reading.unlock)
        self.file.table_changed.connect(self._read_table)
        self.reading.looked.connect(lambda: self._show(FILE))
        self.reading.understood.connect(self._on_understood)
        self.reading.unclear.connect(self._on_unclear)
        self.reading.planned.connect(self._after_plan)
        self.reading.senders_known.connect(self.file.offer_senders)
        self.values.passed.connect(self.go_on)
        self.check.save_wanted.connect(self._save_rejected)
        self.applied.undo_wanted.connect(self._undo)
        self.applied.another_wanted.connect(self.another_wanted)
        self.applied.list_wanted.connect(self.list_wanted)

    def _make_actions(self) -> None:
        rows = (("Ctrl+Return", self.next_button), ("Ctrl+Enter", self.next_button), ("Alt+Left", self.back_button))
        for keys, pressed in rows:
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, pressed=pressed: pressed.isVisible() and pressed.click())
            self.addAction(action)

    # The steps

    def show_step(self, place: int) -> None:
        """Go back to a step that is done; what later steps know stays until something before them changes."""
        if self.work.running is None and place < self._place != APPLY:
            self._show(place)

    def _show(self, place: int) -> None:
        self._place = place
        self.stepper.set_current(place)
        self.stepper.setEnabled(place != APPLY)
        self.say("")
        self.steps.setCurrentIndex(place)
        self.refresh()
        self._steps[place].enter()
        self.refresh()
        self._take_focus()

    def _take_focus(self) -> None:
        """The keyboard where work goes on: in the step, and on the last button where nothing is left to do."""
        (self.next_button.setFocus if self.draft.result else self._steps[self._place].take_focus)()

    def go_back(self) -> None:
        """The step before; that of the questions is passed by where there is none."""
        passed_by = self._place == CHECK and not self.draft.questions
        self.show_step(COLUMNS if passed_by else max(FILE, self._place - 1))

    def go_on(self) -> None:
        """What the primary button does."""
        if self.work.running is None and not self._steps[self._place].blocked():
            moves = (lambda: self._show(COLUMNS), self._plan, self._plan, self._apply, self.closed.emit)
            moves[self._place]()

    def refresh(self) -> None:
        """Buttons and the line beside them, as the present step and the work in the background ask for."""
        step, busy = self._steps[self._place], self.work.running is not None
        why = step.blocked()
        self.steps.setEnabled(not busy or self._place == APPLY)
        self.show_buttons(
            back=FILE < self._place < APPLY,
            forward=not busy and not why,
            cancel=self._place != APPLY or busy,
            text=step.next_text(),
            icon=step.next_icon(),
            note=self.work.title() or why or step.note(),
        )
        self.back_button.setEnabled(not busy)
        look = self.draft.look
        self.show_source(tr("{file} · lembar “{sheet}”", file=look.name, sheet=look.sheet) if look else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who puts the keyboard on the wizard means its step."""
        super().focusInEvent(event)
        self._take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what runs, else leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def cancel(self) -> None:
        """Stop what runs; where nothing does, leave, after a question where something would be lost."""
        if self.work.running is not None:
            self.work.cancel()
        elif self.draft.has_begun:
            self.may_leave()
        else:
            self.closed.emit()

    def may_leave(self) -> bool:
        """Whether nothing is lost, or the user agreed to lose it; what is being written goes on by itself."""
        look = self.draft.look
        if look is None or not self.draft.has_begun or (self.work.running and self._place == APPLY):
            return True
        agreed = ask_destructive(
            self,
            tr("Tinggalkan impor {file}?", file=look.name),
            tr("Belum ada yang disimpan. Pasangan kolom dan jawaban yang sudah dipilih akan hilang."),
            tr("Tinggalkan impor"),
        )
        if agreed:
            self.work.cancel()
            # After whoever asked has gone on: the wizard must not vanish under its question.
            QTimer.singleShot(0, self, self.closed.emit)
        return agreed

    # The file

    def choose_file(self) -> None:
        """Ask for the file with the system's own dialog."""
        path = ask_source(self)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a file and show what it is."""
        self.say("")
        self.reading.file(path)

    def _read_table(self) -> None:
        self.say("")
        self.reading.columns()
        self.file.show_table()
        self.refresh()

    def _on_understood(self) -> None:
        self.file.show_table()
        self.refresh()

    def _on_unclear(self, error: CannotDo) -> None:
        self.file.show_problem(error)
        self.refresh()

    # Plan, apply, take back

    def _plan(self) -> None:
        """Plan, unless that was done for these very choices; then the questions, or the check where none is open."""
        self.say("")
        if self.draft.is_planned():
            self._after_plan()
        else:
            self.reading.plan()

    def _after_plan(self) -> None:
        asks = self._place == COLUMNS and any(it.is_open for it in self.draft.questions)
        self._show(VALUES if asks else CHECK)

    def _apply(self) -> None:
        plan, imports, leave_out = self.draft.plan, self._context.app.imports, frozenset(self.draft.left_out)
        if plan is None:
            return

        def told(result: ImportResult) -> str:
            written = result.new + result.changed
            if result.absent and not written:
                return noted_text(result.absent)
            return tr("{count} baris diimpor dari {file}", count=show_number(written), file=name)

        name = short_name(plan.path.name)
        self._show(APPLY)
        self.work.write(
            tr("Mengimpor {file}", file=name),
            lambda watch: imports.apply(plan, good_rows_only=True, leave_out=leave_out, watch=watch),
            told,
            self._on_applied,
            self._apply,
        )

    def _on_applied(self, result: ImportResult) -> None:
        self.draft.result = result
        self._show(APPLY)

    def _undo(self) -> None:
        result, undo = self.draft.result, self._context.app.undo
        if result is None or result.batch is None or self.work.running is not None:
            return
        number = result.batch

        self.work.write(
            tr("Mengurungkan impor"),
            lambda watch: undo.undo(number, watch),
            lambda back: tr("Impor diurungkan: {count} data", count=show_number(back.reverted)),
            self.applied.show_undone,
            None,
        )

    def _save_rejected(self) -> None:
        plan = self.draft.plan
        out = ask_rejected(self, plan.path) if plan is not None else None
        if out is not None:
            self.reading.write_rejected(out)

    # What went wrong

    def _on_refused(self, error: CannotDo, again: Again | None) -> None:
        """Nothing was stored; the step before says why and offers to try again."""
        if self._place == APPLY and self.draft.result is None:
            if error.code == "plan.stale":
                self.draft.forget_plan()
                again = self._plan
            self._show(CHECK if self.draft.plan is not None else COLUMNS)
        self._again = again
        asked = self.file.ask_password(error)
        told = "" if asked else say(error)
        self.say(told, calm=error.code == "cancelled", link=tr("Coba lagi") if again else "")
        self.file.show_state()
        self.refresh()
        if asked:
            self.file.take_focus()

    def _try_again(self) -> None:
        if self._again is not None and self.work.running is None:
            self._again()
