"""Plans of study needs for five years, in the various states that plans of a city are in at one time."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from db.queries.bundle import Bundle
from smartpns_desktop.domain.study_needs import Funding, NeedState, PlanState
from smartpns_desktop.services.demo.agencies import AgencySpec
from smartpns_desktop.services.demo.organisation import Organisation
from smartpns_desktop.services.demo.people import Keys
from smartpns_desktop.services.demo.posts import FAMILIES, NO_ECHELON, Family
from smartpns_desktop.services.demo.programmes import (
    BACHELOR,
    DIPLOMA,
    MASTER,
    PLACE,
    PROFESSION,
    PROGRAMMES,
    SCHOOL_LEVELS,
    masters_after,
)

HORIZON = 5
_LINES = (3, 6)
_STATES = (PlanState.DISAHKAN, PlanState.DIVERIFIKASI, PlanState.DIAJUKAN, PlanState.DIASISTENSI)
_FUNDINGS = {
    Funding.APBD: 50,
    Funding.SELF: 20,
    Funding.SPONSOR: 14,
    Funding.APBN: 8,
    Funding.COST_SHARING: 8,
}
"""How many of a hundred lines each source pays for."""
_COST = {BACHELOR: 40_000_000, MASTER: 60_000_000, PROFESSION: 90_000_000}
"""Rupiah that one person's study costs, by level."""
_AMOUNT = {
    Funding.APBN: "amount_apbn",
    Funding.APBD: "amount_apbd",
    Funding.SPONSOR: "amount_sponsor",
    Funding.SELF: "amount_self",
}


@dataclass(frozen=True, slots=True)
class Planner:
    """Writes the plans of every second agency for the five years from `first_year` on."""

    random: Random
    city: Organisation
    keys: Keys
    first_year: int

    def plan(self, bundle: Bundle) -> int:
        """Add all plans with a few lines each; how many lines there were."""
        lines = 0
        for number, (spec, place) in enumerate(self.city.roots[::2]):
            state = _STATES[number % len(_STATES)]
            row: dict[str, object] = {
                "agency_id": self.keys.unit(place),
                "first_year": self.first_year,
                "last_year": self.first_year + HORIZON - 1,
                "state": state.value,
            }
            plan = bundle.add("study_plans", row)
            for programme, family in self._wanted(spec).items():
                line = self._line(family, programme, state)
                need = bundle.add("study_needs", {**line, "plan_id": plan, "basis": f"Renstra: {spec.goal}"})
                self._add_heads(need, bundle)
                lines += 1
        return lines

    def _wanted(self, spec: AgencySpec) -> dict[str, Family]:
        """Degrees that lead on from those the agency's people have, and for which calling each is wanted."""
        found: dict[str, Family] = {}
        for _ in range(self.random.randint(*_LINES)):
            family = FAMILIES[self.random.choice(spec.callings)[0]]
            programme = self.random.choice(_next_degrees(self.random.choice(family.programmes)))
            found.setdefault(programme, family)
        return found

    def _line(self, family: Family, programme: str, state: PlanState) -> dict[str, object]:
        funding = self.random.choices(list(_FUNDINGS), list(_FUNDINGS.values()))[0]
        highest = (list(family.posts())[-1], family.kind, NO_ECHELON)
        return {
            "level_code": PROGRAMMES[programme].level,
            "programme_id": self.keys.programmes[PLACE[programme]],
            "field": PROGRAMMES[programme].field,
            "position_id": self.keys.positions[-self.city.positions[highest] - 1],
            "funding": funding.value,
            **_amounts(funding, _COST[PROGRAMMES[programme].level]),
            "state": _need_state(self.random, state).value,
            "note": None,
        }

    def _add_heads(self, need: int, bundle: Bundle) -> None:
        """Heads for one to four of the years."""
        years = range(self.first_year, self.first_year + HORIZON)
        for year in sorted(self.random.sample(years, self.random.randint(1, 4))):
            heads = self.random.choice((1, 1, 1, 2, 2, 3))
            bundle.add("study_need_heads", {"need_id": need, "year": year, "heads": heads})


def _next_degrees(programme: str) -> tuple[str, ...]:
    """Degrees that follow: a bachelor's on school or diploma, a master's on a bachelor's or a profession."""
    level, field = PROGRAMMES[programme].level, PROGRAMMES[programme].field
    if level in SCHOOL_LEVELS:
        return ("s1_government", "s1_admin", "s1_management")
    if level == DIPLOMA:
        fitting = (name for name, it in PROGRAMMES.items() if (it.level, it.field) == (BACHELOR, field) and it.title)
        return tuple(fitting)
    return masters_after(programme)


def _amounts(funding: Funding, cost: int) -> dict[str, int | None]:
    """Rupiah by source; they add up to the cost where two share it."""
    amounts: dict[str, int | None] = dict.fromkeys(_AMOUNT.values())
    if funding is Funding.COST_SHARING:
        return amounts | {"amount_apbd": cost * 6 // 10, "amount_self": cost - cost * 6 // 10}
    return amounts | {_AMOUNT[funding]: cost}


def _need_state(random: Random, plan: PlanState) -> NeedState:
    """Lines of a plan that was verified are verified, but for a few that were refused."""
    if plan not in (PlanState.DISAHKAN, PlanState.DIVERIFIKASI):
        return NeedState.DIAJUKAN
    return NeedState.DITOLAK if random.random() < 0.1 else NeedState.DIVERIFIKASI
