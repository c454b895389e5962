"""Judging the lines of a sheet of performance ratings (SKP): whose predicate of which year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

from db import Reader
from smartpns_desktop.domain import nip as nips
from smartpns_desktop.domain import performance_ratings as rules
from smartpns_desktop.exchange import cells
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.person_records import (
    Record,
    RecordTable,
    compare,
    note,
    refuse_twins,
    years_of,
)
from smartpns_desktop.services.imports.persons import persons_of
from smartpns_desktop.services.imports.plan import Judgement
from smartpns_desktop.words.labels import field_label

TABLE = RecordTable(
    "performance_ratings", ("year",), ("rating", "value", "result", "behaviour", "assessor_nip", "assessor")
)
_WRITTEN = ("rating", "stated_rating", "stated_final", "stated_value", "stated_figure")
"""Columns in which senders write the predicate or the value, whatever the heading says."""
_FIGURE = re.compile(r"[\d.,]*\d")
_LEAST_VALUE = 10
"""Smaller figures are ranks or codes of a predicate, and nobody says in which direction they run."""

_Read = TypeVar("_Read")


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    people = persons_of(lines, reader)
    years = years_of(lines, today)
    told = {line: _record(lines, line, year) for line, year in _dated(lines, years)}
    refuse_twins(lines, people, TABLE, told)
    compare(lines, reader, judgement, people, TABLE, told)


def _dated(lines: Lines, years: list[int | None]) -> Iterator[tuple[int, int]]:
    for line in lines.good():
        year = years[line]
        if year is not None:
            yield line, year


def _record(lines: Lines, line: int, year: int) -> Record:
    """What a line tells of a year; a line without predicate and value is refused."""
    rating, value, unknown = _figures(lines, line)
    result = _named(lines, line, "result", rules.expectation_of)
    behaviour = _named(lines, line, "behaviour", rules.expectation_of)
    for problem in rules.doubts(rating, value, year, result, behaviour):
        note(lines, line, problem)
    rating = rating or rules.derived(value, year, result, behaviour)
    nothing = rating is None and value is None
    for name, text in unknown:
        lines.object(line, "value.not_in_list" if nothing else "value.unknown", name, text)
    if nothing and not unknown:
        lines.object(line, "value.missing", "rating", expected=field_label(lines.spec.kind, "rating"))
    return {
        "year": year,
        "rating": rating.value if rating else None,
        "value": value,
        "result": result.value if result else None,
        "behaviour": behaviour.value if behaviour else None,
        "assessor_nip": _assessor(lines.column("assessor_nip")[line]),
        "assessor": lines.column("assessor")[line],
    }


def _figures(lines: Lines, line: int) -> tuple[rules.Rating | None, float | None, list[tuple[str, str]]]:
    """Predicate and value of a line, and what is written in their columns but is neither."""
    rating: rules.Rating | None = None
    value: Any = lines.column("value")[line]
    unknown: list[tuple[str, str]] = []
    for name in _WRITTEN:
        text = lines.column(name)[line]
        if text is None:
            continue
        named, number = rules.rating_of(str(text)), _value_in(str(text))
        rating = rating or named
        value = number if value is None else value
        if named is None and number is None:
            unknown.append((name, str(text)))
    return rating, value, unknown


def _value_in(text: str) -> float | None:
    """The one figure in a text ("80,5", "80,5 (Baik)") that can be a value."""
    figures = _FIGURE.findall(text)
    number = cells.read_score(figures[0]) if len(figures) == 1 else None
    return number if isinstance(number, float) and _LEAST_VALUE <= number <= rules.HIGHEST_VALUE else None


def _named(lines: Lines, line: int, name: str, read: Callable[[str], _Read | None]) -> _Read | None:
    text = lines.column(name)[line]
    found = None if text is None else read(str(text))
    if text is not None and found is None:
        lines.object(line, "value.unknown", name, text)
    return found


def _assessor(written: object) -> str | None:
    """An assessor's NIP in digits; of others, who have none (a regent, an officer), what is written."""
    if written is None:
        return None
    digits = nips.clean(str(written))
    return str(written) if nips.fault(digits) else digits
