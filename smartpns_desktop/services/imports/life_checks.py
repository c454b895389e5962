"""Records in sheets against the lives of their people: years and days in which nobody can have had them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from db import Reader
from smartpns_desktop.domain.life_course import Event, Happening, faults, rating_faults
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.person_records import Records, note
from smartpns_desktop.services.imports.persons import Person
from smartpns_desktop.services.lives import lives


def judge_years(
    lines: Lines, reader: Reader, people: Mapping[int, Person], told: Mapping[int, Records], today: date
) -> None:
    """Refuse ratings of years before the service began or after it ended; years to come are told already."""
    frames = lives(reader, (people[line].key for line in lines.good()))
    for line in lines.good():
        for record in told[line]:
            for problem in rating_faults(frames[people[line].key], record["year"], today):
                if problem.code != "value.out_of_range":
                    note(lines, line, problem)


def judge_days(
    lines: Lines, reader: Reader, people: Mapping[int, Person], told: Mapping[int, Records], today: date
) -> None:
    """Refuse penalties before birth or after the service ended, and tell of odd days."""
    frames = lives(reader, (people[line].key for line in lines.good()))
    for line in lines.good():
        for record in told[line]:
            # The rules of penalties tell themselves of an end before the start.
            happening = Happening(Event.DISCIPLINE, record["effective_date"], decree_date=record["decree_date"])
            for problem in faults(frames[people[line].key], happening, today):
                column = "effective_date" if problem.column == "effective" else problem.column
                note(lines, line, replace(problem, column=column))
