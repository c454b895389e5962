"""What the program would like to know about a sheet before it is imported: orders of dates, unknown spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from db import Reader
from smartpns_desktop.domain.names import fold
from smartpns_desktop.exchange import cells, date_columns
from smartpns_desktop.exchange.cells import Unread
from smartpns_desktop.exchange.date_columns import Order
from smartpns_desktop.exchange.layout import context_of
from smartpns_desktop.exchange.lexicon import ORDERS
from smartpns_desktop.exchange.lines import date_orders
from smartpns_desktop.services.imports.choices import lexicon_of, recall
from smartpns_desktop.services.imports.kinds import KINDS
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.proposals import Proposal, Proposals
from smartpns_desktop.words.questions import show_order

_SAMPLES = 3
_COMPARED = 200
"""Unknown names that are compared with all known ones; a first import brings more than anybody would answer."""
_COLUMNS = {
    "form": ("form",),
    "grade": ("grade", "grade_code"),
    "education_level": ("education_level", "education_code"),
    "level": ("level",),
    "agency": ("agency",),
    "post": ("post",),
    "education": ("education",),
    "programme": ("programme",),
}
"""Columns that spell a field; the first that is filled counts, then the sections and titles above."""
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
    """

    code: str
    field: str
    heading: str
    spellings: tuple[str, ...]
    rows: int
    proposals: tuple[Proposal, ...]
    answer: str = ""
    remembered: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered yet."""
        return not self.answer

    @property
    def rejects(self) -> bool:
        """Whether its rows are refused as long as it is open."""
        return self.code in ("date.order", "agency.ambiguous")


def questions_about(plan: ImportPlan, reader: Reader) -> tuple[Question, ...]:
    """All questions about a plan whose cells were kept: dates, then spellings, then what would be created."""
    asking = _Asking(plan, reader)
    return (*asking.dates(), *asking.agencies(), *asking.codes(), *asking.creations())


class _Asking:
    """The sheet's spellings against the answers that are known."""

    def __init__(self, plan: ImportPlan, reader: Reader) -> None:
        self._plan, self._source = plan, plan.kept
        self._lexicon = lexicon_of(recall(reader, plan.kind, plan.choices.sender), plan.choices)
        self._said = {(name, fold(text)) for name, text in plan.choices.values}
        self._places = {mapped.field: mapped.index for mapped in self._source.layout.columns}
        self._headings = {mapped.field: mapped.heading for mapped in self._source.layout.columns}
        self._context = context_of(self._source.sheet.rows, self._source.layout)
        self._proposals = Proposals(reader)
        self._counted: dict[str, tuple[Counter[str], dict[str, str]]] = {}
        self._created = {it.code: it.names for it in plan.notices if it.code in _CREATED}
        self._asked_alone: set[str] = set()

    def dates(self) -> Iterator[Question]:
        """Date columns whose order nothing tells."""
        rows, numbers = self._source.sheet.rows, self._plan.row_numbers
        for mapped, order in date_orders(rows, numbers, self._source.layout).items():
            column = (rows[number - 1][mapped.index] for number in numbers if order is Order.OPEN)
            doubtful = [str(cell) for cell in column if _is_ambiguous(cell)]
            if doubtful:
                answer = self._lexicon.date_orders.get(mapped.field, "")
                remembered = bool(answer) and mapped.field not in self._plan.choices.date_orders
                yield Question("date.order", mapped.field, mapped.heading,
                               tuple(dict.fromkeys(doubtful))[:_SAMPLES], len(doubtful), _readings(doubtful[0]),
                               answer, remembered)  # fmt: skip

    def agencies(self) -> Iterator[Question]:
        """Names that are like a known agency's, names that several bear, and those answered already."""
        if not KINDS[self._plan.kind].asks_agencies:
            return
        created = dict.fromkeys(self._created.get("agencies.created", ())[:_COMPARED])
        ambiguous = [it.value for it in self._plan.problems if it.code == "value.ambiguous"]
        for spelling in _distinct([*created, *ambiguous, *self._answered("agency")]):
            bearers = self._proposals.agencies_named(spelling)
            if len(bearers) > 1:
                yield self._question("agency.ambiguous", "agency", spelling, bearers)
            elif not bearers:
                alike = self._proposals.agencies_like(spelling)
                if len(alike) > 1 or spelling not in created or self._lexicon.meaning("agency", spelling):
                    self._asked_alone.add(spelling)
                    yield self._question("agency.unknown", "agency", spelling, alike)

    def codes(self) -> Iterator[Question]:
        """Unknown spellings of forms, grades and levels of education, and those answered already."""
        for name, (code, table) in KINDS[self._plan.kind].codes.items():
            unknown = [it.value for it in self._plan.problems if it.code == code]
            for spelling in _distinct([*unknown, *self._answered(name)]):
                yield self._question(f"{table}.unknown", name, spelling, self._proposals.codes(table, spelling))

    def creations(self) -> Iterator[Question]:
        """One consent for all that would come into being and that no other question names."""
        for code, fields in _CREATED.items():
            name = next((it for it in fields if it in self._places), fields[-1])
            names = tuple(it for it in self._created.get(code, ()) if it not in self._asked_alone)
            if names:
                counts, _ = self._spelled(name)
                rows = sum(counts[fold(it)] for it in names)
                yes = self._plan.choices.values.get((name, ""), "")
                proposals = (Proposals.create(),)
                yield Question(code, name, self._headings.get(name, ""), names, rows, proposals, yes)

    def _question(self, code: str, name: str, spelling: str, proposals: tuple[Proposal, ...]) -> Question:
        counts, _ = self._spelled(name)
        answer = self._lexicon.meaning(name, spelling)
        if answer.isdecimal() and name == "agency" and not self._proposals.is_open_agency(answer):
            answer = ""
        remembered = bool(answer) and (name, fold(spelling)) not in self._said
        heading = next((self._headings[it] for it in _COLUMNS[name] if it in self._headings), "")
        return Question(code, name, heading, (spelling,), counts[fold(spelling)], proposals, answer, remembered)

    def _answered(self, name: str) -> list[str]:
        """Spellings of this sheet for which there is an answer."""
        counts, texts = self._spelled(name)
        told = [spelling for field, spelling in self._lexicon.values if field == name]
        return [texts[spelling] for spelling in told if counts[spelling]]

    def _spelled(self, name: str) -> tuple[Counter[str], dict[str, str]]:
        """How many rows spell the field how, folded, and each spelling as it stands."""
        if name not in self._counted:
            own = [text for text in self._texts(name) if text]
            self._counted[name] = Counter(map(fold, own)), {fold(text): text for text in _distinct(own)}
        return self._counted[name]

    def _texts(self, name: str) -> Iterator[str]:
        places = [self._places[it] for it in _COLUMNS[name] if it in self._places]
        for number, section in zip(self._plan.row_numbers, self._plan.sections, strict=True):
            row = self._source.sheet.rows[number - 1]
            own = (cells.read_text(row[place]) for place in places)
            yield next(filter(None, own), None) or section.get(name) or self._context.get(name, "")


def _distinct(spellings: Iterable[str]) -> list[str]:
    """Each spelling once, as it is written first."""
    found: dict[str, str] = {}
    for text in dict.fromkeys(spellings):
        found.setdefault(fold(text), text)
    return list(found.values())


def _is_ambiguous(cell: object) -> bool:
    read = date_columns.read_date(cell, Order.OPEN)
    return isinstance(read, Unread) and read.code == "date.ambiguous"


def _readings(sample: str) -> tuple[Proposal, ...]:
    days = {answer: date_columns.read_date(sample, Order.OPEN, order) for answer, order in ORDERS.items()}
    return tuple(Proposal(answer, show_order(answer, day)) for answer, day in days.items() if isinstance(day, date))
