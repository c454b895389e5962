"""What stands in the place of the lines of a plan, or of a city, that has none: why, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from smartpns_desktop.domain.study_needs import Period
from ui.studies.agency_rows import span
from ui.texts import tr
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from smartpns_desktop.services.study_needs import AgencyPlan

Act = Callable[[], object]


def no_needs(page: QWidget, bring: Act, add: Act, template: Act) -> EmptyState:
    """The empty state of a page, with its three acts."""
    named = (
        (tr("Impor usulan"), bring),
        (tr("Baris baru"), add),
        (tr("Buat templat untuk perangkat daerah"), template),
    )
    actions = [QAction(text, page) for text, _ in named]
    for action, (_, act) in zip(actions, named, strict=True):
        action.triggered.connect(lambda _on=False, act=act: act())
    return EmptyState("list-numbers", "", "", actions[0], actions[1], links=actions[2:])


def name_place(empty: EmptyState, plan: AgencyPlan | None, period: Period) -> None:
    """Say whose lines are missing: those of an agency, or all of a period."""
    sentence = tr("Belum ada kebutuhan studi {period}", period=span(period))
    if plan is not None:
        agency = plan.short_name or plan.agency
        sentence = tr("{agency} belum punya kebutuhan studi", agency=agency)
    empty.set_text(sentence, tr("Impor usulannya, atau catat barisnya satu per satu."))
