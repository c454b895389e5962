"""The page of posts: the list, the post beside it, its forms, and the list of gaps on top."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from smartpns_desktop.words.figures import show_number
from ui.context import Target
from ui.pages.list_page import ListPage
from ui.pages.position_detail import PositionDetail, Shown, read_post
from ui.pages.position_forms import Choices, merge_form, post_form, read_choices, steps_form, version_form
from ui.pages.positions_table import positions_list
from ui.texts import tr
from ui.widgets.count_button import CountButton
from ui.widgets.dialogs import ask_destructive
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.lists import ListQuery
    from smartpns_desktop.services.positions import PostRecord, StandardVersion
    from ui.context import Context
    from ui.forms.form_page import FormPage
    from ui.lists.columns import Record
    from ui.pages.laid_list_page import LaidListPage


class PositionsPage(ListPage):
    """Posts with who holds them; acts of a target lay the lists of gaps, quotas or competencies on top."""

    name = "positions"
    icon = "briefcase"

    def __init__(self, context: Context) -> None:
        super().__init__(context, positions_list)
        self.gaps = CountButton(tr("Kesenjangan"), "target", tr("Yang belum dipenuhi pegawai dari syarat jabatannya"))
        self.gaps.clicked.connect(lambda: self.show_gaps(None))
        self.header.add_quiet(self.gaps)
        self.others = CountButton(
            tr("Daftar"), "list-bullets", tr("Kebutuhan jabatan semua unit, dan daftar kompetensi")
        )
        self.others.setProperty("menu", True)
        self.others.setMenu(self._other_lists())
        self.header.add_quiet(self.others)
        detail = PositionDetail(self._acts())
        detail.edit.clicked.connect(self.edit_current)
        detail.version_wanted.connect(self.edit_version)
        detail.holders.clicked.connect(self._list_holders)
        detail.gaps.clicked.connect(self._list_gaps)
        self.detail = detail
        self.body.addWidget(detail)

    def _acts(self) -> list[QAction]:
        rows: tuple[tuple[str, Callable[[], None]], ...] = (
            (tr("Versi standar baru…"), lambda: self.edit_version(None)),
            (tr("Ubah standar yang berlaku…"), lambda: self._with_post(lambda post: self.edit_version(post.version))),
            (tr("Kebutuhan jabatan ini…"), lambda: self._with_post(lambda post: self.show_quotas(post.key))),
            (tr("Jalur karier…"), lambda: self._with_post(lambda post: self.lay_form(steps_form(self.context, post)))),
            (tr("Gabungkan ke…"), lambda: self._with_post(lambda post: self.lay_form(merge_form(self.context, post)))),
            (tr("Hapus standar yang berlaku…"), lambda: self._with_post(self._remove_version)),
            (tr("Hapus jabatan…"), self._remove_current),
        )
        acts = []
        for text, act in rows:
            action = QAction(text, self)
            action.triggered.connect(act)
            acts.append(action)
        # Where the window is narrow the panel is away; the list's own menu has all that it offers.
        self.list.grid.addActions(acts)
        return acts

    def _other_lists(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Kebutuhan jabatan…"), lambda: self.show_quotas(None))
        menu.addAction(tr("Daftar kompetensi…"), self.show_competencies)
        return menu

    def title(self) -> str:
        return tr("Jabatan")

    def concerns(self, changes: Changes) -> bool:
        return changes.positions or changes.employees or changes.agencies or changes.trainings

    def open(self, target: Target) -> None:
        laid: dict[str, Callable[[], None]] = {
            "gaps": partial(self.show_gaps, target.query),
            "quotas": partial(self.show_quotas, None),
            "competencies": self.show_competencies,
        }
        if target.act not in laid:
            super().open(target)
        elif self.to_main():
            laid[target.act]()

    def show_gaps(self, query: ListQuery | None) -> None:
        """Lay the list of what people lack on top."""
        from ui.pages.gaps_page import GapsPage

        self._lay_list(GapsPage(self.context), query or _query(as_of=self.as_of.day))

    def show_quotas(self, post: int | None) -> None:
        """Lay the list of how many people units need on top, in one post or in all: what holds, first of all."""
        from ui.pages.position_lists_page import QuotasPage

        where = (("in_force", "True"), *(() if post is None else (("position_id", str(post)),)))
        self._lay_list(QuotasPage(self.context, post), _query(*where, as_of=self.as_of.day))

    def show_competencies(self) -> None:
        """Lay the reference of competencies on top."""
        from ui.pages.position_lists_page import CompetenciesPage

        self._lay_list(CompetenciesPage(self.context), _query())

    def _lay_list(self, page: LaidListPage, query: ListQuery) -> None:
        page.closed.connect(self.pop)
        self.push(page)
        page.open(Target(page.name, query=query))

    def show_detail(self, record: Record | None) -> None:
        if not isinstance(self.detail, PositionDetail):
            return
        self.detail.show_record(record)
        if record is not None:
            app, key, day = self.context.app, record["key"], self.as_of.day
            self.context.operations.read(
                lambda: read_post(app, key, day), self._show_post, owner=self, slot="post", failed=lambda _error: None
            )

    def _show_post(self, shown: Shown) -> None:
        if isinstance(self.detail, PositionDetail) and self.list.current_key() == shown.post.key:
            self.detail.show_post(shown)

    def _list_holders(self) -> None:
        self._go("employees", ("service", "active"), ("service", "away"))

    def _list_gaps(self) -> None:
        key = self.list.current_key()
        if key is not None:
            self.show_gaps(_query(("position_id", str(key)), as_of=self.as_of.day))

    def _go(self, page: str, *where: tuple[str, str]) -> None:
        key = self.list.current_key()
        if key is not None:
            self.context.go(Target(page, query=_query(("position_id", str(key)), *where, as_of=self.as_of.day)))

    def new(self) -> None:
        self._with_choices(lambda choices: self.lay_form(post_form(self.context, choices, None)))

    def edit(self, key: int) -> None:
        self._open(key, lambda post, choices: post_form(self.context, choices, post))

    def edit_version(self, version: StandardVersion | None) -> None:
        """The form of a version of the post with the cursor, of a new one where none is told."""
        key = self.list.current_key()
        if key is not None:
            self._open(key, lambda post, choices: version_form(self.context, choices, post, version))

    def _open(self, key: int, make: Callable[[PostRecord, Choices], FormPage]) -> None:
        app = self.context.app

        def show(read: tuple[PostRecord, Choices]) -> None:
            self.lay_form(make(*read))

        self.context.operations.read(
            lambda: (app.positions.record(key), read_choices(app)), show, owner=self, slot="form",
            failed=self.context.refuse,
        )  # fmt: skip

    def _with_choices(self, then: Callable[[Choices], None]) -> None:
        app = self.context.app
        self.context.operations.read(lambda: read_choices(app), then, owner=self, slot="form")

    def _with_post(self, then: Callable[[PostRecord], None]) -> None:
        shown = self.detail.shown if isinstance(self.detail, PositionDetail) else None
        if shown is not None:
            then(shown.post)

    def _remove_version(self, post: PostRecord) -> None:
        version, service = post.version, self.context.app.positions
        body = tr("Versi sebelumnya, bila ada, berlaku kembali. Dapat diurungkan dengan Ctrl+Z.")
        title = tr("Hapus standar {name} yang berlaku?", name=post.name)
        if version is not None and ask_destructive(self, title, body, tr("Hapus standar")):
            key = version.key
            self.context.write(
                tr("Menghapus standar"), lambda _watch: service.delete_version(key),
                lambda _changes: tr("Standar jabatan dihapus"),
            )  # fmt: skip

    def _remove_current(self) -> None:
        key = self.list.current_key()
        if key is not None:
            self.remove([key])

    def remove(self, keys: Sequence[int]) -> None:
        count, service = show_number(len(keys)), self.context.app.positions
        body = tr(
            "Standar dan kebutuhannya ikut terhapus. Jabatan yang dipegang atau pernah dipegang pegawai tidak dapat "
            "dihapus. Dapat diurungkan dengan Ctrl+Z."
        )
        title, act = tr("Hapus {count} jabatan?", count=count), tr("Hapus {count} jabatan", count=count)
        if ask_destructive(self, title, body, act):
            self.context.write(
                tr("Menghapus jabatan"), lambda _watch: service.delete(*keys),
                lambda _changes: tr("{count} jabatan dihapus", count=count),
            )  # fmt: skip

    def empty_state(self) -> EmptyState:
        brought = QAction(tr("Impor dari Excel"), self)
        brought.triggered.connect(lambda: self.context.go(Target("exchange", act="import")))
        added = QAction(tr("Catat satu jabatan"), self)
        added.triggered.connect(self.new)
        return EmptyState(
            "briefcase",
            tr("Belum ada jabatan"),
            tr("Impor peta jabatan atau standar jabatan; jabatan pegawai yang diimpor tercatat dengan sendirinya."),
            brought,
            added,
            keys=((tr("Ctrl+N"), tr("baru")), (tr("F1"), tr("bantuan halaman ini"))),
        )


def _query(*where: tuple[str, str], as_of: date | None = None) -> ListQuery:
    from smartpns_desktop.services.lists import ListQuery

    return ListQuery(where=where, as_of=as_of)
