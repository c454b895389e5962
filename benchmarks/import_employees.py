"""From a file of 100,000 employees to the commit, against reading the same cells and inserting them bare."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from measuring.bare import plain_table
from measuring.people import write_profiles
from measuring.ratios import Figure, answer, apart, compared, in_turn, side_asked, tell

from smartpns_desktop.app import open_app

PEOPLE = 100_000
ROUNDS = 3


def main() -> None:
    if side := side_asked(SIDES):
        side()
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder))


def measure(folder: Path) -> None:
    """Three rounds of: the floor, a first import, the same file again."""
    file = folder / "profil.xlsx"
    write_profiles(file, PEOPLE)
    floor, first, again = in_turn(
        ROUNDS,
        lambda: apart(__file__, "floor", file, folder / "floor"),
        lambda: apart(__file__, "first", file, folder / "store"),
        lambda: apart(__file__, "again", file, folder / "store"),
    )
    peaks = sorted(run.megabytes for run in first + again)
    tell(
        [
            compared(f"import of {PEOPLE:,} employees", first, floor, 6),
            compared("the same file again", again, floor, 4),
            Figure("peak memory", peaks[-1], 600, "MB"),
        ]
    )


def floor(file: Path, folder: Path) -> None:
    """Reading the cells, and one plain table."""
    fresh(folder)

    answer(lambda: plain_table(file, folder / "plain.db"))


def first(file: Path, folder: Path) -> None:
    """Plan and apply into a fresh store: checks, histories, journal, search index and all."""
    fresh(folder)
    again(file, folder)


def again(file: Path, folder: Path) -> None:
    """Plan and apply into the store as it stands."""
    app = open_app(folder, "ukur")
    answer(lambda: app.imports.apply(app.imports.plan(file)))
    app.close()


def fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


SIDES = {"floor": floor, "first": first, "again": again}

if __name__ == "__main__":
    main()
