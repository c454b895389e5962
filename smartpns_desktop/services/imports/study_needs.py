"""Judging the lines of a study-need form: whose plan it is, which lines are new, which change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from db import Reader
from db.queries import study_needs as queries
from smartpns_desktop.domain import education
from smartpns_desktop.domain.agencies import stands_alone, told_in_title
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.domain.study_needs import Funding, NeedState, PlanState, funding_of, period_of, state_of
from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports import grouped_cells, need_years
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import FieldChange, Judgement

TOLD = (
    "level_code", "programme_id", "position_id", "funding", "field", "amount_apbn", "amount_apbd", "amount_sponsor",
    "amount_self", "basis", "state", "note",
)  # fmt: skip
"""Fields of a line in the order in which judge and store compare them; the first four tell lines apart."""

_STATE = TOLD.index("state")

Plan = tuple[int, int, int]
"""Agency, first and last year."""


def judge(lines: Lines, reader: Reader, names: Names, judgement: Judgement, _today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    grouped_cells.fill_down(lines, ("agency", "level"))
    heads = need_years.heads_of(lines)
    plans = _plans(lines, names, heads)
    told = _told(lines, names)
    if len(lines) and not any(it == "count" or it.startswith("heads_") for it in lines.headings):
        judgement.notices.append(Notice("heads.missing", {"count": str(len(lines))}))
    keys = {line: (plans[line], told[line][:4], told[line][_STATE]) for line in lines.good()}
    known = _Known(reader)
    for line, same in need_years.groups(lines, keys, heads).items():
        plan = plans[line]
        assert plan is not None
        whole = need_years.merged(TOLD, [told[it] for it in same])
        years = {year: count for it in same for year, count in heads[it].items()}
        _Line(lines, names, known, judgement, same).compare(plan, whole, years)


def _plans(lines: Lines, names: Names, heads: Sequence[need_years.Heads]) -> list[Plan | None]:
    """Agency and period of each line: its own cells, else what the title of the sheet says."""
    years = sorted({int(it.rpartition("_")[2]) for it in lines.headings if it.startswith("heads_")}.union(*heads))
    titled = period_of(lines.context.get("period", "")) or period_of(lines.context["title"])
    shared = titled or ((years[0], years[-1]) if years else None)
    named = _titled(lines, names)
    plans: list[Plan | None] = []
    for line, (agency, period) in enumerate(zip(lines.column("agency"), lines.column("period"), strict=True)):
        name = str(agency or lines.sections[line].get("agency") or lines.context.get("agency", "") or named)
        span = period_of(str(period)) if period else period_of(lines.sections[line].get("period", "")) or shared
        if not fold(name):
            lines.object(line, "value.missing", "agency", expected="Perangkat Daerah")
        elif names.is_ambiguous(name) and names.meant(name) is None:
            lines.object(line, "value.ambiguous", "agency", name)
        if span is None:
            lines.object(line, "value.missing", "period", expected="Periode")
        agency_key = None if line in lines.rejected else names.agency(name) or names.meant(name)
        if agency_key is None and line not in lines.rejected:
            lines.object(line, "value.ambiguous", "agency", name)
        plans.append((agency_key, *span) if agency_key is not None and span else None)
    return plans


def _titled(lines: Lines, names: Names) -> str:
    """The one known agency that a title names without a label."""
    texts = lines.context["title"].split("; ")
    # What stands alone below the title goes on with it; above it stands a letterhead.
    told = {told_in_title(it) for it in (*texts, *(f"{one} {it}" for one, it in pairwise(texts) if stands_alone(it)))}
    told -= {""}
    return told.pop() if len(told) == 1 and all(map(names.is_agency, told)) else ""


def _told(lines: Lines, names: Names) -> list[tuple[object, ...]]:
    """What each line tells, in the store's terms."""
    told: list[tuple[object, ...]] = []
    columns = ("level", "programme", "post", "funding", "field", "amount_apbn", "amount_apbd", "amount_sponsor",
               "amount_self", "basis", "status", "note")  # fmt: skip
    for line, (level, programme, post, funding, *others) in enumerate(zip(*map(lines.column, columns), strict=True)):
        text = level or lines.sections[line].get("level")
        code = _level(lines, str(text)) if text else None
        if code is None:
            lines.object(
                line,
                "education.unknown" if text else "value.missing",
                "level",
                text or "",
                expected="Jenjang",
            )
        if code is None and text and str(text).isdigit():
            # A count: the table has its levels side by side, and none of its rows tells one of them.
            lines.object(line, "value.not_in_list", "level", text)
        if not fold(str(programme or "")):
            lines.object(line, "value.missing", "programme", expected="Program Studi")
        crossed, rest = _crossed(lines, line, others)
        paid = _funding(lines, funding) if funding else crossed
        if funding and paid is None and lines.lexicon.meaning("funding", funding) != LEAVE:
            lines.object(line, "value.unknown", "funding", funding)
        good = line not in lines.rejected
        programme_key = names.programme(str(programme), code) if good else None
        position_key = names.position(str(post)) if good and post else None
        rest[-2] = _state(lines, line, rest[-2])
        told.append((code, programme_key, position_key, paid.value if paid else None, *rest))
    return told


def _level(lines: Lines, text: str) -> str | None:
    said = lines.lexicon.meaning("level", text)
    return education.level_of(text) or (said if said in education.ORDER else None)


def _state(lines: Lines, line: int, value: object) -> str | None:
    if value is None:
        return None
    state = state_of(str(value))
    if state is None:
        lines.object(line, "value.unknown", "status", value)
        return None
    return state.value


_CROSSED = (Funding.APBN, Funding.APBD, Funding.SPONSOR, Funding.SELF)
"""Who pays by a cross in the column of an amount, in their order."""


def _crossed(lines: Lines, line: int, rest: Sequence[Any]) -> tuple[Funding | None, list[Any]]:
    """Who pays, where a column is crossed instead of an amount written; several tell nobody alone."""
    marked = [funding for funding, amount in zip(_CROSSED, rest[1:], strict=False) if amount is True]
    if len(marked) > 1:
        lines.object(line, "value.unknown", "funding", ", ".join(marked))
    bare = [None if amount is True else amount for amount in rest]
    return (marked[0] if len(marked) == 1 else None), bare


def _funding(lines: Lines, text: object) -> Funding | None:
    """What a cell tells, else what people said of it."""
    said = lines.lexicon.meaning("funding", text)
    return funding_of(str(text)) or (Funding(said) if said in set(Funding) else None)


class _Known:
    """Stored plans and lines; a line is found by its first four fields, else by the first three where one is left."""

    def __init__(self, reader: Reader) -> None:
        plans = queries.all_plans(reader)
        self.plans: dict[Plan, int] = {(row.agency_id, row.first_year, row.last_year): row.id for row in plans}
        self.sealed = {row.id for row in plans if row.state == PlanState.DISAHKAN}
        rows = list(queries.lines_of(reader, list(self.plans.values())))
        self._rows: dict[tuple[object, ...], list[Any]] = {}
        for row in rows:
            self._rows.setdefault((row.plan_id, row.level_code, row.programme_id, row.position_id), []).append(row)
        self.heads: dict[int, dict[int, tuple[int, int]]] = {}
        for row in queries.heads_of(reader, [row.id for row in rows]):
            self.heads.setdefault(row.need_id, {})[row.year] = (row.id, row.heads)

    def take(self, plan: int, told: tuple[object, ...]) -> Any | None:
        """The stored line that a sheet's line means; each is taken once."""
        rows = self._rows.get((plan, *told[:3]), [])
        exact = [row for row in rows if row.funding == told[3]]
        found = exact[0] if exact else rows[0] if len(rows) == 1 else None
        if found is not None:
            rows.remove(found)
        return found


def _differing(row: Any, told: tuple[object, ...]) -> dict[str, object]:
    """The told fields whose stored value is another; an empty cell tells nothing."""
    fields = zip(TOLD, told, strict=True)
    return {name: new for name, new in fields if new is not None and new != getattr(row, name)}


class _Line:
    """One need on its way into the judgement: a line of the form, or one for each of its years."""

    def __init__(self, lines: Lines, names: Names, known: _Known, judgement: Judgement, same: Sequence[int]) -> None:
        self._lines, self._names, self._known = lines, names, known
        self._judgement, self._same, self._line = judgement, same, same[0]

    def compare(self, plan: Plan, told: tuple[object, ...], heads: dict[int, int]) -> None:
        """Count the line as new, changed or same, and put what is to be written into the bundle."""
        plan_key = self._plan_key(plan)
        row = self._known.take(plan_key, told)
        fields = {} if row is None else _differing(row, told)
        years = {} if row is None else self._differing_heads(row.id, heads)
        if row is not None and not fields and not years:
            self._judgement.same += len(self._same)
        elif plan_key in self._known.sealed:
            for line in self._same:
                self._lines.object(line, "plan.sealed", "programme", self._lines.column("programme")[line])
        elif row is None:
            self._add(plan_key, told, heads)
        else:
            self._judgement.changed += len(self._same)
            self._change(row, fields, years)

    def _plan_key(self, plan: Plan) -> int:
        if plan not in self._known.plans:
            row = {
                "agency_id": plan[0],
                "first_year": plan[1],
                "last_year": plan[2],
                "state": PlanState.DIAJUKAN.value,
            }
            self._known.plans[plan] = self._judgement.bundle.add("study_plans", row)
        return self._known.plans[plan]

    def _add(self, plan_key: int, told: tuple[object, ...], heads: dict[int, int]) -> None:
        self._judgement.new_rows += [self._lines.rows[line] for line in self._same]
        row = {"plan_id": plan_key, **dict(zip(TOLD, told, strict=True))}
        row["state"] = row["state"] or NeedState.DIAJUKAN.value
        key = self._judgement.bundle.add("study_needs", row)
        for year, count in sorted(heads.items()):
            self._judgement.bundle.add("study_need_heads", {"need_id": key, "year": year, "heads": count})

    def _differing_heads(self, need: int, heads: dict[int, int]) -> dict[int, int]:
        stored = self._known.heads.get(need, {})
        return {year: count for year, count in sorted(heads.items()) if stored.get(year, (0, None))[1] != count}

    def _change(self, row: Any, fields: dict[str, object], years: dict[int, int]) -> None:
        label = self._names.shown("programme_id", row.programme_id)
        for name, new in fields.items():
            self._tell(label, name, getattr(row, name), new)
        self._judgement.bundle.change("study_needs", row.id, fields)
        stored = self._known.heads.get(row.id, {})
        for year, count in years.items():
            key, before = stored.get(year, (None, None))
            self._tell(label, f"heads_{year}", before, count)
            if key is None:
                self._judgement.bundle.add("study_need_heads", {"need_id": row.id, "year": year, "heads": count})
            else:
                self._judgement.bundle.change("study_need_heads", key, {"heads": count})

    def _tell(self, label: str, name: str, old: object, new: object) -> None:
        shown = self._names.shown
        row = self._lines.rows[self._line]
        self._judgement.changes.append(FieldChange(row, label, name, shown(name, old), shown(name, new)))
