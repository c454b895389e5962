"""How a connection to SQLite is opened, how its transactions begin, and what its error codes mean."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from db import errors

APPLICATION_ID = 0x534D504E
"""Marks the file as ours ("SMPN") in SQLite's header."""

VERSION = sqlite3.sqlite_version
"""Which SQLite this is."""

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    # Without it INSERT OR REPLACE would delete rows behind the journal's back.
    "PRAGMA recursive_triggers=ON",
    # A pulled plug must not lose what the user was told is stored.
    "PRAGMA synchronous=FULL",
)

_CACHE = {"IMMEDIATE": 131_072, "DEFERRED": 40_960}
"""Kilobytes that a transaction may keep, and sort in: many read at once, and a list may have a million rows."""

_MEANING: dict[int, type[errors.StoreError]] = {
    sqlite3.SQLITE_BUSY: errors.StoreLocked,
    sqlite3.SQLITE_LOCKED: errors.StoreLocked,
    sqlite3.SQLITE_FULL: errors.StoreFull,
    sqlite3.SQLITE_READONLY: errors.StoreReadOnly,
    sqlite3.SQLITE_CANTOPEN: errors.StoreReadOnly,
    sqlite3.SQLITE_PERM: errors.StoreReadOnly,
    sqlite3.SQLITE_IOERR: errors.StoreUnreachable,
    sqlite3.SQLITE_NOTADB: errors.StoreDamaged,
    sqlite3.SQLITE_CORRUPT: errors.StoreDamaged,
}

# A write that the system cuts short (quota, size limit) is told as an I/O error.
_NO_ROOM = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }
)

_SYSTEM: dict[int, type[errors.StoreError]] = {
    errno.ENOSPC: errors.StoreFull,
    errno.EACCES: errors.StoreReadOnly,
    errno.EPERM: errors.StoreReadOnly,
    errno.EROFS: errors.StoreReadOnly,
}


def open_engine(path: Path, *, busy_seconds: float) -> Engine:
    """An engine on the file; transactions begin with our own BEGIN, so that DDL is part of them too."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": busy_seconds, "check_same_thread": False})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    event.listen(engine, "handle_error", _on_error)
    return engine


def _on_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _on_begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get("begin_mode", "DEFERRED")
    connection.exec_driver_sql(f"PRAGMA cache_size=-{_CACHE[mode]}")
    connection.exec_driver_sql(f"BEGIN {mode}")


def _on_error(context: Any) -> None:
    meaning = meaning_of(context.original_exception)
    if meaning is not None:
        raise meaning(str(context.original_exception)) from context.original_exception


def meaning_of(error: BaseException) -> type[errors.StoreError] | None:
    """Which of the store's conditions an error of driver or system tells of; `None` for our own mistakes."""
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, errors.StoreUnreachable)
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    if code in _NO_ROOM:
        return errors.StoreFull
    return None if code is None else _MEANING.get(code & 0xFF)


def use_wal(connection: Connection) -> None:
    """Write-ahead logging, kept in the file: readers and the one writer do not wait for each other."""
    _outside_transaction(connection, "PRAGMA journal_mode=WAL")


def wait_for_writer(connection: Connection, seconds: float) -> None:
    """How long this connection waits for another one that writes."""
    _outside_transaction(connection, f"PRAGMA busy_timeout={int(seconds * 1000)}")


def mark_as_ours(connection: Connection) -> None:
    """Write our application id into the file's header."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def is_ours(connection: Connection) -> bool:
    """Whether the header carries our application id."""
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID)


def enforce_references(connection: Connection, *, on: bool) -> None:
    """Switch foreign keys on or off for this connection."""
    _outside_transaction(connection, f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


def _outside_transaction(connection: Connection, statement: str) -> None:
    """Some pragmas are refused or ignored inside a transaction, which SQLAlchemy would begin by itself."""
    driver: Any = connection.connection.driver_connection
    try:
        driver.execute(statement)
    except sqlite3.Error as error:
        raise (meaning_of(error) or errors.StoreDamaged)(str(error)) from error


def defer_references(connection: Connection) -> None:
    """Judge foreign keys at the commit of this transaction instead of at each statement."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def broken_references(connection: Connection) -> list[str]:
    """Rows that point at nothing, as `table #row -> parent`."""
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"{table} #{row} -> {parent}" for table, row, parent, _ in found]


def integrity_faults(connection: Connection) -> list[str]:
    """What SQLite's own integrity check finds; empty when all is well."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check").all()]
    return [] if found == ["ok"] else found


def highest_key_ever(connection: Connection, table: str) -> int:
    """The highest key that an AUTOINCREMENT table has given out, deleted rows included."""
    found = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).scalar()
    return int(found or 0)
