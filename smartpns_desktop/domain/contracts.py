"""Contracts of PPPK (perjanjian kerja): periods that must not lie over each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from smartpns_desktop.domain.problems import Problem


class Period(NamedTuple):
    """A contract's first and last day."""

    start: date
    until: date


def overlap(period: Period, others: Iterable[Period]) -> Problem | None:
    """What is wrong where a contract lies over another one: nobody has two at a time (PP 49/2018)."""
    for other in others:
        if period.start <= other.until and other.start <= period.until:
            facts = {"stored": f"{other.start:%d-%m-%Y} s.d. {other.until:%d-%m-%Y}"}
            return Problem("contract.overlaps", column="effective_date", value=period.start.isoformat(), facts=facts)
    return None
