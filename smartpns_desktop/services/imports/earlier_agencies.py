"""Where people were before their agency went into another: old files name the earlier one, and the past stays so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from smartpns_desktop.domain.histories import DatedRow
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.dated_states import History, State
from smartpns_desktop.services.imports.employee_histories import agency_texts
from smartpns_desktop.services.imports.names import Names

Chain = Sequence[State]
"""A post in the agency of then, and from each day on which that went into another the same post there."""

_AGENCY = 1
"""Place of the agency among the fields of a post."""


def chains_of(lines: Lines, names: Names, posts: Sequence[State | None]) -> Mapping[int, Chain]:
    """By line the posts that somebody had one after the other whom the line places in an agency that is gone."""
    if not names.has_gone_agencies:
        return {}
    texts, codes = agency_texts(lines), lines.column("agency_code")
    found: dict[int, Chain] = {}
    known: dict[tuple[object, object, object], Sequence[tuple[date, int]]] = {}
    for line, (text, code, post) in enumerate(zip(texts, codes, posts, strict=True)):
        if post is None:
            continue
        says = (text, code, post[1][_AGENCY])
        if says not in known:
            known[says] = names.earlier(post[1][_AGENCY], str(text or ""), str(code or ""))
        if known[says]:
            found[line] = _chain(post, known[says])
    return {line: chain for line, chain in found.items() if len(chain) > 1}


def _chain(post: State, past: Sequence[tuple[date, int]]) -> Chain:
    day = post[0] or date.min
    begun = [agency for since, agency in past if since <= day]
    return [_in(post, post[0], begun[-1]), *(_in(post, since, agency) for since, agency in past if since > day)]


def _in(post: State, since: date | None, agency: int) -> State:
    values = post[1]
    return since, (*values[:_AGENCY], agency, *values[_AGENCY + 1 :])


def taken(chain: Chain, history: History, known: Sequence[DatedRow], post: State) -> Sequence[State]:
    """What is to be compared with the known rows of a person: the post as told where they tell of it already, or
    where nobody says since when it is held; else the chain."""
    if post[0] is None or history.same_event(post, known) is not None:
        return [post]
    return [chain[0], *_not_void(chain, [row.effective for row in known])]


def followed(names: Names, post: State, days: Iterable[date | None]) -> list[State]:
    """Where somebody went with the agency of a post that is gone, unless one of these days a post began in between."""
    values = post[1]
    later = names.later(values[_AGENCY])
    bare = [(since, (*values[:_AGENCY], agency, *(None for _ in values[_AGENCY + 1 :]))) for since, agency in later]
    return list(_not_void([post, *bare], days))


def _not_void(chain: Chain, days: Iterable[date | None]) -> Iterator[State]:
    """The later posts of a chain, as far as none of these days ended the first one before."""
    began = chain[0][0] or date.min
    next_day = min((it for it in days if it is not None and it > began), default=date.max)
    return (post for post in chain[1:] if began < (post[0] or date.min) < next_day)
