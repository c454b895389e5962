"""Headcounts of a past day and what falls due, among 60,000 people, against the same counts of today."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from measuring.ratios import Figure, Run, compared, in_turn, seconds, tell, timed

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.services.lists import ListQuery

PEOPLE = 60_000
THEN = date.today() - timedelta(days=900)
FIELDS = ("root_agency", "service", "grade_group", "kind", "sex")
ROUNDS = 7

BARE = "SELECT count(*) FROM employee_current WHERE standing_code IS NOT 'retired'"
"""One pass over the index of those in service."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = open_app(Path(folder), "ukur")
        app.demo.fill(PEOPLE)
        tell([*counts(app), *due(app)])
        app.close()


def counts(app: App) -> list[Figure]:
    """Each count of the past in turn with that of today; the plainest of them with its floor too."""
    today, then = ListQuery(where=IN_SERVICE), ListQuery(as_of=THEN)
    bare = sqlite3.connect(app.data_dir / STORE)
    pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "headcount": (lambda: app.lists.count("employees", today), lambda: app.lists.count("employees", then)),
        "headcount of every unit": (app.agencies.tree, lambda: app.agencies.tree(THEN)),
        "report per agency": (lambda: _report(app, None), lambda: _report(app, THEN)),
        "five facets": (
            lambda: app.lists.facets("employees", today, FIELDS),
            lambda: app.lists.facets("employees", then, FIELDS),
        ),
    }
    found = []
    for name, (now, past) in pairs.items():
        floor, current, earlier = in_turn(
            ROUNDS, *(_run(it) for it in (lambda: bare.execute(BARE).fetchall(), now, past))
        )
        bound = 5 if name == "five facets" else 3
        found.append(compared(f"{name} of a past day, against today's", earlier, current, bound))
        if name == "headcount":
            found.append(compared("headcount of today, against a bare scan", current, floor, 20))
    bare.close()
    return found


def due(app: App) -> list[Figure]:
    """The list of what falls due within five years: how many, in order, and its facets."""
    works: dict[str, Callable[[], object]] = {
        "what falls due, counted": lambda: app.lists.count("due", ListQuery()),
        "what falls due, in order": lambda: app.lists.keys("due", ListQuery()),
        "what falls due, facets": lambda: app.lists.facets("due", ListQuery(), ("kind", "window", "year")),
        "what falls due on a past day": lambda: app.lists.keys("due", ListQuery(as_of=THEN)),
    }
    return [Figure(name, seconds(in_turn(ROUNDS, _run(work))[0]), 0.3, "s") for name, work in works.items()]


def _report(app: App, as_of: date | None) -> object:
    return app.reports.make("employees", year=THEN.year, as_of=as_of)


def _run(work: Callable[[], object]) -> Callable[[], Run]:
    return lambda: Run(timed(work))


if __name__ == "__main__":
    main()
