"""A list of a million trainings: keys, first and last page, another order, and the memory that it adds."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from measuring.ratios import Figure, Run, answer, apart, compared, in_turn, seconds, tell, timed
from measuring.stores import add_trainings, with_employees

from smartpns_desktop.app import App, open_app
from smartpns_desktop.services.lists import ListQuery, Sort

PEOPLE, TRAININGS = 50_000, 1_000_000
YEARS = range(2022, 2027)
PAGE = 128
ROUNDS = 3


def main() -> None:
    if "--side" in sys.argv:
        side, folder = sys.argv[-2:]
        answer(lambda: SIDES[side](Path(folder)))
        return
    with tempfile.TemporaryDirectory() as folder:
        app = with_employees(Path(folder), PEOPLE)
        add_trainings(app, app.lists.keys("employees", ListQuery()), TRAININGS, YEARS)
        tell([*measure(app), *memory(app)])
        app.close()


def measure(app: App) -> list[Figure]:
    """Keys in the list's own order against a count of the same rows one by one, and pages anywhere in them."""
    keys = app.lists.keys("trainings", ListQuery())
    by_jp = app.lists.keys("trainings", ListQuery(sort=(Sort("jp", descending=True),)))
    unordered, ordered = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: app.lists.totals("trainings", ListQuery(), ["jp"]))),
        lambda: Run(timed(lambda: app.lists.keys("trainings", ListQuery()))),
    )
    return [
        compared(f"keys of {TRAININGS:,} trainings in order, to a bare sum of them", ordered, unordered, 25),
        Figure("the same", seconds(ordered), 4, "s"),
        page("the first page", app, keys[:PAGE]),
        page("the last page", app, keys[-PAGE:]),
        page("a page in the middle of another order", app, by_jp[TRAININGS // 2 : TRAININGS // 2 + PAGE]),
    ]


def page(name: str, app: App, keys: Sequence[int]) -> Figure:
    took = statistics.median(timed(lambda: app.lists.by_keys("trainings", keys)) for _ in range(5))
    return Figure(name, took * 1_000, 15, "ms", f"{len(keys)} trainings")


def memory(app: App) -> list[Figure]:
    """How much more a process holds that lists them in two orders than one that only opens the store."""
    empty, full = (apart(__file__, side, app.data_dir).megabytes for side in ("open", "list"))
    return [Figure("memory that two orders and their pages add", full - empty, 120, "MB", f"{full:.0f} MB in all")]


def look(folder: Path, *orders: ListQuery) -> None:
    app = open_app(folder, "ukur")
    for query in orders:
        keys = app.lists.keys("trainings", query)
        for start in (0, len(keys) // 2, len(keys) - PAGE):
            app.lists.by_keys("trainings", keys[start : start + PAGE])
    app.close()


SIDES: dict[str, Callable[[Path], None]] = {
    "open": look,
    "list": lambda folder: look(folder, ListQuery(), ListQuery(sort=(Sort("jp", descending=True),))),
}


if __name__ == "__main__":
    main()
