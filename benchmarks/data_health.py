"""The 27 checks of a whole city of 60,000 people, today and on a past day, against a scan of a covering index."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path

from measuring.ratios import Figure, Run, compared, in_turn, seconds, tell, timed

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.lists import ListQuery

PEOPLE = 60_000
ROUNDS = 5
ONE = 40
"""People whose own findings are asked for."""

BARE = "SELECT name, count(*) FROM employee_current GROUP BY name"
"""One pass over a covering index, a group at a time."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = open_app(Path(folder), "ukur")
        app.demo.fill(PEOPLE)
        app.lists.count("employees", ListQuery())
        tell(measure(app))
        app.close()


def measure(app: App) -> list[Figure]:
    """Judged anew each round; then what the page asks for once it is kept, and one person alone."""
    bare, today = sqlite3.connect(app.data_dir / STORE), date.today()
    days = iter(range(1, 10 * ROUNDS))
    floor, now, past = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: bare.execute(BARE).fetchall())),
        lambda: Run(timed(lambda: judged(app, today))),
        lambda: Run(timed(lambda: app.data_quality.summary(today - timedelta(days=300 + next(days))))),
    )
    bare.close()
    page = ListQuery(where=(("check", "COM_6"), ("verdict", "found")))
    keys = app.lists.keys("employees", ListQuery())[:ONE]
    one = timed(lambda: [app.data_quality.of_person(key) for key in keys]) / ONE
    return [
        compared(f"health of {PEOPLE:,} people today", now, floor, 150),
        Figure("the same", seconds(now), 3, "s"),
        Figure("the same on a past day", seconds(past), 3, "s"),
        Figure("the same once it is kept", timed(app.data_quality.summary), 0.5, "s"),
        Figure("the rows of one check", timed(lambda: app.lists.keys("data-findings", page)) * 1_000, 100, "ms"),
        Figure("the findings of one person", one * 1_000, 50, "ms"),
    ]


def judged(app: App, on: date) -> object:
    """The health of a day after something has changed: nothing that was kept of it counts."""
    key = app.lists.keys("employees", ListQuery(), limit=1)[0]
    app.employees.change(key, {"note": None if app.employees.record(key).note else "ukur"})
    app.lists.count("employees", ListQuery())
    return app.data_quality.summary(on)


if __name__ == "__main__":
    main()
