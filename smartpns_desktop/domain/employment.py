"""Who is in service on a day: appointed by then and not gone, with a mark for those who are not at work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from smartpns_desktop.domain.standings import FINAL, Standing

LEFT = FINAL
"""Standings that end the service: who has one is in no headcount from its first day on."""
AWAY = frozenset({Standing.UNPAID_LEAVE, Standing.SUSPENDED, Standing.PRE_RETIREMENT})
"""Standings of people who are counted and not at work: CLTN, suspension, MPP (PP 11/2017 art. 276 and 326)."""


class Service(StrEnum):
    """How somebody stands to the service on a day."""

    ACTIVE = "active"
    AWAY = "away"
    LEFT = "left"


IN_SERVICE: tuple[tuple[str, str], ...] = (("service", Service.ACTIVE.value), ("service", Service.AWAY.value))
"""What a list of employees is narrowed by so that it shows as many as a headcount counts."""


class StandingSpan(NamedTuple):
    """A legal standing from its first day (`None`: nobody knows) to its last (`None`: until the next)."""

    effective: date | None
    until: date | None
    code: Standing | None


def appointed_on(cpns_date: date | None, nip: str) -> date:
    """The day from which somebody is an employee: the TMT CPNS or PPPK, else what the NIP tells (RULES.md 1.1).

    Digits 9–12 are the year, digits 13–14 of a PNS the month; the first day of what is known stands for it.
    """
    if cpns_date is not None:
        return cpns_date
    month = int(nip[12:14])
    return date(int(nip[8:12]), month if 1 <= month <= 12 else 1, 1)


def service_in(standing: Standing) -> Service:
    """How somebody of that standing stands to the service."""
    return Service.LEFT if standing in LEFT else Service.AWAY if standing in AWAY else Service.ACTIVE


def service_on(appointed: date, standings: Iterable[StandingSpan], on: date) -> Service | None:
    """How somebody stands on a day, `None` before the appointment.

    The newest standing that has begun and not ended decides; a standing that nobody understands is that of somebody
    at work, and so is none: being past the retirement age removes nobody.
    """
    if on < appointed:
        return None
    held = [it for it in standings if (it.effective or date.min) <= on <= (it.until or date.max)]
    newest = max(held, key=lambda it: it.effective or date.min, default=None)
    return Service.ACTIVE if newest is None or newest.code is None else service_in(newest.code)
