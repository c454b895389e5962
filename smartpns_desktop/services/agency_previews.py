"""What an edit of agencies would do: counts before and after, taken from the edit itself, which is then taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from db import ChangeSetHeader, Database, Reader
from db.queries import agency_use, organisation
from smartpns_desktop.services.agency_tree import AgencyNode, tree_of
from smartpns_desktop.services.edits import Judge, write_edit


@dataclass(frozen=True, slots=True)
class AgencyCounts:
    """An agency on a day: people and units in it and below, its plans of study needs, rows of people's histories."""

    people: int = 0
    units: int = 0
    plans: int = 0
    history: int = 0


class Belonging(NamedTuple):
    """A number that belongs to an agency, before an edit and after it."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class AgencyEffect:
    """What an edit makes of one agency; `before` is `None` of a new one, `closes` tells one that ends by it.

    `quotas` are people needed in the agency's own posts, `plans` lines of its plans of study needs by their years.
    """

    name: str
    before: AgencyCounts | None
    after: AgencyCounts
    closes: bool
    quotas: tuple[Belonging, ...] = ()
    plans: tuple[Belonging, ...] = ()


class _TakenBack(Exception):
    """Ends the trial: the transaction is rolled back."""


def preview(database: Database, judge: Judge, on: date) -> tuple[AgencyEffect, ...]:
    """What a merger or split would do to the agencies that it joins or makes, on a day; nothing is kept of it.

    Raises `CannotDo` as the edit does.
    """
    with database.read() as reader:
        judge(reader)
        before, known = _State(reader, on), _succession(reader)
    effects: tuple[AgencyEffect, ...] = ()
    try:
        with database.write(ChangeSetHeader("edit", "", "")) as writer:
            write_edit(writer, judge(writer))
            concerned = dict.fromkeys(key for pair in _succession(writer) if pair not in known for key in pair)
            effects = tuple(_effects(before, _State(writer, on), concerned))
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


class _State:
    """The agencies and what belongs to each, at one moment."""

    def __init__(self, reader: Reader, on: date) -> None:
        self.agencies = _counts(reader, on)
        self._quotas, self._plans = agency_use.quotas(reader, on), agency_use.plan_lines(reader)

    def belongings(self, later: _State, key: int) -> tuple[tuple[Belonging, ...], tuple[Belonging, ...]]:
        """Quotas and plans of an agency at this moment and at a later one, what changes first."""
        return (
            _compared(self._quotas.get(key, {}), later._quotas.get(key, {})),
            _compared(self._plans.get(key, {}), later._plans.get(key, {})),
        )


def _compared(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Belonging, ...]:
    found = (Belonging(it, before.get(it, 0), after.get(it, 0)) for it in sorted({*before, *after}))
    return tuple(sorted((it for it in found if it.before or it.after), key=lambda it: it.before == it.after))


def _effects(before: _State, after: _State, concerned: Iterable[int]) -> Iterator[AgencyEffect]:
    for key in concerned:
        (node, counts), was = after.agencies[key], before.agencies.get(key)
        quotas, plans = before.belongings(after, key)
        yield AgencyEffect(node.name, was[1] if was else None, counts, node.closed_on is not None, quotas, plans)
