"""The plug pulled at any moment: afterwards the store opens, is sound, and holds everything or nothing of what ran.

`SMARTPNS_KILLS` sets how often an import, an undo, and a first start or migration are killed (6 each),
`SMARTPNS_KILL_SEED` when.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from db import migrate
from db.sqlite.connection import open_engine
from smartpns_desktop.app import STORE, App, open_app
from tests.services.imports.outcomes import imported

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("SMARTPNS_KILLS", "6"))
SEED = int(os.environ.get("SMARTPNS_KILL_SEED", "1"))
PEOPLE = 3_000

OPENING = """
import sys
from pathlib import Path
from smartpns_desktop.app import open_app
folder, file = map(Path, sys.argv[1:])
"""
WORKS = {
    "import": """
app = open_app(folder, "penguji")
plan = app.imports.plan(file)
print("ready", flush=True)
app.imports.apply(plan)
print("done", flush=True)
""",
    "undo": """
app = open_app(folder, "penguji")
print("ready", flush=True)
app.undo.undo(2)
print("done", flush=True)
""",
    "start": """
import alembic.command, db.migrate
print("ready", flush=True)
open_app(folder, "penguji")
print("done", flush=True)
""",
}
WORKS["migration"] = WORKS["start"]
Counts = dict[str, int]


@dataclass
class Work:
    """One of the works: the folder from which it begins, what stands before and after it, and how long it takes."""

    name: str
    begin: Path
    file: Path
    before: Counts
    after: Counts
    seconds: float

    def killed_after(self, folder: Path, seconds: float | None) -> float:
        """Begin the work in a folder and kill it so long after; `None` lets it end. How long it really ran."""
        shutil.copytree(self.begin, folder)
        arguments = [sys.executable, "-c", OPENING + WORKS[self.name], str(folder), str(self.file)]
        with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            began = time.monotonic()
            if seconds is None:
                assert process.stdout.readline() == "done\n"
            else:
                time.sleep(seconds)
            ran = time.monotonic() - began
            process.kill()
        return ran


def counts(store: Path) -> Counts:
    """Rows of every table; none where there is no store yet."""
    if not store.exists():
        return {}
    with closing(sqlite3.connect(store)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of 3,000 people in 20 agencies."""
    path = tmp_path_factory.mktemp("crowd") / "people.csv"
    nips = [f"{1960 + number // 900}0101201001{1 + number % 2}{1 + number % 900:03}" for number in range(PEOPLE)]
    lines = [f"{nip};Pegawai {number};III/a;Dinas {number % 20}" for number, nip in enumerate(nips)]
    path.write_text("\n".join(["NIP;Nama;Golongan;Unit Kerja", *lines]))
    return path


@pytest.fixture(scope="module")
def begins(fresh_store: Path, crowd: Path) -> dict[str, Callable[[Path], None]]:
    """What stands in the folder before each work."""

    def fresh(folder: Path) -> None:
        shutil.copyfile(fresh_store, folder / STORE)

    def staffed(folder: Path) -> None:
        fresh(folder)
        app = open_app(folder, "penguji")
        imported(app, crowd)
        app.close()

    def old(folder: Path) -> None:
        engine = open_engine(folder / STORE, busy_seconds=1)
        migrate.upgrade_to(engine, "0003")
        engine.dispose()

    return {"import": fresh, "undo": staffed, "start": lambda _folder: None, "migration": old}


@pytest.fixture(scope="module")
def works(
    begins: dict[str, Callable[[Path], None]], crowd: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Work]:
    """Each work, prepared when it is first asked for and let run once."""
    known: dict[str, Work] = {}

    def work(name: str) -> Work:
        if name not in known:
            folder = tmp_path_factory.mktemp(name)
            (folder / "begin").mkdir()
            begins[name](folder / "begin")
            known[name] = Work(name, folder / "begin", crowd, counts(folder / "begin" / STORE), {}, 0.0)
            known[name].seconds = known[name].killed_after(folder / "whole", None)
            known[name].after = counts(folder / "whole" / STORE)
            assert known[name].after != known[name].before
        return known[name]

    return work


MOMENTS = {"import": KILLS, "undo": KILLS, "start": (KILLS + 1) // 2, "migration": KILLS // 2}


@pytest.mark.parametrize(("name", "kill"), [(name, kill) for name, kills in MOMENTS.items() for kill in range(kills)])
def test_a_killed_work_is_done_or_never_was(works: Callable[[str], Work], tmp_path: Path, name: str, kill: int) -> None:
    work = works(name)
    moment = random.Random(f"{SEED} {name} {kill}").uniform(0, work.seconds)
    work.killed_after(tmp_path / "killed", moment)
    app = open_app(tmp_path / "killed", "penguji")
    try:
        assert app.health.check().sound
        # Opening the program again ends a start or a migration.
        found = counts(app.database.path)
        assert found == work.after or (name in ("import", "undo") and found == work.before)
        _goes_on(app, work)
    finally:
        app.close()


def _goes_on(app: App, work: Work) -> None:
    """The killed work can be done again where it was not done."""
    if counts(app.database.path) == work.before:
        if work.name == "import":
            app.imports.apply(app.imports.plan(work.file))
        else:
            app.undo.undo(2)
    assert counts(app.database.path) == work.after


def test_programs_that_start_at_once_make_one_store(tmp_path: Path) -> None:
    arguments = [sys.executable, "-c", OPENING + WORKS["start"], str(tmp_path), "-"]
    started = [
        subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [process.communicate() for process in started] == [("ready\ndone\n", "")] * 3
    app = open_app(tmp_path, "penguji")
    try:
        assert app.health.check().sound
    finally:
        app.close()
