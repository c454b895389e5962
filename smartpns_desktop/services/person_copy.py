"""The copy of all personal data that is stored about one person, as the person may ask for it.

UU 27/2022 (Pelindungan Data Pribadi) art. 7: a data subject may see, and get a copy of, the own personal data. What
there is to copy is read off the tables themselves, so that no table is forgotten.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from db import Database, Reader
from db.queries import person_copy as queries
from db.queries import trail as trail_queries
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.new_files import new_file
from smartpns_desktop.exchange.table_book import Table, write_tables
from smartpns_desktop.services.edits import require
from smartpns_desktop.services.row_words import RowWords
from smartpns_desktop.services.trail import TrailEntry, entries_of
from smartpns_desktop.words import person_copy as words
from smartpns_desktop.words.labels import CHANGE_KINDS, OPERATIONS, show_value
from smartpns_desktop.words.trail import THINGS

_NOTHING_FOUND = ""
"""The check of a finding that only says that the person was looked at."""

ENDINGS = (".xlsx", ".json")
"""What a copy can be written to."""


@dataclass(frozen=True, slots=True)
class Section:
    """The person's rows of one table: as they are stored (`rows`), and in words under `headings` (`told`)."""

    table: str
    title: str
    headings: tuple[str, ...]
    told: tuple[tuple[str, ...], ...]
    rows: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A change set from which data of the person came: an import names its file."""

    change_set: int
    at: datetime
    actor: str
    kind: str
    reason: str
    file: str | None
    rows: int


@dataclass(frozen=True, slots=True)
class Mention:
    """How often rows about other people name this person by the NIP: an assessor of ratings, say."""

    table: str
    field: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonCopy:
    """Everything that is stored about a person: rows by table, where they came from, and who changed what when."""

    nip: str
    name: str
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]
    sources: tuple[Source, ...]
    trail: tuple[TrailEntry, ...]


class PersonCopyService:
    """Makes the copy, and writes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def copy(self, key: int) -> PersonCopy:
        """The copy of an employee's data. Raises `CannotDo("record.missing")`."""
        with self._database.read() as reader:
            found = queries.rows_about(reader, key)
            person = require(next(iter(found["employees"]), None))
            former = (row["nip"] for row in found.get("former_nips", ()))
            mentions = queries.mentions(reader, [person["nip"], *former], found)
            entries = entries_of(reader, _with_gone(reader, key, found))
            return PersonCopy(
                nip=person["nip"],
                name=person["name"],
                sections=tuple(_sections(RowWords(reader), found)),
                mentions=tuple(Mention(*row) for row in mentions),
                sources=tuple(_sources(entries)),
                trail=entries,
            )

    def write(self, key: int, out: Path) -> PersonCopy:
        """Write the copy to a workbook, or to JSON for programs, by the file's ending.

        Raises `CannotDo`: `record.missing`, `export.unsupported_ending`, and the refusals of a folder.
        """
        ending = out.suffix.casefold()
        if ending not in ENDINGS:
            raise CannotDo("export.unsupported_ending", ending=out.suffix, known=", ".join(ENDINGS))
        made = self.copy(key)
        if ending == ".json":
            with new_file(out) as draft:
                draft.write_text(json.dumps(as_object(made), ensure_ascii=False, indent=1), encoding="utf-8")
        else:
            write_tables(out, list(tables(made)))
        return made


def _with_gone(reader: Reader, key: int, found: Mapping[str, Sequence[Mapping[str, Any]]]) -> trail_queries.Rows:
    """Keys of the rows that stand and of those that are gone, by table."""
    rows: dict[str, set[int]] = defaultdict(set)
    for table, keys in trail_queries.rows_of(reader, "employees", key).items():
        rows[table].update(keys)
    for table, standing in found.items():
        if trail_queries.is_journalled(table):
            rows[table].update(row["id"] for row in standing)
    return {table: sorted(keys) for table, keys in rows.items() if keys}


def _sections(row_words: RowWords, found: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[Section]:
    for table, rows in found.items():
        said = [row for row in rows if row.get("check_code") != _NOTHING_FOUND]
        fields = [name for name in queries.fields_told(table) if any(row[name] not in (None, "") for row in said)]
        told = (tuple(row_words.value(table, name, row[name]) for name in fields) for row in said)
        headings = tuple(row_words.label(table, name) for name in fields)
        yield Section(table, THINGS.get(table, table), headings, tuple(told), tuple(rows))


def _sources(entries: Sequence[TrailEntry]) -> Iterator[Source]:
    """The change sets behind the entries, the newest first."""
    counts: dict[int, int] = defaultdict(int)
    for entry in entries:
        counts[entry.change_set] += 1
    for number, entry in {it.change_set: it for it in entries}.items():
        yield Source(number, entry.at, entry.actor, entry.kind, entry.reason, entry.file, counts[number])


def tables(made: PersonCopy) -> Iterator[Table]:
    """The copy as tables in words: a summary, one for each kind of row that there is, sources, and the trail."""
    counts = [(section.title, str(len(section.told))) for section in made.sections]
    counts += [(words.mention(THINGS.get(it.table, it.table)), str(it.count)) for it in made.mentions]
    yield Table(words.SUMMARY, words.SUMMARY_HEADINGS, [(words.PERSON, f"{made.name} · {nip.show(made.nip)}"), *counts])
    for section in made.sections:
        if section.told:
            yield Table(section.title, section.headings, section.told)
    yield Table(words.SOURCES, words.SOURCE_HEADINGS, [_source_told(it) for it in made.sources])
    yield Table(words.TRAIL, words.TRAIL_HEADINGS, [row for it in made.trail for row in _entry_told(it)])


def _source_told(it: Source) -> tuple[str, ...]:
    return (str(it.change_set), show_value("", "", it.at), it.actor, CHANGE_KINDS.get(it.kind, it.kind), it.reason,
            it.file or "", str(it.rows))  # fmt: skip


def _entry_told(it: TrailEntry) -> Iterator[tuple[str, ...]]:
    """A line for each field that was altered; one line for a row that came or went, or of which nothing is told."""
    head = (str(it.change_set), show_value("", "", it.at), it.actor, it.thing, OPERATIONS[it.operation])
    if it.operation == "update" and it.fields:
        for field in it.fields:
            yield (*head, field.label, field.before, field.after)
        return
    before, after = (
        "; ".join(f"{field.label}: {said}" for field in it.fields if (said := getattr(field, side)))
        for side in ("before", "after")
    )
    yield (*head, "", before, after)


def as_object(made: PersonCopy) -> dict[str, Any]:
    """The copy for programs: rows by table and field as they are stored, days and moments in ISO."""
    return {
        "nip": made.nip,
        "name": made.name,
        "data": {it.table: [{name: _plain(value) for name, value in row.items()} for row in it.rows]
                 for it in made.sections},
        "mentions": [{"table": it.table, "field": it.field, "count": it.count} for it in made.mentions],
        "sources": [
            {"change_set": it.change_set, "at": it.at.isoformat(), "actor": it.actor, "kind": it.kind,
             "reason": it.reason, "file": it.file, "rows": it.rows}
            for it in made.sources
        ],
        "changes": [
            {"change_set": it.change_set, "at": it.at.isoformat(), "actor": it.actor, "table": it.table, "row": it.key,
             "operation": it.operation, "undone": it.undone,
             "fields": [{"field": one.name, "before": one.before, "after": one.after} for one in it.fields]}
            for it in made.trail
        ],
    }  # fmt: skip


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
