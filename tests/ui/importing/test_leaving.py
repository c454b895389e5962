"""An import that is stopped or left half way: nobody waits for it, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.importing.wizard import CHECK, VALUES, ImportWizard
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle

Begin = Callable[..., ImportWizard]
SIASN = "siasn_profil_asn.xlsx"


def test_a_cancelled_plan_lets_the_clerk_go_on_at_once(page: ExchangePage, begin: Begin, samples: Path) -> None:
    wizard, operations = begin(samples / SIASN), page.context.operations
    wizard.go_on()
    wizard.go_on()
    assert not wizard.next_button.isEnabled()
    wizard.cancel()
    assert operations.running, "the work itself has not noticed yet"
    assert "dibatalkan" in wizard.banner.accessibleName()
    assert wizard.next_button.isEnabled()
    wizard.go_on()
    settle(operations)
    assert wizard.steps.currentIndex() in (VALUES, CHECK)
    assert wizard.draft.plan is not None


def test_a_wizard_that_is_left_keeps_no_cells(page: ExchangePage, begin: Begin, samples: Path, qtbot: QtBot) -> None:
    wizard = begin(samples / SIASN)
    for _ in range(3):
        wizard.go_on()
        settle(page.context.operations)
    draft, look, plan = wizard.draft, wizard.draft.look, wizard.draft.plan
    assert look is not None
    assert plan is not None
    assert plan.has_work
    wizard.closed.emit()
    qtbot.waitUntil(lambda: not look.content.rows and not plan.has_work)
    assert (draft.look, draft.plan, draft.review) == (None, None, None)
