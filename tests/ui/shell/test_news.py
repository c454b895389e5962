"""An open window follows what another program writes, and says who is in the way: with real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from smartpns_desktop.services.lists import ListQuery
from tests.cli.program import ROOT, call_process
from tests.ui.driving import banner, form_of, listed, typed, until
from ui.main_window import MainWindow
from ui.waiting import settle

OTHER = {**os.environ, "LOGNAME": "budi"}
HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from db import ChangeSetHeader, Database
from ui.single_instance import SingleInstance
app, folder = QCoreApplication([]), Path(sys.argv[1])
instance = SingleInstance(folder)
assert instance.claim()
database = Database(folder / "data.smartpns")
with database.write(ChangeSetHeader("edit", "budi", "lama")):
    print("begun", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "pegawai.csv"
    path.write_text("nip;nama\n199001012015011001;Contoh Satu\n", encoding="utf-8")
    return path


def looked(window: MainWindow) -> None:
    """Let the window look now instead of within seconds."""
    settle(window.context.operations)
    window.news.look()
    settle(window.context.operations)


def test_a_list_shows_what_the_command_line_imports(window: MainWindow, people: Path) -> None:
    page = listed(window)
    looked(window)
    count = page.list.model.rowCount()
    assert call_process(window.context.app.data_dir, "import", people, env=OTHER).code == 0
    assert until(lambda: page.list.model.rowCount() == count + 1, 10_000), "it looks by itself"
    assert window.view.status.done.text() == "Baru saja diubah oleh budi"
    assert not window.view.status.undo.isVisible(), "what others did is taken back where it is told"


def test_ones_own_change_keeps_its_way_back(window: MainWindow) -> None:
    listed(window, "trainings")
    window.context.write("Menghapus", lambda _watch: window.context.app.trainings.delete(1), lambda _it: "Dihapus")
    settle(window.context.operations)
    looked(window)
    assert window.view.status.done.text() == "Dihapus"
    assert window.view.status.undo.isVisible()


def test_a_half_filled_form_stays_while_others_write(window: MainWindow, people: Path) -> None:
    form = form_of(window)
    typed(form, "name", "Siti")
    assert call_process(window.context.app.data_dir, "import", people, env=OTHER).code == 0
    looked(window)
    assert "budi" in window.view.status.done.text()
    assert form.form.values()["name"] == "Siti"


def test_a_write_that_meets_another_accounts_says_whose(window: MainWindow) -> None:
    app = window.context.app
    trainings = app.lists.count("trainings", ListQuery())
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, app.data_dir], cwd=ROOT, env=OTHER,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdout.readline() == "begun\n"
    window.context.write("Menghapus", lambda _watch: app.trainings.delete(1), lambda _it: "Dihapus")
    assert until(lambda: "budi" in banner(window), 15_000)
    assert banner(window) == (
        "Data sedang ditulisi oleh SmartPNS di akun budi, jadi perubahan Anda belum disimpan. "
        "Tunggu sampai selesai, lalu simpan lagi."
    )
    other.communicate("\n")
    assert app.lists.count("trainings", ListQuery()) == trainings
    window.context.write("Menghapus", lambda _watch: app.trainings.delete(1), lambda _it: "Dihapus")
    settle(window.context.operations)
    assert app.lists.count("trainings", ListQuery()) == trainings - 1


def test_a_store_that_a_newer_program_migrated_is_told_once(window: MainWindow) -> None:
    database = window.context.app.database
    with database.maintain() as writer:
        writer.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    looked(window)
    assert "versi yang lebih baru" in banner(window)
    window.refusals.clear()
    looked(window)
    assert banner(window) == ""
