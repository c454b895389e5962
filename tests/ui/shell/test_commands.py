"""Pages and acts that the search knows by name: every page is among them, and each leads somewhere."""

from __future__ import annotations

from smartpns_desktop.words.commands import COMMANDS
from tests.ui.driving import in_front
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.page import Page
from ui.pages.settings_page import SettingsPage
from ui.pages.table import places
from ui.waiting import settle


def test_every_page_of_the_sidebar_is_found_by_its_name() -> None:
    named = {it.page: it.name for it in COMMANDS if not it.act or it.page == "settings"}
    assert {place.name for place in places()} <= named.keys()
    first = {it.page: it.name for it in reversed(COMMANDS)}
    assert {place.title for place in places()} <= {*first.values(), *(it.name for it in COMMANDS)}


def test_every_act_leads_elsewhere_than_its_page_alone(active: MainWindow) -> None:
    stayed = []
    for command in (it for it in COMMANDS if it.page and it.act):
        active.go(Target(command.page))
        page = in_front(active)
        page.to_main()
        if isinstance(page, SettingsPage):
            page.tabs.setCurrentIndex(3 if command.act == "office" else 0)
        before = state(page)
        active.go(Target(command.page, act=command.act))
        settle(active.context.operations)
        if in_front(active) is not page or state(page) == before:
            stayed.append(command.name)
    assert stayed == []


def state(page: Page) -> tuple[object, ...]:
    """What shows that something else is in front."""
    return page.count(), type(page.currentWidget()), page.tabs.currentIndex() if isinstance(page, SettingsPage) else 0
