"""The form: draws its rows of fields, checks what is typed in the background, and tells what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.words.errors import say as say_refusal
from ui.forms.choice_editor import Choice
from ui.forms.editors import editor_for
from ui.forms.field import Field
from ui.forms.field_row import FieldRow
from ui.forms.findings import Facts, Finding, Weight, by_weight, judge, waiting
from ui.forms.form_view import lay_out

if TYPE_CHECKING:
    from ui.context import Context

PAUSE = 250
"""Milliseconds without a key after which the rules are asked."""

Check = Callable[[Mapping[str, object]], Sequence[Problem]]
"""What is wrong with typed values, `column` naming the field; called off the thread of the window."""

Agree = Callable[[Mapping[str, object]], Mapping[str, str]]
"""Sentences by field about values that something else confirms ("Cocok dengan NIP"); called likewise."""


_Answer = tuple[Sequence[Problem], Mapping[str, str]]


class Form(QWidget):
    """Fields by row of data.

    `edited` tells of every change, `judged` that the findings are new, `jumped` to which row the cursor was brought.
    """

    edited = Signal()
    judged = Signal()
    jumped = Signal(QWidget)

    def __init__(
        self,
        context: Context,
        fields: Sequence[Field],
        check: Check | None = None,
        choices: Mapping[str, Sequence[Choice]] | None = None,
        agree: Agree | None = None,
    ) -> None:
        super().__init__()
        self._context, self._check, self._agree = context, check or _sound, agree or _nothing
        self.fields = tuple(fields)
        self.rows = {field.name: FieldRow(field, editor_for(field, context, choices or {})) for field in fields}
        self.is_new, self._tried = True, False
        self.findings: tuple[Finding, ...] = ()
        self._forget_answers()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        for row in self.rows.values():
            row.edited.connect(lambda name=row.field.name: self._on_edited(name))
            row.left.connect(self._judge)
        lay_out(self, list(self.rows.values()))
        for row in reversed(self.rows.values()):
            if not row.field.read_only:
                self.setFocusProxy(row.editor)
        self._judge()

    def begin(self, values: Mapping[str, object] | None = None) -> None:
        """Start a new record, with some values filled in already."""
        self._load(values or {}, is_new=True)

    def set_values(self, values: object) -> None:
        """Show a stored record, a mapping or an object; what is wrong with it does not keep it from being saved."""
        told = values if isinstance(values, Mapping) else {name: getattr(values, name, None) for name in self.rows}
        self._load(told, is_new=False)

    def fill(self, values: Mapping[str, object]) -> None:
        """Fill fields in that are empty, as if they were typed; what the user typed stays."""
        for name, value in values.items():
            row = self.rows[name]
            if row.typing.is_empty and value is not None:
                row.editor.set_value(value)
                self._on_edited(name)

    def values(self) -> dict[str, object]:
        """What is typed, by the service's fields; without what is only shown, or cannot be read."""
        return self._told(lambda _row: True)

    def changed(self) -> dict[str, object]:
        """As `values`, but only fields that differ from what was loaded."""
        return self._told(lambda row: row.typing.changed)

    @property
    def is_dirty(self) -> bool:
        """True if something was typed that is not stored."""
        return any(row.typing.changed for row in self.rows.values())

    @property
    def errors(self) -> list[Finding]:
        """What the user sees and has to mend."""
        return by_weight(self.findings, Weight.BAD)

    @property
    def warnings(self) -> list[Finding]:
        """What the user sees and may save."""
        return by_weight(self.findings, Weight.WARN)

    @property
    def waiting(self) -> list[Finding]:
        """Required fields that nobody came to yet."""
        return waiting(self.findings)

    def settle(self, then: Callable[[], None]) -> None:
        """Ask the rules about what is typed now, show all that is wrong, and go on with `then`."""
        self._tried = True
        for row in self.rows.values():
            row.editor.settle()
        self._ask(then)

    def accept(self) -> None:
        """What is typed is stored now."""
        for row in self.rows.values():
            row.accept()

    def refuse(self, error: CannotDo) -> bool:
        """Show a refusal at the field that it is about; false where no field is."""
        field = next((field for field in self.fields if error.code in field.refusals), None)
        if field is None:
            return False
        self._refusals[field.name] = say_refusal(error)
        self._judge()
        self.jump(field.name)
        return True

    def jump(self, name: str) -> None:
        """Bring the cursor to a field."""
        self.rows[name].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.jumped.emit(self.rows[name])

    def _load(self, values: Mapping[str, object], *, is_new: bool) -> None:
        self.is_new, self._tried = is_new, False
        self._forget_answers()
        for name, row in self.rows.items():
            row.load(values.get(name))
        self._judge()
        if is_new:
            self._ask()
        else:
            self._read(self._remember, "stored")

    def _forget_answers(self) -> None:
        self._problems: Sequence[Problem] = ()
        self._agreements: Mapping[str, str] = {}
        self._refusals: dict[str, str] = {}
        self._known: frozenset[tuple[str, str]] = frozenset()

    def _on_edited(self, name: str) -> None:
        self._refusals.pop(name, None)
        self._judge()
        self._pause.start()
        self.edited.emit()

    def _ask(self, then: Callable[[], None] | None = None) -> None:
        """Let the rules look at what is typed now."""

        def answered(answer: _Answer) -> None:
            self._take(answer)
            if then is not None:
                then()

        self._pause.stop()
        self._read(answered, "typed")

    def _read(self, then: Callable[[_Answer], None], slot: str) -> None:
        values, check, agree = self.values(), self._check, self._agree
        self._context.operations.read(
            lambda: (check(values), agree(values)), then, owner=self, slot=slot, failed=self._context.refuse
        )

    def _remember(self, answer: _Answer) -> None:
        """Note what is wrong with the stored record; what was typed meanwhile is judged by its own answer."""
        self._known = frozenset((problem.code, problem.column) for problem in answer[0])
        if self.is_dirty:
            self._judge()
        else:
            self._take(answer)

    def _take(self, answer: _Answer) -> None:
        self._problems, self._agreements = answer
        self._judge()

    def _judge(self) -> None:
        typings = {name: row.typing for name, row in self.rows.items()}
        facts = Facts(typings, self._problems, self._agreements, self._refusals, self._known, self.is_new, self._tried)
        self.findings = judge(self.fields, facts)
        for name, row in self.rows.items():
            row.show_findings([it for it in self.findings if it.field.name == name and it.shown])
        self.judged.emit()

    def _told(self, wanted: Callable[[FieldRow], bool]) -> dict[str, object]:
        told: dict[str, object] = {}
        for row in self.rows.values():
            if not row.field.read_only and wanted(row):
                told |= row.told()
        return told


def _sound(_values: Mapping[str, object]) -> Sequence[Problem]:
    return ()


def _nothing(_values: Mapping[str, object]) -> Mapping[str, str]:
    return {}
