"""The tab with what became of an agency over the years: names, codes, places, mergers and splits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from smartpns_desktop.words.figures import show_date
from ui.agencies.tab import AgencyTab
from ui.texts import tr
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from ui.agencies.dossier import Shown
    from ui.context import Context

_ICONS = {
    "opened": "plus-circle",
    "closed": "lock",
    "renamed": "text-t",
    "alias": "text-t",
    "recoded": "tag",
    "moved": "arrow-elbow-down-right",
    "merged_into": "stack",
    "took_in": "stack",
    "split_into": "git-branch",
    "split_from": "git-branch",
}


class HistoryTab(AgencyTab):
    """The newest first."""

    def __init__(self, context: Context) -> None:
        advice = tr("Ganti nama, pindah, gabung, dan pecah akan tercatat di sini.")
        empty = EmptyState("clock-counter-clockwise", tr("Belum ada riwayat"), advice)
        super().__init__(context, LineList(tr("Riwayat perangkat daerah"), lead="28 Sep 2028"), empty)

    def told(self, shown: Shown) -> Sequence[Line]:
        return tuple(
            Line(it.text, lead=show_date(it.day) if it.day else "", icon=_ICONS[it.code], thing=place)
            for place, it in enumerate(shown.dossier.events)
        )
