"""Who is in service: whoever is not gone, with a mark for those who are not at work."""

from __future__ import annotations

from enum import StrEnum

from smartpns_desktop.domain.standings import FINAL, Standing

AWAY = frozenset({Standing.UNPAID_LEAVE, Standing.SUSPENDED, Standing.PRE_RETIREMENT})
"""Standings of people who are counted and not at work: CLTN, suspension, MPP (PP 11/2017 art. 276 and 326)."""


class Service(StrEnum):
    """How somebody stands to the service on a day."""

    ACTIVE = "active"
    AWAY = "away"
    LEFT = "left"


IN_SERVICE: tuple[tuple[str, str], ...] = (("service", Service.ACTIVE.value), ("service", Service.AWAY.value))
"""What a list of employees is narrowed by so that it shows as many as a headcount counts."""


def service_in(standing: Standing) -> Service:
    """How somebody of that standing stands to the service; being past the retirement age removes nobody."""
    return Service.LEFT if standing in FINAL else Service.AWAY if standing in AWAY else Service.ACTIVE
