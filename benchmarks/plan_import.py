"""From a file of 100,000 × 20 cells to the plan that is shown and to the commit, against reading the cells alone."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from measuring.messy import write_messy
from measuring.people import write_profiles
from measuring.ratios import Figure, answer, apart, compared, in_turn, side_asked, tell
from python_calamine import CalamineWorkbook

from smartpns_desktop.app import App, open_app

PEOPLE = 100_000
ROUNDS = 3


def main() -> None:
    if side := side_asked(SIDES):
        side()
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder))


def measure(folder: Path) -> None:
    """Three rounds of: cells alone, a plan, a plan of the same people in a messy sheet, a plan that is applied."""
    clean, messy, store = folder / "profil.xlsx", folder / "nominatif.xlsx", folder / "store"
    write_profiles(clean, PEOPLE)
    write_messy(messy, PEOPLE)
    read, planned, untidy, applied = in_turn(
        ROUNDS,
        lambda: apart(__file__, "read", clean, store),
        lambda: apart(__file__, "plan", clean, store),
        lambda: apart(__file__, "plan", messy, store),
        lambda: apart(__file__, "apply", clean, store),
    )
    peak = max(run.megabytes for run in planned + untidy + applied)
    tell(
        [
            compared(f"plan of {PEOPLE:,} employees", planned, read, 3),
            compared("applied", applied, read, 8),
            compared("a messy sheet against a clean one", untidy, planned, 1.5),
            Figure("peak memory", peak, 600, "MB"),
        ]
    )


def read(file: Path, _store: Path) -> None:
    """All cells as calamine gives them."""
    answer(lambda: CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python())


def plan(file: Path, store: Path) -> None:
    """Read and judged against an empty store."""
    app = _fresh(store)
    answer(lambda: app.imports.plan(file))
    app.close()


def apply(file: Path, store: Path) -> None:
    """Read, judged and written."""
    app = _fresh(store)
    answer(lambda: app.imports.apply(app.imports.plan(file)))
    app.close()


def _fresh(store: Path) -> App:
    shutil.rmtree(store, ignore_errors=True)
    store.mkdir()
    return open_app(store, "ukur")


SIDES = {"read": read, "plan": plan, "apply": apply}

if __name__ == "__main__":
    main()
