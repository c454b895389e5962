"""All that the page of a person needs, among 60,000 people and a million trainings, against one row by its key."""

from __future__ import annotations

import sqlite3
import statistics
from collections.abc import Sequence
from pathlib import Path
from random import Random

from measuring.ratios import Figure, Run, compared, in_turn, seconds, tell, timed
from measuring.stores import add_trainings, kept

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.composition import CompositionService
from smartpns_desktop.services.lists import ListQuery

PEOPLE, TRAININGS = 60_000, 1_000_000
YEARS = range(2021, 2027)
YEAR = 2026
ASKED, ROUNDS = 40, 5

BARE = "SELECT * FROM trainings WHERE employee_id = ?"
"""The floor: the rows of a person out of the index alone, without what their codes mean."""


def main() -> None:
    app = open_app(kept("person-page", fill), "ukur")
    app.lists.count("employees", ListQuery())
    tell(measure(app))
    app.close()


def fill(folder: Path) -> None:
    app = open_app(folder, "ukur")
    made = app.demo.fill(PEOPLE)
    add_trainings(app, app.lists.keys("employees", ListQuery()), TRAININGS - made.trainings, YEARS)
    app.close()


def measure(app: App) -> list[Figure]:
    """Pages of people at random, each asked for once, in turn with the floor; then what is read later."""
    keys = Random(1).sample(list(app.lists.keys("employees", ListQuery())), ASKED)
    app.persons.whole(keys[0], YEAR)
    bare = sqlite3.connect(app.data_dir / STORE)
    floor, page = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: [bare.execute(BARE, (key,)).fetchall() for key in keys])),
        lambda: Run(timed(lambda: [app.persons.whole(key, YEAR) for key in keys])),
    )
    bare.close()
    return [
        Figure("a person's page, the mean", seconds(page) / ASKED * 1_000, 50, "ms"),
        compared("the same against the bare rows of the trainings", page, floor, 1_000),
        Figure("the slowest page", slowest(app, keys) * 1_000, 150, "ms"),
        Figure("the journal of a person", median(app, keys) * 1_000, 50, "ms"),
        Figure("the make-up of all people", grouped_anew(app), 2, "s"),
        Figure("whom development has reached", timed(lambda: app.composition.coverage(YEAR)), 2, "s"),
    ]


def grouped_anew(app: App) -> float:
    """As after a change, when no groups are kept; the store's pages are in memory by then, as in an office at work."""
    app.composition.composition()
    return statistics.median(timed(CompositionService(app.database).composition) for _ in range(ROUNDS))


def slowest(app: App, keys: Sequence[int]) -> float:
    return max(timed(lambda key=key: app.persons.whole(key, YEAR)) for key in keys)


def median(app: App, keys: Sequence[int]) -> float:
    return statistics.median(timed(lambda key=key: app.trail.of("employees", key)) for key in keys)


if __name__ == "__main__":
    main()
