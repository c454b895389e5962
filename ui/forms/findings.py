"""What is wrong with a form, judged from what is typed and what the rules say; no widget in here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from smartpns_desktop.domain.problems import Problem, Severity
from smartpns_desktop.domain.typed import Unread
from smartpns_desktop.words.problems import say
from ui.forms.field import Field


class Weight(StrEnum):
    """What a finding means for saving: it must be mended, it may stay, or all is well."""

    BAD = "bad"
    WARN = "warn"
    OK = "ok"


@dataclass(frozen=True, slots=True)
class Typing:
    """What a field holds, and how far the user is with it.

    `changed` since it was loaded, `left` once at least, `settled` if it was left after its last change.
    """

    value: object = None
    changed: bool = False
    left: bool = False
    settled: bool = False

    @property
    def is_empty(self) -> bool:
        """True where nothing is typed."""
        if isinstance(self.value, Mapping):
            return all(part is None for part in self.value.values())
        return self.value is None


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence about a field; one that is not `shown` yet waits until the user was there or wants to save."""

    field: Field
    weight: Weight
    sentence: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the judgement rests on.

    `problems` are those of the rules, `agreements` and `refusals` sentences by field; `known` are code and column
    of what was wrong with the stored record already, empty for a new one; `tried` once the user wanted to save.
    """

    typings: Mapping[str, Typing]
    problems: Sequence[Problem] = ()
    agreements: Mapping[str, str] | None = None
    refusals: Mapping[str, str] | None = None
    known: Collection[tuple[str, str]] = frozenset()
    is_new: bool = True
    tried: bool = False


def judge(fields: Sequence[Field], facts: Facts) -> tuple[Finding, ...]:
    """The findings in the order of the fields, of one field the gravest first.

    What was wrong with a stored record before keeps nobody from mending another field of it: it only warns.
    """
    return tuple(finding for field in fields for finding in _of_field(field, facts))


def by_weight(findings: Sequence[Finding], weight: Weight) -> list[Finding]:
    """The findings of a weight that the user may see."""
    return [finding for finding in findings if finding.weight is weight and finding.shown]


def waiting(findings: Sequence[Finding]) -> list[Finding]:
    """What keeps the form from being saved and is not shown yet: required fields where nobody was."""
    return [finding for finding in findings if finding.weight is Weight.BAD and not finding.shown]


def _of_field(field: Field, facts: Facts) -> list[Finding]:
    if field.read_only:
        return []
    own = _own(field, facts)
    found = [*_refused(field, facts), *([own] if own else _ruled(field, facts))]
    if not found and facts.agreements and field.name in facts.agreements:
        return [Finding(field, Weight.OK, facts.agreements[field.name])]
    return sorted(found, key=lambda it: it.weight is not Weight.BAD)


def _own(field: Field, facts: Facts) -> Finding | None:
    """What the form itself finds: typing that means nothing, a required field that is empty."""
    typing = facts.typings[field.name]
    weight = Weight.BAD if facts.is_new or typing.changed else Weight.WARN
    if isinstance(typing.value, Unread):
        unread = typing.value
        sentence = say(Problem(unread.code, column=field.name, value=unread.text, facts=unread.facts))
        return Finding(field, weight, sentence) if typing.settled or facts.tried else None
    if field.required and typing.is_empty:
        problem = Problem("value.missing", column=field.name, facts={"expected": field.label})
        return Finding(field, weight, say(problem), typing.left or facts.tried or not facts.is_new)
    return None


def _refused(field: Field, facts: Facts) -> Iterator[Finding]:
    if facts.refusals and field.name in facts.refusals:
        yield Finding(field, Weight.BAD, facts.refusals[field.name])


def _ruled(field: Field, facts: Facts) -> Iterator[Finding]:
    typing = facts.typings[field.name]
    for problem in facts.problems:
        if problem.column not in field.columns:
            continue
        blocks = problem.severity is Severity.REJECT
        old = not typing.changed and (problem.code, problem.column) in facts.known
        weight = Weight.BAD if blocks and not old else Weight.WARN
        # What a new record begins with is not held against anybody before they come to it.
        typed = typing.changed if facts.is_new else not typing.is_empty
        shown = typed or typing.left or facts.tried or weight is Weight.WARN
        yield Finding(field, weight, _sentence(problem, field), shown)


def _sentence(problem: Problem, field: Field) -> str:
    if problem.code == "value.missing" and "expected" not in problem.facts:
        problem = Problem(problem.code, column=problem.column, facts={"expected": field.label})
    return say(problem)
