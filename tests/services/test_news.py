"""What another program writes is noticed, its own writing is not, and two that write take turns: real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db import ChangeSetHeader, Database
from db.errors import StoreLocked, StoreNewer
from db.sqlite.connection import open_engine
from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.backups import BackupService
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.news import News, NewsService
from tests.cli.program import ROOT, call_process

OTHER = {**os.environ, "LOGNAME": "budi"}
EDIT = ChangeSetHeader("edit", "penguji", "nama")
OPENED = """
import sys
from pathlib import Path
from db import ChangeSetHeader, Database
database, header = Database(Path(sys.argv[1])), ChangeSetHeader("edit", "budi", "nama")
"""
HOLD = f"""{OPENED}
with database.write(header):
    print("begun", flush=True)
    sys.stdin.readline()
database.close()
"""
FIVE = f"""{OPENED}
for _ in range(5):
    with database.write(header):
        pass
database.close()
"""


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A list of two people, in a folder beside the data."""
    path = tmp_path / "pegawai.csv"
    path.write_text("nip;nama\n199001012015011001;Contoh Satu\n199102022016022002;Contoh Dua\n", encoding="utf-8")
    return path


@contextmanager
def writing(store: Path) -> Iterator[None]:
    """Another process that holds the store's one right to write."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, store], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    try:
        yield
    finally:
        process.communicate("\n")


def test_what_another_program_imports_is_news_once(app: App, people: Path) -> None:
    news = NewsService(app.database)
    assert news.look() is None
    assert app.search.find("Contoh Dua").count == app.lists.count("employees", ListQuery()) == 0
    assert call_process(app.data_dir, "import", people, env=OTHER).code == 0
    found = news.look()
    assert found == News(Changes(change_set=0, employees=True), ("budi",))
    assert app.lists.count("employees", ListQuery()) == 2
    assert app.search.find("Contoh Dua").count == 1, "what is kept in memory is renewed, too"
    assert news.look() is None


def test_ones_own_writing_is_no_news(app: App, people: Path) -> None:
    news = NewsService(app.database)
    app.imports.apply(app.imports.plan(people))
    assert app.preferences.put("text.size", 12)
    assert news.look() is None


def test_a_write_that_fails_claims_nothing(app: App) -> None:
    with pytest.raises(ZeroDivisionError), app.database.write(ChangeSetHeader("edit", "penguji", "gagal")):
        raise ZeroDivisionError
    assert not app.database.written


def test_what_both_wrote_is_told_apart(app: App, people: Path) -> None:
    news = NewsService(app.database)
    assert call_process(app.data_dir, "import", people, env=OTHER).code == 0
    app.undo.undo(app.undo.turns()[0].number)
    found = news.look()
    assert found is not None
    assert found.actors == ("budi",)


def test_a_backup_that_another_program_puts_back_renews_everything(app: App, people: Path, tmp_path: Path) -> None:
    kept = app.backups.backup(tmp_path / "usb.smartpns")
    app.imports.apply(app.imports.plan(people))
    news = NewsService(app.database)
    assert call_process(app.data_dir, "restore", kept).code == 0
    assert news.look() == News(Changes.everything(), ())
    assert app.lists.count("employees", ListQuery()) == 0
    assert news.look() is None


def test_two_that_write_take_turns(app: App) -> None:
    impatient = Database(app.database.path, busy_seconds=0.2)
    with writing(app.database.path), pytest.raises(StoreLocked), impatient.write(EDIT):
        pytest.fail("both write")
    with impatient.write(EDIT):
        pass
    impatient.close()
    assert app.health.check().sound


def test_a_store_that_another_program_writes_can_be_opened_and_read(app: App, people: Path) -> None:
    app.imports.apply(app.imports.plan(people))
    with writing(app.database.path):
        second = open_app(app.data_dir, "siti")
        assert second.lists.count("employees", ListQuery()) == 2
        second.close()


def test_many_programs_that_write_at_once_lose_nothing(app: App) -> None:
    before = app.health.check().change_sets
    calls = [subprocess.Popen([sys.executable, "-c", FIVE, app.database.path], cwd=ROOT) for _ in range(4)]
    assert [it.wait(60) for it in calls] == [0] * 4
    report = app.health.check()
    assert report.sound
    assert report.change_sets == before + 20


def test_a_store_that_a_newer_program_has_migrated_is_left_alone(app: App, people: Path) -> None:
    plan, news = app.imports.plan(people), NewsService(app.database)
    engine = open_engine(app.data_dir / STORE, busy_seconds=1)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(StoreNewer):
        app.imports.apply(plan)
    with pytest.raises(StoreNewer):
        news.look()
    assert app.preferences.put("text.size", 12) is False


def test_a_store_that_is_being_replaced_is_locked(app: App, people: Path) -> None:
    plan = app.imports.plan(people)
    engine = open_engine(app.data_dir / STORE, busy_seconds=1)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    engine.dispose()
    with pytest.raises(StoreLocked):
        app.imports.apply(plan)


def test_a_copy_can_be_made_while_another_program_writes(app: App) -> None:
    with writing(app.database.path):
        assert BackupService(app.database).backup().is_file()
