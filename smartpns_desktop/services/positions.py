"""Use-cases on posts: what they ask since when, who lacks what of it, and where careers lead from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db import ChangeSetHeader, Database, Reader
from db.queries import organisation, reference
from db.queries import positions as queries
from smartpns_desktop.domain.careers import next_level_name, next_managers
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.gap import Finding
from smartpns_desktop.domain.histories import DatedRow, in_force
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.requirements import Requirement
from smartpns_desktop.services import competencies, gaps, position_edits, position_merging
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.competencies import CompetencyReference
from smartpns_desktop.services.edits import Editor, require
from smartpns_desktop.services.gaps import Gap, GapCount
from smartpns_desktop.services.position_quotas import PositionQuotas
from smartpns_desktop.services.standard_items import items_by_version
from smartpns_desktop.words.reasons import reason

__all__ = ["Finding", "Gap", "GapCount", "NextPost", "PositionService", "PostRecord", "Quota", "StandardVersion"]

_NAMED = 5


@dataclass(frozen=True, slots=True)
class StandardVersion:
    """What a post asks from a day on (`None`: nobody knows since when); `lists` are its items as a sheet has them."""

    key: int
    since: date | None
    position_class: int | None
    job_family: str | None
    education_code: str | None
    education: str | None
    items: tuple[Requirement, ...]
    lists: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Quota:
    """How many people a unit needs and has in a post, as last told."""

    agency_id: int
    agency: str
    since: date | None
    needed: int | None
    filled: int | None


@dataclass(frozen=True, slots=True)
class NextPost:
    """A post to which a career leads; `is_proposal` tells that the order of levels says so and nobody else."""

    key: int
    name: str
    is_proposal: bool


@dataclass(frozen=True, slots=True)
class PostRecord:
    """A post with all that is known of it; `version` is the one in force, `versions` all, the newest first."""

    key: int
    name: str
    kind_code: str
    kind: str | None
    echelon_code: str
    level: str | None
    retirement_age: int | None
    version: StandardVersion | None
    versions: tuple[StandardVersion, ...]
    quotas: tuple[Quota, ...]
    holders: int
    holder_names: tuple[str, ...]
    next_posts: tuple[NextPost, ...]


class PositionService:
    """Posts one at a time, and people held against them; lists of posts and of gaps are `ListService`'s.

    `quotas` edits how many people units need in posts, `reference` the competencies that posts may ask.

    A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then.
    All raise `record.missing` for a key that is gone.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor, self._actor = database, Editor(database, actor), actor
        self.quotas = PositionQuotas(database, self._editor)
        self.reference = CompetencyReference(database, self._editor)

    def record(self, key: int, on: date | None = None) -> PostRecord:
        """One post as it stands on a day, today where none is given."""
        day = on or date.today()
        with self._database.read() as reader:
            return _record(reader, require(queries.post_of(reader, key)), day)

    def next_posts(self, key: int) -> tuple[NextPost, ...]:
        """Where careers lead from a post: the steps that were set, else those that the order of levels proposes."""
        with self._database.read() as reader:
            return _next_posts(reader, require(queries.post_of(reader, key)))

    def named(self, name: str) -> int:
        """The key of the post of that name, whatever its case. Raises `position.unknown`, `position.ambiguous`."""
        with self._database.read() as reader:
            keys = [row.id for row in organisation.all_positions(reader) if row.name_key == fold(name)]
        if len(keys) != 1:
            raise CannotDo("position.ambiguous" if keys else "position.unknown", post=name, count=len(keys))
        return int(keys[0])

    def competencies(self, on: date | None = None) -> tuple[tuple[str, str], ...]:
        """Name and kind of the competencies of the reference in force on a day (PermenPANRB 38/2017)."""
        with self._database.read() as reader:
            return tuple(queries.competencies_on(reader, on or date.today()).items())

    def competency_names(self) -> tuple[str, ...]:
        """Names of all competencies that are known: of the reference, asked by posts, and found in people."""
        with self._database.read() as reader:
            return tuple(competencies.names(reader, date.today()))

    def levels(self) -> Mapping[str, str]:
        """Names of the levels of education by code."""
        with self._database.read() as reader:
            return {row["code"]: row["name"] for row in reference.rows_of(reader, "education_levels")}

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with the fields of a post while it is typed; `column` is the field."""
        with self._database.read() as reader:
            return position_edits.problems(reader, values, key)

    def version_problems(
        self, position_key: int, values: Mapping[str, object], key: int | None = None
    ) -> tuple[Problem, ...]:
        """What is wrong with the fields of a version while it is typed; items are told under their list."""
        with self._database.read() as reader:
            return position_edits.version_problems(reader, position_key, values, key)

    def add(self, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Add a post (`position_edits.TOLD`); returns its key. Raises `record.rejected`."""
        return self._editor.add("positions", lambda reader: position_edits.add(reader, values))

    def change(self, key: int, values: Mapping[str, object]) -> Changes:
        """Change whichever fields are told. Raises `record.rejected`."""
        return self._editor.carry_out(lambda reader: position_edits.change(reader, key, values))

    def delete(self, *keys: int) -> Changes:
        """Remove posts with what they ask, all or none. Raises `position.in_use`, naming who holds or held one."""
        return self._editor.carry_out(lambda reader: position_edits.delete(reader, keys))

    def merge(self, key: int, into: int) -> Changes:
        """Let one post go into another: its people, study needs, quotas, versions and steps become the other's.

        What both tell for the same day stays as the other has it. Raises `position.same`.
        """
        with self._database.read() as reader:
            old, new = (require(queries.post_of(reader, it)) for it in (key, into))
        if key == into:
            raise CannotDo("position.same", post=old.name)
        said = reason("position.merge", name=old.name, into=new.name)
        with self._database.write(ChangeSetHeader("edit", self._actor, said)) as writer:
            tables = position_merging.merge(writer, key, into)
            return Changes.of_tables(writer.change_set_id, tables)

    def add_version(self, position_key: int, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Say what a post asks from a day on (`position_edits.ASKED`); older versions stay. Returns the version's key.

        Raises `record.rejected`.
        """
        return self._editor.add(
            "position_standards", lambda reader: position_edits.add_version(reader, position_key, values)
        )

    def change_version(self, key: int, values: Mapping[str, object]) -> Changes:
        """Correct a version, whichever fields are told. Raises `record.rejected`."""
        return self._editor.carry_out(lambda reader: position_edits.change_version(reader, key, values))

    def delete_version(self, key: int) -> Changes:
        """Remove a version; the one before it holds on."""
        return self._editor.carry_out(lambda reader: position_edits.delete_version(reader, key))

    def set_steps(self, key: int, next_keys: Sequence[int]) -> Changes:
        """Say to which posts careers lead from one; none brings the proposals back. Raises `position.own_step`."""
        return self._editor.carry_out(lambda reader: position_edits.set_steps(reader, key, next_keys))

    def gap(self, person_key: int, position_key: int | None = None, on: date | None = None) -> Gap:
        """A person held against a post on a day: the own one and today where nothing is told.

        Raises `position.none_held` where there is no own post.
        """
        with self._database.read() as reader:
            return gaps.of_person(reader, person_key, position_key, on or date.today())

    def gap_of_agency(self, agency_key: int | None = None, on: date | None = None) -> tuple[GapCount, ...]:
        """What people of an agency with its units lack, by what is asked, the most frequent first (`None`: of all)."""
        return gaps.of_agency(self._database, agency_key, on)


def _record(reader: Reader, post: Any, on: date) -> PostRecord:
    versions = _versions(reader, post.id)
    holding = in_force([DatedRow(it.key, it.since, ()) for it in versions], on)
    holders, names = queries.holders_of(reader, post.id, on, _NAMED)
    quotas = (
        Quota(it.agency_id, it.agency, it.effective_date, it.needed, it.filled)
        for it in queries.quotas_of(reader, post.id, on)
    )
    return PostRecord(
        key=post.id,
        name=post.name,
        kind_code=post.kind_code,
        kind=post.kind,
        echelon_code=post.echelon_code,
        level=post.level,
        retirement_age=post.retirement_age,
        version=next((it for it in versions if holding is not None and it.key == holding.key), None),
        versions=versions,
        quotas=tuple(quotas),
        holders=holders,
        holder_names=tuple(names),
        next_posts=_next_posts(reader, post),
    )


def _versions(reader: Reader, key: int) -> tuple[StandardVersion, ...]:
    rows = queries.versions_of(reader, key)
    items = items_by_version(reader, [row.id for row in rows])
    return tuple(
        StandardVersion(
            row.id,
            row.effective_date,
            row.position_class,
            row.job_family,
            row.education_code,
            row.education,
            items.get(row.id, ()),
            {name: getattr(row, name) for name in ("programmes", "trainings", "experience", "competencies")},
        )
        for row in rows
    )


def _next_posts(reader: Reader, post: Any) -> tuple[NextPost, ...]:
    steps = queries.steps_of(reader, post.id)
    if steps:
        return tuple(NextPost(it.next_position_id, it.name, is_proposal=False) for it in steps)
    name = next_level_name(post.name)
    if name is not None:
        rows = (row for row in organisation.all_positions(reader) if fold(row.name) == fold(name))
        return tuple(NextPost(row.id, row.name, is_proposal=True) for row in rows if row.id != post.id)
    digit = next_managers(post.kind_code, post.echelon_code)
    return tuple(
        NextPost(row.id, row.name, is_proposal=True) for row in queries.posts_above(reader, post.id, digit or "")
    )
