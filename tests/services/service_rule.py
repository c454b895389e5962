"""Who is in service on a day, in plain Python: what the statements say is held against it for any history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from smartpns_desktop.domain.employment import Service, service_in
from smartpns_desktop.domain.standings import Standing


class StandingSpan(NamedTuple):
    """A legal standing from its first day to its last (`None`: until the next)."""

    since: date
    until: date | None
    code: Standing | None


def service_on(appointed: date, standings: Iterable[StandingSpan], on: date) -> Service | None:
    """How somebody stands on a day, `None` before the appointment: by the newest standing that holds on it."""
    if on < appointed:
        return None
    held = [it for it in standings if it.since <= on <= (it.until or date.max)]
    newest = max(held, key=lambda it: it.since, default=None)
    return Service.ACTIVE if newest is None or newest.code is None else service_in(newest.code)
