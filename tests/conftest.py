"""What tests of every floor share: a store that is ready, the program on it, and workbooks as offices write them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest
import xlsxwriter
from sqlalchemy import Engine, event

from db import Database
from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.reference import load_reference
from tests.statements import share

event.listen(Engine, "engine_connect", share)

Cell = str | float | bool | date | None


class SheetWriter(Protocol):
    """Writes rows of cells into a workbook and tells where it is."""

    def __call__(self, rows: Sequence[Sequence[Cell]], name: str = "sheet.xlsx") -> Path: ...


Fill = Callable[[App, SheetWriter], None]
"""Puts into a store what all tests of a module begin with."""


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample files as offices send them."""
    return Path(__file__).parent / "samples"


@pytest.fixture(scope="session")
def fresh_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store at the newest version with its reference data; copy it, do not open it."""
    path = tmp_path_factory.mktemp("fresh") / STORE
    database = Database(path)
    database.upgrade()
    load_reference(database, "penguji")
    database.close()
    return path


@pytest.fixture
def database(fresh_store: Path, tmp_path: Path) -> Iterator[Database]:
    """A store of the test's own, in the place where the program looks for it."""
    shutil.copyfile(fresh_store, tmp_path / STORE)
    database = Database(tmp_path / STORE, busy_seconds=0.2)
    database.upgrade()
    yield database
    database.close()


@pytest.fixture
def app(fresh_store: Path, tmp_path: Path) -> Iterator[App]:
    """The program on a store of the test's own."""
    shutil.copyfile(fresh_store, tmp_path / STORE)
    app = open_app(tmp_path, "penguji")
    yield app
    app.close()


@pytest.fixture(scope="session")
def filled_store(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Fill], Path]:
    """Tells a closed store as `fill` leaves it, made when it is first asked for; copy it, do not open it."""
    known: dict[Fill, Path] = {}

    def store(fill: Fill) -> Path:
        if fill not in known:
            folder = tmp_path_factory.mktemp("filled")
            shutil.copyfile(fresh_store, folder / STORE)
            app = open_app(folder, "penguji")
            fill(app, sheet_writer(folder))
            app.close()
            known[fill] = folder / STORE
        return known[fill]

    return store


@pytest.fixture
def filled_app(filled_store: Callable[[Fill], Path], tmp_path: Path) -> Iterator[Callable[[Fill], App]]:
    """Opens the program on a store of the test's own, as `fill` leaves it."""
    opened: list[App] = []

    def open_copy(fill: Fill) -> App:
        shutil.copyfile(filled_store(fill), tmp_path / STORE)
        opened.append(open_app(tmp_path, "penguji"))
        return opened[-1]

    yield open_copy
    for app in opened:
        app.close()


@pytest.fixture
def sheet(tmp_path: Path) -> SheetWriter:
    """Writes a workbook of one sheet into the test's own folder."""
    return sheet_writer(tmp_path)


def sheet_writer(folder: Path) -> SheetWriter:
    """Writes workbooks of one sheet into a folder; a `date` becomes a date cell, `None` an empty one."""

    def write(rows: Sequence[Sequence[Cell]], name: str = "sheet.xlsx") -> Path:
        path = folder / name
        with xlsxwriter.Workbook(path) as workbook:
            day = workbook.add_format({"num_format": "dd-mm-yyyy"})
            page = workbook.add_worksheet("Data")
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, date):
                        page.write_datetime(number, place, cell, day)
                    elif isinstance(cell, str):
                        page.write_string(number, place, cell)
                    elif cell is not None:
                        page.write(number, place, cell)
        return path

    return write
