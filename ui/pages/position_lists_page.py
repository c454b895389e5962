"""The lists laid on top of the posts: how many people units need in them, and the competencies they may ask."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from smartpns_desktop.words.figures import show_number
from ui.pages.laid_list_page import LaidListPage
from ui.pages.position_list_forms import Stored, competency_form, quota_form
from ui.pages.positions_table import competencies_list, quotas_list
from ui.texts import tr
from ui.widgets.dialogs import ask_destructive
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartpns_desktop.services.changes import Changes
    from ui.context import Context
    from ui.forms.form_page import FormPage
    from ui.lists.columns import ListKind


class _KeptListPage(LaidListPage):
    """Rows are added, changed and removed here; `_service` does it, `_form` is the page of one row."""

    help_name = "positions"

    def __init__(self, context: Context, kind: Callable[[int], ListKind], service: Any) -> None:
        super().__init__(context, kind)
        self._service = service
        self.new_button.show()

    @abstractmethod
    def _form(self, key: int | None, stored: Stored) -> FormPage: ...

    def _begun(self) -> Stored:
        """What a new row begins with."""
        return {}

    def concerns(self, changes: Changes) -> bool:
        return changes.positions or changes.agencies

    def new(self) -> None:
        self.lay_form(self._form(None, self._begun()))

    def open_key(self, key: int) -> None:
        self.edit(key)

    def edit(self, key: int) -> None:
        def show(stored: Stored) -> None:
            self.lay_form(self._form(key, stored))

        self.context.operations.read(
            lambda: self._service.record(key), show, owner=self, slot="form", failed=self.context.refuse
        )

    def remove(self, keys: Sequence[int]) -> None:
        facts = {"count": show_number(len(keys)), "noun": self.kind.noun}
        title, act = tr("Hapus {count} {noun}?", **facts), tr("Hapus {count} {noun}", **facts)
        if ask_destructive(self, title, self._warning(), act):
            self.context.write(
                act, lambda _watch: self._service.delete(*keys), lambda _changes: tr("{count} {noun} dihapus", **facts)
            )

    def _warning(self) -> str:
        return tr("Dapat diurungkan dengan Ctrl+Z.")

    def _empty(self, icon: str, title: str, advice: str) -> EmptyState:
        added = QAction(tr("Baru"), self)
        added.triggered.connect(self.new)
        return EmptyState(icon, title, advice, added)


class QuotasPage(_KeptListPage):
    """Quotas of all posts, or of the one from which one came."""

    name = "position-quotas"
    icon = "users-three"

    def __init__(self, context: Context, post: int | None = None) -> None:
        super().__init__(context, quotas_list, context.app.positions.quotas)
        self._post = post

    def title(self) -> str:
        return tr("Kebutuhan jabatan")

    def _begun(self) -> Stored:
        return {} if self._post is None else {"position_id": self._post}

    def _form(self, key: int | None, stored: Stored) -> FormPage:
        return quota_form(self.context, key, stored)

    def _warning(self) -> str:
        return tr("Kebutuhan yang dicatat sebelumnya, bila ada, berlaku kembali. Dapat diurungkan dengan Ctrl+Z.")

    def empty_state(self) -> EmptyState:
        advice = tr("Catat berapa orang yang dibutuhkan sebuah unit dalam satu jabatan, atau impor peta jabatannya.")
        return self._empty("users-three", tr("Belum ada kebutuhan jabatan"), advice)


class CompetenciesPage(_KeptListPage):
    """The reference of competencies; those of regulations are only shown."""

    name = "competencies"
    icon = "target"

    def __init__(self, context: Context) -> None:
        super().__init__(context, competencies_list, context.app.positions.reference)

    def title(self) -> str:
        return tr("Daftar kompetensi")

    def _form(self, key: int | None, stored: Stored) -> FormPage:
        return competency_form(self.context, key, stored)

    def _warning(self) -> str:
        return tr("Jabatan dan hasil penilaian yang menyebutnya tidak berubah. Dapat diurungkan dengan Ctrl+Z.")

    def empty_state(self) -> EmptyState:
        return self._empty("target", tr("Belum ada kompetensi"), tr("Catat kompetensi yang diminta dari jabatan."))
