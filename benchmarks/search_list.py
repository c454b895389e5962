"""Searching a list of 60,000 people as one types, against counting the same in the index alone."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from functools import partial
from pathlib import Path

from measuring.ratios import Figure, tell, timed

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.lists import ListQuery

PEOPLE = 60_000
SHOWN = 50
ROUNDS = 5


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = open_app(Path(folder), "ukur")
        made = timed(lambda: app.demo.fill(PEOPLE))
        tell([*measure(app), Figure(f"a city of {PEOPLE:,} made", made, 120, "s")])
        app.close()


def measure(app: App) -> list[Figure]:
    """The median over a dozen searches, each by the median of its rounds; and the slowest of them."""
    bare = sqlite3.connect(app.data_dir / STORE)
    bare.execute("PRAGMA cache_size=-131072")
    ours, floor = {}, {}
    for words in searches(app):
        sides = partial(search, app, words), partial(count, bare, words)
        rounds = [[timed(side) for side in sides] for _ in range(ROUNDS)]
        ours[words], floor[words] = (statistics.median(side) for side in zip(*rounds, strict=True))
    bare.close()
    slowest = max(ours, key=ours.__getitem__)
    ratio = statistics.median(ours[words] / floor[words] for words in ours)
    detail = f"{ratio:.1f} × an indexed count(*)"
    return [
        Figure(f"a search among {PEOPLE:,} people", statistics.median(ours.values()) * 1_000, 50, "ms", detail),
        Figure("the slowest of the searches", ours[slowest] * 1_000, 100, "ms", f"“{slowest}”"),
    ]


def searches(app: App) -> list[str]:
    """Parts of names, parts of NIPs, and two words at once, of people who are there."""
    people = [app.lists.by_keys("employees", [key])[0] for key in app.lists.keys("employees", ListQuery())[5::9_999]]
    words = [person["name"].split()[0].lower() for person in people[:2]]
    words += [person["name"].split()[-1][:4].lower() for person in people[2:4]]
    words += [person["nip"][:6] for person in people[:2]]
    words += [person["nip"][4:14] for person in people[2:4]]
    words += [" ".join(person["name"].split()[:2]) for person in people[:2]]
    words += [f"{person['name'].split()[0]} {person['nip'][:4]}" for person in people[2:4]]
    return words


def search(app: App, words: str) -> object:
    return app.lists.rows("employees", ListQuery(search=words), limit=SHOWN)


def count(bare: sqlite3.Connection, words: str) -> object:
    parts = [f"%{word}%" for word in words.lower().split()]
    where = " AND ".join(["search_text LIKE ?"] * len(parts))
    return bare.execute(f"SELECT count(*) FROM employees WHERE {where}", parts).fetchone()


if __name__ == "__main__":
    main()
