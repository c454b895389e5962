"""The frames of people's lives out of the store: what events of theirs are judged against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from db import Reader
from db.queries import lives as queries
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.life_course import Life
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.standings import FINAL, Standing
from smartpns_desktop.services.row_words import RowWords


def lives(reader: Reader, people: Iterable[int], without: int = 0) -> dict[int, Life]:
    """The frame of each of these people's lives by key; `without` is the key of a standing that does not count."""
    keys = sorted(set(people))
    first_days = {row.employee_id: row.entered for row in queries.first_days(reader, keys)}
    ends = _ends(reader, keys, without)
    return {
        row.id: Life(
            born=row.birth_date or nip.parts(row.nip).birth_date,
            candidate=row.cpns_date,
            entered=min(filter(None, (row.cpns_date, first_days.get(row.id))), default=None),
            ended=ends.get(row.id, (None, None))[0],
            ending=ends.get(row.id, (None, None))[1],
        )
        for row in queries.masters(reader, keys)
    }


def life_of(reader: Reader, person: int, without: int = 0) -> Life:
    """The frame of one person's life; see `lives`."""
    return lives(reader, [person], without).get(person, Life())


def _ends(reader: Reader, keys: Sequence[int], without: int) -> dict[int, tuple[date, Standing]]:
    """Since when somebody's newest standing ends the service; who came back after one is not among them."""
    ends: dict[int, tuple[date, Standing]] = {}
    for row in queries.standings(reader, keys):
        if row.id == without:
            continue
        if row.code not in FINAL:
            ends.pop(row.employee_id, None)
        elif row.effective_date is not None:
            # Moved out, then retired elsewhere: the service here ended with the first.
            ends.setdefault(row.employee_id, (row.effective_date, Standing(row.code)))
    return ends


_DATED = ("education_history", "grade_history", "post_history", "standing_history", "contracts", "disciplinary_actions")


def frame_problems(reader: Reader, person: int, values: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with a birth date or a TMT CPNS in the light of the rows that the store holds of somebody.

    A birth on or after something that happened to the person, a TMT CPNS after a grade of PNS; the row is named.
    """
    for name, code, tables in (
        ("birth_date", "birth.after_event", _DATED),
        ("cpns_date", "start.after_event", ("grade_history",)),
    ):
        day = values.get(name)
        thing = _before(reader, person, tables, day, or_on=name == "birth_date") if isinstance(day, date) else ""
        if thing:
            yield Problem(code, column=name, value=str(day), facts={"stored": thing})


def _before(reader: Reader, person: int, tables: Sequence[str], day: date, *, or_on: bool) -> str:
    """The earliest row of somebody that began before a day, in words; empty where there is none."""
    rows = [(table, row) for table in tables if (row := queries.earliest(reader, table, person)) is not None]
    early = [it for it in rows if it[1].effective_date < day or (or_on and it[1].effective_date == day)]
    if not early:
        return ""
    table, row = min(early, key=lambda it: it[1].effective_date)
    return RowWords(reader).thing(table, row._mapping)
