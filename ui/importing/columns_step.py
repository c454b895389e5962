"""The second step: what each column of the sheet means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex

from ui.importing.columns_view import ColumnsView, PassingCombo, paint_choice
from ui.importing.draft import Draft
from ui.importing.step import Step
from ui.lists.columns import Record, State, ViewColumn
from ui.lists.keys_model import KeysModel
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.columns import SheetColumn, SheetColumns

_CHOICE = 2
"""Place of the column in which the field is chosen."""


class ColumnsStep(Step):
    """A table of headings and fields; the draft's mapping is what stands in it."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._touched: set[int] = set()
        self._shown: SheetColumns | None = None
        self.model = KeysModel(_view_columns(), self._fetch, self)
        self.view = ColumnsView(self, self.model)
        self.view.grid.choice_wanted.connect(self._offer)
        self.view.grid.clicked.connect(self._on_click)
        self.view.grid.setAccessibleName(tr("Kolom berkas dan artinya; Enter membuka pilihan"))
        self.setFocusProxy(self.view.grid)

    def enter(self) -> None:
        columns = self.draft.columns
        if columns is not self._shown:
            self._shown, self._touched = columns, set()
            self.model.show_keys(range(len(columns.columns) if columns else 0))
            self._go_to_first_doubt()
        self._tell()

    def blocked(self) -> str:
        twice = self._twice()
        if twice:
            return tr("Satu isian dipasangkan dengan dua kolom: {names}.", names=", ".join(self._labels(twice)))
        missing = missing_fields(self.draft.columns, self.draft.mapping) if self.draft.columns else []
        return tr("Kolom wajib belum dipasangkan: {names}.", names=", ".join(missing)) if missing else ""

    def note(self) -> str:
        used = sum(1 for field in self.draft.mapping.values() if field)
        return tr("{used} dari {count} kolom dipakai", used=used, count=len(self.draft.mapping))

    def choose(self, row: int, field: str | None) -> None:
        """Say what a column means; `None` where nothing is read from it."""
        column = self._column(row)
        self.draft.mapping[column.index] = field
        self.draft.forget_plan()
        self._touched.add(column.index)
        self.model.forget()
        self._tell()
        self.edited.emit()

    def _column(self, row: int) -> SheetColumn:
        assert self.draft.columns is not None
        return self.draft.columns.columns[row]

    def _on_click(self, index: QModelIndex) -> None:
        if index.column() == _CHOICE:
            self._offer(index.row())

    def _offer(self, row: int) -> None:
        columns, field = self.draft.columns, self.draft.mapping.get(self._column(row).index)
        if columns is None:
            return
        combo = PassingCombo()
        combo.addItem(tr("Tidak dipakai"), None)
        taken = {it for it in self.draft.mapping.values() if it and it != field}
        taken -= {it.name for it in columns.fields if it.many}
        for choice in columns.fields:
            marks = [tr("wajib")] if choice.required else []
            marks += [tr("sudah dipakai")] if choice.name in taken else []
            combo.addItem(f"{choice.label} ({', '.join(marks)})" if marks else choice.label, choice.name)
        combo.setCurrentIndex(max(0, combo.findData(field)))
        combo.setMaxVisibleItems(16)
        combo.setAccessibleName(tr("Arti kolom {heading}", heading=self._column(row).heading))
        combo.activated.connect(lambda place: self.choose(row, combo.itemData(place)))
        self.view.grid.open_choices(row, _CHOICE, combo)

    def _fetch(self, keys: Sequence[int], then: Callable[[Sequence[Record]], None]) -> None:
        then([self._record(row) for row in keys])

    def _record(self, row: int) -> Record:
        column = self._column(row)
        field = self.draft.mapping.get(column.index)
        doubtful = not column.sure and bool(field) and column.index not in self._touched
        twice = bool(field) and not set(self._meant(field or "")).isdisjoint(self._twice())
        return {
            "key": row,
            "letter": column.letter,
            "heading": column.heading,
            "samples": "  ·  ".join(column.samples),
            "field": field,
            "meaning": self._label(field) if field else tr("Tidak dipakai"),
            "state": state_of(field, doubtful=doubtful, twice=twice, chosen=column.index in self._touched),
        }

    def _twice(self) -> list[str]:
        return fields_used_twice(self.draft.columns, self.draft.mapping) if self.draft.columns else []

    def _meant(self, name: str) -> tuple[str, ...]:
        fields = self.draft.columns.fields if self.draft.columns else ()
        return next((it.meant for it in fields if it.name == name), (name,))

    def _label(self, field: str) -> str:
        fields = self.draft.columns.fields if self.draft.columns else ()
        return next((it.label for it in fields if it.name == field), field)

    def _labels(self, fields: Sequence[str]) -> list[str]:
        return [self._label(it) for it in fields]

    def _tell(self) -> None:
        columns = self.draft.columns.columns if self.draft.columns else ()
        doubts = sum(1 for it in columns if not it.sure and self.draft.mapping.get(it.index))
        hint = tr("Setiap kolom berkas dan artinya. Enter atau klik pada “Menjadi” membuka pilihannya.")
        if doubts:
            hint = tr("{count} usulan perlu diperiksa. {hint}", count=doubts, hint=hint)
        self.view.hint.setText(hint)
        why = self.blocked()
        self.view.problem.setVisible(bool(why))
        if why:
            self.view.problem.set_text("bad", why)

    def _go_to_first_doubt(self) -> None:
        columns = self.draft.columns.columns if self.draft.columns else ()
        first = next((row for row, it in enumerate(columns) if not it.sure), 0)
        if columns:
            self.view.grid.setCurrentIndex(self.model.index(first, _CHOICE))
            self.view.grid.scrollTo(self.model.index(first, 0))


def fields_used_twice(columns: SheetColumns, mapping: dict[int, str | None]) -> list[str]:
    """Fields that more than one column would mean and only one may, in the order of the columns."""
    fields = [field for _, name in sorted(mapping.items()) if name for field in _fields_of(columns, name)]
    return [field for field in dict.fromkeys(fields) if fields.count(field) > 1]


def _fields_of(columns: SheetColumns, name: str) -> tuple[str, ...]:
    """The fields that a choice fills, none for one that several columns may mean."""
    choice = next((it for it in columns.fields if it.name == name), None)
    return (name,) if choice is None else () if choice.many else choice.meant


def missing_fields(columns: SheetColumns, mapping: dict[int, str | None]) -> list[str]:
    """Labels of required fields that no column means."""
    told = {field for name in mapping.values() if name for field in _fields_of(columns, name)}
    return [it.label for it in columns.fields if it.required and it.name not in told]


def state_of(field: str | None, *, doubtful: bool, twice: bool, chosen: bool) -> State:
    """What is to be said of a column's meaning."""
    if twice:
        return State(tr("Dobel"), "bad", "warning-circle")
    if doubtful:
        return State(tr("Periksa"), "warn", "warning")
    if not field:
        return State(tr("Dilewati"), "text2", "minus-circle")
    return State(tr("Dipilih") if chosen else tr("Dikenali"), "ok", "check-circle")


def _view_columns() -> tuple[ViewColumn, ...]:
    def text(field: str) -> Any:
        return lambda it: it[field]

    return (
        ViewColumn("letter", tr("Kolom"), 64, text("letter")),
        ViewColumn("heading", tr("Judul di berkas"), 230, text("heading"), strong=True),
        ViewColumn("meaning", tr("Menjadi"), 240, text("meaning"), paint=paint_choice),
        ViewColumn("state", tr("Keterangan"), 120, lambda it: it["state"].word, state=lambda it: it["state"]),
        ViewColumn("samples", tr("Contoh isi"), 200, text("samples"), stretch=True),
    )
