"""Judging the lines of a sheet of disciplinary actions: who was punished how, since and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from db import Reader
from db.queries import reference as tables
from smartpns_desktop.domain import disciplinary_actions as rules
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.life_checks import judge_days
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.person_records import Record, RecordTable, compare, note, refuse_twins
from smartpns_desktop.services.imports.persons import persons_of
from smartpns_desktop.services.imports.plan import Judgement
from smartpns_desktop.words.labels import field_label

TABLE = RecordTable(
    "disciplinary_actions",
    ("effective_date", "measure"),
    ("level", "until", "decree_number", "decree_date", "reason"),
)
_AS_WRITTEN = ("decree_number", "decree_date", "reason")


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    people = persons_of(lines, reader)
    known = {str(row["name"]): str(row["level"]) for row in tables.rows_of(reader, "disciplinary_measures")}
    told = {line: [_record(lines, line, known)] for line in lines.good()}
    judge_days(lines, reader, people, told, today)
    refuse_twins(lines, people, TABLE, told)
    compare(lines, reader, judgement, people, TABLE, told)


def _record(lines: Lines, line: int, known: Mapping[str, str]) -> Record:
    """What a line tells; one without a day, or with neither penalty nor level, is refused."""
    start: Any = lines.column("effective_date")[line]
    if start is None:
        _miss(lines, line, "effective_date")
        return {}
    months = _months(lines, line)
    level, measure = _penalty(lines, line, start, months, known)
    told: Any = lines.column("until")[line]
    own = rules.DisciplineLevel(known[measure]) if measure in known else None
    for problem in rules.doubts(level, own, start, told):
        note(lines, line, problem)
    return {
        "effective_date": start,
        "measure": measure,
        "level": found.value if (found := level or own) else None,
        "until": rules.until(start, told, months, measure),
        **{name: lines.column(name)[line] for name in _AS_WRITTEN},
    }


def _penalty(
    lines: Lines, line: int, start: date, months: int | None, known: Mapping[str, str]
) -> tuple[rules.DisciplineLevel | None, str]:
    """Level and penalty; the level may stand in the penalty's column. A penalty of the older law stays as written."""
    columns = (lines.column("level")[line], lines.column("measure")[line])
    written, named = (str(it) if it is not None else "" for it in columns)
    level = rules.level_of(written)
    if written and level is None:
        lines.object(line, "value.unknown", "level", written)
    measure = rules.measure_of(named, months, start, known) if named else None
    if rules.is_none(named):
        lines.object(line, "value.not_in_list", "measure", named)
    elif named and measure is None:
        bare = rules.level_of(named)
        if bare is not None and len(named.split()) <= _WORDS_OF_A_LEVEL:
            return level or bare, ""
        lines.object(line, "discipline.measure_unknown", "measure", named)
    if not named and level is None:
        _miss(lines, line, "measure")
    return level, measure or named


_WORDS_OF_A_LEVEL = 3
"""Hukuman Disiplin Ringan, Ringan: longer texts name a penalty."""


def _months(lines: Lines, line: int) -> int | None:
    """How long a penalty lasts, in months; a bare number does not say whether it counts months or years."""
    text = lines.column("duration")[line]
    years, months = (lines.column(f"duration_{name}")[line] for name in ("years", "months"))
    if isinstance(years, int) or isinstance(months, int):
        return (12 * _whole(years) + _whole(months)) or None
    found = None if text is None else rules.months_in(str(text))
    if text is not None and found is None:
        lines.object(line, "value.unknown", "duration", text)
    return found


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _miss(lines: Lines, line: int, name: str) -> None:
    lines.object(line, "value.missing", name, expected=field_label(lines.spec.kind, name))
