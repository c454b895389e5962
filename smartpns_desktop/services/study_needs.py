"""Use-cases on study-need plans: the plan of an agency for its years, its lines, and what is decided about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from db import Database
from db.queries import organisation
from db.queries import study_needs as queries
from smartpns_desktop.domain.agency_pasts import stands
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.study_needs import Funding, NeedState, Period, PlanState, period_for
from smartpns_desktop.services import study_need_edits as edits
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Editor, require


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """An agency's plan for some years, and how many lines and heads stand in it."""

    key: int
    agency_id: int
    agency: str
    first_year: int
    last_year: int
    state: PlanState
    lines: int
    heads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """One need of a plan: level and programme, for which post, people by year, who pays how many rupiah."""

    key: int
    plan_id: int
    level_code: str | None
    level: str | None
    programme_id: int
    programme: str
    field: str | None
    position_id: int | None
    post: str | None
    funding: Funding | None
    amount_apbn: int | None
    amount_apbd: int | None
    amount_sponsor: int | None
    amount_self: int | None
    basis: str | None
    note: str | None
    state: NeedState
    heads: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class AgencyPlan:
    """An agency as a period's plans show it; `plan_id` is `None` and the state BELUM where it has none."""

    agency_id: int
    agency: str
    short_name: str | None
    plan_id: int | None
    state: PlanState
    lines: int
    heads: int


@dataclass(frozen=True, slots=True)
class PlanBoard:
    """How the agencies stand in one period, by name; `periods` are those of all plans, the newest first."""

    period: Period
    periods: tuple[Period, ...]
    agencies: tuple[AgencyPlan, ...]


class StudyNeedService:
    """Plans and their lines.

    A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then.
    All raise `record.missing` for a key that is gone. A sealed plan (DISAHKAN) refuses every edit of its lines with
    `plan.sealed` (S0-23).
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def plans(self, period: tuple[int, int] | None = None) -> tuple[PlanRecord, ...]:
        """All plans by agency, or those of one period (first and last year)."""
        with self._database.read() as reader:
            rows = queries.plan_rows(reader)
        return tuple(_plan(row) for row in rows if period in (None, (row.first_year, row.last_year)))

    def board(self, year: int, period: Period | None = None, as_of: date | None = None) -> PlanBoard:
        """The plans of a period, or of the one that a year lies in (`period_for`).

        Every open agency at the top of the tree is there, and whoever else has a plan: as they are, or were on a day.
        """
        with self._database.read() as reader:
            rows, agencies = queries.plan_rows(reader), organisation.all_agencies(reader, as_of)
        periods = sorted({(row.first_year, row.last_year) for row in rows}, reverse=True)
        shown = period or period_for(periods, year)
        plans = {row.agency_id: row for row in rows if (row.first_year, row.last_year) == shown}
        known = (it for it in agencies if it.id in plans or _is_expected(it, as_of))
        ordered = sorted(known, key=lambda it: (fold(it.name), it.id))
        return PlanBoard(shown, tuple(periods), tuple(_agency_plan(it, plans.get(it.id)) for it in ordered))

    def plan(self, agency_key: int, first: int, last: int) -> tuple[int, Changes]:
        """The key of an agency's plan for these years; one that is not there is made, its state BELUM.

        Raises `plan.bad_period`, `agency.closed`.
        """
        with self._database.read() as reader:
            known = edits.plan_key(reader, agency_key, first, last)
        if known is not None:
            return known, Changes()
        return self._editor.add("study_plans", lambda reader: edits.add_plan(reader, agency_key, first, last))

    def lines(self, plan_key: int) -> tuple[NeedLine, ...]:
        """The lines of a plan, highest level first, then by programme."""
        with self._database.read() as reader:
            rows = queries.line_rows(reader, plan_key)
            heads: dict[int, dict[int, int]] = {row.id: {} for row in rows}
            for row in queries.heads_of(reader, list(heads)):
                heads[row.need_id][row.year] = row.heads
        return tuple(_line(row, heads[row.id]) for row in rows)

    def need(self, line_key: int) -> tuple[PlanRecord, NeedLine]:
        """One line and the plan that it stands in."""
        with self._database.read() as reader:
            plan_key = require(queries.line_of(reader, line_key)).plan_id
            plan = next(row for row in queries.plan_rows(reader) if row.id == plan_key)
            line = next(row for row in queries.line_rows(reader, plan_key) if row.id == line_key)
            heads = {row.year: row.heads for row in queries.heads_of(reader, [line_key])}
        return _plan(plan), _line(line, heads)

    def problems(self, plan_key: int, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with the fields of a line while it is typed; `column` is the field, heads_2027 for a year.

        With `key`, fields that `values` leaves out are those of that line. See `study_needs.problems`; besides, a
        second line of the same level, programme, post and funding is refused (`need.duplicate`).
        """
        with self._database.read() as reader:
            return edits.typed_problems(reader, plan_key, values, key)

    def new_problems(self, agency_key: int | None, period: Period, values: Mapping[str, object]) -> tuple[Problem, ...]:
        """As `problems`, for a line to be in the plan of an agency that may have none yet."""
        with self._database.read() as reader:
            return edits.new_problems(reader, agency_key, period, values)

    def add_need(self, agency_key: int, period: Period, values: Mapping[str, object]) -> tuple[int, Changes]:
        """As `add_line`, for an agency's plan, which is made where there is none.

        Raises `plan.bad_period`, `agency.closed` besides.
        """
        return self._editor.add("study_needs", lambda reader: edits.add_need(reader, agency_key, period, values))

    def add_line(self, plan_key: int, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Add a need to a plan; returns its key.

        Fields are those of `NeedLine` but for key, plan and state; `heads` is people by year. A programme may be told
        by `programme` in the place of `programme_id`, a post by `post`; unknown ones are added.
        Raises `plan.sealed`, `record.rejected`.
        """
        return self._editor.add("study_needs", lambda reader: edits.add_line(reader, plan_key, values))

    def change_line(self, line_key: int, values: Mapping[str, object]) -> Changes:
        """Change the told fields, of `heads` the told years; `None` empties one. Raises as `add_line` does."""
        return self._editor.carry_out(lambda reader: edits.change_line(reader, line_key, values))

    def delete_line(self, *line_keys: int) -> Changes:
        """Remove lines with their heads, all in one change set. Raises `plan.sealed`."""
        return self._editor.carry_out(lambda reader: edits.delete_lines(reader, line_keys))

    def decide(self, line_keys: int | Sequence[int], state: NeedState) -> Changes:
        """Verify, refuse or reopen lines, all or none of them. Raises `need.may_not_move`, `plan.sealed`."""
        keys = (line_keys,) if isinstance(line_keys, int) else line_keys
        return self._editor.carry_out(lambda reader: edits.decide(reader, keys, state))

    def move_plan(self, plan_key: int, state: PlanState) -> Changes:
        """Bring a plan to its next state, or a step back. Raises `plan.may_not_move`."""
        return self._editor.carry_out(lambda reader: edits.move_plan(reader, plan_key, state))


def _is_expected(agency: Any, as_of: date | None) -> bool:
    """Whether an agency should have a plan: units below it are part of its own."""
    if as_of is not None and not stands(agency.opened_on, agency.closed_on, as_of):
        return False
    return agency.parent_id is None and agency.kind == "agency" and agency.closed_on is None


def _agency_plan(agency: Any, plan: Any | None) -> AgencyPlan:
    place = (agency.id, agency.name, agency.short_name)
    if plan is None:
        return AgencyPlan(*place, None, PlanState.BELUM, 0, 0)
    return AgencyPlan(*place, plan.id, PlanState(plan.state), plan.lines, plan.heads)


def _plan(row: Any) -> PlanRecord:
    years = (row.first_year, row.last_year)
    return PlanRecord(row.id, row.agency_id, row.agency, *years, PlanState(row.state), row.lines, row.heads)


def _line(row: Any, heads: Mapping[int, int]) -> NeedLine:
    told = {name: value for name, value in row._mapping.items() if name not in ("id", "uuid", "funding", "state")}
    return NeedLine(
        **told,
        key=row.id,
        funding=None if row.funding is None else Funding(row.funding),
        state=NeedState(row.state),
        heads=MappingProxyType(dict(sorted(heads.items()))),
    )
