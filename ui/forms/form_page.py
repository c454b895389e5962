"""The page of a form: saves it in the background, says what is missing, and loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.errors import say
from smartpns_desktop.words.sentences import listed
from ui.forms.findings import Finding
from ui.forms.form import Form
from ui.forms.form_page_view import FormPageView
from ui.texts import tr
from ui.widgets.buttons import set_kind
from ui.widgets.dialogs import ask_unsaved

if TYPE_CHECKING:
    from smartpns_desktop.services.watch import Watch
    from ui.context import Context
    from ui.workers.operation import Operation

NARROW = 1100
"""Width of the page in logical pixels below which the list of problems gives way."""

Save = Callable[["Watch", Mapping[str, object]], Any]
"""Stores the values and returns what a writing use-case returns; called off the thread of the window."""


class FormPage(QWidget):
    """A form with title, list of problems, and "Simpan".

    `save` is handed all values of a new record, of a stored one those that changed; `told` words the line for the
    status bar from its result. What stands `below` the form works by itself. `saved` carries that result; `closed`
    tells that the user is through without saving.
    """

    saved = Signal(object)
    closed = Signal()

    def __init__(
        self,
        context: Context,
        title: str,
        form: Form,
        save: Save,
        told: Callable[[Any], str],
        below: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._context, self._title, self.form, self._save, self._told = context, title, form, save, told
        self._saving: Operation | None = None
        self._cursor: QWidget | None = None
        self._refusal = ""
        self.view = FormPageView(self, title, form, below)
        self.setFocusProxy(form)
        self.view.save.clicked.connect(self.save)
        self.view.cancel.clicked.connect(self.leave)
        self.view.problems.chosen.connect(form.jump)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            # Given together with the slot, the context would be ignored.
            pressed = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pressed.activated.connect(self.save)
        form.edited.connect(self._forget_refusal)
        form.judged.connect(self._show_state)
        form.jumped.connect(self.view.show_row)
        context.operations.ended.connect(self._on_ended)
        self._show_state()

    def save(self) -> None:
        """Save, or go to the first field that keeps the form from being saved."""
        if self._saving is None and self.view.save.isEnabled():
            self.form.settle(self._save_settled)

    def may_leave(self) -> bool:
        """Whether nothing is lost when the page goes; asks where something would be, and saves if the user wants."""
        if not self.form.is_dirty:
            return True
        answer = ask_unsaved(self)
        if answer == "save":
            self.save()
        elif answer == "discard":
            self.form.accept()  # given up: a form that is left standing must not ask again
        return answer == "discard"

    def leave(self) -> None:
        """Close without saving, unless the user stays."""
        if self.may_leave():
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list of problems needs room beside the form."""
        super().resizeEvent(event)
        self.view.problems.setVisible(self.width() >= NARROW)

    def _save_settled(self) -> None:
        if self._saving is not None:
            return
        if self.form.errors:
            self.form.jump(self.form.errors[0].field.name)
            return
        values = self.form.values() if self.form.is_new else self.form.changed()
        self._saving = self._context.write(
            self._title, lambda watch: self._save(watch, values), self._told, self._on_saved, refused=self._on_refused
        )
        self._cursor = self.focusWidget()
        self.form.setEnabled(False)
        self._show_state()

    def _on_saved(self, result: object) -> None:
        if isValid(self):  # the user may have gone elsewhere while this waited for other work
            self.form.accept()
            self.saved.emit(result)

    def _on_refused(self, error: CannotDo) -> bool:
        """What was typed stays; the refusal stands at its field, or else beside the button."""
        if not isValid(self) or error.code == "cancelled":
            return False
        if not self.form.refuse(error):
            self._refusal = say(error)
            self._show_state()
        return True

    def _on_ended(self, operation: Operation) -> None:
        if operation is self._saving:
            self._saving = None
            self.form.setEnabled(True)
            if self._cursor is not None:
                self._cursor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_state()

    def _forget_refusal(self) -> None:
        self._refusal = ""
        self._show_state()

    def _show_state(self) -> None:
        view, form = self.view, self.form
        view.header.note.setText(tr("Belum disimpan") if form.is_new or form.is_dirty else "")
        view.problems.show_findings(form.errors, form.warnings)
        self._show_footer()
        wrong = len(names_of(form.errors))
        view.save.setText(tr("Perbaiki {count} isian", count=wrong) if wrong else tr("Simpan"))
        set_kind(view.save, "" if wrong else "primary", "arrow-bend-up-left" if wrong else "check")
        can_save = form.is_new or form.is_dirty
        view.save.setEnabled(can_save and self._saving is None)
        view.save.setToolTip(tr("Simpan (Ctrl+S)") if can_save else tr("Belum ada yang diubah."))

    def _show_footer(self) -> None:
        text = footer_text(self.form.errors, self.form.waiting, self._refusal)
        is_bad = bool(self.form.errors or self._refusal)
        self.view.state.setText(text)
        self.view.state.set_colour("bad" if is_bad else "text2")
        self.view.icon.setVisible(is_bad)


def footer_text(errors: list[Finding], waiting: list[Finding], refusal: str) -> str:
    """What stands left of the button: what keeps the form from being saved, by name."""
    if errors:
        return tr("Belum dapat disimpan: {fields}.", fields=listed(names_of([*errors, *waiting])))
    if waiting and not refusal:
        return tr("Masih perlu diisi: {fields}.", fields=listed(names_of(waiting)))
    return refusal


def names_of(findings: list[Finding]) -> list[str]:
    """Labels of the fields, each once, in their order."""
    return list(dict.fromkeys(finding.field.label for finding in findings))
