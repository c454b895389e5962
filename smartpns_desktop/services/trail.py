"""The history of one thing out of the journal: who changed which field of it, when, why and from which file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from db import Database, Reader
from db.queries import trail as queries
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.figures import show_rupiah
from smartpns_desktop.words.labels import kind_label, show_value
from smartpns_desktop.words.reasons import field_named
from smartpns_desktop.words.trail import THINGS, UNKNOWN, gone

Image = dict[str, Any]
"""Fields of a row by name; a field that nobody knows any more is left out."""

_FIRST = ("edit", "import", "demo", "merge", "reference")
"""Change sets that are no turn of another one."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field and what it said before and after, all in words; empty where there was nothing."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """What one change set did to one row of a thing.

    `thing` names the row in words, `operation` is insert, update or delete. `undone`: the change set was taken
    back as far as this row goes. `destroyed`: what was before has been destroyed on purpose, and no field is told.
    """

    change_set: int
    at: datetime
    actor: str
    kind: str
    reason: str
    file: str | None
    table: str
    key: int
    thing: str
    operation: str
    fields: tuple[FieldChange, ...]
    undone: bool
    destroyed: bool


@dataclass(slots=True)
class _Step:
    """A journal entry beside the row before and after it, `None` where there was no row."""

    entry: Any
    before: Image | None
    after: Image | None
    changed: tuple[str, ...] = field(default=())


class TrailService:
    """Reads the journal; an after-image is the next before-image or the row as it stands (ARCHITECTURE, 1)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, table: str, key: int, limit: int = 200) -> tuple[TrailEntry, ...]:
        """What was done to a thing and to all that belongs to it, the newest first, undone changes included.

        An employee is told with the histories and trainings, a plan of studies with its lines, an agency with
        its former names. Raises `CannotDo("argument.unknown_kind")` for a table that has no journal.
        """
        if not queries.is_journalled(table):
            raise CannotDo("argument.unknown_kind", kind=table)
        with self._database.read() as reader:
            return entries_of(reader, queries.rows_of(reader, table, key), limit)


def entries_of(reader: Reader, rows: queries.Rows, limit: int | None = None) -> tuple[TrailEntry, ...]:
    """What was done to these rows, the newest first, undone changes included."""
    steps = _steps(reader, rows)
    undone, told = _undone(steps), steps[:limit]
    names = _names(reader, told)
    return tuple(_entry(step, names, undone=step.entry.id in undone) for step in told)


def _steps(reader: Reader, rows: queries.Rows) -> list[_Step]:
    """Every entry of the rows with its images, newest first."""
    by_row: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for entry in queries.entries_of(reader, rows):
        by_row[entry.table, entry.row_id].append(entry)
    standing = queries.standing(reader, rows)
    steps: list[_Step] = []
    for key, entries in by_row.items():
        entries.sort(key=lambda it: it.id, reverse=True)
        images = [None if it.before is None else queries.image_of(reader, it.table, it.before) for it in entries]
        steps += _walk_back(entries, images, standing.get(key, {}))
    return sorted(steps, key=lambda it: it.entry.id, reverse=True)


def _walk_back(entries: Iterable[Any], images: Iterable[Image | None], now: Image) -> Iterator[_Step]:
    """From the row as it stands back to its beginning; a destroyed image leaves nothing known before it."""
    for entry, image in zip(entries, images, strict=True):
        if entry.operation == "insert":
            yield _Step(entry, None, now, tuple(name for name, value in now.items() if value is not None))
            now = {}
        elif entry.operation == "delete":
            before = image or {}
            yield _Step(entry, before, None, tuple(name for name, value in before.items() if value is not None))
            now = before
        else:
            before = {} if image is None else {**now, **image}
            yield _Step(entry, before, now, tuple(image or ()))
            now = before


def _undone(steps: Iterable[_Step]) -> set[int]:
    """Entries whose change set was taken back: of its turns that touched the row the newest is an undo."""
    newest: dict[tuple[int, str, int], str] = {}
    found = set()
    for step in steps:
        it = step.entry
        turn = newest.setdefault((it.root, it.table, it.row_id), it.kind)
        if it.kind in _FIRST and turn == "undo":
            found.add(it.id)
    return found


Names = Mapping[tuple[str, str], Mapping[Any, str]]
"""What keys and codes stand for, by table and column."""


def _names(reader: Reader, steps: Iterable[_Step]) -> Names:
    values: dict[tuple[str, str], set[Any]] = defaultdict(set)
    for step in steps:
        table = step.entry.table
        for name in (*step.changed, NAMING.get(table, "")):
            for image in (step.before or {}, step.after or {}):
                if image.get(name) is not None and name.endswith(("_id", "_code")):
                    values[table, name].add(image[name])
    found = {place: queries.names_of(reader, *place, sorted(wanted)) for place, wanted in values.items()}
    return {place: {key: spoken(place[1], name) for key, name in told.items()} for place, told in found.items()}


def spoken(column: str, name: str) -> str:
    """What a key stands for, in words: the name of a call for data begins with the code of their kind."""
    kind, _, period = name.partition(" ")
    return f"{kind_label(kind)} {period}" if column == "call_id" else name


_KINDS = {
    **dict.fromkeys(("agencies", "agency_names", "agency_codes", "agency_parents", "agency_successors"), "agencies"),
    **{it: it.replace("_", "-") for it in ("agency_contacts", "agency_targets", "agency_commitments")},
    "agency_submissions": "agency-submissions",
    "submission_calls": "submission-calls",
    **dict.fromkeys(("study_plans", "study_needs", "study_need_heads"), "study-needs"),
    "trainings": "trainings",
    "performance_ratings": "performance-ratings",
    "disciplinary_actions": "disciplinary-actions",
    "certificates": "certificates",
    "competency_assessments": "competency-assessments",
    "contracts": "contracts",
    "attachments": "attachments",
    "professionalism_index": "ip-asn",
    "absences": "absences",
    **dict.fromkeys(("positions", "position_standards", "position_quotas"), "positions"),
    **dict.fromkeys(("standard_requirements", "career_steps"), "positions"),
    "competencies": "competencies",
    "study_programmes": "programmes",
    "data_findings": "data-findings",
    "person_gaps": "gaps",
}
"""Kinds of data, for labels, of the tables whose fields are not labelled as an employee's."""

NAMING = {
    "employees": "name",
    "grade_history": "grade_code",
    "post_history": "position_id",
    "education_history": "level_code",
    "standing_history": "standing",
    "study_needs": "programme_id",
    "agency_codes": "code",
    "agency_parents": "parent_id",
    "agency_successors": "successor_id",
    "agency_contacts": "role",
    "agency_targets": "kind",
    "agency_commitments": "subject",
    "agency_submissions": "call_id",
    "submission_calls": "period",
    "study_need_heads": "year",
    "study_plans": "first_year",
    "former_nips": "nip",
    "different_people": "nip",
    "position_standards": "position_id",
    "position_quotas": "position_id",
    "career_steps": "next_position_id",
    "performance_ratings": "year",
    "disciplinary_actions": "measure",
    "competency_assessments": "competency",
    "contracts": "effective_date",
    "absences": "noticed_on",
    "professionalism_index": "year",
}
"""The field that tells rows of a table apart, where it is not `name`."""

_UNTOLD = frozenset({"id", "uuid", "name_key", "search_text", "subject", "sha256"})
_FOLLOWING = ("standing_history", "code")
"""What follows from another field of the row."""
_OWNERS = {
    **dict.fromkeys(("grade_history", "post_history", "education_history", "standing_history"), "employee_id"),
    "trainings": "employee_id",
    "former_nips": "employee_id",
    **dict.fromkeys(("performance_ratings", "disciplinary_actions", "professionalism_index"), "employee_id"),
    **dict.fromkeys(("certificates", "competency_assessments", "contracts", "absences"), "employee_id"),
    "attachments": "subject_id",
    **dict.fromkeys(("position_standards", "position_quotas", "standard_requirements", "career_steps"), "position_id"),
    **dict.fromkeys(("agency_names", "agency_codes", "agency_parents", "agency_successors"), "agency_id"),
    **dict.fromkeys(("agency_contacts", "agency_targets", "agency_commitments", "agency_submissions"), "agency_id"),
    "study_needs": "plan_id",
    "study_need_heads": "need_id",
}
"""The column that says whose a row is, told only where that changed."""


def _entry(step: _Step, names: Names, *, undone: bool) -> TrailEntry:
    it = step.entry
    destroyed = it.before is None and it.digest is not None
    return TrailEntry(
        change_set=it.change_set_id,
        at=it.started_at.astimezone(),
        actor=it.actor,
        kind=it.kind,
        reason=it.reason,
        file=it.file_name,
        table=it.table,
        key=it.row_id,
        thing=_thing(step, names),
        operation=it.operation,
        fields=tuple(_changes(step, names)),
        undone=undone,
        destroyed=destroyed,
    )


def _changes(step: _Step, names: Names) -> Iterator[FieldChange]:
    table = step.entry.table
    untold = _UNTOLD if step.entry.operation == "update" else _UNTOLD | {_OWNERS.get(table, "")}
    for name in step.changed:
        if name not in untold and (table, name) != _FOLLOWING:
            before, after = _said(table, name, step.before, names), _said(table, name, step.after, names)
            yield FieldChange(name, field_named(kind_of(table), _shown_as(table, name)), before, after)


def _thing(step: _Step, names: Names) -> str:
    table = step.entry.table
    name = NAMING.get(table, "name")
    image = step.after if step.after is not None else step.before
    said = _said(table, name, image, names) if image and name in image else ""
    return f"{THINGS.get(table, table)} {said}".strip()


def _said(table: str, name: str, image: Image | None, names: Names) -> str:
    """A field of an image in words; nothing where there was no row."""
    if image is None:
        return ""
    if name not in image:
        return UNKNOWN
    value = image[name]
    if value is None:
        return ""
    if name.startswith("amount_"):
        return show_rupiah(value)
    if (table, name) in names and not isinstance(value, date):
        return names[table, name].get(value) or (gone(value) if name.endswith("_id") else str(value))
    return show_value(kind_of(table), _shown_as(table, name), value)


def kind_of(table: str) -> str:
    """The kind of data, for labels, to which a table belongs."""
    return _KINDS.get(table, "employees")


def _shown_as(table: str, name: str) -> str:
    """A plan's state has words of its own."""
    return "plan_status" if (table, name) == ("study_plans", "state") else name
