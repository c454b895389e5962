"""A year's JP per employee out of a million trainings, against a bare scan of the index that covers it."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from measuring.ratios import Figure, Run, compared, in_turn, seconds, tell, timed
from measuring.stores import add_trainings, with_employees

from db.queries import trainings
from smartpns_desktop.app import STORE, App
from smartpns_desktop.services.lists import ListQuery

PEOPLE, TRAININGS = 50_000, 1_000_000
YEARS = range(2022, 2027)
YEAR = 2025
ROUNDS = 7

BARE = "SELECT employee_id, sum(jp), sum(jp_counted) FROM trainings WHERE year = ? GROUP BY employee_id"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = with_employees(Path(folder), PEOPLE)
        add_trainings(app, app.lists.keys("employees", ListQuery()), TRAININGS, YEARS)
        measure(app)
        app.close()


def measure(app: App) -> None:
    """Seven rounds of: the bare scan, the year's JP, the whole report per agency."""
    bare = sqlite3.connect(app.data_dir / STORE)
    bare.execute("PRAGMA cache_size=-131072")
    floor, year, report = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: bare.execute(BARE, (YEAR,)).fetchall())),
        lambda: Run(timed(lambda: hours_of_year(app))),
        lambda: Run(timed(lambda: app.reports.make("jp", year=YEAR))),
    )
    bare.close()
    tell(
        [
            compared(f"a year's JP of {PEOPLE:,} people, {TRAININGS:,} trainings", year, floor, 3),
            Figure("the whole report per agency", seconds(report), 2, "s"),
        ]
    )


def hours_of_year(app: App) -> list[object]:
    """What the report asks of the store, in a transaction as services open it."""
    with app.database.read() as reader:
        return list(trainings.jp_of_year(reader, YEAR))


if __name__ == "__main__":
    main()
