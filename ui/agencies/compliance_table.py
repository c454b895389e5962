"""The board of agencies and the list of their submissions as data: columns, facets, and the words for their values."""

from __future__ import annotations

from collections.abc import Callable

from smartpns_desktop.words.agency_labels import COMPLETE, STATES, TIMINGS
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import field_label, kind_label
from ui.agencies.submission_states import state_of, timing_of
from ui.lists.columns import Align, Facet, ListKind, Record, State, ViewColumn, day_of, text_of
from ui.texts import tr

_BOARD, _ANSWERS = "agency-compliance", "agency-submissions"


def compliance_list(_year: int) -> ListKind:
    """Every agency with the numbers of the year."""
    return ListKind(
        _BOARD, tr("perangkat daerah"), _board_columns(), (Facet("complete", tr("Kelengkapan"), _complete),)
    )


def submissions_list(_year: int) -> ListKind:
    """Every call with every agency."""
    facets = (
        Facet("timing", tr("Ketepatan"), lambda value: tr(TIMINGS.get(value, value))),
        Facet("state", tr("Status"), lambda value: tr(STATES.get(value, value))),
        Facet("kind", tr("Data"), kind_label),
        Facet("year", tr("Tahun")),
        Facet("period", tr("Periode")),
        Facet("agency", tr("Perangkat daerah")),
    )
    return ListKind(_ANSWERS, tr("pengajuan"), _answer_columns(), facets, dated=False)


def _board_columns() -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("agency", _label(_BOARD, "agency"), 220, text_of("agency"), stretch=True),
        ViewColumn("code", _label(_BOARD, "code"), 80, text_of("code"), hidden=True),
        _number(_BOARD, "asked", 76),
        _number(_BOARD, "received", 72),
        ViewColumn("missing", _label(_BOARD, "missing"), 120, _count("missing"), state=_missing),
        ViewColumn("late", _label(_BOARD, "late"), 104, _count("late"), state=_late),
        _number(_BOARD, "targets", 72, hidden=True),
        ViewColumn("committed_on", _label(_BOARD, "committed_on"), 140, day_of("committed_on"), spare=True),
        ViewColumn("in_charge", _label(_BOARD, "in_charge"), 160, text_of("in_charge"), hidden=True),
        ViewColumn("phone", _label(_BOARD, "phone"), 112, text_of("phone"), elided=False, hidden=True),
    )


def _answer_columns() -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("agency", _label(_ANSWERS, "agency"), 220, text_of("agency"), stretch=True),
        ViewColumn("kind", _label(_ANSWERS, "kind"), 140, lambda it: kind_label(it["kind"])),
        ViewColumn("period", _label(_ANSWERS, "period"), 124, text_of("period")),
        ViewColumn("deadline", _label(_ANSWERS, "deadline"), 100, day_of("deadline")),
        ViewColumn("state", _label(_ANSWERS, "state"), 112, lambda it: state_of(it).word, state=state_of),
        ViewColumn("timing", _label(_ANSWERS, "timing"), 140, lambda it: timing_of(it).word, state=timing_of),
        ViewColumn("submitted_on", _label(_ANSWERS, "submitted_on"), 100, day_of("submitted_on")),
        ViewColumn("note", _label(_ANSWERS, "note"), 160, text_of("note"), hidden=True),
    )


def _label(kind: str, field: str) -> str:
    return field_label(kind, field)


def _number(kind: str, field: str, width: int, *, hidden: bool = False) -> ViewColumn:
    return ViewColumn(field, _label(kind, field), width, _count(field), align=Align.RIGHT, total=True, hidden=hidden)


def _count(field: str) -> Callable[[Record], str]:
    return lambda it: show_number(it[field])


def _missing(record: Record) -> State:
    if not record["asked"]:
        return State("–", "text2")
    if not record["missing"]:
        return State(tr("Lengkap"), "ok", "check-circle")
    return State(show_number(record["missing"]), "warn", "circle-dashed")


def _late(record: Record) -> State:
    return State(show_number(record["late"]), "bad", "warning-circle") if record["late"] else State("–", "text2")


def _complete(value: str) -> str:
    return tr(COMPLETE.get(value, "Tidak diminta"))
