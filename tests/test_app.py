"""What opening the program loads: the store and what the first page asks, and no library of workbooks."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from smartpns_desktop.app import STORE, App

ROOT = Path(__file__).parents[1]
HEAVY = "alembic openpyxl xlsxwriter python_calamine msoffcrypto pandas numpy rapidfuzz PySide6".split()
STORY = """
import sys
from pathlib import Path
import smartpns_desktop.__main__
import smartpns_desktop.cli
from smartpns_desktop.app import open_app

app = open_app(Path(sys.argv[1]), "penguji")
for service in sys.argv[2:]:
    getattr(app, service)
app.close()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(data: Path, *services: str) -> set[str]:
    """The packages that a process holds which has opened the store and asked for some services."""
    command = (sys.executable, "-c", STORY, data, *services)
    return set(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split())


def test_a_store_is_opened_without_what_only_imports_and_exports_need(app: App) -> None:
    assert loaded(app.data_dir).isdisjoint(HEAVY)
    first_pages = ("dashboard", "office", "preferences", "lists", "undo", "employees", "agencies", "trainings", "trail")
    assert loaded(app.data_dir, *first_pages).isdisjoint(HEAVY)


def test_a_store_that_is_made_or_migrated_needs_the_migrations(tmp_path: Path) -> None:
    assert set(HEAVY) & loaded(tmp_path) == {"alembic"}
    assert (tmp_path / STORE).exists()


@pytest.mark.parametrize("name", ["exports", "imports", "reports", "demo", "backups", "health", "study_needs"])
def test_a_service_is_made_once_whichever_thread_asks_first(app: App, name: str) -> None:
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(getattr(app, name))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(id, found))) == 1
