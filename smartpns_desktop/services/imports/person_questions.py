"""Whom a row means, asked where its NIP is damaged, missing or unknown and somebody of the store may be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from db import Reader
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.exchange.lexicon import CREATE, LEAVE, WHOM
from smartpns_desktop.services.imports.known_people import KnownPeople
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.proposals import Proposal
from smartpns_desktop.services.imports.questions import Question
from smartpns_desktop.words import questions

_SAME = "whom.same"


def person_questions(plan: ImportPlan, reader: Reader) -> Iterator[Question]:
    """One question for all rows that name a person alike; an answer holds for this file and is not remembered."""
    asked: dict[str, list[Problem]] = defaultdict(list)
    for problem in plan.problems:
        if problem.facts.get("asked"):
            asked[problem.facts["asked"]].append(problem)
    answers = {fold(text): answer for (name, text), answer in plan.choices.values.items() if name == WHOM}
    people = KnownPeople(reader)
    for spelling, problems in asked.items():
        first = problems[0]
        meant = [person for key in first.facts["people"].split() if (person := people.by_key(key))]
        code = _code(first)
        told = "{label}" if code != _SAME else questions.SAME_PERSON
        proposals = (
            *(Proposal(str(it.key), told.format(label=f"{nip.show(it.nip)} · {it.name}")) for it in meant),
            *([Proposal(CREATE, questions.ANOTHER)] if code == _SAME else []),
            Proposal(LEAVE, questions.NOBODY),
        )
        yield Question(
            code=code,
            field=WHOM,
            heading=first.column,
            spellings=(spelling,),
            rows=len(problems),
            proposals=proposals,
            answer=answers.get(fold(spelling), ""),
        )


def _code(problem: Problem) -> str:
    """What is asked: whose damaged NIP it is, whether somebody has a new one, or whom a row means."""
    if problem.code in ("person.same", "person.new_nip", "person.another"):
        return _SAME
    return "whom.damaged" if problem.code in ("nip.damaged", "nip.repaired") else "whom.unknown"
