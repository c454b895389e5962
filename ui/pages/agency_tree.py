"""The tree of agencies as data: what a search leaves of it, how a node is found, and which people belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from smartpns_desktop.domain.folding import fold

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode

Nodes = tuple["AgencyNode", ...]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is left of a tree: `hits` are keys of nodes that match the words, `above` of those on the way to one."""

    nodes: Nodes
    hits: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many agencies stand at the top, how many units below them, how many are closed, how many people."""

    tops: int
    units: int
    closed: int
    people: int


@dataclass(frozen=True, slots=True)
class People:
    """The people of a node with all below it: the conditions that list them, and how many rows these give."""

    where: tuple[tuple[str, str], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """Every node of a tree by key, each with the nodes above it, the topmost first."""

    nodes: Mapping[int, AgencyNode] = field(default_factory=dict)
    above: Mapping[int, tuple[AgencyNode, ...]] = field(default_factory=dict)

    def top(self, key: int) -> AgencyNode:
        """The agency at the top above a node, or the node itself."""
        return (*self.above[key], self.nodes[key])[0]


def walk(nodes: Iterable[AgencyNode]) -> Iterator[AgencyNode]:
    """All nodes, each before those below it."""
    for node in nodes:
        yield node
        yield from walk(node.units)


def lineage(nodes: Iterable[AgencyNode]) -> Lineage:
    """Every node with those above it."""
    found, above = {}, {}

    def note(level: Iterable[AgencyNode], line: tuple[AgencyNode, ...]) -> None:
        for node in level:
            found[node.key], above[node.key] = node, line
            note(node.units, (*line, node))

    note(nodes, ())
    return Lineage(found, above)


def counts(nodes: Sequence[AgencyNode]) -> Counts:
    """Open agencies and units; people of closed ones count too."""
    opened = [node for node in walk(nodes) if node.closed_on is None]
    tops = sum(node.closed_on is None for node in nodes)
    closed = sum(1 for _ in walk(nodes)) - len(opened)
    return Counts(tops, len(opened) - tops, closed, sum(node.people_in_all for node in nodes))


def narrowed(nodes: Nodes, words: str, *, with_closed: bool) -> Narrowed:
    """Nodes that match all words with what is above and below them; closed ones only where they are wanted.

    A closed node stays while an open one hangs below it, which could not be found otherwise.
    """
    wanted = fold(words).split()
    left = tuple(kept for node in nodes if (kept := _kept(node, wanted, with_closed)) is not None)
    if not wanted:
        return Narrowed(left)
    line = lineage(left)
    hits = frozenset(key for key, node in line.nodes.items() if _matches(node, wanted))
    return Narrowed(left, hits, frozenset(node.key for key in hits for node in line.above[key]))


def people_of(node: AgencyNode, top: AgencyNode) -> People:
    """Who has a post in a node or below it, as the list of employees finds them.

    A list knows units by name within their agency: namesakes in the same agency come along, and are counted.
    """
    root = ("root_agency_short", top.short_name or top.name)
    if node.key == top.key:
        return People((root,), top.people_in_all)
    names = list(dict.fromkeys(it.name for it in walk([node]) if it.people)) or [node.name]
    count = sum(it.people for it in walk([top]) if it.name in names)
    return People((root, *(("agency", name) for name in names)), count)


def _kept(node: AgencyNode, wanted: Sequence[str], with_closed: bool, inside: bool = False) -> AgencyNode | None:
    hit = inside or _matches(node, wanted)
    units = tuple(kept for unit in node.units if (kept := _kept(unit, wanted, with_closed, hit)) is not None)
    shown = hit and (with_closed or node.closed_on is None)
    return replace(node, units=units) if shown or units else None


def _matches(node: AgencyNode, wanted: Sequence[str]) -> bool:
    text = _folded((node.name, node.short_name or "", node.code or "", *node.former_names))
    return all(word in text for word in wanted)


@lru_cache(maxsize=20_000)
def _folded(texts: tuple[str, ...]) -> str:
    return " / ".join(map(fold, texts))
