"""What the program would like to know about a sheet before it is imported: orders of dates, unknown spellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db import Reader
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange import date_columns
from smartpns_desktop.exchange.cells import Unread
from smartpns_desktop.exchange.date_columns import Order
from smartpns_desktop.exchange.day_columns import date_orders
from smartpns_desktop.exchange.lexicon import ORDERS, WHOM, is_creation
from smartpns_desktop.exchange.likeness import CERTAIN
from smartpns_desktop.services.imports.choices import lexicon_of, recall
from smartpns_desktop.services.imports.kinds import KINDS
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.proposals import Proposal, Proposals
from smartpns_desktop.services.imports.spellings import Spellings, distinct
from smartpns_desktop.words.questions import show_order

_SAMPLES = 3
_COMPARED = 300
"""Unknown names that are compared with all known ones; a first import brings more than anybody would answer."""
_ASKED = 60
"""Names of one field that are asked about one by one; all further ones are consented to together."""
_ALONE = 8
"""New agencies that are shown one by one, so that each can be put below the right one."""
_CREATED = {
    "agencies.created": ("agency",),
    "positions.created": ("post",),
    "programmes.created": ("education", "programme"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to be answered, once for all rows that spell it so.

    An answer goes into `ImportChoices`: for "date.order" into `date_orders` under `field`, for all others into
    `values` under `field` and the spelling, for the `.created` ones, which ask for consent to several, under
    `field` and "". `spellings` are the sender's own (of dates up to three), `rows` how many rows have them.
    `answer` is the present one, "" while it is open; `remembered` where it comes from an earlier import.
    `details` are answers that say more of a new thing than that it is one: below what it stands, of what kind it is.
    """

    code: str
    field: str
    heading: str
    spellings: tuple[str, ...]
    rows: int
    proposals: tuple[Proposal, ...]
    answer: str = ""
    remembered: bool = False
    details: tuple[Proposal, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered yet."""
        return not self.answer

    @property
    def rejects(self) -> bool:
        """Whether its rows are refused as long as it is open."""
        return self.code in ("date.order", "agency.ambiguous") or self.field == WHOM

    @property
    def creates(self) -> bool:
        """Whether something new comes into being as long as it is open."""
        return not self.rejects and any(is_creation(it.answer) for it in self.proposals)

    @property
    def is_consent(self) -> bool:
        """Whether nothing is known that could be meant, so that going on agrees to what would come into being."""
        return bool(self.proposals) and is_creation(self.proposals[0].answer)

    @property
    def likely(self) -> str:
        """The answer that a clerk may take unread: certain, and no other is; "" where there is none."""
        certain = [it.answer for it in self.proposals if it.score >= CERTAIN]
        return certain[0] if len(certain) == 1 and self.code != "agency.ambiguous" else ""


def questions_about(plan: ImportPlan, reader: Reader) -> tuple[Question, ...]:
    """All questions about a plan whose cells were kept: dates, then spellings, then what would be created."""
    asking = _Asking(plan, reader)
    return (*asking.dates(), *asking.names(), *asking.codes(), *asking.creations())


def questions_about_names(plan: ImportPlan, reader: Reader) -> tuple[Question, ...]:
    """Of all questions those about names that are like a known one."""
    return tuple(_Asking(plan, reader).names())


class _Asking:
    """The sheet's spellings against the answers that are known."""

    def __init__(self, plan: ImportPlan, reader: Reader) -> None:
        self._plan = plan
        self._lexicon = lexicon_of(recall(reader, plan.kind, plan.choices.sender), plan.choices)
        self._said = {(name, fold(text)) for name, text in plan.choices.values}
        self._spellings, self._proposals = Spellings(plan), Proposals(reader)
        self._created = {it.code: distinct(it.names) for it in plan.notices if it.code in _CREATED}
        self._asked_alone: set[tuple[str, str]] = set()

    def dates(self) -> Iterator[Question]:
        """Date columns whose order nothing tells."""
        source, numbers = self._plan.kept, self._plan.row_numbers
        rows = source.sheet.rows
        for mapped, order in date_orders(rows, numbers, source.layout).items():
            column = (mapped.cell(rows[number - 1]) for number in numbers if order is Order.OPEN)
            if date_columns.tells_last_day(mapped.field):
                column = (date_columns.bare_last_day(it) if isinstance(it, str) else it for it in column)
            years = date_columns.years_of(mapped.field)
            doubtful = [str(cell) for cell in column if _is_ambiguous(cell, years)]
            if doubtful:
                answer = self._lexicon.date_orders.get(mapped.field, "")
                remembered = bool(answer) and mapped.field not in self._plan.choices.date_orders
                yield Question("date.order", mapped.field, mapped.heading,
                               tuple(dict.fromkeys(doubtful))[:_SAMPLES], len(doubtful),
                               _readings(doubtful[0], years), answer, remembered)  # fmt: skip

    def names(self) -> Iterator[Question]:
        """Agencies, posts and programmes; what is asked here is no part of `creations` any more."""
        yield from self.agencies()
        yield from self.posts()
        yield from self.programmes()

    def agencies(self) -> Iterator[Question]:
        """Names that are like a known agency's, names that several bear, those answered already, and a few new ones."""
        if not KINDS[self._plan.kind].asks_agencies:
            return
        ambiguous = distinct(it.value for it in self._plan.problems if it.code == "value.ambiguous")
        created = self._created.get("agencies.created", [])
        shown_alone = len(created) <= _ALONE and self._proposals.knows_agencies
        for spelling in distinct([*ambiguous, *created[:_COMPARED], *self._answered("agency")]):
            bearers = self._proposals.agencies_named(spelling)
            if len(bearers) > 1 or spelling in ambiguous:
                alike = bearers or self._proposals.agencies_like(spelling)
                yield self._question("agency.ambiguous", "agency", spelling, alike)
            elif not bearers:
                alike = self._proposals.agencies_like(spelling)
                if shown_alone or self._asks("agency", spelling, alike):
                    yield self._naming("agency.unknown", "agency", spelling, alike, self._proposals.parents())

    def posts(self) -> Iterator[Question]:
        """Names that are like a known post's, and those answered already."""
        created = self._created.get("positions.created", [])
        for spelling in distinct([*created[:_COMPARED], *self._answered("post")]):
            alike = self._proposals.posts_like(spelling)
            if self._asks("post", spelling, alike):
                yield self._naming("post.unknown", "post", spelling, alike, self._proposals.post_kinds())

    def programmes(self) -> Iterator[Question]:
        """Names that are like a known programme's of their level, and those answered already."""
        name = self._field_of("programmes.created")
        planned = self._plan.judgement.bundle.inserts.get("study_programmes", [])
        levels = {str(row["name"]): row["level_code"] for row in planned}
        created = [it for it in self._created.get("programmes.created", []) if it in levels]
        for spelling in distinct([*created[:_COMPARED], *self._answered(name)]):
            alike = self._proposals.programmes_like(spelling, levels[spelling]) if spelling in levels else ()
            if self._asks(name, spelling, alike):
                yield self._naming("programme.unknown", name, spelling, alike)

    def codes(self) -> Iterator[Question]:
        """Unknown spellings of what is told in codes, and those answered already."""
        for name, (code, table) in KINDS[self._plan.kind].codes.items():
            headings = self._spellings.headings(name) if code.startswith("value.") else None
            told = (it for it in self._plan.problems if it.code == code)
            unknown = [it.value for it in told if headings is None or it.column in headings]
            for spelling in distinct([*unknown, *self._answered(name)]):
                yield self._question(f"{table}.unknown", name, spelling, self._proposals.codes(table, spelling))

    def creations(self) -> Iterator[Question]:
        """One consent for all that would come into being and that no other question names."""
        for code in _CREATED:
            name = self._field_of(code)
            names = tuple(it for it in self._created.get(code, ()) if (name, it) not in self._asked_alone)
            if names:
                rows = sum(self._spellings.rows(name, it) for it in names)
                yes = self._plan.choices.values.get((name, ""), "")
                yield Question(code, name, self._heading(name), names, rows, (Proposals.create(),), yes)

    def _field_of(self, code: str) -> str:
        fields = _CREATED[code]
        return next((it for it in fields if self._spellings.is_told(it)), fields[0])

    def _asks(self, name: str, spelling: str, alike: Sequence[Proposal]) -> bool:
        """Whether a name is asked about by itself: it is like another, or it was answered."""
        asked = sum(field == name for field, _ in self._asked_alone)
        return bool(self._lexicon.meaning(name, spelling)) or (bool(alike) and asked < _ASKED)

    def _naming(
        self,
        code: str,
        name: str,
        spelling: str,
        alike: tuple[Proposal, ...],
        details: tuple[Proposal, ...] = (),
    ) -> Question:
        self._asked_alone.add((name, spelling))
        return self._question(code, name, spelling, (*alike, Proposals.create()), details)

    def _question(
        self,
        code: str,
        name: str,
        spelling: str,
        proposals: tuple[Proposal, ...],
        details: tuple[Proposal, ...] = (),
    ) -> Question:
        answer = self._lexicon.meaning(name, spelling)
        if not self._proposals.is_usable(name, answer):
            answer = ""
        remembered = bool(answer) and (name, fold(spelling)) not in self._said
        rows = self._spellings.rows(name, spelling)
        return Question(code, name, self._heading(name), (spelling,), rows, proposals, answer, remembered, details)

    def _heading(self, name: str) -> str:
        return next(iter(self._spellings.headings(name)), "")

    def _answered(self, name: str) -> list[str]:
        """Spellings of this sheet for which there is an answer."""
        told = (self._spellings.as_written(name, spelling) for spelling, _ in self._lexicon.told(name))
        return [text for text in told if text]


def _is_ambiguous(cell: object, years: range) -> bool:
    read = date_columns.read_span(cell, Order.OPEN, years=years)
    return isinstance(read, Unread) and read.code == "date.ambiguous"


def _readings(sample: str, years: range) -> tuple[Proposal, ...]:
    spans = {answer: date_columns.read_span(sample, Order.OPEN, order, years) for answer, order in ORDERS.items()}
    return tuple(Proposal(answer, show_order(answer, span[0])) for answer, span in spans.items()
                 if isinstance(span, tuple))  # fmt: skip
