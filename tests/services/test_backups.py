"""Backups: made beside everything that runs, compared before they count, and put back whole or not at all."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from db import errors
from db.tables.employees import standings
from smartpns_desktop.app import App, open_app
from smartpns_desktop.domain.employment import Service
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.domain.standings import Standing
from smartpns_desktop.services.backups import KEPT
from smartpns_desktop.services.watch import Watch
from tests.conftest import SheetWriter
from tests.contents import content_digest
from tests.services.imports.outcomes import imported, listed, nip


@pytest.fixture
def grown(app: App, sheet: SheetWriter) -> App:
    """The program with two people."""
    imported(app, sheet([["NIP", "Nama"], [nip(1), "Siti"], [nip(2), "Budi"]]))
    return app


def add_person(app: App, number: int, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [nip(number), "Wati"]]))


def names(app: App) -> list[str]:
    return sorted(row["name"] for row in listed(app, "employees"))


def test_a_backup_holds_what_the_store_holds(grown: App) -> None:
    backup = grown.backups.backup()
    assert backup.parent == grown.data_dir / "backups"
    assert content_digest(backup) == content_digest(grown.database.path)


def test_beside_a_backup_stand_its_digest_and_the_head_of_the_journal(grown: App) -> None:
    backup = grown.backups.backup()
    told = json.loads(backup.with_name(f"{backup.name}.json").read_text())
    with closing(sqlite3.connect(grown.database.path)) as connection:
        head = connection.execute("SELECT id, link FROM change_sets ORDER BY id DESC LIMIT 1").fetchone()
    assert (told["change_set"], told["link"]) == head
    assert told["digest"] == hashlib.sha256(backup.read_bytes()).hexdigest()


def test_a_backup_can_be_opened_as_a_store_elsewhere(grown: App, tmp_path: Path) -> None:
    grown.backups.backup(tmp_path / "elsewhere" / "data.smartpns")
    other = open_app(tmp_path / "elsewhere", "penguji")
    try:
        assert names(other) == ["Budi", "Siti"]
        assert other.health.check().sound
    finally:
        other.close()


def test_only_the_newest_unnamed_backups_are_kept(grown: App, tmp_path: Path) -> None:
    named = grown.backups.backup(tmp_path / "mine.smartpns")
    made = [grown.backups.backup() for _ in range(KEPT + 2)]
    kept = sorted(grown.backups.folder.iterdir())
    assert kept == sorted(file for it in made[2:] for file in (it, it.with_name(f"{it.name}.json")))
    assert named.exists()


def test_restoring_goes_back_and_keeps_what_was_there(grown: App, sheet: SheetWriter) -> None:
    backup = grown.backups.backup()
    add_person(grown, 3, sheet)
    kept = grown.backups.restore(backup)
    assert names(grown) == ["Budi", "Siti"]
    assert grown.health.check().sound
    add_person(grown, 4, sheet)
    assert names(grown) == ["Budi", "Siti", "Wati"]
    grown.backups.restore(kept)
    assert [row["nip"] for row in listed(grown, "employees", name="Wati")] == [nip(3)]


def test_the_oldest_of_all_backups_can_be_restored(grown: App, sheet: SheetWriter) -> None:
    """The copy that is kept of the present store does not push out the one that is being restored."""
    oldest = grown.backups.backup()
    add_person(grown, 3, sheet)
    for _ in range(KEPT - 1):
        grown.backups.backup()
    grown.backups.restore(oldest)
    assert names(grown) == ["Budi", "Siti"]


def test_a_backup_of_an_older_version_is_migrated(grown: App, fresh_old_backup: Path) -> None:
    grown.backups.restore(fresh_old_backup)
    assert names(grown) == []
    assert grown.health.check().sound
    with grown.database.read() as reader:
        meaning = select(standings.c.service).where(standings.c.code == Standing.RETIRED)
        assert reader.connection.execute(meaning).scalar() == Service.LEFT, "headcounts hold at once"


@pytest.fixture
def fresh_old_backup(tmp_path: Path) -> Path:
    """A store as revision 0004 left it."""
    from db import migrate
    from db.sqlite.connection import open_engine

    path = tmp_path / "old.smartpns"
    engine = open_engine(path, busy_seconds=1)
    migrate.upgrade_to(engine, "0004")
    engine.dispose()
    return path


def not_a_store(path: Path, how: str) -> Path:
    if how == "text":
        path.write_text("NIP;Nama\n" * 1_000)
    elif how == "empty":
        path.touch()
    elif how == "foreign":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TABLE letters (x)")
    else:
        with path.open("r+b") as file:
            file.seek(4096 * 3)
            file.write(b"\xff" * 4096 * 20)
    return path


@pytest.mark.parametrize("how", ["text", "empty", "foreign", "damaged"])
def test_what_is_no_sound_backup_changes_nothing(grown: App, tmp_path: Path, how: str) -> None:
    path = grown.backups.backup(tmp_path / "any.smartpns")
    path.unlink() if how != "damaged" else None
    not_a_store(path, how)
    before = content_digest(grown.database.path)
    with pytest.raises(CannotDo) as raised:
        grown.backups.restore(path)
    assert (raised.value.code, raised.value.facts) == ("restore.not_a_backup", {"path": "any.smartpns"})
    assert content_digest(grown.database.path) == before


def test_a_store_is_not_restored_from_itself(grown: App) -> None:
    with pytest.raises(CannotDo) as raised:
        grown.backups.restore(grown.database.path)
    assert raised.value.code == "restore.not_a_backup"
    assert names(grown) == ["Budi", "Siti"]


def test_a_store_is_not_overwritten_by_its_own_backup(grown: App) -> None:
    with pytest.raises(CannotDo):
        grown.backups.backup(grown.database.path)
    assert names(grown) == ["Budi", "Siti"]


def test_a_folder_is_given_as_the_place_of_a_backup(grown: App, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    backup = grown.backups.backup(tmp_path / "stick")
    assert backup.parent == tmp_path / "stick"
    assert content_digest(backup) == content_digest(grown.database.path)


def test_a_newer_backup_is_refused(grown: App) -> None:
    backup = grown.backups.backup()
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = content_digest(grown.database.path)
    with pytest.raises(errors.StoreNewer):
        grown.backups.restore(backup)
    assert content_digest(grown.database.path) == before


def test_what_is_missing_cannot_be_restored(grown: App, tmp_path: Path) -> None:
    with pytest.raises(CannotDo) as raised:
        grown.backups.restore(tmp_path / "nowhere.smartpns")
    assert raised.value.code == "file.missing"


def test_a_place_that_cannot_be_is_refused(grown: App, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotDo) as raised:
        grown.backups.backup(tmp_path / "file" / "backup.smartpns")
    assert (raised.value.code, raised.value.outcome) == ("folder.not_writable", Outcome.FORBIDDEN)


def test_a_damaged_store_is_replaced_and_set_aside(grown: App) -> None:
    backup = grown.backups.backup()
    grown.close()
    not_a_store(grown.database.path, "damaged")
    damaged = grown.database.path.read_bytes()
    kept = grown.backups.restore(backup)
    assert kept.read_bytes() == damaged
    assert names(grown) == ["Budi", "Siti"]


def test_a_backup_can_be_cancelled_and_leaves_nothing(grown: App) -> None:
    watch = Watch()
    watch.cancelled = True
    with pytest.raises(CannotDo, match="cancelled"):
        grown.backups.backup(watch=watch)
    assert list(grown.backups.folder.iterdir()) == []


def test_a_cut_tail_shows_against_the_backups(grown: App, sheet: SheetWriter) -> None:
    before = grown.backups.backup()
    add_person(grown, 3, sheet)
    after = grown.backups.backup()
    assert grown.backups.ahead_of_store() == []
    grown.close()
    with closing(sqlite3.connect(grown.database.path)) as connection, connection:
        connection.execute("DELETE FROM journal WHERE change_set_id = 3")
        connection.execute("DELETE FROM import_batches WHERE change_set_id = 3")
        connection.execute("DELETE FROM change_sets WHERE id = 3")
        connection.execute("UPDATE sqlite_sequence SET seq = 2 WHERE name = 'change_sets'")
    assert grown.backups.ahead_of_store() == [after.name]
    assert before.exists()
    assert [it.code for it in grown.health.check().findings] == ["backup.ahead"]


def test_newer_backups_do_not_speak_against_a_restored_store(grown: App, sheet: SheetWriter) -> None:
    backup = grown.backups.backup()
    add_person(grown, 3, sheet)
    grown.backups.backup()
    grown.backups.restore(backup)
    assert grown.backups.ahead_of_store() == []
    add_person(grown, 4, sheet)
    grown.backups.backup()
    assert grown.health.check().sound
