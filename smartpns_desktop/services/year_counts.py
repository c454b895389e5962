"""Counting the figures of a year in the store."""

from __future__ import annotations

from datetime import date
from itertools import accumulate

from db import Reader
from db.queries import dashboard as queries
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.services import reminders
from smartpns_desktop.services.jp_figures import JpOfYear, jp_of_year
from smartpns_desktop.services.last_import import last_import
from smartpns_desktop.services.year_figures import AgencyFigures, PlanFigures, YearFigures, by_state
from smartpns_desktop.words.reports import WITHOUT_AGENCY


def counted(reader: Reader, year: int) -> YearFigures:
    """The figures of a year as the store has them now; they hang on nothing but its journal and the day."""
    jp = jp_of_year(reader, year)
    trainings, unverified = queries.trainings_of_year(reader, year)
    period = queries.newest_period(reader, year + 1)
    return YearFigures(
        year=year,
        people=jp.people,
        jp=jp.total,
        minimum=jp.minimums.get(EmployeeKind.PNS),
        agencies=_agencies(jp),
        trainings=trainings,
        unverified=unverified,
        plans=None if period is None else _plans(reader, period),
        unplanned=queries.unplanned_agencies(reader, period),
        without_grade=queries.without_grade(reader, date.today()),
        without_birth_date=queries.without_birth_date(reader, date.today()),
        last_import=last_import(reader),
        course=_course(reader, year, jp.total.people),
        due=reminders.due(reader),
        absent=reminders.undecided(reader),
    )


def _course(reader: Reader, year: int, people: int) -> tuple[float | None, ...]:
    """A training counts in the month of its last day, else of its first; divided by all who are employees now."""
    today, hours = date.today(), [0.0] * 12
    for month, total in queries.jp_by_month(reader, year).items():
        hours[month - 1] = total
    begun = 12 if year < today.year else 0 if year > today.year else today.month
    sums = accumulate(hours)
    return tuple(total / people if people and month < begun else None for month, total in enumerate(sums))


def _plans(reader: Reader, period: tuple[int, int]) -> PlanFigures:
    lines, heads = queries.lines_and_heads(reader, period)
    return PlanFigures(*period, by_state(queries.plans_by_state(reader, period)), lines, heads)


def _agencies(jp: JpOfYear) -> tuple[AgencyFigures, ...]:
    tops = {top.id: top for top in jp.tops.values()}
    found = [
        AgencyFigures(key, tops[key].name, tops[key].short_name or tops[key].name, figures)
        for key, figures in jp.agencies.items()
        if key is not None
    ]
    found.sort(key=lambda it: it.name)
    if None in jp.agencies:
        found.append(AgencyFigures(None, WITHOUT_AGENCY, WITHOUT_AGENCY, jp.agencies[None]))
    return tuple(found)
