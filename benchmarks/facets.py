"""Counts beside the values of fields among 60,000 people and a million trainings, against an indexed count alone."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from measuring.ratios import Figure, Run, compared, in_turn, seconds, tell, timed
from measuring.stores import add_trainings, fill_city

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.lists import ListQuery, ListService, Sort

PEOPLE = 60_000
TRAININGS, YEARS = 1_000_000, range(2016, 2027)
OF_TRAININGS = ("year", "verified", "form", "source")
FIELDS = ("root_agency_short", "service", "jp_band", "grade_group", "kind", "sex")
"""What the page of employees shows counts of."""
TYPED = ("a", "an", "sit", "siti", "19", "1985", "sari")
"""What somebody types, from a letter that nearly all names have to a word."""
PAGE = 128
ROUNDS = 7

BARE = "SELECT name, count(*) FROM employee_current GROUP BY name"
"""One pass over a covering index, a group at a time."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fill_city(Path(folder), PEOPLE)
        app = open_app(Path(folder), "ukur")
        derived = timed(lambda: app.lists.count("employees", ListQuery()))
        of_people = measure(app)
        more = TRAININGS - app.lists.count("trainings", ListQuery())
        add_trainings(app, list(app.lists.keys("employees", ListQuery())), more, YEARS)
        tell([*of_people, Figure("today's state of all derived anew", derived, 2, "s"), *of_trainings(app)])
        app.close()


def of_trainings(app: App) -> list[Figure]:
    """Counts of a million trainings, of all, of a year, of the largest agency, under a word; the first afterwards."""
    first = timed(lambda: app.lists.facets("trainings", ListQuery(), OF_TRAININGS))
    whole = median(lambda: app.lists.facets("trainings", ListQuery(), OF_TRAININGS))
    chosen = ListQuery(where=(("year", "2026"), ("verified", "false")))
    of_year = median(lambda: app.lists.facets("trainings", chosen, OF_TRAININGS))
    largest = max(app.agencies.tree(), key=lambda it: it.people_in_all).name
    agency, word = ListQuery(where=(("root_agency", largest),)), ListQuery(search="siti")
    of_agency = median(lambda: ListService(app.database).facets("trainings", agency, OF_TRAININGS))
    under_word = median(lambda: ListService(app.database).facets("trainings", word, OF_TRAININGS))
    return [
        Figure("counts of the trainings of the largest agency", of_agency * 1_000, 500, "ms"),
        Figure("counts of trainings under a word", under_word * 1_000, 200, "ms"),
        Figure(f"counts of {len(OF_TRAININGS)} fields of {TRAININGS:,} trainings", whole * 1_000, 100, "ms"),
        Figure("the same of a year", of_year * 1_000, 100, "ms"),
        Figure("the same for the first time", first, 15, "s"),
    ]


def measure(app: App) -> list[Figure]:
    """The counts of everybody and of a choice, an order by every column, and a page, each in turn with the floor."""
    bare = sqlite3.connect(app.data_dir / STORE)
    chosen = ListQuery(where=(("jp_band", "none"), ("sex", "F"), ("kind", "PNS"), ("kind", "CPNS")))
    floor, anew, everybody, some = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: bare.execute(BARE).fetchall())),
        lambda: Run(timed(lambda: ListService(app.database).facets("employees", ListQuery(), FIELDS))),
        lambda: Run(timed(lambda: app.lists.facets("employees", ListQuery(), FIELDS))),
        lambda: Run(timed(lambda: app.lists.facets("employees", chosen, FIELDS))),
    )
    bare.close()
    ways, keys = sorts(app), app.lists.keys("employees", ListQuery())
    slowest = max(ways, key=ways.__getitem__)
    app.lists.make_ready("employees", ListQuery(), FIELDS)
    letters = [timed(lambda it=it: app.lists.facets("employees", ListQuery(search=it), FIELDS)) for it in TYPED]
    page = median(lambda: app.lists.by_keys("employees", keys[PEOPLE // 2 : PEOPLE // 2 + PAGE]))
    return [
        compared(f"counts of {len(FIELDS)} fields among {PEOPLE:,} people", anew, floor, 10),
        Figure("the same, first after a change", seconds(anew) * 1_000, 100, "ms"),
        Figure("the same, as one looks and chooses", seconds(everybody) * 1_000, 100, "ms"),
        Figure("the same under a choice in three of them", seconds(some) * 1_000, 100, "ms"),
        Figure(
            "the same as one types, the slowest word",
            max(letters) * 1_000,
            100,
            "ms",
            TYPED[letters.index(max(letters))],
        ),
        Figure("keys in the order of any field, the median", statistics.median(ways.values()) * 1_000, 200, "ms"),
        Figure("keys in the order of the slowest field", ways[slowest] * 1_000, 300, "ms", slowest),
        Figure(f"a page of {PAGE} people", page * 1_000, 15, "ms"),
    ]


def sorts(app: App) -> dict[str, float]:
    """Seconds that the keys take in the order of each field, descending."""
    fields = app.lists.rows("employees", ListQuery(), limit=1)[1][0]
    return {
        name: median(lambda name=name: app.lists.keys("employees", ListQuery(sort=(Sort(name, descending=True),))))
        for name in fields
    }


def median(work: Callable[[], object]) -> float:
    return statistics.median(timed(work) for _ in range(3))


if __name__ == "__main__":
    main()
