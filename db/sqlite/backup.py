"""Copies of a living database: made by SQLite's backup API, opened again and compared before they count."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from db import errors
from db.sqlite.connection import APPLICATION_ID, meaning_of

PAGES_A_STEP = 4096


def copy_database(source: Path, target: Path, step: Callable[[int, int], None] | None = None) -> None:
    """Copy the database at `source` to `target`, whole or not at all.

    The copy is made beside the target, checked page by page and table by table against the original's
    snapshot, and renamed into place. Raises `BackupDiffers`, `StoreFull`, `StoreReadOnly`, `StoreDamaged`.
    """
    part = target.with_name(target.name + ".part")
    try:
        _copy_and_compare(source, part, step)
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise (meaning_of(error) or errors.StoreDamaged)(str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def copy_into(source: Path, living: Path, *, busy_seconds: float = 5.0) -> None:
    """Put the content of `source` into the living database as one transaction, whatever else has it open.

    Raises `StoreLocked` where another program is writing and does not finish within `busy_seconds`.
    """

    def give_up_when_busy(status: int, _left: int, _total: int) -> None:
        # The driver waited its time; it would try again for ever.
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise errors.StoreLocked(str(living))

    try:
        with (
            closing(_open_existing(source)) as origin,
            closing(sqlite3.connect(living, timeout=busy_seconds)) as target,
        ):
            if origin.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise errors.StoreDamaged(str(source))
            origin.backup(target, pages=-1, progress=give_up_when_busy)
    except (sqlite3.Error, OSError) as error:
        raise (meaning_of(error) or errors.StoreDamaged)(str(error)) from error


def _copy_and_compare(source: Path, part: Path, step: Callable[[int, int], None] | None) -> None:
    part.unlink(missing_ok=True)
    with (
        closing(_open_existing(source)) as original,
        closing(sqlite3.connect(part, isolation_level=None)) as copy,
    ):
        # One read transaction, so that the copy and the counts speak of the same moment.
        original.execute("BEGIN")
        counts = _row_counts(original)
        original.backup(
            copy,
            pages=PAGES_A_STEP if step else -1,
            progress=(lambda _status, left, total: step(total - left, total)) if step else None,
        )
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",) or _row_counts(copy) != counts:
            raise errors.BackupDiffers(str(part))
    # Windows flushes only what may be written.
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _open_existing(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise errors.StoreMissing(str(path))
    return sqlite3.connect(path, isolation_level=None)


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def looks_like_ours(path: Path) -> bool:
    """Whether the file is a sound SQLite database that carries our application id."""
    try:
        with closing(_open_existing(path)) as connection:
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return False
            return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False
