"""20,000 × 20 cells with faults in them: our import against django-import-export and frictionless, side by side."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from measuring import rivals
from measuring.people import HEADINGS, profiles
from measuring.ratios import Figure, Run, answer, apart, compared, in_turn, side_asked, tell
from xlsxwriter import Workbook

from smartpns_desktop.app import open_app

PEOPLE = 20_000
ROUNDS = 3
FAULTY = 97
"""Every so many rows have one fault, of six kinds in turn."""
ROOT = Path(__file__).resolve().parents[1]
PINS = Path(__file__).with_name("rivals.txt")
THEIRS = ROOT / ".venv" / "rivals"


def main() -> None:
    if side := side_asked({"ours": ours}):
        side()
        return
    python = install()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "profil.xlsx", python)


def install() -> Path:
    """The rivals, pinned, in a folder of their own; only once."""
    python = THEIRS / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = THEIRS / "pins.txt"
    if not done.exists() or done.read_text() != PINS.read_text():
        venv.create(THEIRS, clear=True, with_pip=True)
        subprocess.run((python, "-m", "pip", "--quiet", "install", "--require-hashes", "-r", PINS), check=True)
        done.write_text(PINS.read_text())
    return python


def measure(file: Path, python: Path) -> None:
    """Rounds of: the floor, our import, the two others."""
    write(file)

    def theirs(side: str) -> Run:
        return apart(Path(rivals.__file__), side, file, python=python)

    floor, own, django, validated = in_turn(
        ROUNDS,
        lambda: apart(rivals.__file__, "floor", file),
        lambda: apart(__file__, "ours", file),
        lambda: theirs("django-import-export"),
        lambda: theirs("frictionless"),
    )
    found = f"{own[0].found} faults found by us, {django[0].found} and {validated[0].found} by the others"
    tell(
        [
            compared("ours / floor", own, floor, 8),
            compared("ours / django-import-export", own, django, 1 / 6),
            compared("ours / frictionless, which stores nothing", own, validated, 1 / 2),
            Figure("faults found by the better of the others / by us",
                   max(django[0].found, validated[0].found) / max(own[0].found, 1), 1, detail=found),
        ]
    )  # fmt: skip


def ours(file: Path) -> None:
    """The good rows stored, with journal and histories; every fault told."""
    with tempfile.TemporaryDirectory() as folder:
        app = open_app(Path(folder), "ukur")

        def work() -> int:
            plan = app.imports.plan(file)
            app.imports.apply(plan, good_rows_only=True)
            return len(plan.problems)

        answer(work)
        app.close()


def write(path: Path) -> None:
    """People as in `profiles`, some of them spoilt."""
    with Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Data")
        sheet.write_row(0, 0, HEADINGS)
        before: list[str] = []
        for number, row in enumerate(profiles(PEOPLE), start=1):
            cells = spoilt(row, before, number // FAULTY) if number % FAULTY == 0 else row
            for place, cell in enumerate(cells):
                sheet.write_string(number, place, cell)
            before = row


def spoilt(row: list[str], before: list[str], turn: int) -> list[str]:
    """One fault: a digit lost, no name, a NIP twice, no such day, an impossible NIP, a date against the NIP."""
    nip, name, born = row[0], row[1], row[5]
    nip, name, born = (
        (nip[:-1], name, born),
        (nip, "", born),
        (before[0], name, born),
        (nip, name, "31-02-1985"),
        (nip[:4] + "13" + nip[6:], name, born),
        (nip, name, "17-08-1945"),
    )[turn % 6]
    return [nip, name, *row[2:5], born, *row[6:]]


if __name__ == "__main__":
    main()
