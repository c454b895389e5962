"""What an agency plans for, quotas of posts and plans of study needs, and how that goes over to who comes after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db import Reader
from db.queries import position_standards
from db.queries import study_needs as needs
from smartpns_desktop.domain.study_needs import AMOUNTS, PlanState
from smartpns_desktop.services.edits import Edit, Values
from smartpns_desktop.services.study_need_edits import TWIN

_COUNTED = ("needed", "filled")


@dataclass(frozen=True, slots=True)
class Heirs:
    """Who takes over from an agency: `of_post` by key of a post, `rest` of everything else; the agency itself stays."""

    of_post: Callable[[int | None], int]
    rest: int


def hand_over(reader: Reader, edit: Edit, key: int, heirs: Heirs, on: date) -> None:
    """Bring quotas in force on a day and later ones, and plans whose years are not over by then, to who takes over."""
    _hand_over_quotas(reader, edit, key, heirs, on)
    _hand_over_plans(reader, edit, key, heirs, on)


def _hand_over_quotas(reader: Reader, edit: Edit, key: int, heirs: Heirs, on: date) -> None:
    told: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
    for row in position_standards.all_quotas(reader):
        told[row.position_id, row.agency_id].append(row)
    for post in sorted(post for post, agency in told if agency == key):
        heir = heirs.of_post(post)
        if heir != key:
            _add_up(edit, told[post, key], told.get((post, heir), []), heir, on)


def _add_up(edit: Edit, own: Sequence[Any], others: Sequence[Any], heir: int, on: date) -> None:
    """From the day on the heir needs what it needs itself and what the other did, who needs nobody any more."""
    later = [row for row in own if row.effective_date is not None and row.effective_date > on]
    current = _quota_on(own, on)
    if not later and not any(current.values()):
        return
    days = {on, *(row.effective_date for row in (*later, *others) if row.effective_date and row.effective_date > on)}
    for day in sorted(days):
        both = (_quota_on(own, day), _quota_on(others, day))
        _tell(edit, others, (own[0].position_id, heir), day, {it: _sum(quota[it] for quota in both) for it in _COUNTED})
    none = {name: None if count is None else 0 for name, count in current.items()}
    _tell(edit, own, (own[0].position_id, own[0].agency_id), on, none)
    edit.remove("position_quotas", (row.id for row in later))


def _quota_on(rows: Iterable[Any], day: date) -> dict[str, int | None]:
    """What was last told by a day."""
    known = [row for row in rows if (row.effective_date or date.min) <= day]
    newest = max(known, key=lambda row: row.effective_date or date.min, default=None)
    return {name: None if newest is None else getattr(newest, name) for name in _COUNTED}


def _sum(counts: Iterable[int | None]) -> int | None:
    told = [it for it in counts if it is not None]
    return sum(told) if told else None


def _tell(edit: Edit, rows: Iterable[Any], owner: tuple[int, int], day: date, counts: dict[str, int | None]) -> None:
    """Change what was told on that very day, else tell it anew."""
    known = next((row for row in rows if row.effective_date == day), None)
    if known is not None:
        edit.bundle.change("position_quotas", known.id, counts)
    else:
        post, agency = owner
        edit.bundle.add("position_quotas", {"position_id": post, "agency_id": agency, "effective_date": day, **counts})


def _hand_over_plans(reader: Reader, edit: Edit, key: int, heirs: Heirs, on: date) -> None:
    plans = needs.all_plans(reader)
    known = {(it.agency_id, it.first_year, it.last_year): it for it in plans}
    for plan in (it for it in plans if it.agency_id == key and it.last_year >= on.year):
        twin = None if heirs.rest == key else known.get((heirs.rest, plan.first_year, plan.last_year))
        lines = _Lines(reader, edit, plan, twin)
        if not lines.are_sealed(plan):
            lines.part(heirs)
        if heirs.rest == key:
            continue
        if twin is None:
            edit.bundle.change("study_plans", plan.id, {"agency_id": heirs.rest})
        elif not (lines.are_sealed(plan) or lines.are_sealed(twin)):
            lines.join(twin)


class _Lines:
    """The lines of a plan on their way into other plans; a sealed plan gives none away and takes none in."""

    def __init__(self, reader: Reader, edit: Edit, plan: Any, twin: Any | None) -> None:
        self._edit, self._plan = edit, plan
        self._lines = list(needs.lines_of(reader, [plan.id]))
        self._others = [] if twin is None else list(needs.lines_of(reader, [twin.id]))
        self._heads: defaultdict[int, dict[int, Any]] = defaultdict(dict)
        for row in needs.heads_of(reader, [it.id for it in (*self._lines, *self._others)]):
            self._heads[row.need_id][row.year] = row

    @staticmethod
    def are_sealed(plan: Any) -> bool:
        """Whether nothing of a plan may be altered (S0-23)."""
        return bool(plan.state == PlanState.DISAHKAN)

    def part(self, heirs: Heirs) -> None:
        """Lines for posts that another heir takes than the rest go into a plan of that one."""
        begun: dict[int, int] = {}
        for line in list(self._lines):
            heir = heirs.rest if line.position_id is None else heirs.of_post(line.position_id)
            if heir != heirs.rest:
                if heir not in begun:
                    begun[heir] = self._edit.bundle.add("study_plans", self._plan_of(heir))
                self._edit.bundle.change("study_needs", line.id, {"plan_id": begun[heir]})
                self._lines.remove(line)

    def _plan_of(self, agency: int) -> Values:
        plan = self._plan
        years = {"first_year": plan.first_year, "last_year": plan.last_year}
        return {"agency_id": agency, **years, "state": plan.state}

    def join(self, twin: Any) -> None:
        """Every line goes into the other plan, into the same line where that one has it; the emptied plan goes."""
        same = {_identity(line): line for line in self._others}
        for line in self._lines:
            other = same.get(_identity(line))
            if other is None:
                self._edit.bundle.change("study_needs", line.id, {"plan_id": twin.id})
            else:
                self._add_to(line, other)
        self._edit.emptied.setdefault("study_plans", []).append(self._plan.id)

    def _add_to(self, line: Any, other: Any) -> None:
        amounts = {name: _sum((getattr(line, name), getattr(other, name))) for name in AMOUNTS}
        changed = {name: value for name, value in amounts.items() if value != getattr(other, name)}
        self._edit.bundle.change("study_needs", other.id, changed)
        for head in self._heads[line.id].values():
            known = self._heads[other.id].get(head.year)
            if known is None:
                row = {"need_id": other.id, "year": head.year, "heads": head.heads}
                self._edit.bundle.add("study_need_heads", row)
            else:
                self._edit.bundle.change("study_need_heads", known.id, {"heads": known.heads + head.heads})
        self._edit.emptied.setdefault("study_needs", []).append(line.id)


def _identity(line: Any) -> tuple[object, ...]:
    """What two lines have in common that say the same, and are equally far decided."""
    return (*(getattr(line, name) for name in TWIN), line.state)


def posts_by_heir(posts: Iterable[Any], whither: Callable[[int], int | None]) -> Iterator[tuple[int, int]]:
    """Keys of the posts all of whose holders go to one and the same heir, each with that heir's key."""
    taken: defaultdict[int, set[int | None]] = defaultdict(set)
    for post in posts:
        if post.position_id is not None:
            taken[post.position_id].add(whither(post.employee_id))
    for position, heirs in taken.items():
        only = next(iter(heirs))
        if len(heirs) == 1 and only is not None:
            yield position, only
