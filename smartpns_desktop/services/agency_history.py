"""What became of an agency or unit over the years, as events by day: names, codes, places, mergers, splits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db import Reader
from smartpns_desktop.domain.agency_pasts import Past
from smartpns_desktop.services.agency_pasts import AgencyPasts
from smartpns_desktop.services.edits import require
from smartpns_desktop.words.agency_events import event_in_words


@dataclass(frozen=True, slots=True)
class AgencyEvent:
    """Something that became of an agency on a day (`None`: nobody knows when); `text` says it in words."""

    day: date | None
    code: str
    text: str


def history_of(reader: Reader, key: int) -> tuple[AgencyEvent, ...]:
    """The events of an agency, the newest first; those without a day come last."""
    pasts = AgencyPasts(reader)
    require(pasts.rows.get(key))
    events = [*_own(pasts, key), *_names(pasts, key), *_codes(pasts, key), *_places(pasts, key), *_others(pasts, key)]
    return tuple(sorted(events, key=lambda it: it.day or date.min, reverse=True))


def _event(day: date | None, code: str, **facts: str) -> AgencyEvent:
    return AgencyEvent(day, code, event_in_words(code, **facts))


def _own(pasts: AgencyPasts, key: int) -> Iterator[AgencyEvent]:
    row = pasts.rows[key]
    if row.opened_on is not None:
        yield _event(row.opened_on, "opened")
    if row.closed_on is not None:
        yield _event(row.closed_on, "closed")


def _names(pasts: AgencyPasts, key: int) -> Iterator[AgencyEvent]:
    for past, after in _steps(pasts.names[key], pasts.rows[key].name):
        if past.until is None:
            yield _event(None, "alias", name=past.value)
        else:
            yield _event(past.until, "renamed", before=past.value, after=str(after))


def _codes(pasts: AgencyPasts, key: int) -> Iterator[AgencyEvent]:
    for past, after in _steps(pasts.codes[key], pasts.rows[key].code):
        yield _event(past.until, "recoded", before=past.value, after=str(after or ""))


def _places(pasts: AgencyPasts, key: int) -> Iterator[AgencyEvent]:
    for past, after in _steps(pasts.parents[key], pasts.rows[key].parent_id):
        yield _event(past.until, "moved", before=_place(pasts, past), after=_named(pasts, after))


def _others(pasts: AgencyPasts, key: int) -> Iterator[AgencyEvent]:
    """Who came after it, and whom it came after."""
    for (gone, heir), day in pasts.days.items():
        is_split = len(pasts.successors[gone]) > 1 or not pasts.is_gone(gone)
        if gone == key:
            yield _event(day, "split_into" if is_split else "merged_into", name=pasts.rows[heir].name)
        elif heir == key:
            yield _event(day, "split_from" if is_split else "took_in", name=pasts.rows[gone].name)


def _steps(pasts: Sequence[Past[Any]], present: object) -> Iterator[tuple[Past[Any], object]]:
    """Each past value with the one that came after it."""
    dated = sorted((it for it in pasts if it.until is not None), key=lambda it: it.until or date.min)
    yield from zip(dated, [*(it.value for it in dated), present][1:], strict=True)
    yield from ((it, None) for it in pasts if it.until is None)


def _place(pasts: AgencyPasts, past: Past[Any]) -> str:
    return _named(pasts, past.value)


def _named(pasts: AgencyPasts, key: object) -> str:
    return pasts.rows[key].name if isinstance(key, int) and key in pasts.rows else ""
