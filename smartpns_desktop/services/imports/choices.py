"""What a clerk decides on the way through an import, and what of it is remembered, for the sender and for all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from db import Reader
from db.queries import settings
from smartpns_desktop.domain.agencies import is_inner
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.headings import heading_key
from smartpns_desktop.exchange.lexicon import ORDERS, WHOM, Lexicon
from smartpns_desktop.exchange.shared_cells import name_of
from smartpns_desktop.services.imports.known_competencies import known_competencies

_PREFIX = "imports.learned/"
_MEANINGS = "imports.meanings"
_Values = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """A clerk's decisions on one sheet.

    `sheet` and `header_row` (from 1; `None` where the program finds it) say where the table stands, `mapping` by
    column's place (from 0) the field that it means, `None` for a column that is not to be read; columns that it
    does not name are understood as their headings say. `date_orders` gives "dmy" or "mdy" by field, `values` the
    answer to a question by field and spelling (`services.imports.questions`). Rows in `leave_out` are not imported,
    nor hidden rows where `leave_hidden`, nor hidden columns where `leave_hidden_columns`. `repair_ids` mends damaged
    ids where only one person can be meant. `full_list` says whose complete list the sheet is: that of an agency, by
    code or name, or with "" that of the whole office; `None` where it is none.
    """

    kind: str
    sheet: str = ""
    header_row: int | None = None
    mapping: Mapping[int, str | None] = field(default_factory=dict)
    date_orders: Mapping[str, str] = field(default_factory=dict)
    values: _Values = field(default_factory=dict)
    leave_hidden: bool = False
    leave_hidden_columns: bool = False
    leave_out: frozenset[int] = frozenset()
    sender: str = ""
    repair_ids: bool = False
    full_list: str | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of one sender's sheets of one kind: headings reduced to their words, orders of dates, spellings.

    `common` is what spellings mean in sheets of any sender and kind; the sender's own `values` stand above it.
    """

    sender: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    date_orders: Mapping[str, str] = field(default_factory=dict)
    values: _Values = field(default_factory=dict)
    common: _Values = field(default_factory=dict)

    def __or__(self, newer: Learned) -> Learned:
        return Learned(
            newer.sender or self.sender,
            {**self.headings, **newer.headings},
            {**self.date_orders, **newer.date_orders},
            {**self.values, **newer.values},
            {**self.common, **newer.common},
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to remember."""
        return not (self.headings or self.date_orders or self.values)


def lexicon_of(learned: Learned, choices: ImportChoices) -> Lexicon:
    """What was learned and what is decided now, which stands above it, as the sheet's reader needs it."""
    known = learned | taught(choices, ())
    people = {fold(text): answer for (name, text), answer in choices.values.items() if name == WHOM}
    return Lexicon(known.date_orders, known.values, known.common, choices.leave_out, choices.leave_hidden, people,
                   choices.repair_ids)  # fmt: skip


def taught(choices: ImportChoices, headings: Sequence[str]) -> Learned:
    """What these decisions teach about their sender; `headings` are those of the sheet, by column's place.

    A heading that two columns share tells neither of them; one that reaches over the next column, which has none of
    its own, tells what both hold. A yes to everything that a plan would create is no
    knowledge about the sender.
    """
    keys = [heading_key(heading) for heading in headings]
    told = {keys[place]: _meant(place, keys, choices.mapping) for place in choices.mapping if place < len(keys)}
    return Learned(
        choices.sender,
        {key: field for key, field in told.items() if key and keys.count(key) == 1},
        {name: order for name, order in choices.date_orders.items() if order in ORDERS},
        {(name, fold(text)): it for (name, text), it in choices.values.items() if fold(text) and it and name != WHOM},
    )


def _meant(place: int, keys: Sequence[str], mapping: Mapping[int, str | None]) -> str:
    """The field of a column, with that of the next where the heading is meant for both."""
    own, beside = mapping[place] or "", mapping.get(place + 1) or ""
    is_for_both = own and beside and place + 1 < len(keys) and not keys[place + 1]
    return name_of((own, beside)) if is_for_both else own


def spec_for(reader: Reader, kind: str, sender: str) -> SheetSpec:
    """The kind's columns, with a sender's own headings, and the things that a column of its own may tell of."""
    spec, headings = SPECS[kind], recall(reader, kind, sender).headings
    if any(column.each for column in spec.columns):
        spec = replace(spec, things=known_competencies(reader, date.today(), assessed=False))
    return replace(spec, told=tuple(sorted(headings.items()))) if headings else spec


def recall(reader: Reader, kind: str, sender: str) -> Learned:
    """What was learned about a sender's sheets of a kind, and of spellings at all; no more for an empty sender."""
    return replace(_own(reader, kind, sender), common=_meanings(reader))


def remember(reader: Reader, kind: str, lesson: Learned) -> None:
    """Add to what is known about a sender and about spellings, in a writing transaction."""
    if fold(lesson.sender):
        own = _own(reader, kind, lesson.sender) | lesson
        content = {
            "sender": lesson.sender,
            "headings": dict(own.headings),
            "date_orders": dict(own.date_orders),
            "values": _nested(own.values),
        }
        settings.put(reader, _key(kind, lesson.sender), json.dumps(content, ensure_ascii=False, sort_keys=True))
    shared = {key: answer for key, answer in lesson.values.items() if _is_for_all(*key)}
    if shared:
        known = _nested({**_meanings(reader), **shared})
        settings.put(reader, _MEANINGS, json.dumps(known, ensure_ascii=False, sort_keys=True))


def _is_for_all(name: str, spelling: str) -> bool:
    """Whether a spelling means the same whoever writes it; every agency has a Sekretariat of its own."""
    return name != "agency" or not is_inner(spelling)


def _own(reader: Reader, kind: str, sender: str) -> Learned:
    text = settings.get(reader, _key(kind, sender)) if fold(sender) else None
    return _parsed(text, SPECS[kind]) if text else Learned(sender)


def _meanings(reader: Reader) -> _Values:
    try:
        return _flat(json.loads(settings.get(reader, _MEANINGS) or "{}"))
    except (ValueError, TypeError, AttributeError):
        return {}


def _nested(values: _Values) -> dict[str, dict[str, str]]:
    nested: dict[str, dict[str, str]] = {}
    for (name, spelling), answer in values.items():
        nested.setdefault(name, {})[spelling] = answer
    return nested


def _flat(nested: Mapping[str, Mapping[str, str]]) -> _Values:
    return {(name, it): answer for name, told in nested.items() for it, answer in told.items()}


def learned_senders(reader: Reader) -> list[str]:
    """Names of the senders about whom something was learned."""
    return [sender for text in settings.values_below(reader, _PREFIX) if (sender := _parsed(text).sender)]


def _key(kind: str, sender: str) -> str:
    return f"{_PREFIX}{kind}/{fold(sender)}"


def _parsed(text: str, spec: SheetSpec | None = None) -> Learned:
    """A remembered lesson, fields that the kind does not have any more left out; nothing where it is damaged."""
    try:
        content: dict[str, Any] = json.loads(text)
        headings = {key: name for key, name in content["headings"].items() if not spec or _has(spec, name)}
        return Learned(content["sender"], headings, content["date_orders"], _flat(content["values"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Learned()


def _has(spec: SheetSpec, name: str) -> bool:
    try:
        return not name or bool(spec.column(name))
    except KeyError:
        return False
