"""Counts beside the values of five fields among 60,000 people, against counting one indexed column alone."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from measuring.ratios import Figure, Run, compared, in_turn, seconds, tell, timed

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.lists import ListQuery, Sort

PEOPLE = 60_000
FIELDS = ("root_agency", "jp_band", "grade_group", "kind", "sex")
PAGE = 128
ROUNDS = 7

BARE = "SELECT name, count(*) FROM employee_current GROUP BY name"
"""One pass over a covering index, a group at a time."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        app = open_app(Path(folder), "ukur")
        derived = timed(lambda: app.lists.count("employees", ListQuery()))
        tell([*measure(app), Figure("today's state of all derived anew", derived, 2, "s")])
        app.close()


def fill(folder: Path) -> None:
    app = open_app(folder, "ukur")
    app.demo.fill(PEOPLE)
    app.close()


def measure(app: App) -> list[Figure]:
    """The counts of everybody and of a choice, an order by every column, and a page, each in turn with the floor."""
    bare = sqlite3.connect(app.data_dir / STORE)
    chosen = ListQuery(where=(("jp_band", "none"), ("sex", "F"), ("kind", "PNS"), ("kind", "CPNS")))
    floor, everybody, some = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: bare.execute(BARE).fetchall())),
        lambda: Run(timed(lambda: app.lists.facets("employees", ListQuery(), FIELDS))),
        lambda: Run(timed(lambda: app.lists.facets("employees", chosen, FIELDS))),
    )
    bare.close()
    ways, keys = sorts(app), app.lists.keys("employees", ListQuery())
    slowest = max(ways, key=ways.__getitem__)
    page = median(lambda: app.lists.by_keys("employees", keys[PEOPLE // 2 : PEOPLE // 2 + PAGE]))
    return [
        compared(f"counts of {len(FIELDS)} fields among {PEOPLE:,} people", everybody, floor, 10),
        Figure("the same", seconds(everybody) * 1_000, 150, "ms"),
        Figure("the same under a choice in three of them", seconds(some) * 1_000, 150, "ms"),
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
