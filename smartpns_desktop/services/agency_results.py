"""What agencies reached of their targets in a year, each with all units below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from db import Reader
from db.queries import agency_rows, jp_figures, organisation
from smartpns_desktop.domain.agency_duties import TargetKind
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.year_figures import JpFigures

Results = Mapping[TargetKind, float]


def results_of(reader: Reader, year: int) -> dict[int, Results]:
    """By agency or unit what it and all below it reached in a year, a running one up to today.

    JP are measured as in the report: people in service at the end of the year against the minimum in force then
    (PP 11/2017 art. 203(4)); trained is who has any JP, places are those that plans ask for and nobody refused.
    """
    above = _lines_upward(reader)
    figures = _figures(reader, year, above)
    places: defaultdict[int, int] = defaultdict(int)
    for agency, heads in agency_rows.study_places(reader, year).items():
        for key in above[agency]:
            places[key] += heads
    return {key: _results(figures[key], places[key]) for key in above}


def _figures(reader: Reader, year: int, above: Mapping[int, tuple[int, ...]]) -> defaultdict[int, JpFigures]:
    end = date(year, 12, 31)
    on, rules = min(end, date.today()), regulations(reader).on(end)
    minimums = {kind.value: float(jp) for kind in EmployeeKind if (jp := rules.jp_minimum(kind)) is not None}
    figures: defaultdict[int, JpFigures] = defaultdict(JpFigures)
    for agency, kind, people in jp_figures.headcounts(reader, on):
        for key in above.get(agency, ()):
            figures[key].people += people
            figures[key].none += people
            figures[key].short += people if kind in minimums else 0
    for row in jp_figures.credited(reader, year, on, minimums):
        for key in above.get(row.agency_id, ()):
            figures[key].counted += row.counted
            figures[key].none -= row.some
            figures[key].met += row.met
            figures[key].short -= row.met
    return figures


def _results(jp: JpFigures, places: int) -> Results:
    return {
        TargetKind.JP_MET_SHARE: round(jp.share_met, 1),
        TargetKind.JP_MEAN: round(jp.mean, 1),
        TargetKind.PEOPLE_TRAINED: jp.people - jp.none,
        TargetKind.STUDY_PLACES: places,
    }


def _lines_upward(reader: Reader) -> dict[int, tuple[int, ...]]:
    """Each agency with all above it."""
    parents = {row.id: row.parent_id for row in organisation.all_agencies(reader)}
    lines = {}
    for key in parents:
        line: dict[int, None] = {}
        at: int | None = key
        while at is not None and at not in line:
            line[at] = None
            at = parents[at]
        lines[key] = tuple(line)
    return lines
