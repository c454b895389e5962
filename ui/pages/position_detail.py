"""The panel beside the list of posts: what it says of the post under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from smartpns_desktop.words.figures import show_date, show_number
from smartpns_desktop.words.labels import show_value
from ui.lists.columns import Record
from ui.pages.position_detail_view import PositionDetailView
from ui.texts import tr
from ui.widgets.badge import Kind

if TYPE_CHECKING:
    from datetime import date

    from smartpns_desktop.app import App
    from smartpns_desktop.services.positions import PostRecord, StandardVersion

_BADGES: dict[str, tuple[Kind, str]] = {
    "vacant": ("bad", "circle-dashed"),
    "short": ("warn", "warning"),
    "full": ("ok", "check-circle"),
    "over": ("warn", "plus-circle"),
    "unstated": ("neutral", "question"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A post with the number of gaps of those who hold it."""

    post: PostRecord
    gaps: int


def read_post(app: App, key: int, on: date | None) -> Shown:
    """What the panel shows of a day (`None`: today); read in the background. Raises `CannotDo("record.missing")`."""
    from smartpns_desktop.services.lists import ListQuery

    gaps = app.lists.count("gaps", ListQuery(where=(("position_id", str(key)),), as_of=on))
    return Shown(app.positions.record(key, on), gaps)


class PositionDetail(PositionDetailView):
    """Shows a record of the list at once, and what was read of the post when it is there.

    `version_wanted` carries the version whose form is wanted.
    """

    version_wanted = Signal(object)

    def __init__(self, acts: Sequence[QAction]) -> None:
        super().__init__()
        self._acts = list(acts)
        self.shown: Shown | None = None
        self.show_record(None)

    def show_record(self, record: Record | None) -> None:
        """Show a row of the list; an empty panel where there is none."""
        self.shown = None
        self.setEnabled(record is not None)
        self.title.setText(record["name"] if record else "")
        echelon = show_value("positions", "echelon", record["echelon"]) if record else ""
        parts = (record["kind"], record["level"] or echelon) if record else ()
        self.subtitle.setText(" · ".join(filter(None, parts)))
        self.state.setVisible(record is not None)
        if record is not None:
            self.state.set_state(show_value("positions", "staffing", record["staffing"]), *_BADGES[record["staffing"]])
        self.holders.hide()
        self.gaps.hide()
        self._fill_menu(())
        self.show_facts(())

    def show_post(self, shown: Shown) -> None:
        """Show what was read of the post."""
        self.shown, post = shown, shown.post
        self.holders.setText(tr("{count} pemegang", count=show_number(post.holders)))
        self.holders.setVisible(post.holders > 0)
        self.gaps.setText(tr("{count} kesenjangan pemegangnya", count=show_number(shown.gaps)))
        self.gaps.setVisible(shown.gaps > 0)
        self.show_facts(facts_of(post))
        self._fill_menu([it for it in post.versions if post.version is None or it.key != post.version.key])

    def _fill_menu(self, others: Sequence[StandardVersion]) -> None:
        """The acts on the post, and the versions besides the one in force."""
        self.menu.clear()
        self.menu.addActions(self._acts)
        if others:
            self.menu.addSeparator()
        for version in others:
            text = tr("Standar {since}…", since=since_of(version))
            self.menu.addAction(text, partial(self.version_wanted.emit, version))


def since_of(version: StandardVersion) -> str:
    """From when a version holds, within a sentence."""
    return tr("sejak {day}", day=show_date(version.since)) if version.since else tr("tanpa tanggal")


def facts_of(post: PostRecord) -> tuple[tuple[str, str], ...]:
    """What the panel tells, in its order."""
    version = post.version
    if version is None:
        asked: tuple[tuple[str, str], ...] = ((tr("Standar"), tr("Belum ada")),)
    else:
        asked = tuple(_asked(version))
    quotas = (
        tr("{needed} di {agency}", needed=show_number(it.needed), agency=it.agency) for it in post.quotas if it.needed
    )
    return (
        *asked,
        (tr("BUP"), tr("{years} tahun", years=post.retirement_age) if post.retirement_age else ""),
        (tr("Kebutuhan"), _listed(quotas)),
        (tr("Pemegang"), _holders(post)),
        (tr("Jenjang berikut"), _listed(it.name for it in post.next_posts)),
    )


def _asked(version: StandardVersion) -> Iterable[tuple[str, str]]:
    yield tr("Standar"), since_of(version)
    yield tr("Kelas"), "" if version.position_class is None else show_number(version.position_class)
    yield tr("Rumpun"), version.job_family or ""
    yield tr("Pendidikan"), version.education or ""
    for name, title in (
        ("programmes", tr("Program studi")),
        ("trainings", tr("Pelatihan")),
        ("experience", tr("Pengalaman")),
        ("competencies", tr("Kompetensi")),
    ):
        yield title, (version.lists[name] or "").replace("; ", "\n")


_SHOWN = 6


def _listed(texts: Iterable[str]) -> str:
    told = list(texts)
    more = [tr("… {count} lagi", count=len(told) - _SHOWN)] if len(told) > _SHOWN else []
    return "\n".join(told[:_SHOWN] + more)


def _holders(post: PostRecord) -> str:
    more = post.holders - len(post.holder_names)
    names = list(post.holder_names) + ([tr("… {count} lagi", count=show_number(more))] if more > 0 else [])
    return "\n".join(names)
