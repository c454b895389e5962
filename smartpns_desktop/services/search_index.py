"""What a search looks through, kept in memory and in step with the journal: the words of everything, kind by kind."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import nsmallest
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, ref

from db import Database, Reader
from db.queries import searching as queries
from db.queries.searching import Named
from smartpns_desktop.domain.agencies import spelled_out
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.searching import Rank, bare, slips
from smartpns_desktop.exchange.likeness import CERTAIN, KnownNames
from smartpns_desktop.services import listings

if TYPE_CHECKING:
    from smartpns_desktop.services.word_index import Scores, WordIndex

_MOST_FRESH = 2_000
"""People touched since the index was made who are looked at beside it; more, and it is made anew."""
_BROAD = 1_000
"""So many equal answers stand by name alone."""

_LIKELY = 5
"""Agencies that one short form may mean."""

PEOPLE = "employees"
AGENCIES = "agencies"
TITLES = "trainings"
ORGANISERS = "organisers"


class Layer:
    """Things of one kind in the order of their names, with the words by which they are found."""

    def __init__(self, things: Iterable[Named]) -> None:
        from smartpns_desktop.services.word_index import WordIndex

        self.keys, self.names = array("q"), list[str]()
        self.others: dict[int, tuple[str, ...]] = {}
        self.words: WordIndex = WordIndex(map(self._take_in, things))

    @cached_property
    def spelled_out(self) -> KnownNames:
        """The names with which words are compared that may shorten them."""
        return KnownNames([spelled_out(name) for name in self.names])

    def _take_in(self, thing: Named) -> tuple[Sequence[str], str]:
        self.keys.append(thing.key)
        self.names.append(thing.name)
        if thing.others:
            self.others[thing.key] = thing.others
        words = fold(" ".join((thing.name, *thing.others))).split()
        return words, " ".join(map(bare, thing.codes))


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a search in one kind: how well, by number in the layers."""

    layers: tuple[Layer, ...]
    scores: Scores

    def keys(self) -> list[int]:
        """Keys of all that answer, in no order."""
        if len(self.layers) == 1:
            keys = self.layers[0].keys
            return [keys[number] for number in self.scores]
        return [self._at(number)[0] for number in self.scores]

    def names(self) -> list[str]:
        """Names of all that answer, in no order."""
        return [self._at(number)[1] for number in self.scores]

    def best(self, limit: int, first: str, liked: frozenset[int]) -> list[tuple[int, str, tuple[str, ...], int]]:
        """Key, name, other names and score of the best, in order.

        Among equals stand before others those that were opened lately, then those that begin with the first term.
        """
        buckets: dict[int, list[int]] = {}
        for number, score in self.scores.items():
            buckets.setdefault(score, []).append(number)
        chosen: list[tuple[int, str, tuple[str, ...], int]] = []
        for score in sorted(buckets):
            broad = len(buckets[score]) > _BROAD
            order = None if broad else self._by_beginning(first, liked)
            for number in nsmallest(limit - len(chosen), buckets[score], key=order):
                key, name = self._at(number)
                chosen.append((key, name, self._others(key), score))
            if len(chosen) >= limit:
                break
        return chosen

    def _by_beginning(self, first: str, liked: frozenset[int]) -> Callable[[int], tuple[bool, bool, int]]:
        def order(number: int) -> tuple[bool, bool, int]:
            key, name = self._at(number)
            return key not in liked, not name.lower().startswith(first), number

        return order

    def _at(self, number: int) -> tuple[int, str]:
        for layer in self.layers:
            if number < len(layer.keys):
                return layer.keys[number], layer.names[number]
            number -= len(layer.keys)
        raise IndexError(number)

    def _others(self, key: int) -> tuple[str, ...]:
        return next((layer.others[key] for layer in self.layers if key in layer.others), ())


@dataclass(frozen=True, slots=True)
class Kind:
    """Everything of one kind: what was read whole, what was touched since, and whom that hides below."""

    base: Layer
    fresh: Layer | None = None
    hidden: frozenset[int] = frozenset()

    def find(self, terms: Sequence[str], *, slips_too: bool = False) -> Found:
        """What answers the terms, `slips_too` also but for slips of the pen."""
        layers = (self.base,) if self.fresh is None else (self.base, self.fresh)
        return Found(layers, self._scores(terms, slips_too=slips_too))

    def _scores(self, terms: Sequence[str], *, slips_too: bool) -> Scores:
        scores = self.base.words.find(terms, slips_too=slips_too)
        if self.fresh is None:
            return scores
        for number in self.hidden & scores.keys():
            del scores[number]
        above = len(self.base.keys)
        fresh = self.fresh.words.find(terms, slips_too=slips_too)
        return scores | {above + number: score for number, score in fresh.items()}


@dataclass(frozen=True, slots=True)
class _Source:
    """How a kind is read, and the tables whose changes alter it."""

    read: Callable[[Reader], Iterator[Named]]
    tables: frozenset[str]


def _counted(read: Callable[[Reader], dict[str, int]]) -> Callable[[Reader], Iterator[Named]]:
    """Names that have no key: how many rows each has stands in its place."""
    return lambda reader: (Named(count, name) for name, count in read(reader).items())


_SOURCES = {
    PEOPLE: _Source(queries.people, frozenset({"employees", "former_nips"})),
    AGENCIES: _Source(queries.agencies_named, frozenset({"agencies", "agency_names"})),
    TITLES: _Source(_counted(queries.training_names), frozenset({"trainings"})),
    ORGANISERS: _Source(_counted(queries.training_organisers), frozenset({"trainings"})),
    "certificates": _Source(queries.certificates_named, frozenset({"certificates"})),
    "programmes": _Source(queries.programmes_named, frozenset({"study_programmes"})),
    "positions": _Source(queries.positions_named, frozenset({"positions"})),
    "study-needs": _Source(
        queries.needs_named, frozenset({"study_needs", "study_plans", "agencies", "study_programmes"})
    ),
}


@dataclass(frozen=True, slots=True)
class State:
    """The index at one moment: the change set up to which it tells, and what it knows of each kind.

    `read_at` is the entry of the journal up to which the people below were read whole.
    """

    number: int = -1
    link: str = ""
    entry: int = 0
    read_at: int = 0
    kinds: dict[str, Kind] = field(default_factory=dict)

    def find(self, terms: Sequence[str]) -> dict[str, Found]:
        """What answers the terms in each kind; what only resembles them counts where nothing answers anywhere."""
        found = {name: kind.find(terms) for name, kind in self.kinds.items()}
        if AGENCIES in found and not found[AGENCIES].scores:
            found[AGENCIES] = _shortened(self.kinds[AGENCIES], " ".join(terms))
        if not any(it.scores for it in found.values()) and any(map(slips, terms)):
            return {name: kind.find(terms, slips_too=True) for name, kind in self.kinds.items()}
        return found


def _shortened(agencies: Kind, text: str) -> Found:
    """The agencies that offices call so, although nobody wrote it down: Diskominfo, Dinkes, Disdukcapil."""
    words = spelled_out(text)
    written = agencies.find(words.split()) if words != text else None
    if written is not None and written.scores:
        return written
    names = agencies.base.spelled_out
    near = names.nearest(words, least=CERTAIN, most=_LIKELY) if words.replace(" ", "").isalpha() else []
    return Found((agencies.base,), {place: Rank.INSIDE for place, _ in near})


class SearchIndex:
    """The index of one store. It is never out of step: what it tells is asked against the newest change set."""

    def __init__(self, database: Database) -> None:
        # Weakly, for the index must not keep alive the store to which it belongs.
        self._database, self._lock, self._state = ref(database), Lock(), State()

    def ready(self, reader: Reader) -> State | None:
        """The state, if it tells what the reader sees or is brought there quickly; else `None`."""
        number, link, entry = queries.head(reader)
        state = self._state
        if (state.number, state.link) == (number, link):
            return state
        if state.number < 0 or not queries.follows(reader, state.number, state.link):
            return None
        fresh = _touched(reader, state)
        if fresh is None or "trainings" in queries.tables_since(reader, state.entry):
            return None
        with self._lock:
            self._state = _brought_on(reader, state, State(number, link, entry, state.read_at), fresh)
            return self._state

    def whole(self) -> State:
        """The state of now, however long it takes."""
        database = self._database()
        assert database is not None, "whoever asks holds the store"
        listings.bring_counts_up_to_date(database)
        with self._lock, database.read() as reader:
            number, link, entry = queries.head(reader)
            state = self._state
            if (state.number, state.link) == (number, link):
                return state
            known = state.number >= 0 and queries.follows(reader, state.number, state.link)
            fresh = _touched(reader, state) if known else None
            target = State(number, link, entry, entry if fresh is None else state.read_at)
            self._state = _brought_on(reader, state if known else State(), target, fresh)
            return self._state


def _touched(reader: Reader, state: State) -> list[int] | None:
    return queries.people_since(reader, state.read_at, _MOST_FRESH)


def _brought_on(reader: Reader, state: State, target: State, fresh: list[int] | None) -> State:
    """The state at another change set: kinds that were touched are read again, people one by one where they are few."""
    touched = queries.tables_since(reader, state.entry) if state.number >= 0 else None
    kinds = dict(state.kinds)
    for name, source in _SOURCES.items():
        if name == PEOPLE and fresh is not None and name in kinds:
            kinds[name] = _freshened(reader, kinds[name].base, fresh)
        elif touched is None or name not in kinds or touched & source.tables:
            kinds[name] = Kind(Layer(source.read(reader)))
    return replace(target, kinds=kinds)


def _freshened(reader: Reader, base: Layer, keys: list[int]) -> Kind:
    if not keys:
        return Kind(base)
    wanted = set(keys)
    hidden = frozenset(number for number, key in enumerate(base.keys) if key in wanted)
    return Kind(base, Layer(queries.people(reader, keys)), hidden)


_INDEXES: WeakKeyDictionary[Database, SearchIndex] = WeakKeyDictionary()
_MAKING = Lock()


def index_of(database: Database) -> SearchIndex:
    """The one index of an open store, whoever asks."""
    with _MAKING:
        if database not in _INDEXES:
            _INDEXES[database] = SearchIndex(database)
        return _INDEXES[database]
