"""The items of posts' standards as rows: read from the lists of each version, and brought up to date with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from db import Reader, Writer
from db.queries import positions as queries
from db.queries import writing
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.requirement_texts import parsed
from smartpns_desktop.domain.requirements import (
    LISTS,
    CompetencyKind,
    Known,
    Requirement,
    RequirementKind,
    TrainingKind,
)

Row = dict[str, Any]

_FIELDS = (
    "kind", "name", "mandatory", "validity", "training_kind", "months", "post_level", "competency_kind", "level",
)  # fmt: skip


def known_competencies(reader: Reader, on: date | None = None) -> Known:
    """The kinds of the competencies of the reference by their folded names, as in force on a day (today)."""
    found = queries.competencies_on(reader, on or date.today())
    return {fold(name): CompetencyKind(kind) for name, kind in found.items()}


def items_in(lists: Mapping[str, str | None], known: Known) -> tuple[Requirement, ...]:
    """The items of a version's lists, list by list."""
    return tuple(item for name in LISTS for item in parsed(name, lists.get(name), known))


def rows_for(items: Sequence[Requirement]) -> list[Row]:
    """Items in the store's terms, each with its place."""
    return [{"ordering": place, **{name: getattr(it, name) for name in _FIELDS}} for place, it in enumerate(items)]


def item_of(row: Any) -> Requirement:
    """The item that a row tells."""
    return Requirement(
        RequirementKind(row.kind),
        row.name,
        row.mandatory,
        row.validity,
        TrainingKind(row.training_kind) if row.training_kind else None,
        row.months,
        row.post_level,
        CompetencyKind(row.competency_kind) if row.competency_kind else None,
        row.level,
    )


def items_by_version(reader: Reader, standard_keys: Sequence[int] | None = None) -> dict[int, tuple[Requirement, ...]]:
    """The items of versions (`None`: of all) by the version's key."""
    found: dict[int, list[Requirement]] = {}
    for row in queries.items_of(reader, standard_keys):
        found.setdefault(row.standard_id, []).append(item_of(row))
    return {key: tuple(items) for key, items in found.items()}


def follow(writer: Writer) -> bool:
    """Bring the items of all versions to what their lists say; whether any were written.

    Lists come from sheets, where nothing but the text is changed; versions whose items say the same are left alone.
    """
    known = known_competencies(writer)
    present: dict[int, list[Any]] = {}
    for row in queries.items_of(writer):
        present.setdefault(row.standard_id, []).append(row)
    gone: list[int] = []
    added: list[Row] = []
    for version in queries.versions_of(writer):
        rows = present.get(version.id, [])
        items = items_in(version._mapping, known)
        if tuple(map(item_of, rows)) != items:
            gone += [row.id for row in rows]
            owner = {"position_id": version.position_id, "standard_id": version.id}
            added += [{**owner, **row} for row in rows_for(items)]
    writing.delete_rows(writer, "standard_requirements", gone)
    writing.insert_rows(writer, "standard_requirements", added)
    return bool(gone or added)
