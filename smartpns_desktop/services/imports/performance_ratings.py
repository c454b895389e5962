"""Judging the lines of a sheet of performance ratings (SKP): whose predicate of which year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from db import Reader
from smartpns_desktop.domain import nip as nips
from smartpns_desktop.domain import performance_ratings as rules
from smartpns_desktop.exchange import cells
from smartpns_desktop.exchange.columns_spec import year_of
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.life_checks import judge_years
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.person_records import (
    Record,
    Records,
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
_FIGURES = (*_WRITTEN, "value", "result", "behaviour")
"""Columns that tell how somebody was judged."""
_ASSESSOR = ("assessor_nip", "assessor")
_FIGURE = re.compile(r"[\d.,]*\d")
_LEAST_VALUE = 10
"""Smaller figures are ranks or codes of a predicate, and nobody says in which direction they run."""

_Read = TypeVar("_Read")


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    people = persons_of(lines, reader)
    named = _named_years(lines)
    plain = any(name in lines.headings for name in _FIGURES)
    years = years_of(lines, today, named) if plain or not named else [None] * len(lines)
    told = {line: _records(lines, line, years[line], named, today) for line in lines.good()}
    judge_years(lines, reader, people, told, today)
    refuse_twins(lines, people, TABLE, told)
    compare(lines, reader, judgement, people, TABLE, told)


def _named_years(lines: Lines) -> list[int]:
    """The years for each of which the sheet has columns of their own: SKP 2022, SKP 2023."""
    told = {year for name, year in map(year_of, lines.headings) if year and name in _FIGURES}
    return sorted(map(int, told))


def _records(lines: Lines, line: int, year: int | None, named: list[int], today: date) -> Records:
    """A record for each year of which a line tells anything; a line that tells of none is refused."""
    ends = {it: [f"_{it}"] for it in named}
    if year is not None:
        ends[year] = ["", *ends.get(year, [])]
    filled = {it: some for it, some in ends.items() if it == year or _tells(lines, line, some)}
    if year is not None and len(filled) > 1 and not _tells(lines, line, ends[year]):
        del filled[year]
    for late in (it for it in filled if it in named and it > today.year):
        lines.object(line, "value.out_of_range", _heading(lines, filled[late]), late, expected=f"≤ {today.year}")
    if not filled:
        lines.object(line, "value.missing", _heading(lines, [f"_{named[0]}"]),
                     expected=field_label(lines.spec.kind, "rating"))  # fmt: skip
    assessor = _assessor_of(lines, line) if len(filled) == 1 else dict.fromkeys(_ASSESSOR)
    return [{**_record(lines, line, it, some), **assessor} for it, some in sorted(filled.items())]


def _tells(lines: Lines, line: int, ends: Sequence[str]) -> bool:
    return any(lines.column(name + end)[line] is not None for end in ends for name in _FIGURES)


def _heading(lines: Lines, ends: Sequence[str]) -> str:
    """The first column that tells predicate or value of a year."""
    return next((name + end for end in ends for name in _FIGURES if name + end in lines.headings), "rating")


def _record(lines: Lines, line: int, year: int, ends: Sequence[str]) -> Record:
    """What a line tells of a year, in the columns of these endings; without predicate and value it is refused."""
    rating, value, unknown = _figures(lines, line, ends)
    result = _named(lines, line, "result", ends, rules.expectation_of)
    behaviour = _named(lines, line, "behaviour", ends, rules.expectation_of)
    for problem in rules.doubts(rating, value, year, result, behaviour):
        note(lines, line, problem)
    rating = rating or rules.derived(value, year, result, behaviour)
    nothing = rating is None and value is None
    for name, text in unknown:
        lines.object(line, "value.not_in_list" if nothing else "value.unknown", name, text)
    if nothing and not unknown:
        lines.object(line, "value.missing", _heading(lines, ends), expected=field_label(lines.spec.kind, "rating"))
    return {
        "year": year,
        "rating": rating.value if rating else None,
        "value": value,
        "result": result.value if result else None,
        "behaviour": behaviour.value if behaviour else None,
    }


def _assessor_of(lines: Lines, line: int) -> Record:
    """Who judged; of several years in one line nobody can tell whose year it was."""
    return {
        "assessor_nip": _assessor(lines.column("assessor_nip")[line]),
        "assessor": lines.column("assessor")[line],
    }


def _figures(
    lines: Lines, line: int, ends: Sequence[str]
) -> tuple[rules.Rating | None, float | None, list[tuple[str, str]]]:
    """Predicate and value of a line, and what is written in their columns but is neither."""
    rating: rules.Rating | None = None
    value: Any = next((it for end in ends if (it := lines.column(f"value{end}")[line]) is not None), None)
    unknown: list[tuple[str, str]] = []
    for name in (name + end for end in ends for name in _WRITTEN):
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


def _named(
    lines: Lines, line: int, name: str, ends: Sequence[str], read: Callable[[str], _Read | None]
) -> _Read | None:
    found: _Read | None = None
    for end in ends:
        text = lines.column(name + end)[line]
        told = None if text is None else read(str(text))
        if text is not None and told is None:
            lines.object(line, "value.unknown", name + end, text)
        found = found or told
    return found


def _assessor(written: object) -> str | None:
    """An assessor's NIP in digits; of others, who have none (a regent, an officer), what is written."""
    if written is None:
        return None
    digits = nips.clean(str(written))
    return str(written) if nips.fault(digits) else digits
