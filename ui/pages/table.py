"""All pages of the window, in the order of the sidebar; a page appears here once it works."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.shell.sidebar import Place
from ui.texts import tr

if TYPE_CHECKING:
    from ui.context import Context
    from ui.pages.page import Page

MakePage = Callable[["Context"], "Page"]


def places() -> tuple[Place, ...]:
    """The rows of the sidebar."""
    return (
        Place("home", tr("Beranda"), "house"),
        Place("employees", tr("Pegawai"), "users"),
        Place("agencies", tr("Perangkat Daerah"), "buildings"),
        Place("positions", tr("Jabatan"), "briefcase"),
        Place("study-needs", tr("Kebutuhan Studi"), "list-numbers", 1),
        Place("trainings", tr("Pelatihan"), "chalkboard-teacher", 1),
        Place("data-health", tr("Kesehatan Data"), "wrench", 1),
        Place("exchange", tr("Pertukaran"), "swap", 2),
        Place("settings", tr("Pengaturan"), "gear", 2),
    )


def make_page(name: str, context: Context) -> Page:
    """Build a page when it is first shown, so that the start waits for one page alone."""
    return _MAKERS[name](context)


def load_pages() -> None:
    """Import what pages, a person's page and an import are made of, on any thread, so that no first visit waits."""
    from PySide6 import QtCore, QtGui, QtWidgets

    from smartpns_desktop.services import bulk_fields, lists  # noqa: F401
    from smartpns_desktop.services.imports import service  # noqa: F401
    from ui.pages import (  # noqa: F401
        agencies_page,
        data_findings_page,
        data_health_page,
        employees_page,
        exchange_page,
        home_page,
        person_page,
        positions_page,
        settings_page,
        study_needs_page,
        trainings_page,
    )

    # Qt's classes are made in Python when they are first met, and a page's widgets meet nearly all of them at once.
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)


def _home(context: Context) -> Page:
    from ui.pages.home_page import HomePage

    return HomePage(context)


def _employees(context: Context) -> Page:
    from ui.pages.employees_page import EmployeesPage

    return EmployeesPage(context)


def _agencies(context: Context) -> Page:
    from ui.pages.agencies_page import AgenciesPage

    return AgenciesPage(context)


def _positions(context: Context) -> Page:
    from ui.pages.positions_page import PositionsPage

    return PositionsPage(context)


def _study_needs(context: Context) -> Page:
    from ui.pages.study_needs_page import StudyNeedsPage

    return StudyNeedsPage(context)


def _trainings(context: Context) -> Page:
    from ui.pages.trainings_page import TrainingsPage

    return TrainingsPage(context)


def _data_health(context: Context) -> Page:
    from ui.pages.data_health_page import DataHealthPage

    return DataHealthPage(context)


def _exchange(context: Context) -> Page:
    from ui.pages.exchange_page import ExchangePage

    return ExchangePage(context)


def _settings(context: Context) -> Page:
    from ui.pages.settings_page import SettingsPage

    return SettingsPage(context)


_MAKERS: dict[str, MakePage] = {
    "home": _home,
    "employees": _employees,
    "agencies": _agencies,
    "positions": _positions,
    "study-needs": _study_needs,
    "trainings": _trainings,
    "data-health": _data_health,
    "exchange": _exchange,
    "settings": _settings,
}
