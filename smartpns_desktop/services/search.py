"""The one search over everything: what answers a text, kind by kind, the best first, with the part that matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from db import Database, Reader
from db.queries import listing as lists
from db.queries import searching as queries
from db.queries.listing import Filter
from db.queries.lists import kinds
from db.queries.searching import Named
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.searching import CODE_FROM, Range, Rank, bare, marks, terms
from smartpns_desktop.services import listings
from smartpns_desktop.services.preferences import PreferenceService
from smartpns_desktop.services.search_index import ORGANISERS, PEOPLE, TITLES, Found, Kind, Layer, index_of
from smartpns_desktop.words.commands import COMMANDS

COMMAND = "commands"
SEARCHED = (
    PEOPLE, COMMAND, "agencies", TITLES, "certificates", ORGANISERS, "positions", "programmes", "study-needs",
)  # fmt: skip
"""Kinds that the search looks into, in the order in which it shows them."""

_SHOWN = 20
_LEAST_NUMBER = 5
"""Signs of a certificate's number from which a training is found by it: many begin alike."""
_REMEMBERED = 60
_RECENT = "search.recent"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: the row, and the text in it that answered (`field`) with the parts that matched.

    `key` is `None` for what is no row but a condition of others: a name that trainings share, a command.
    """

    key: int | None
    row: Row
    field: str
    text: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What answers in one kind: how many in all, and the best."""

    kind: str
    count: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """All answers to a text; not `whole` while the index is being made and only pieces of words are looked for."""

    text: str
    answers: tuple[Answers, ...] = ()
    whole: bool = True

    @property
    def count(self) -> int:
        """How many rows of all kinds answer."""
        return sum(it.count for it in self.answers)


class SearchService:
    """Search for one who works at this computer; what was opened lately stands a little higher."""

    def __init__(self, database: Database, preferences: PreferenceService) -> None:
        self._database, self._preferences = database, preferences

    def prepare(self) -> None:
        """Make the index, or bring it up to date; seconds at most, on any thread."""
        index_of(self._database).whole()

    def find(self, text: str, *, at_once: bool = False, brief: bool = False, shown: int = _SHOWN) -> Results:
        """What answers a text; with `at_once` an index that is not there yet is not waited for.

        `brief` rows tell what a line needs, else they are those of the lists.
        """
        wanted = terms(text)
        if not wanted:
            return Results(text)
        index = index_of(self._database)
        state = None if at_once else index.whole()
        with self._database.read() as reader:
            state = index.ready(reader) or (None if at_once else state)
            if state is None:
                return Results(text, tuple(_pieces(reader, text, wanted, shown)), whole=False)
            recent = self._recent()
            asked = _Asked(reader, wanted, state.find(wanted), shown, brief)
            found = [it for kind in SEARCHED if (it := asked.answers(kind, recent.get(kind, frozenset())))]
        if all(score >= Rank.SLIP for score, _ in found) and (meant := _commands(wanted, shown, slips_too=True)):
            found.append(meant)
        # What only resembles stands behind what really answers, whatever its kind.
        found.sort(key=lambda it: it[0] >= Rank.SLIP)
        return Results(text, tuple(answers for _, answers in found))

    def opened(self, kind: str, key: int) -> None:
        """Note that somebody opened this: it is likely to be looked for again."""
        before = [pair for pair in self._remembered() if pair != [kind, key]]
        self._preferences.put(_RECENT, [[kind, key], *before][:_REMEMBERED])

    def _remembered(self) -> list[list[Any]]:
        stored = self._preferences.get(_RECENT)
        return [it for it in stored if isinstance(it, list) and len(it) == 2] if isinstance(stored, list) else []

    def _recent(self) -> dict[str, frozenset[int]]:
        pairs = self._remembered()
        return {kind: frozenset(key for name, key in pairs if name == kind) for kind, _ in pairs}


def keys_found(database: Database, kind: str, text: str) -> frozenset[int]:
    """Keys of the rows of a kind that answer a text: a list of them shows as many as the search counts."""
    wanted, state = terms(text), index_of(database).whole()
    if not wanted or kind not in state.kinds:
        return frozenset()
    found = state.find(wanted)
    if kind != TITLES:
        return frozenset(found[kind].keys())
    with database.read() as reader:
        return frozenset((*queries.trainings_named(reader, found[kind].names()), *_single(wanted, found).keys(reader)))


def _single(wanted: Sequence[str], found: Mapping[str, Found]) -> queries.Single:
    """Trainings that answer each by itself: by the number of the certificate, or of the one person with that NIP."""
    number, people = bare("".join(wanted)), found[PEOPLE].scores
    told = any(map(str.isdigit, number))
    person = found[PEOPLE].keys()[0] if told and len(number) >= CODE_FROM and len(people) == 1 else None
    return queries.Single(number if told and len(number) >= _LEAST_NUMBER else "", person)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question, the moment of the store that it is asked of, and what the index answers."""

    reader: Reader
    wanted: tuple[str, ...]
    found: Mapping[str, Found]
    shown: int
    brief: bool

    def answers(self, kind: str, recent: frozenset[int]) -> tuple[int, Answers] | None:
        """The best score of a kind with its answers; `None` where nothing answers."""
        if kind == COMMAND:
            return _commands(self.wanted, self.shown)
        found = self.found[kind]
        best = found.best(self.shown, self.wanted[0], recent)
        if kind in (TITLES, ORGANISERS):
            return self._grouped(kind, found, best)
        if not best:
            return None
        rows = self._rows(kind, [key for key, *_ in best])
        others = {key: names for key, _, names, _ in best}
        hits = tuple(_hit(kind, row, others[row["key"]], self.wanted) for row in rows)
        return best[0][3], Answers(kind, len(found.scores), hits)

    def _grouped(self, kind: str, found: Found, best: Sequence[Any]) -> tuple[int, Answers] | None:
        """Single trainings first, then names that trainings share, each with how many there are."""
        field = "name" if kind == TITLES else "organiser"
        single = _single(self.wanted, self.found) if kind == TITLES else queries.Single()
        alone = single.count(self.reader)
        rows = self._rows(kind, single.keys(self.reader, self.shown))
        hits = [_hit(kind, row, (), self.wanted) for row in rows]
        for count, name, *_ in best[: self.shown - len(hits)]:
            hits.append(Hit(None, {field: name, "count": count}, field, name, marks(name, self.wanted)))
        score = Rank.BEGINNING if alone else best[0][3] if best else Rank.SLIP
        return (score, Answers(kind, alone + sum(found.keys()), tuple(hits))) if hits else None

    def _rows(self, kind: str, keys: Sequence[int]) -> list[Row]:
        if not keys:
            return []
        listing = listings.listing(self.reader, kind)
        if self.brief:
            return list(lists.brief(self.reader, listing, keys, (*_TEXTS[kind], *_BESIDE.get(kind, ()))))
        return list(lists.records(self.reader, listing, keys, keyed=True))


_BESIDE: dict[str, tuple[str, ...]] = {
    PEOPLE: ("front_title", "back_title", "agency", "standing", "service"),
    "agencies": ("parent", "closed_on"),
    TITLES: ("person", "start"),
    "certificates": ("person", "nip"),
    "positions": ("kind",),
    "study-needs": ("level", "period"),
}
"""Fields that a line tells beside those that a search looks into."""

_TEXTS: dict[str, tuple[str, ...]] = {
    PEOPLE: ("name", "nip", "nik", "previous_nip"),
    "agencies": ("name", "short_name", "code"),
    TITLES: ("certificate", "name"),
    "certificates": ("name", "number", "issuer"),
    "positions": ("name",),
    "programmes": ("name", "level"),
    "study-needs": ("programme", "agency", "field"),
}
"""Fields of a row that a search looks into, the one shown first."""


def _hit(kind: str, row: Row, others: Sequence[str], wanted: Sequence[str]) -> Hit:
    """The field that answers most of the terms; a former name or NIP where no present one does."""
    told = [(field, str(row[field])) for field in _TEXTS[kind] if row.get(field)]
    told += [("former_name", name) for name in others if name not in dict(told).values()]
    answered = [(sum(bool(marks(text, [term])) for term in wanted), field, text) for field, text in told]
    most = max((count for count, _, _ in answered), default=0)
    if not most:
        # A former NIP of a person, or a word for an agency that is written nowhere.
        return Hit(row["key"], row, "former_nip", "", ()) if kind == PEOPLE else Hit(row["key"], row, *told[0], ())
    field, text = next((field, text) for count, field, text in answered if count == most)
    return Hit(row["key"], row, field, text, marks(text, wanted))


def _commands(wanted: Sequence[str], shown: int, *, slips_too: bool = False) -> tuple[int, Answers] | None:
    """Pages and acts of the window, all terms at the beginnings of words; with `slips_too` whatever resembles them."""
    found = _command_layer().find(wanted, slips_too=slips_too)
    best = found.best(shown, wanted[0], frozenset())
    if not slips_too:
        best = [it for it in best if it[3] <= Rank.BEGINNING * len(wanted)]
    rows = [
        (name, {"name": name, "page": COMMANDS[place].page, "act": COMMANDS[place].act}) for place, name, *_ in best
    ]
    hits = tuple(Hit(None, row, "name", name, marks(name, wanted)) for name, row in rows)
    return (best[0][3], Answers(COMMAND, len(hits), hits)) if hits else None


@cache
def _command_layer() -> Kind:
    return Kind(Layer(Named(place, it.name, it.words) for place, it in enumerate(COMMANDS)))


def _pieces(reader: Reader, text: str, wanted: Sequence[str], shown: int) -> Iterator[Answers]:
    """While there is no index: pieces of words in the small kinds and in people's names, as the lists search."""
    for kind in SEARCHED:
        if kind == COMMAND:
            if commands := _commands(wanted, shown):
                yield commands[1]
            continue
        if kind in (TITLES, ORGANISERS) or kind not in kinds():
            continue
        listing = listings.listing(reader, kind)
        keys = lists.keys(reader, listing, Filter(nip.sought(text)))
        if keys:
            rows = list(lists.records(reader, listing, keys[:shown], keyed=True))
            yield Answers(kind, len(keys), tuple(_hit(kind, row, (), wanted) for row in rows))
