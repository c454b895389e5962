"""Stores of any size, filled in bulk inside change sets, as no office could by hand."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from db import ChangeSetHeader
from db.queries.bundle import Bundle, write_bundle
from measuring.people import write_profiles
from smartpns_desktop.app import App, open_app

_AT_A_TIME = 50_000
_FORMS = ("B3", "B6", "B7", "B10", "C3")
_NAMES = tuple(f"Pelatihan Contoh {number:03}" for number in range(1, 201))


def fill_city(folder: Path, people: int) -> None:
    """A store of an invented city with so many people."""
    app = open_app(folder, "ukur")
    app.demo.fill(people)
    app.close()


def with_employees(folder: Path, count: int) -> App:
    """A store of so many employees, imported from a profile that is written for it."""
    app = open_app(folder / f"store{count}", "ukur")
    write_profiles(folder / "profil.xlsx", count)
    app.imports.apply(app.imports.plan(folder / "profil.xlsx"))
    return app


def add_trainings(
    app: App, employees: Sequence[int], count: int, years: Sequence[int], names: Sequence[str] = _NAMES
) -> None:
    """So many trainings, spread evenly over the employees, the years and the names."""
    rows = _trainings(employees, count, years, names)
    while chunk := list(islice(rows, _AT_A_TIME)):
        with app.database.write(ChangeSetHeader("demo", "ukur", "Pelatihan contoh")) as writer:
            write_bundle(writer, Bundle(inserts={"trainings": chunk}), lambda _done, _total: None)


def _trainings(
    employees: Sequence[int], count: int, years: Sequence[int], names: Sequence[str]
) -> Iterator[dict[str, object]]:
    random = Random(1)
    for number in range(count):
        name = names[number % len(names)]
        start = date(random.choice(years), 1, 1) + timedelta(days=random.randrange(360))
        hours = float(random.randrange(2, 40))
        yield {
            "employee_id": employees[number % len(employees)],
            "name": name,
            "name_key": name.lower(),
            "form_code": random.choice(_FORMS),
            "organiser": "Lembaga Contoh",
            "start_date": start,
            "end_date": start + timedelta(days=2),
            "year": start.year,
            "jp": hours,
            "jp_counted": hours,
            "certificate_number": f"S-{number:07}",
            "certificate_date": start,
            "source": "SIMPEG",
            "verified": number % 5 > 0,
        }


def kept(name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is made once and kept for later runs, in the system's folder for what may be lost."""
    folder = Path(tempfile.gettempdir()) / "smartpns-benchmarks" / name
    if not folder.exists():
        half = folder.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        make(half)
        half.rename(folder)
    return folder
