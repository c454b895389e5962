"""What SQLite's errors mean, and copies of a store that is in use."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db import ChangeSetHeader, Database, StoreError, errors
from db.queries import writing
from db.sqlite.backup import copy_database, copy_into, looks_like_ours
from db.sqlite.connection import open_engine
from tests.contents import content_digest

EDIT = ChangeSetHeader("edit", "penguji", "Uji")
ROOT = Path(__file__).resolve().parents[2]


def add_agency(database: Database, name: str) -> None:
    with database.write(EDIT) as writer:
        writing.insert_one(writer, "agencies", {"name": name, "name_key": name, "kind": "agency"})


def agencies(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM agencies ORDER BY id")]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """As if another program were writing."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An engine on a small table of its own."""
    engine = open_engine(tmp_path / "small.db", busy_seconds=0.1)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")
    yield engine
    engine.dispose()


def test_a_store_that_another_program_writes_to_is_locked_after_the_waiting_time(database: Database) -> None:
    with locked(database.path):
        began = time.monotonic()
        with pytest.raises(errors.StoreLocked):
            add_agency(database, "Dinas")
        assert 0.1 < time.monotonic() - began < 3
    add_agency(database, "Dinas")
    assert agencies(database.path) == ["Dinas"]


def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    with locked(database.path), database.read() as reader:
        assert reader.connection.exec_driver_sql("SELECT count(*) FROM grades").scalar_one() > 0


def test_a_reader_sees_one_moment(database: Database) -> None:
    with database.read() as reader:
        count = "SELECT count(*) FROM agencies"
        assert reader.connection.exec_driver_sql(count).scalar_one() == 0
        add_agency(database, "Dinas")
        assert reader.connection.exec_driver_sql(count).scalar_one() == 0


@pytest.mark.parametrize(
    ("pragma", "meaning"), [("query_only=ON", errors.StoreReadOnly), ("max_page_count=2", errors.StoreFull)]
)
def test_what_a_refused_write_means(engine: Engine, pragma: str, meaning: type[StoreError]) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}")
        with pytest.raises(meaning):
            connection.exec_driver_sql("INSERT INTO t VALUES (zeroblob(100000))")


def test_our_own_mistakes_have_no_meaning_of_the_world(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(Exception, match="no such table") as raised:
        connection.exec_driver_sql("SELECT * FROM nowhere")
    assert not isinstance(raised.value, StoreError)


FILL = """
import resource, sys
from pathlib import Path
from db import ChangeSetHeader, Database
from db.queries import writing
database = Database(Path(sys.argv[1]))
limit = Path(sys.argv[1]).stat().st_size + 200_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
row = {"name": "x" * 5_000, "name_key": "x", "kind": "agency"}
try:
    with database.write(ChangeSetHeader("edit", "penguji", "Uji")) as writer:
        writing.insert_rows(writer, "agencies", [row] * 2_000)
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(os.name == "nt", reason="limits of a process are Unix's")
def test_a_full_disk_undoes_the_transaction(database: Database) -> None:
    add_agency(database, "Dinas")
    database.close()
    arguments = [sys.executable, "-c", FILL, str(database.path)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("StoreFull", "")
    assert agencies(database.path) == ["Dinas"]


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """As a user who may read the folder and its files but not write them; file rights do not hold root."""
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(65534)
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="file rights are Unix's")
def test_a_folder_without_rights_is_read_only(fresh_store: Path) -> None:
    # Not in the test's own folder: nobody else may even look into that one.
    folder = Path(tempfile.mkdtemp())
    shutil.copy(fresh_store, folder / "data.smartpns")
    database = Database(folder / "data.smartpns")
    try:
        with without_rights(folder):
            with pytest.raises(errors.StoreReadOnly):
                add_agency(database, "Dinas")
            with pytest.raises(errors.StoreReadOnly):
                Database(folder / "new" / "data.smartpns")
            with pytest.raises(errors.StoreReadOnly):
                copy_database(fresh_store, folder / "copy.smartpns")
    finally:
        database.close()
        shutil.rmtree(folder)


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "data.smartpns"
    path.write_bytes(b"NIP;Nama\n" * 1_000)
    with pytest.raises(errors.StoreDamaged):
        Database(path).revision()
    assert not looks_like_ours(path)


def test_a_damaged_page_is_no_backup(database: Database, tmp_path: Path) -> None:
    add_agency(database, "Dinas")
    database.close()
    with database.path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 20)
    with pytest.raises((errors.StoreDamaged, errors.BackupDiffers)):
        copy_database(database.path, tmp_path / "copy.smartpns")
    assert sorted(it.name for it in tmp_path.iterdir()) == [database.path.name]


def test_a_copy_of_a_living_store_holds_what_is_committed_and_nothing_else(database: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.smartpns"
    for number in range(20):
        add_agency(database, f"Dinas {number}")
    with database.write(EDIT) as writer:
        writing.insert_one(writer, "agencies", {"name": "Belum", "name_key": "x", "kind": "agency"})
        copy_database(database.path, copy)
    assert agencies(copy) == [f"Dinas {number}" for number in range(20)]
    assert agencies(database.path)[-1] == "Belum"
    assert not list(tmp_path.glob("copy.smartpns?*"))


def test_copies_made_while_someone_writes_are_each_of_one_moment(database: Database, tmp_path: Path) -> None:
    """Agencies come in pairs, so that a copy with an odd number of them was torn."""
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            with database.write(EDIT) as writer:
                rows = [{"name": f"{number}", "name_key": "x", "kind": "agency"}] * 2
                writing.insert_rows(writer, "agencies", rows)
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    counts = []
    try:
        for number in range(8):
            copy_database(database.path, tmp_path / f"{number}.smartpns", lambda _done, _total: None)
            counts.append(len(agencies(tmp_path / f"{number}.smartpns")))
    finally:
        stop.set()
        writer.join()
    assert all(count % 2 == 0 for count in counts)
    assert counts == sorted(counts)
    assert counts[-1] > 0


def test_a_copy_holds_every_row(database: Database, tmp_path: Path) -> None:
    add_agency(database, "Dinas")
    copy_database(database.path, tmp_path / "copy.smartpns")
    assert content_digest(tmp_path / "copy.smartpns") == content_digest(database.path)


def test_a_copy_that_differs_is_not_kept(database: Database, tmp_path: Path) -> None:
    """A row that slips into the copy while it is made is found by the comparison."""
    target = tmp_path / "copy.smartpns"

    def tamper(_done: int, _total: int) -> None:
        with suppress(sqlite3.OperationalError), closing(sqlite3.connect(f"{target}.part", timeout=0)) as copy, copy:
            copy.execute("INSERT INTO settings VALUES ('x', 'x')")

    add_agency(database, "Dinas")
    with pytest.raises((errors.BackupDiffers, errors.StoreDamaged)):
        copy_database(database.path, target, tamper)
    assert not list(tmp_path.glob("copy*"))


def test_a_cancelled_copy_leaves_nothing(database: Database, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_database(database.path, tmp_path / "copy.smartpns", cancel)
    assert not list(tmp_path.glob("copy*"))


def test_what_is_not_there_cannot_be_copied(tmp_path: Path) -> None:
    with pytest.raises(errors.StoreMissing):
        copy_database(tmp_path / "nowhere.smartpns", tmp_path / "copy.smartpns")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_replaces_an_open_store(database: Database, tmp_path: Path) -> None:
    add_agency(database, "Dinas")
    copy_database(database.path, tmp_path / "copy.smartpns")
    add_agency(database, "Badan")
    with database.read() as reader:
        names = "SELECT name FROM agencies ORDER BY id"
        assert reader.connection.exec_driver_sql(names).scalars().all() == ["Dinas", "Badan"]
        copy_into(tmp_path / "copy.smartpns", database.path)
        assert reader.connection.exec_driver_sql(names).scalars().all() == ["Dinas", "Badan"]
    assert agencies(database.path) == ["Dinas"]
    assert content_digest(database.path) == content_digest(tmp_path / "copy.smartpns")
    with closing(sqlite3.connect(database.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    add_agency(database, "Kantor")
    assert agencies(database.path) == ["Dinas", "Kantor"]


def test_a_damaged_copy_does_not_replace_the_store(database: Database, tmp_path: Path) -> None:
    add_agency(database, "Dinas")
    copy = tmp_path / "copy.smartpns"
    copy_database(database.path, copy)
    with copy.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 20)
    before = content_digest(database.path)
    with pytest.raises(errors.StoreDamaged):
        copy_into(copy, database.path)
    assert content_digest(database.path) == before


def test_a_store_that_is_being_written_to_is_not_replaced(database: Database, tmp_path: Path) -> None:
    copy_database(database.path, tmp_path / "copy.smartpns")
    with locked(database.path), pytest.raises(errors.StoreLocked):
        copy_into(tmp_path / "copy.smartpns", database.path, busy_seconds=0.1)


@pytest.mark.parametrize(("number", "expected"), [(0, False), (0x534D504E, True)])
def test_our_stores_are_known_by_their_mark(tmp_path: Path, number: int, expected: bool) -> None:
    path = tmp_path / "any.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={number}")
        connection.execute("CREATE TABLE t (x)")
    assert looks_like_ours(path) is expected
