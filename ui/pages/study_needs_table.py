"""The list of study needs as data: columns with the years of a period across, facets, and the words for values."""

from __future__ import annotations

from collections.abc import Callable

from smartpns_desktop.domain.study_needs import NeedState, Period
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import show_value
from ui.lists.columns import Align, Facet, ListKind, Record, State, ViewColumn, text_of
from ui.studies.states import mark
from ui.texts import tr

AGENCY = "agency_short"
"""The column that says nothing where the lines of one agency are shown."""

_WIDEST = "OO Diverifikasi"
"""As wide as the longest state with its icon."""


def study_needs_list(period: Period) -> ListKind:
    """The list with one column for each year of a period."""
    return ListKind("study-needs", tr("kebutuhan studi"), _columns(period), _facets())


def study_of(record: Record) -> str:
    """Level and programme, the level once and in short: the names of many programmes begin with it."""
    level, programme = (record["level"] or "").split("/")[0], str(record["programme"])
    return programme if programme.startswith(level) else f"{level} {programme}"


def _columns(period: Period) -> tuple[ViewColumn, ...]:
    first, last = period
    years = (
        ViewColumn(
            f"year_{year - first + 1}", str(year), 46, _heads(year), align=Align.RIGHT, sorted_by=f"heads_{year}",
            total=True,
        )
        for year in range(first, last + 1)
    )  # fmt: skip
    return (
        ViewColumn("programme", tr("Program studi"), 160, study_of, stretch=True, least=120),
        ViewColumn(AGENCY, tr("Perangkat"), 96, text_of(AGENCY), spare=True),
        *years,
        ViewColumn("heads", tr("Jumlah"), 64, _sum, align=Align.RIGHT, strong=True, total=True),
        ViewColumn("status", tr("Status"), 112, lambda it: _state(it).word, state=_state, widest=_WIDEST),
        ViewColumn("level", tr("Jenjang"), 110, text_of("level"), hidden=True),
        ViewColumn("funding", tr("Sumber biaya"), 110, _funding, hidden=True),
        ViewColumn("post", tr("Jabatan sasaran"), 200, text_of("post"), hidden=True),
        ViewColumn("field", tr("Rumpun ilmu"), 140, text_of("field"), hidden=True),
        ViewColumn("basis", tr("Dasar"), 200, text_of("basis"), hidden=True),
    )


def _facets() -> tuple[Facet, ...]:
    return (
        Facet("plan_status", tr("Status rencana"), _worded("plan_status")),
        Facet("status", tr("Status"), _worded("status")),
        Facet("level", tr("Jenjang")),
        Facet("funding", tr("Sumber biaya"), _worded("funding")),
    )


def _worded(field: str) -> Callable[[str], str]:
    return lambda value: show_value("study-needs", field, value)


def _heads(year: int) -> Callable[[Record], str]:
    """People of a year; a year without any stays empty, so that the others stand out."""
    return lambda it: show_number(it["heads"][str(year)]) if it["heads"].get(str(year)) else ""


def _sum(record: Record) -> str:
    return show_number(sum(record["heads"].values()))


def _funding(record: Record) -> str:
    return show_value("study-needs", "funding", record["funding"])


def _state(record: Record) -> State:
    return mark(NeedState(record["status"]))
