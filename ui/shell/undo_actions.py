"""Undo and redo by name: what would be taken back stands in the tool tip and in the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from smartpns_desktop.words.sentences import lower_first
from ui.texts import tr
from ui.theme.icons import icon

if TYPE_CHECKING:
    from smartpns_desktop.services.undo import Turn, UndoResult
    from ui.context import Context

_LONGEST = 80


class UndoActions(QObject):
    """Two actions that follow the journal: the newest change of a user, and the newest one taken back."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._undo: Turn | None = None
        self._redo: Turn | None = None
        self.undo = QAction(icon("arrow-counter-clockwise"), tr("Urungkan"), self)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.redo = QAction(icon("arrow-clockwise"), tr("Ulangi"), self)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.undo.triggered.connect(self._undo_newest)
        self.redo.triggered.connect(self._redo_newest)
        context.changed.connect(lambda _changes: self.refresh())

    def refresh(self) -> None:
        """Read what can be taken back and done again."""
        undo = self._context.app.undo
        self._context.operations.read(
            lambda: (undo.next_undo(), undo.next_redo()), self._show, owner=self, slot="turns"
        )

    def _undo_newest(self) -> None:
        if self._undo is not None:
            self.take_back(self._undo.number, self._undo.reason)

    def _redo_newest(self) -> None:
        if self._redo is not None:
            self._do_again(self._redo)

    def take_back(self, number: int, reason: str = "") -> None:
        """Take a change set back, an import too; `reason` is what it is called."""
        take_back(self._context, number, reason)

    def _do_again(self, turn: Turn) -> None:
        undo = self._context.app.undo

        def told(result: UndoResult) -> str:
            return tr("Diulangi: {what}", what=_short(turn.reason)) + _kept(result)

        self._context.write(tr("Mengulangi"), lambda watch: undo.redo(turn.number, watch), told, undoable=False)

    def _show(self, turns: tuple[Turn | None, Turn | None]) -> None:
        self._undo, self._redo = turns
        for action, turn, verb, key in (
            (self.undo, self._undo, tr("Urungkan"), "Ctrl+Z"),
            (self.redo, self._redo, tr("Ulangi"), "Ctrl+Y"),
        ):
            action.setEnabled(turn is not None)
            named = f"{verb}: {_short(turn.reason)}" if turn else tr("Tidak ada yang dapat diurungkan")
            if action is self.redo and turn is None:
                named = tr("Tidak ada yang dapat diulangi")
            action.setText(named)
            action.setToolTip(f"{named} ({key})")


def take_back(context: Context, number: int, reason: str = "") -> None:
    """Take a change set back, an import too; `reason` is what it is called."""
    undo = context.app.undo

    def told(result: UndoResult) -> str:
        named = tr("Diurungkan: {what}", what=_short(reason)) if reason else tr("Perubahan diurungkan")
        return named + _kept(result)

    context.write(tr("Mengurungkan"), lambda watch: undo.undo(number, watch), told, undoable=False)


def _short(reason: str) -> str:
    told = lower_first(reason)
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def _kept(result: UndoResult) -> str:
    return tr("; {count} dipertahankan karena sudah diubah atau dipakai", count=len(result.kept)) if result.kept else ""
