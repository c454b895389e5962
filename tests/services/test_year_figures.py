"""Figures that are kept: whatever happens to the store or the calendar, they are those that would be counted now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from db import ChangeSetHeader, Database
from db.queries import settings, writing
from smartpns_desktop.app import App
from smartpns_desktop.services import year_figures
from smartpns_desktop.services.year_counts import counted
from smartpns_desktop.services.year_figures import YearFigures, kept
from tests.conftest import Fill, SheetWriter
from tests.services.imports.outcomes import imported, nip
from tests.services.test_dashboard import edit, person, training

YEAR = date.today().year
_NUMBERS = count(900)


def fill_city(app: App, sheet: SheetWriter) -> None:
    app.demo.fill(40)
    imported(app, sheet([["NIP", "Nama"], [nip(1), "Siti"], ["12", "Budi"]], "pegawai.xlsx"))


@pytest.fixture
def city(filled_app: Callable[[Fill], App]) -> App:
    """Everything that has figures: people, agencies, trainings, plans, and an import with its moment."""
    return filled_app(fill_city)


def kept_now(app: App, year: int = YEAR) -> YearFigures | None:
    with app.database.read() as reader:
        return kept(reader, year)


def counted_now(app: App, year: int = YEAR) -> YearFigures:
    with app.database.read() as reader:
        return counted(reader, year)


def test_figures_are_kept_as_they_were_counted(city: App) -> None:
    assert kept_now(city) is None
    found = city.dashboard.figures(YEAR)
    assert found.last_import is not None
    assert found.plans is not None
    assert kept_now(city) == found == counted_now(city)


def test_each_year_has_its_own(city: App) -> None:
    for year in (YEAR, YEAR - 1):
        city.dashboard.figures(year)
    assert kept_now(city) == counted_now(city)
    assert kept_now(city, YEAR - 1) == counted_now(city, YEAR - 1) != kept_now(city)
    assert kept_now(city, YEAR - 2) is None


def _edited(app: App) -> None:
    with edit(app) as writer:
        training(writer, person(writer, next(_NUMBERS), "PNS", None), date(YEAR, 1, 1), 7, verified=False)


def _undone(app: App) -> None:
    newest = app.undo.next_undo()
    assert newest is not None
    app.undo.undo(newest.number)


def _restored(app: App) -> None:
    backup = app.backups.backup()
    _edited(app)
    app.dashboard.figures(YEAR)
    app.backups.restore(backup)


def _derived(app: App) -> None:
    with app.database.maintain() as writer:
        writer.connection.exec_driver_sql("DELETE FROM employee_current")
        writer.connection.exec_driver_sql("DELETE FROM settings WHERE key = 'employee_current'")


@pytest.mark.parametrize("happens", [_edited, _undone, _restored, _derived])
def test_they_are_what_would_be_counted_whatever_happens(city: App, happens: Callable[[App], None]) -> None:
    for _ in range(2):
        city.dashboard.figures(YEAR)
        happens(city)
        assert kept_now(city) in (None, counted_now(city))
        assert city.dashboard.figures(YEAR) == counted_now(city)


def test_a_change_makes_them_unwanted(city: App) -> None:
    before = city.dashboard.figures(YEAR)
    _edited(city)
    assert kept_now(city) is None
    after = city.dashboard.figures(YEAR)
    assert (after.trainings, after.jp.people) == (before.trainings + 1, before.jp.people + 1)


@pytest.mark.parametrize("name", ["date", "__version__"])
def test_another_day_or_program_counts_anew(city: App, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date(YEAR + 1, 1, 1)

    city.dashboard.figures(YEAR)
    monkeypatch.setattr(year_figures, name, Tomorrow if name == "date" else "0")
    assert kept_now(city) is None


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"stamp": "x"}', "STAMPED"])
def test_what_cannot_be_read_is_counted(city: App, text: str) -> None:
    with city.database.maintain() as writer:
        stamped = f'{{"stamp": "{year_figures.stamp(writer)}", "figures": {{"year": 1}}}}'
        settings.put(writer, f"figures.{YEAR}", text.replace("STAMPED", stamped))
    assert city.dashboard.figures(YEAR) == counted_now(city)
    assert kept_now(city) == counted_now(city)


def test_nobody_waits_to_keep_them(city: App) -> None:
    """Somebody else is writing: the figures are right, and are kept another time."""
    with city.database.write(ChangeSetHeader("edit", "penguji", "Uji")) as writer:
        writing.insert_one(writer, "employees", {"nip": nip(next(_NUMBERS)), "name": "Baru", "kind": "PNS"})
        assert city.dashboard.figures(YEAR) == counted_now(city)
        assert kept_now(city) is None
    city.dashboard.figures(YEAR)
    assert kept_now(city) == counted_now(city)


def test_a_program_that_only_reads_leaves_the_store_as_it_is(city: App) -> None:
    other = App(city.data_dir, Database(city.database.path, derives=False), "penguji")
    assert other.dashboard.figures(YEAR) == counted_now(city)
    other.close()
    assert kept_now(city) is None
