"""What an edit of agencies would do: counts before and after, taken from the edit itself, which is then taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db import ChangeSetHeader, Database, Reader
from db.queries import agency_use, organisation
from db.queries.bundle import write_bundle
from smartpns_desktop.services.agency_tree import AgencyNode, tree_of
from smartpns_desktop.services.edits import Judge


@dataclass(frozen=True, slots=True)
class AgencyCounts:
    """An agency on a day: people and units in it and below, its plans of study needs, rows of people's histories."""

    people: int = 0
    units: int = 0
    plans: int = 0
    history: int = 0


@dataclass(frozen=True, slots=True)
class AgencyEffect:
    """What an edit makes of one agency; `before` is `None` of a new one, `closes` tells one that ends by it."""

    name: str
    before: AgencyCounts | None
    after: AgencyCounts
    closes: bool


class _TakenBack(Exception):
    """Ends the trial: the transaction is rolled back."""


def preview(database: Database, judge: Judge, on: date) -> tuple[AgencyEffect, ...]:
    """What a merger or split would do to the agencies that it joins or makes, on a day; nothing is kept of it.

    Raises `CannotDo` as the edit does.
    """
    with database.read() as reader:
        judge(reader)
        before, known = _counts(reader, on), _succession(reader)
    effects: tuple[AgencyEffect, ...] = ()
    try:
        with database.write(ChangeSetHeader("edit", "", "")) as writer:
            write_bundle(writer, judge(writer).bundle, lambda _done, _total: None)
            concerned = dict.fromkeys(key for pair in _succession(writer) if pair not in known for key in pair)
            effects = tuple(_effects(before, _counts(writer, on), concerned))
            raise _TakenBack
    except _TakenBack:
        return effects


def _succession(reader: Reader) -> list[tuple[int, int]]:
    return [(row.agency_id, row.successor_id) for row in organisation.successions(reader)]


def _counts(reader: Reader, on: date) -> dict[int, tuple[AgencyNode, AgencyCounts]]:
    plans, history = agency_use.plans(reader), agency_use.past_posts(reader)
    found: dict[int, tuple[AgencyNode, AgencyCounts]] = {}

    def count(nodes: Sequence[AgencyNode]) -> AgencyCounts:
        total = AgencyCounts()
        for node in nodes:
            below = count(node.units)
            own = AgencyCounts(
                node.people + below.people,
                below.units,
                plans.get(node.key, 0) + below.plans,
                history.get(node.key, 0) + below.history,
            )
            found[node.key] = node, own
            total = AgencyCounts(
                total.people + own.people,
                total.units + own.units + (node.closed_on is None),
                total.plans + own.plans,
                total.history + own.history,
            )
        return total

    count(tree_of(reader, on))
    return found


_Counted = Mapping[int, tuple[AgencyNode, AgencyCounts]]


def _effects(before: _Counted, after: _Counted, concerned: Iterable[int]) -> Iterator[AgencyEffect]:
    for key in concerned:
        (node, counts), was = after[key], before.get(key)
        yield AgencyEffect(node.name, was[1] if was else None, counts, node.closed_on is not None)
