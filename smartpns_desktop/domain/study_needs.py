"""Study needs: who pays, the states of a need and of an agency's plan, the years of a plan, what can be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem


class Funding(StrEnum):
    """Who pays for a study assignment (REQUIREMENTS.md S0-5); the value is what is stored."""

    APBN = "APBN"
    APBD = "APBD"
    SPONSOR = "SPONSOR"
    SELF = "MANDIRI"
    COST_SHARING = "COST_SHARING"


class NeedState(StrEnum):
    """State of one line of a plan."""

    DIAJUKAN = "DIAJUKAN"
    DIVERIFIKASI = "DIVERIFIKASI"
    DITOLAK = "DITOLAK"


class PlanState(StrEnum):
    """State of an agency's plan (REQUIREMENTS.md S0-19, S0-23)."""

    BELUM = "BELUM"
    DIASISTENSI = "DIASISTENSI"
    DIAJUKAN = "DIAJUKAN"
    DIVERIFIKASI = "DIVERIFIKASI"
    DISAHKAN = "DISAHKAN"


NEED_MOVES = {
    NeedState.DIAJUKAN: frozenset({NeedState.DIVERIFIKASI, NeedState.DITOLAK}),
    NeedState.DIVERIFIKASI: frozenset({NeedState.DIAJUKAN, NeedState.DITOLAK}),
    NeedState.DITOLAK: frozenset({NeedState.DIAJUKAN}),
}
"""Where a line of a plan may go from each state."""

PLAN_MOVES = {
    PlanState.BELUM: frozenset({PlanState.DIASISTENSI, PlanState.DIAJUKAN}),
    PlanState.DIASISTENSI: frozenset({PlanState.BELUM, PlanState.DIAJUKAN}),
    PlanState.DIAJUKAN: frozenset({PlanState.DIASISTENSI, PlanState.DIVERIFIKASI}),
    PlanState.DIVERIFIKASI: frozenset({PlanState.DIAJUKAN, PlanState.DISAHKAN}),
    PlanState.DISAHKAN: frozenset[PlanState](),
}
"""Where a plan may go from each state: forward (assistance may be skipped), a step back to be mended, and
nowhere once it is sealed."""


def may_move(before: NeedState | PlanState, after: NeedState | PlanState) -> bool:
    """Whether a need, or a plan, may go from one state to the other; never between the two kinds of state."""
    if isinstance(before, NeedState):
        return isinstance(after, NeedState) and after in NEED_MOVES[before]
    return isinstance(after, PlanState) and after in PLAN_MOVES[before]


def moves(state: PlanState) -> tuple[PlanState, ...]:
    """Where a plan may go: the nearest step forward, then further ones, then steps back."""
    order = list(PlanState)
    here = order.index(state)
    return tuple(sorted(PLAN_MOVES[state], key=lambda it: (order.index(it) < here, abs(order.index(it) - here))))


# Patterns as text: `re` compiles and keeps them when they are first asked for, which a start never does.
_FUNDINGS = (
    (Funding.COST_SHARING, r"cost ?sharing|patungan|(?:biaya|pembiayaan) bersama|berbagi biaya"),
    (Funding.SPONSOR, r"beasiswa|sponsor|lpdp|bantuan|hibah|donor|scholarship"),
    (Funding.APBN, r"apbn|(?:anggaran|keuangan) (?:pendapatan dan belanja )?negara"),
    (
        Funding.APBD,
        r"apbd|(?:anggaran|keuangan) (?:pendapatan dan belanja )?daerah|pem(?:da|kot|kab)\b|pemerintah daerah",
    ),
    (Funding.SELF, r"mandiri|sendiri|swadaya|swadana|pribadi"),
)


_DENIED = r"\b(?:non|bukan|tanpa|tidak|selain)\b"


@lru_cache(maxsize=1024)
def funding_of(text: str) -> Funding | None:
    """The source of funds meant by a text; None if unknown or if it names several without sharing.

    A scholarship stays one whoever stands behind it (Beasiswa APBN), but not beside the person's own money. What is
    denied (Non APBD) tells nothing.
    """
    name = fold(text)
    found = [funding for funding, words in _FUNDINGS if re.search(words, name)]
    if re.search(_DENIED, name) or not found:
        return None
    if found[0] is Funding.COST_SHARING or (found[0] is Funding.SPONSOR and Funding.SELF not in found):
        return found[0]
    return found[0] if len(found) == 1 else None


_STATES = {
    NeedState.DIAJUKAN: "diajukan diusulkan usulan usul pengajuan",
    NeedState.DIVERIFIKASI: "diverifikasi terverifikasi verified",
    NeedState.DITOLAK: "ditolak tolak tms",
}
_STATE_OF = {word: state for state, words in _STATES.items() for word in words.split()}


def state_of(text: str) -> NeedState | None:
    """The state of a need meant by a text (Sudah diverifikasi); None if unknown, as Belum diverifikasi is."""
    return _STATE_OF.get(fold(text).removeprefix("sudah ").removeprefix("telah "))


_PERIOD = r"(?i)(?<!\d)(20\d\d)\s*(?:[-–—/]|s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s*(20\d\d)(?!\d)"
_LONGEST = 20


def period_of(text: str) -> tuple[int, int] | None:
    """First and last year of a plan from "TAHUN 2026-2030" or "2026 s.d. 2030", None if none is named."""
    match = re.search(_PERIOD, text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2])
    return (first, last) if is_period(first, last) else None


def is_period(first: int, last: int) -> bool:
    """Whether two years can be the first and the last of a plan."""
    return 2000 <= first <= last <= first + _LONGEST


Period = tuple[int, int]
"""First and last year of a plan."""

USUAL_YEARS = 5
"""Years of a plan, as of the RPJMD from which it follows (UU 23/2014 art. 263)."""


def period_for(periods: Iterable[Period], year: int) -> Period:
    """The newest period that a year lies in, else the one nearest to it; a new one from the year on without any."""
    known = sorted(periods, reverse=True)
    usual = (year, year + USUAL_YEARS - 1)
    return min(known, key=lambda it: max(it[0] - year, year - it[1], 0), default=usual)


AMOUNTS = ("amount_apbn", "amount_apbd", "amount_sponsor", "amount_self")
"""Fields of a need that hold rupiah, one for each source of funds."""


def problems(values: Mapping[str, object], first: int, last: int) -> tuple[Problem, ...]:
    """What is wrong with the fields of one need in a plan of these years; all of it rejecting.

    `heads` holds people per year. No level or programme, an unknown source of funds, amounts or heads that are
    not whole or below 0, heads outside the plan's years, shared costs with fewer than two shares (S1-24).
    `column` is the field, heads_2027 for the heads of a year.
    """
    return (*_faulty_choices(values), *_faulty_amounts(values), *_faulty_heads(values, first, last))


def _faulty_choices(values: Mapping[str, object]) -> Iterator[Problem]:
    if not values.get("level_code"):
        yield Problem("value.missing", column="level_code")
    if not (values.get("programme_id") or values.get("programme")):
        yield Problem("value.missing", column="programme")
    funding = values.get("funding")
    if funding is not None and funding not in set(Funding):
        yield Problem("value.not_in_list", column="funding", value=str(funding))


def _faulty_amounts(values: Mapping[str, object]) -> Iterator[Problem]:
    for name in AMOUNTS:
        amount = values.get(name)
        if amount is not None and not _is_whole(amount):
            yield Problem("value.not_whole", column=name, value=str(amount))
    shares = [name for name in AMOUNTS if values.get(name)]
    if values.get("funding") == Funding.COST_SHARING and len(shares) < 2:
        yield Problem("need.shares_missing", column="funding")


def _faulty_heads(values: Mapping[str, object], first: int, last: int) -> Iterator[Problem]:
    heads = values.get("heads")
    for year, count in heads.items() if isinstance(heads, Mapping) else ():
        if count is not None and not _is_whole(count):
            yield Problem("value.not_whole", column=f"heads_{year}", value=str(count))
        elif count and not first <= year <= last:
            facts = {"expected": f"{first}–{last}"}
            yield Problem("need.year_outside", column=f"heads_{year}", value=str(year), facts=facts)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
