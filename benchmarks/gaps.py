"""What 60,000 people lack of what their posts ask, reckoned anew, kept and counted, against a covering-index scan."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path

from measuring.ratios import Figure, Run, compared, in_turn, seconds, tell, timed
from measuring.stores import add_trainings

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.services.lists import ListQuery

PEOPLE, TRAININGS, ROUNDS, ONE = 60_000, 700_000, 5, 40
BARE = "SELECT name, count(*) FROM employee_current GROUP BY name"
"""One pass over a covering index, a group at a time."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = open_app(Path(folder), "ukur")
        app.demo.fill(PEOPLE)
        add_trainings(app, app.lists.keys("employees", ListQuery()), TRAININGS, range(2016, 2026))
        tell(measure(app))
        app.close()


def measure(app: App) -> list[Figure]:
    """The whole city of past days; then what is kept of today, one edit later, and one person alone."""
    bare, days = sqlite3.connect(app.data_dir / STORE), iter(range(1, 10 * ROUNDS))
    first = timed(app.positions.gap_of_agency)
    floor, past = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: bare.execute(BARE).fetchall())),
        lambda: Run(timed(lambda: app.positions.gap_of_agency(on=date.today() - timedelta(days=next(days))))),
    )
    bare.close()
    there = app.lists.keys("employees", ListQuery(where=IN_SERVICE), limit=10 * ONE)
    keys = [row["key"] for row in app.lists.by_keys("employees", there) if row["post"]][:ONE]
    one = timed(lambda: [app.positions.gap(key) for key in keys]) / ONE
    app.employees.change(keys[0], {"note": "ukur"})
    return [
        compared(f"gaps of {PEOPLE:,} people on a past day", past, floor, 150),
        Figure("the same", seconds(past), 4, "s"),
        Figure("the same today, reckoned and kept", first, 4, "s"),
        Figure("the same after one edit", timed(app.positions.gap_of_agency), 0.5, "s"),
        Figure("the same once it is kept", timed(app.positions.gap_of_agency), 0.3, "s"),
        Figure("one person", one * 1_000, 50, "ms"),
    ]


if __name__ == "__main__":
    main()
