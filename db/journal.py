"""The journal: change sets are opened, sealed into a chain of hashes, read back and verified here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from db import keys
from db.sqlite.connection import highest_key_ever
from db.tables.journal import change_sets, current_change_set, journal

MARK_BYTES = 4
_AT_A_TIME = 10_000
_START = "0" * 64


@dataclass(frozen=True, slots=True)
class ChangeSetHeader:
    """Who changes what and why: `kind` is one of `CHANGE_SET_KINDS`, `file_digest` the SHA-256 of the file read."""

    kind: str
    actor: str
    reason: str
    file_name: str | None = None
    file_digest: str | None = None
    undoes_id: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One damage of the journal: `entry` is the journal row, or `None` where the change set itself is meant."""

    kind: str
    change_set_id: int
    entry: int | None = None


def open_change_set(connection: Connection, header: ChangeSetHeader) -> int:
    """Begin a change set in the running transaction; the triggers write under it from now on."""
    statement = (
        insert(change_sets)
        .values(
            uuid=keys.new_uuid(),
            kind=header.kind,
            actor=header.actor,
            reason=header.reason,
            started_at=datetime.now(UTC),
            file_name=header.file_name,
            file_digest=header.file_digest,
            undoes_id=header.undoes_id,
            first_entry=0,
            last_entry=0,
            entry_marks=b"",
            link="",
        )
        .returning(change_sets.c.id)
    )
    change_set_id: int = connection.execute(statement).scalar_one()
    connection.execute(insert(current_change_set).values(change_set_id=change_set_id))
    return change_set_id


def seal(connection: Connection, change_set_id: int, go_on: Callable[[], None] = lambda: None) -> None:
    """End a change set: note which entries it has and link it to the one before; `go_on` may raise to stop."""
    connection.execute(current_change_set.delete())
    previous = _previous(connection, change_set_id)
    first, last = _range_of(connection, change_set_id, after=previous.last_entry if previous else 0)
    digests = b"".join(_digest(entry) for entry in _entries(connection, first, last, go_on))
    connection.execute(
        update(change_sets)
        .where(change_sets.c.id == change_set_id)
        .values(first_entry=first, last_entry=last, entry_marks=_marks(digests))
    )
    row = connection.execute(select(change_sets).where(change_sets.c.id == change_set_id)).one()
    link = _link(previous.link if previous else _START, row, row.entry_marks, digests)
    connection.execute(update(change_sets).where(change_sets.c.id == change_set_id).values(link=link))


def head(connection: Connection) -> tuple[int, str]:
    """Number and link of the newest change set, `(0, …)` for an empty journal."""
    row = connection.execute(
        select(change_sets.c.id, change_sets.c.link).order_by(change_sets.c.id.desc()).limit(1)
    ).first()
    return (row.id, row.link) if row else (0, _START)


def link_of(connection: Connection, change_set_id: int) -> str | None:
    """The link of one change set, `None` where it does not exist."""
    found = connection.execute(select(change_sets.c.link).where(change_sets.c.id == change_set_id)).scalar()
    return None if found is None else str(found)


def verify(connection: Connection) -> list[Fault]:
    """Recompute the whole chain; each fault names the change set and, where one is meant, the entry."""
    faults: list[Fault] = []
    links, last_entry, number = {_START}, 0, 0
    for row in connection.execute(select(change_sets).order_by(change_sets.c.id)).all():
        faults += [Fault("change_set.deleted", missing) for missing in range(number + 1, row.id)]
        faults += _strays(connection, journal.c.id > last_entry, journal.c.id < row.first_entry)
        entries = {entry.id: _digest(entry) for entry in _entries(connection, row.first_entry, row.last_entry)}
        # Behind a change set that is gone nobody knows which link to expect.
        before = links if row.id == number + 1 else set()
        found, expected = _faults_of(row, entries, before)
        faults += found
        links, last_entry, number = expected | {row.link}, row.last_entry, row.id
    return faults + _cut_tail(connection, last_entry)


def _previous(connection: Connection, change_set_id: int) -> Any | None:
    return connection.execute(
        select(change_sets.c.last_entry, change_sets.c.link)
        .where(change_sets.c.id < change_set_id)
        .order_by(change_sets.c.id.desc())
        .limit(1)
    ).first()


def _range_of(connection: Connection, change_set_id: int, *, after: int) -> tuple[int, int]:
    """First and last entry; a change set without entries has the range (last + 1, last)."""
    first, last = connection.execute(
        select(func.min(journal.c.id), func.max(journal.c.id)).where(
            journal.c.id > after, journal.c.change_set_id == change_set_id
        )
    ).one()
    return (after + 1, after) if first is None else (first, last)


def _entries(connection: Connection, first: int, last: int, go_on: Callable[[], None] = lambda: None) -> Iterator[Any]:
    statement = select(journal).where(journal.c.id.between(first, last)).order_by(journal.c.id)
    found = connection.execute(statement.execution_options(yield_per=_AT_A_TIME))
    for part in found.partitions():
        go_on()
        yield from part


def _digest(entry: Any) -> bytes:
    """Digest of one entry, over the digest of its payload: the payload can be destroyed, the chain holds."""
    number, change_set_id, table_id, row_id, subject_id, operation, before, digest = entry
    # An entry has one or the other; both together are not what the program wrote.
    payload = (payload_digest(str(before)) if before is not None else "") + str(digest or "")
    line = f"{number}|{change_set_id}|{table_id}|{row_id}|{subject_id}|{operation}|{payload}"
    return hashlib.sha256(line.encode()).digest()


def payload_digest(before: str) -> str:
    """What stands in an entry's `digest` once its payload was destroyed."""
    return hashlib.sha256(before.encode()).hexdigest()


def _marks(digests: bytes) -> bytes:
    return b"".join(digests[start : start + MARK_BYTES] for start in range(0, len(digests), 32))


def _link(previous: str, row: Any, marks: bytes, digests: bytes) -> str:
    stored = {name: value for name, value in row._mapping.items() if name != "link"}
    stored["entry_marks"] = hashlib.sha256(marks).hexdigest()
    header = json.dumps(stored, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(f"{previous}\n{header}\n".encode() + digests).hexdigest()


def _faults_of(row: Any, entries: dict[int, bytes], before: set[str]) -> tuple[list[Fault], set[str]]:
    """What is wrong with one change set, and which links it should have behind any of the links `before` it."""
    digests = b"".join(entries.values())
    expected = {_link(link, row, row.entry_marks, digests) for link in before}
    if row.link in expected:
        return [], expected
    damaged = _damaged_entries(row, entries)
    # The entries are those that were linked: then it is the marks that were tampered with.
    whole = any(_link(link, row, _marks(digests), digests) == row.link for link in before)
    if whole or (before and not damaged):
        damaged = [Fault("change_set.altered", row.id)]
    return damaged, expected


def _damaged_entries(row: Any, entries: dict[int, bytes]) -> list[Fault]:
    if len(row.entry_marks) != MARK_BYTES * (row.last_entry - row.first_entry + 1):
        return [Fault("change_set.altered", row.id)]
    faults = []
    for position, number in enumerate(range(row.first_entry, row.last_entry + 1)):
        mark = row.entry_marks[position * MARK_BYTES : (position + 1) * MARK_BYTES]
        if number not in entries:
            faults.append(Fault("entry.deleted", row.id, number))
        elif entries[number][:MARK_BYTES] != mark:
            faults.append(Fault("entry.altered", row.id, number))
    return faults


def _strays(connection: Connection, *between: ColumnElement[bool]) -> list[Fault]:
    """Entries that no change set owns: they stand between the end of one and the beginning of the next."""
    found = connection.execute(select(journal.c.id, journal.c.change_set_id).where(*between)).all()
    return [Fault("entry.stray", entry.change_set_id, entry.id) for entry in found]


def _cut_tail(connection: Connection, last_entry: int) -> list[Fault]:
    faults = _strays(connection, journal.c.id > last_entry)
    newest, _ = head(connection)
    given_out = highest_key_ever(connection, "change_sets")
    return faults + [Fault("change_set.deleted", number) for number in range(newest + 1, given_out + 1)]
