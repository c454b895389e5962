"""How long somebody served, and in posts of which level."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from smartpns_desktop.domain.months import add_months, months_between
from smartpns_desktop.domain.positions import GENERAL

_LADDERS = (("PEL", "PWS", "ADM", "JPT"), ("PM", "TR", "MH", "PY"), ("PT", "MU", "MA", "UT"))
"""Levels of posts, each ladder from its lowest (UU 20/2023; PermenPANRB 13/2019)."""
_MANAGERS = {"1": "JPT", "2": "JPT", "3": "ADM", "4": "PWS", "5": "PWS"}
"""Managerial levels by the first digit of the echelon (RULES.md 1.5)."""


class Held(NamedTuple):
    """A post that somebody has held since a day (`None`: unknown), until the next one; its levels by code."""

    since: date | None
    levels: frozenset[str] = frozenset()


def levels_of(kind: str | None, echelon: str | None, level: str | None) -> frozenset[str]:
    """The levels at which a post stands: a manager's by echelon, a functional one's, or pelaksana."""
    found = set()
    if echelon and echelon[0] in _MANAGERS and echelon != "99":
        found.add("JPT" if echelon == "10" else _MANAGERS[echelon[0]])
    if level and kind != GENERAL:
        found.add(level)
    if kind == GENERAL:
        found.add("PEL")
    return frozenset(found)


def at_least(level: str) -> frozenset[str]:
    """A level and those above it on its ladder: who held a higher post has the lower one's experience too."""
    ladder = next((it for it in _LADDERS if level in it), (level,))
    return frozenset(ladder[ladder.index(level) :])


def in_service(entered: date | None, on: date) -> int | None:
    """Completed months of service on a day, `None` where nobody knows since when."""
    return None if entered is None else max(months_between(entered, on), 0)


def months_at(posts: Sequence[Held], level: str, on: date) -> int | None:
    """Completed months in posts of a level or a higher one until a day.

    `None` where posts of that level are told without their day and those with one do not tell of any.
    """
    wanted = at_least(level)
    begun = sorted((it.since, bool(it.levels & wanted)) for it in posts if it.since is not None and it.since <= on)
    months = _completed(_spans(begun, on))
    undated = any(it.since is None and it.levels & wanted for it in posts)
    return None if not posts or (undated and not months) else months


def _spans(begun: Sequence[tuple[date, bool]], on: date) -> list[tuple[date, date]]:
    """First and last day of each time in which posts of that level followed each other."""
    spans: list[tuple[date, date]] = []
    for (since, counts), (end, _) in pairwise([*begun, (on, False)]):
        if counts and spans and spans[-1][1] == since:
            spans[-1] = (spans[-1][0], end)
        elif counts:
            spans.append((since, end))
    return spans


def _completed(spans: Sequence[tuple[date, date]]) -> int:
    """Months of all spans together; days that complete none add up to months of thirty."""
    months = [months_between(start, end) for start, end in spans]
    days = sum((end - add_months(start, count)).days for (start, end), count in zip(spans, months, strict=True))
    return sum(months) + days // 30
