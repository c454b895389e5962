"""A list of a million trainings: keys, first and last page, another order, and the memory that it adds."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from measuring.ratios import Figure, Run, answer, apart, compared, in_turn, seconds, side_asked, tell, timed
from measuring.stores import add_trainings, with_employees

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.lists import ListQuery, Sort

PEOPLE, TRAININGS = 50_000, 1_000_000
YEARS = range(2022, 2027)
PAGE = 128
ROUNDS = 3

BARE = "SELECT id FROM trainings ORDER BY employee_id, start_date, id"
"""One pass over a covering index."""


def main() -> None:
    if side := side_asked(SIDES):
        answer(side)
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / f"store{PEOPLE}"
        # Each in a process of its own, the first too: a child starts with the memory of its parent.
        apart(__file__, "fill", Path(folder))
        added = memory(store)
        app = open_app(store, "ukur")
        tell([*measure(app), added])
        app.close()


def fill(folder: Path) -> None:
    app = with_employees(folder, PEOPLE)
    add_trainings(app, app.lists.keys("employees", ListQuery()), TRAININGS, YEARS)
    app.close()


def measure(app: App) -> list[Figure]:
    """Keys in the list's own order against the driver's own of an index in its order, and pages anywhere in them."""
    bare = sqlite3.connect(app.data_dir / STORE)
    keys = app.lists.keys("trainings", ListQuery())
    by_jp = app.lists.keys("trainings", ListQuery(sort=(Sort("jp", descending=True),)))
    floor, ours = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: bare.execute(BARE).fetchall())),
        lambda: Run(timed(lambda: app.lists.keys("trainings", ListQuery()))),
    )
    bare.close()
    return [
        compared(f"keys of {TRAININGS:,} trainings in order of their people", ours, floor, 6),
        Figure("the same", seconds(ours), 4, "s"),
        page("the first page", app, keys[:PAGE]),
        page("the last page", app, keys[-PAGE:]),
        page("a page in the middle of another order", app, by_jp[TRAININGS // 2 : TRAININGS // 2 + PAGE]),
    ]


def page(name: str, app: App, keys: Sequence[int]) -> Figure:
    took = statistics.median(timed(lambda: app.lists.by_keys("trainings", keys)) for _ in range(5))
    return Figure(name, took * 1_000, 15, "ms", f"{len(keys)} trainings")


def memory(store: Path) -> Figure:
    """How much more a process holds that lists them in two orders than one that only opens the store."""
    empty, full = (apart(__file__, side, store).megabytes for side in ("open", "list"))
    return Figure("memory that two orders and their pages add", full - empty, 120, "MB", f"{full:.0f} MB in all")


def look(folder: Path, *orders: ListQuery) -> None:
    app = open_app(folder, "ukur")
    for query in orders:
        keys = app.lists.keys("trainings", query)
        for start in (0, len(keys) // 2, len(keys) - PAGE):
            app.lists.by_keys("trainings", keys[start : start + PAGE])
    app.close()


SIDES: dict[str, Callable[[Path], None]] = {
    "fill": fill,
    "open": look,
    "list": lambda folder: look(folder, ListQuery(), ListQuery(sort=(Sort("jp", descending=True),))),
}


if __name__ == "__main__":
    main()
