"""The store as a whole: opening it at the right version, and the transactions that services open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from db import errors, journal, migrate
from db.journal import ChangeSetHeader
from db.sqlite import connection as sqlite

__all__ = ["ChangeSetHeader", "Database", "Reader", "Writer"]

_PATIENCE = 0.3
"""Seconds that deriving waits for another writer: a fellow reader is done by then, an import is not."""


@dataclass(frozen=True, slots=True)
class Reader:
    """An open transaction that sees one moment of the store; queries take it, services annotate with it."""

    connection: Connection


@dataclass(frozen=True, slots=True)
class Writer(Reader):
    """An open writing transaction; all its changes belong to one change set."""

    change_set_id: int


class Database:
    """One SQLite file, opened at the newest version.

    `read()`, `write()` and `maintain()` are the only ways in. Many read at once beside one writer; a second writer
    waits `busy_seconds` for the operating system's lock, then gets `StoreLocked`. `derives` says whether
    `derive()` may bring derived tables up to date; a program that only reads once leaves the file as it is. `written`
    are the change sets made through this object: any other one is another program's.
    """

    def __init__(self, path: Path, *, busy_seconds: float = 5.0, derives: bool = True) -> None:
        self.path, self.derives = path, derives
        self.written: set[int] = set()
        self._revision: str | None = None
        self._busy_seconds = busy_seconds
        if path.is_dir():
            raise errors.StoreForeign(str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise errors.StoreReadOnly(str(path)) from error
        self._engine = sqlite.open_engine(path, busy_seconds=busy_seconds)

    def upgrade(self) -> Path | None:
        """Bring the file to the program's version; returns the copy kept of an older one, if there was one.

        Raises `StoreNewer` or `StoreForeign` without touching the file.
        """
        try:
            kept = migrate.upgrade(self._engine, self.path)
        except Exception:
            self.close()
            raise
        self._revision = migrate.known_revisions()[-1]
        return kept

    def revision(self) -> str | None:
        """The file's revision, `None` where it is empty. Raises `StoreNewer`, `StoreForeign`, `StoreDamaged`."""
        with self._engine.connect() as connection:
            return migrate.revision_of(connection)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A reading transaction; it never waits for the writer and never holds it up."""
        with self._engine.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def write(self, header: ChangeSetHeader, go_on: Callable[[], None] = lambda: None) -> Iterator[Writer]:
        """A change set: commits at the end of the block, undoes everything on any exception.

        `go_on` is asked while the journal is closed, to the commit: it may raise, too.
        """
        change_set_id = 0
        try:
            with self._immediate(self._busy_seconds) as connection:
                change_set_id = journal.open_change_set(connection, header)
                yield Writer(connection, change_set_id)
                journal.seal(connection, change_set_id, go_on)
                go_on()
                # Before the commit: whoever sees the change set shall know whose it is.
                self.written.add(change_set_id)
        except BaseException:
            self.written.discard(change_set_id)
            raise

    @contextmanager
    def maintain(self, *, patience: float | None = None) -> Iterator[Reader]:
        """A writing transaction outside the journal: settings and what is derived; the triggers refuse anything else.

        It waits `patience` seconds for another writer (`None`: as `write()` does), then raises `StoreLocked`.
        """
        with self._immediate(self._busy_seconds if patience is None else patience) as connection:
            yield Reader(connection)

    def derive(self, work: Callable[[Reader], object], *, patience: float = _PATIENCE) -> bool:
        """Let `work` bring up to date what readers find derived; whether it could.

        Where the file must not be written to, or cannot be now, nothing happens: readers ask what it is derived from.
        """
        if not self.derives:
            return False
        try:
            with self.maintain(patience=patience) as writer:
                work(writer)
        except (errors.StoreLocked, errors.StoreReadOnly, errors.StoreFull):
            return False
        return True

    @contextmanager
    def _immediate(self, patience: float) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            sqlite.wait_for_writer(connection, patience)
            immediate = connection.execution_options(begin_mode="IMMEDIATE")
            with immediate.begin():
                migrate.require(immediate, self._revision)
                yield immediate

    def close(self) -> None:
        """Close all connections; the last one folds the write-ahead log into the file."""
        self._engine.dispose()
