"""A person held against what a post asks on a day: what is there, what is missing, and what nobody can judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from smartpns_desktop.domain import education
from smartpns_desktop.domain.competencies import Assessment, same_name
from smartpns_desktop.domain.experience import Held, in_service, months_at
from smartpns_desktop.domain.months import add_months
from smartpns_desktop.domain.programme_likeness import Fit, fits
from smartpns_desktop.domain.requirements import SERVICE, Requirement, RequirementKind, of_kind
from smartpns_desktop.domain.training_likeness import answers, core

SOON = 90
"""Days before its end in which something expires soon, where no regulation of the store says otherwise."""


class Verdict(StrEnum):
    """How one thing that is asked stands; the better, the earlier."""

    MET = "met"
    SOON = "soon"
    UNCLEAR = "unclear"
    EXPIRED = "expired"
    MISSING = "missing"

    @property
    def is_gap(self) -> bool:
        """Whether something is to be done about it now."""
        return self in (Verdict.EXPIRED, Verdict.MISSING)


_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}

EDUCATION = "education"
"""The kind of the finding on the level of education; other findings have the requirement's kind."""


class Reason(StrEnum):
    """Why a verdict is what it is."""

    ENOUGH = "enough"
    TOO_LOW = "too_low"
    NO_EDUCATION = "no_education"
    NO_PROGRAMME = "no_programme"
    OTHER_PROGRAMME = "other_programme"
    PROGRAMME_VAGUE = "programme_vague"
    HELD = "held"
    NOT_HELD = "not_held"
    NOT_NAMED = "not_named"
    NO_DATE = "no_date"
    ENDS = "ends"
    ENDED = "ended"
    TOO_SHORT = "too_short"
    NO_HISTORY = "no_history"
    BY_PEOPLE = "by_people"
    NOT_ASSESSED = "not_assessed"
    LEVEL_REACHED = "level_reached"
    LEVEL_TOO_LOW = "level_too_low"


class Degree(NamedTuple):
    """An education that was finished: level, programme of study as written, since when (`None`: unknown)."""

    level: str
    programme: str | None = None
    since: date | None = None


class Proof(NamedTuple):
    """A training or certificate by its name: the day it was had, and the last day on which it holds by itself."""

    name: str
    day: date | None = None
    until: date | None = None


class Facts(NamedTuple):
    """What is known of a person, of any day; a judgement leaves out what came after its own."""

    degrees: Sequence[Degree] = ()
    trainings: Sequence[Proof] = ()
    certificates: Sequence[Proof] = ()
    posts: Sequence[Held] = ()
    entered: date | None = None
    assessments: Sequence[Assessment] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """What a post asks on a day: the lowest level of education and the items of its lists."""

    level: str | None = None
    requirements: Sequence[Requirement] = ()

    @property
    def asks_nothing(self) -> bool:
        """Whether there is nothing to hold anybody against."""
        return self.level is None and not self.requirements


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing that is asked stands, and the facts that explain it.

    `name` is what is asked; of the level of education BKN's code. `place` is the item's place among the standard's
    requirements, -1 for the level and for the programmes, which are one item.
    """

    kind: str
    name: str
    verdict: Verdict
    reason: Reason
    place: int = -1
    mandatory: bool = False
    facts: Mapping[str, object] = field(default_factory=dict)


def judge(standard: Standard, facts: Facts, on: date, soon: int = SOON) -> tuple[Finding, ...]:
    """Everything that a post asks, in its order, held against what is known of a person on a day.

    `soon` is the number of days before an end in which it is told. More trainings and certificates never make a
    verdict worse. Source: S0-6, M24; the equality of leadership trainings RULES.md 6.1.
    """
    degrees = [it for it in facts.degrees if it.since is None or it.since <= on]
    return (
        *_level(standard, degrees),
        *_programmes(standard, degrees),
        *(
            _item(place, it, facts, on, soon)
            for place, it in enumerate(standard.requirements)
            if it.kind is not RequirementKind.PROGRAMME
        ),
    )


def _level(standard: Standard, degrees: Sequence[Degree]) -> Iterator[Finding]:
    if standard.level is None:
        return
    best = max(degrees, key=lambda it: education.order(it.level), default=None)
    if best is None:
        verdict, reason = Verdict.UNCLEAR, Reason.NO_EDUCATION
    elif education.order(best.level) >= education.order(standard.level):
        verdict, reason = Verdict.MET, Reason.ENOUGH
    else:
        verdict, reason = Verdict.MISSING, Reason.TOO_LOW
    told = {} if best is None else {"level": best.level}
    yield Finding(EDUCATION, standard.level, verdict, reason, facts=told)


_OF_FIT = {
    Fit.YES: (Verdict.MET, Reason.ENOUGH),
    Fit.VAGUE: (Verdict.UNCLEAR, Reason.PROGRAMME_VAGUE),
    Fit.NO: (Verdict.MISSING, Reason.OTHER_PROGRAMME),
}


def _programmes(standard: Standard, degrees: Sequence[Degree]) -> Iterator[Finding]:
    """One of the programmes is asked, of a degree that is high enough."""
    asked = [it.name for it in of_kind(standard.requirements, RequirementKind.PROGRAMME)]
    if not asked:
        return
    lowest = education.order(standard.level) if standard.level else 0
    high = [it for it in degrees if education.order(it.level) >= lowest]
    told = [(fits(asked, it.programme), it) for it in high if it.programme]
    best = min(told, key=lambda pair: _RANK[_OF_FIT[pair[0]][0]], default=None)
    unnamed = any(not it.programme for it in high) or not degrees
    if best is not None and (best[0] is Fit.YES or not unnamed):
        verdict, reason = _OF_FIT[best[0]]
    elif unnamed:
        verdict, reason = Verdict.UNCLEAR, Reason.NO_PROGRAMME if degrees else Reason.NO_EDUCATION
    else:
        verdict, reason = Verdict.MISSING, Reason.TOO_LOW
    facts = {"programme": best[1].programme} if best is not None else {}
    yield Finding(RequirementKind.PROGRAMME, "; ".join(asked), verdict, reason, facts=facts)


def _item(place: int, asked: Requirement, facts: Facts, on: date, soon: int) -> Finding:
    if asked.kind is RequirementKind.EXPERIENCE:
        verdict, reason, told = _experience(asked, facts, on)
    elif asked.kind is RequirementKind.COMPETENCY:
        verdict, reason, told = _competency(asked, facts.assessments, on)
    else:
        held = facts.trainings if asked.kind is RequirementKind.TRAINING else facts.certificates
        verdict, reason, told = _proof(asked, held, on, soon)
    return Finding(asked.kind, asked.name, verdict, reason, place, asked.mandatory, told)


_Answer = tuple[Verdict, Reason, dict[str, object]]


def _competency(asked: Requirement, assessments: Sequence[Assessment], on: date) -> _Answer:
    """The newest assessment by a day counts, whatever an older one found; without one nobody can judge."""
    wanted = same_name(asked.name)
    known = [it for it in assessments if it.day <= on and same_name(it.competency) == wanted]
    if not known:
        return Verdict.UNCLEAR, Reason.NOT_ASSESSED, {}
    newest = max(known, key=lambda it: (it.day, it.level))
    told: dict[str, object] = {"found": newest.level, "wanted": asked.level, "day": newest.day}
    if asked.level is None or newest.level >= asked.level:
        return Verdict.MET, Reason.LEVEL_REACHED, told
    return Verdict.MISSING, Reason.LEVEL_TOO_LOW, told


def _proof(asked: Requirement, held: Iterable[Proof], on: date, soon: int) -> _Answer:
    if not core(asked.name):
        return Verdict.UNCLEAR, Reason.NOT_NAMED, {}
    found = (_one_proof(asked, it, on, soon) for it in held if answers(asked.name, it.name))
    answer = min(filter(None, found), key=_goodness, default=None)
    return answer or (Verdict.MISSING, Reason.NOT_HELD, {})


def _goodness(answer: _Answer) -> tuple[int, int]:
    """The better verdict first, among equal ones the one that holds longest."""
    until = answer[2].get("until")
    return _RANK[answer[0]], -until.toordinal() if isinstance(until, date) else 0


def _one_proof(asked: Requirement, held: Proof, on: date, soon: int) -> _Answer | None:
    """What one training or certificate proves on a day, `None` where it came later."""
    if held.day is not None and held.day > on:
        return None
    told: dict[str, object] = {"held": held.name, "day": held.day}
    ends = [held.until] if held.until else []
    if asked.validity is not None:
        if held.day is None and not ends:
            return Verdict.UNCLEAR, Reason.NO_DATE, told
        if held.day is not None:
            ends.append(add_months(held.day, asked.validity))
    if not ends:
        return Verdict.MET, Reason.HELD, told
    until = min(ends)
    told["until"] = until
    if until < on:
        return Verdict.EXPIRED, Reason.ENDED, told
    if until - on <= timedelta(days=soon):
        return Verdict.SOON, Reason.ENDS, told
    return Verdict.MET, Reason.HELD, told


def _experience(asked: Requirement, facts: Facts, on: date) -> _Answer:
    if asked.months is None or asked.post_level is None:
        return Verdict.UNCLEAR, Reason.BY_PEOPLE, {}
    in_general = asked.post_level == SERVICE
    had = in_service(facts.entered, on) if in_general else months_at(facts.posts, asked.post_level, on)
    if had is None:
        return Verdict.UNCLEAR, Reason.NO_HISTORY, {"asked": asked.months}
    told: dict[str, object] = {"months": had, "asked": asked.months}
    return (Verdict.MET, Reason.ENOUGH, told) if had >= asked.months else (Verdict.MISSING, Reason.TOO_SHORT, told)
