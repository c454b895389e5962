"""Changing one field of many rows: choose field and value, look at the effect, do it in one change set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.errors import say
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import field_label
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.lists.bulk_view import BulkView
from ui.lists.columns import State
from ui.texts import tr
from ui.widgets.buttons import set_kind
from ui.widgets.line import Line

if TYPE_CHECKING:
    from smartpns_desktop.services.bulk_edits import BulkChange, BulkPlan, Sample
    from smartpns_desktop.services.bulk_fields import BulkField
    from ui.context import Context
    from ui.workers.operation import Operation

_VALUE, _EFFECTIVE = "value", "effective"


class BulkPage(QWidget):
    """`saved` when the rows were changed, `closed` when the user is through without."""

    saved = Signal(object)
    closed = Signal()
    help_name = "bulk"

    def __init__(
        self, context: Context, kind: str, noun: str, fields: Sequence[BulkField], keys: Sequence[int]
    ) -> None:
        super().__init__()
        self._context, self._kind, self.keys = context, kind, keys
        self._fields = {it.name: it for it in fields}
        self._plan: BulkPlan | None = None
        self._running: Operation | None = None
        self.form: Form | None = None
        title = tr("Ubah massal: {count} {noun}", count=show_number(len(keys)), noun=noun)
        self.view = BulkView(self, title, [(it.name, it.label) for it in fields])
        self.view.field.edited.connect(self._on_field)
        self.view.act.clicked.connect(self.go_on)
        self.view.cancel.clicked.connect(self.closed)
        for pressed in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(pressed), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.go_on)
        context.operations.ended.connect(self._on_ended)
        self.setFocusProxy(self.view.field)
        self._show_state()

    def go_on(self) -> None:
        """Look at the effect; with the effect before one's eyes, do it."""
        if self.form is None or self._running is not None:
            return
        if self._plan is None:
            self.form.settle(self._look)
        elif self._plan.changed:
            self._do(self._plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes: nothing is changed yet."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_field(self) -> None:
        """Another field: another value to ask for."""
        spec = self._fields.get(str(self.view.field.value()))
        if self.form is not None:
            self.view.value.removeWidget(self.form)
            self.form.deleteLater()
        self.form = None
        if spec is not None:
            self.form = Form(self._context, tuple(_asked(spec)), choices={_VALUE: spec.choices})
            self.form.edited.connect(self._forget)
            self.view.value.addWidget(self.form)
            self._in_order(self.form)
            self.form.begin()
        self._forget()

    def _in_order(self, form: Form) -> None:
        """Tab goes from the choice of the field through the form, and then to what was there before it."""
        before = self.view.field.inner
        for row in form.rows.values():
            QWidget.setTabOrder(before, row.editor.inner)
            before = row.editor.inner

    def _change(self) -> BulkChange:
        from smartpns_desktop.services.bulk_edits import BulkChange

        told: Mapping[str, Any] = self.form.values() if self.form is not None else {}
        dated = {name: told[name] for name in (_EFFECTIVE, "decree_number", "decree_date") if name in told}
        return BulkChange(self._kind, str(self.view.field.value()), told.get(_VALUE), **dated)

    def _look(self) -> None:
        if self.form is None or self.form.errors:
            return
        service, change, keys = self._context.app.bulk_edits, self._change(), self.keys
        self._running = self._context.operations.run(
            tr("Memeriksa pengaruh"),
            lambda watch: service.plan(change, keys, watch),
            self._show_plan,
            failed=self._on_failed,
        )
        self._show_state()

    def _do(self, plan: BulkPlan) -> None:
        service, keys = self._context.app.bulk_edits, self.keys
        self._running = self._context.write(
            tr("Mengubah massal"),
            lambda watch: service.apply(plan.change, keys, watch),
            lambda result: tr("{count} baris diubah: {label}", count=show_number(result[0]), label=plan.label),
            self._on_saved,
            refused=self._on_refused,
        )
        self._show_state()

    def _on_saved(self, result: object) -> None:
        if isValid(self):
            self.saved.emit(result)

    def _on_failed(self, error: BaseException) -> None:
        if not (isinstance(error, CannotDo) and self._on_refused(error)):
            self._context.refuse(error)

    def _on_refused(self, error: CannotDo) -> bool:
        if not isValid(self) or error.code == "cancelled":
            return error.code == "cancelled"
        self._forget()
        self.view.reasons.setText(say(error))
        return True

    def _on_ended(self, operation: Operation) -> None:
        if operation is self._running:
            self._running = None
            self._show_state()

    def _forget(self) -> None:
        """Something else is typed: what was looked at says nothing about it."""
        self._plan = None
        self.view.effect.show_lines(())
        self.view.counts.setText(tr("Pilih isian dan nilainya, lalu lihat pengaruhnya."))
        self.view.reasons.setText("")
        self._show_state()

    def _show_plan(self, plan: BulkPlan) -> None:
        if not isValid(self):
            return
        self._plan = plan
        self.view.counts.setText(
            tr(
                "{changed} berubah · {same} sudah “{value}” · {refused} ditolak",
                changed=show_number(plan.changed),
                same=show_number(plan.same),
                refused=show_number(plan.refused),
                value=plan.value or tr("kosong"),
            )
        )
        self.view.reasons.setText("\n".join(f"{show_number(count)} × {why}" for why, count in plan.reasons))
        self.view.effect.show_lines([*(_line(it, plan.value) for it in (*plan.refusals, *plan.changes))])
        self._show_state()

    def _show_state(self) -> None:
        act, plan = self.view.act, self._plan
        if plan is None:
            act.setText(tr("Lihat pengaruhnya"))
            set_kind(act, "primary", "magnifying-glass")
        else:
            act.setText(tr("Ubah {count} baris", count=show_number(plan.changed)))
            set_kind(act, "primary", "check")
        act.setEnabled(self.form is not None and self._running is None and (plan is None or plan.changed > 0))
        self.view.state.setText(tr("Dapat diurungkan dengan Ctrl+Z.") if plan is not None and plan.changed else "")


def _asked(spec: BulkField) -> Iterator[Field]:
    """The value, and of a history since when and by which decree."""
    kinds = {
        "line": FieldKind.LINE,
        "text": FieldKind.TEXT,
        "choice": FieldKind.CHOICE,
        "flag": FieldKind.FLAG,
        "date": FieldKind.DATE,
        "searched": FieldKind.SEARCHED,
    }
    hint = tr("Bila dikosongkan, isian ini dikosongkan pada semua baris.") if spec.can_be_empty else ""
    needed = not spec.can_be_empty and spec.entry != "flag"
    yield Field(_VALUE, spec.label, kinds[spec.entry], needed, hint, choices=spec.searched or _VALUE, wide=True)
    if spec.history is not None:
        yield Field(
            _EFFECTIVE, field_label("employees", "effective_date"), FieldKind.DATE, required=True, wide=True,
            help=tr("Sejak hari ini berlaku; riwayat sebelumnya tetap."),
        )  # fmt: skip
        for name, kind in (("decree_number", FieldKind.LINE), ("decree_date", FieldKind.DATE)):
            yield Field(name, field_label("employees", name), kind, wide=True)


def _line(sample: Sample, new: str) -> Line:
    if sample.refused:
        refused = State(tr("Ditolak"), "bad", "x-circle")
        return Line(sample.name, note=sample.refused, state=refused, thing=sample.key)
    return Line(sample.name, old=sample.old or tr("kosong"), new=new or tr("kosong"), changes=True, thing=sample.key)
