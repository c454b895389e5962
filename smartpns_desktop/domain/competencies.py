"""Competencies of people as they were assessed: how a level is written, and what can be wrong with an assessment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smartpns_desktop.domain.names import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.requirements import LEVELS

EXPECTED = f"{LEVELS[0]}–{LEVELS[-1]}"
"""The levels that there are, for sentences."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_LEVEL = re.compile(r"(?:level|lvl|tingkat|lv|l)? ?(\d|iv|v|i{1,3})(?: 0)?(?: \d [a-z ]+)?")


@dataclass(frozen=True, slots=True)
class Assessment:
    """A competency of somebody, by its name, with the level found on a day."""

    competency: str
    level: int
    day: date


def same_name(name: str) -> str:
    """A key that spellings of one competency share: Kerja Sama and Kerjasama."""
    return fold(name).replace(" ", "")


def level_of(text: str) -> int | None:
    """The level that a cell tells (3, Level 3, III, 3.0), `None` where it tells none of 1 to 5 (`LEVELS`)."""
    match = _LEVEL.fullmatch(fold(text))
    if match is None:
        return None
    level = _ROMAN.get(match[1]) or int(match[1])
    return level if level in LEVELS else None


def faults(day: date | None, level: object, born: date | None, today: date) -> Iterator[Problem]:
    """What is wrong with an assessment: `column` is `assessed_on` or `level`.

    Rejecting: no day or level, a level that there is not, a day before birth. Told only: a day still to come.
    """
    if day is None:
        yield Problem("event.missing_day", column="assessed_on")
    elif born is not None and day <= born:
        facts = {"expected": born.isoformat()}
        yield Problem("event.before_birth", column="assessed_on", value=day.isoformat(), facts=facts)
    elif day > today:
        yield Problem("event.in_future", column="assessed_on", value=day.isoformat())
    if level is None:
        yield Problem("value.missing", column="level")
    elif level not in LEVELS:
        yield Problem("value.outside", column="level", value=str(level), facts={"expected": EXPECTED})
