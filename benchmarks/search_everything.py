"""Two hundred searches over everything, typed letter by letter, among 60,000 people and a million trainings."""

from __future__ import annotations

import sqlite3
import statistics
import tracemalloc
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from measuring.ratios import Figure, answer, apart, side_asked, tell, timed
from measuring.stores import add_trainings, kept

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.lists import ListQuery

PEOPLE, TRAININGS, QUERIES = 60_000, 1_000_000, 200
YEARS = range(2016, 2027)
SHOWN, LONGEST = 6, 24
TITLES = 20_000
MEDIAN_BOUND, P99_BOUND, MEMORY_BOUND = 30, 80, 60
BARE = "SELECT count(*) FROM employees WHERE search_text LIKE ?"
"""A piece of a name or NIP counted in a covering index."""

_KINDS = "Pelatihan;Bimtek;Workshop;Diklat;Seminar;Sosialisasi;Kursus;Webinar".split(";")
_SUBJECTS = "Kearsipan;Keuangan Daerah;Pengadaan;Pelayanan Publik;Perpajakan;Gizi;Kurikulum;Statistik;Aset".split(";")


def main() -> None:
    if side := side_asked({"memory": memory}):
        answer(side)
        return
    folder = kept("search-everything", fill)
    app = open_app(folder, "ukur")
    app.search.prepare()
    app.close()
    taken = apart(__file__, "memory", folder)
    app = open_app(folder, "ukur")
    made = timed(app.search.prepare)
    tell(
        [
            *measure(app),
            Figure("the index made", made, 5, "s"),
            Figure("memory that it takes", taken.found, MEMORY_BOUND, "MB"),
        ]
    )
    app.close()


def fill(folder: Path) -> None:
    """A city of 60,000 with its trainings, and so many more that they are a million, under 20,000 names."""
    app = open_app(folder, "ukur")
    app.demo.fill(PEOPLE)
    keys = list(app.lists.keys("employees", ListQuery()))
    names = [f"{_KINDS[n % 8]} {_SUBJECTS[n % 9]} Angkatan {n // 72:03}" for n in range(TITLES)]
    add_trainings(app, keys, TRAININGS - app.lists.count("trainings", ListQuery()), YEARS, names)
    app.close()


def memory(folder: Path) -> int:
    """Megabytes that the index holds; what the store's own cache takes is the same without it."""
    app = open_app(folder, "ukur")
    app.search.find("siti", at_once=True)
    tracemalloc.start()
    app.search.prepare()
    held, _ = tracemalloc.get_traced_memory()
    app.close()
    return round(held / 1_000_000)


def measure(app: App) -> list[Figure]:
    """Each beginning of each text is one search, as one types; a floor beside each."""
    bare = sqlite3.connect(app.data_dir / STORE)
    bare.execute("PRAGMA cache_size=-131072")
    ours: dict[str, float] = {}
    ratios = []
    for text in typed(app):
        ours[text] = timed(partial(app.search.find, text, at_once=True, brief=True, shown=SHOWN))
        if not len(ours) % 10:
            ratios.append(ours[text] / timed(partial(count, bare, text)))
    bare.close()
    times = sorted(ours.values())
    slowest = max(ours, key=ours.__getitem__)
    detail = f"{statistics.median(ratios):.1f} × an indexed count(*), {len(ours):,} searches"
    return [
        Figure("a search over everything", statistics.median(times) * 1_000, MEDIAN_BOUND, "ms", detail),
        Figure("the slowest of a hundred", times[len(times) * 99 // 100] * 1_000, P99_BOUND, "ms", f"“{slowest}”"),
    ]


def count(bare: sqlite3.Connection, text: str) -> object:
    return bare.execute(BARE, (f"%{text}%",)).fetchone()


def typed(app: App) -> Iterator[str]:
    """Every beginning of two hundred texts, each once."""
    seen: set[str] = set()
    for text in texts(app):
        for end in range(1, min(len(text), LONGEST) + 1):
            if text[:end] not in seen and text[:end].strip():
                seen.add(text[:end])
                yield text[:end]


def texts(app: App) -> Iterator[str]:
    """What people look for: names whole and in part, mistyped, NIPs, trainings, numbers, agencies, commands."""
    random = Random(1)
    keys = app.lists.keys("employees", ListQuery())
    people = app.lists.by_keys("employees", [keys[random.randrange(len(keys))] for _ in range(QUERIES // 2)])
    for number, person in enumerate(people):
        name = person["name"].lower()
        ways = (name, _mistyped(random, name), person["nip"], f"{name.split()[0]} {person['nip'][:4]}")
        yield ways[number % len(ways)]
    courses = app.lists.keys("trainings", ListQuery(), 50_000)
    for row in app.lists.by_keys("trainings", random.sample(list(courses), QUERIES // 4)):
        yield random.choice((row["name"].lower(), row["certificate"] or row["organiser"]))
    places = app.lists.rows("agencies", ListQuery(), QUERIES // 4 - 5)[1]
    yield from (_mistyped(random, row["name"].lower()) for row in places)
    yield from ("impor", "cadangan", "cetak", "diskominfo", "soeharto")


def _mistyped(random: Random, text: str) -> str:
    """Two neighbours swapped, or a letter doubled or missing."""
    at = random.randrange(1, len(text) - 1)
    before, letter, after = text[:at], text[at], text[at + 1 :]
    return random.choice((before + after[0] + letter + after[1:], before + letter * 2 + after, before + after))


if __name__ == "__main__":
    main()
