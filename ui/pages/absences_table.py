"""The list of people whom a complete list lacks as data: columns, facets, and the words for their values."""

from __future__ import annotations

from collections.abc import Callable

from smartpns_desktop.domain import nip
from smartpns_desktop.words.absences import OPEN
from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.labels import show_value
from ui.lists.columns import Facet, ListKind, Record, State, ViewColumn
from ui.pages.employees_table import NIP
from ui.texts import tr


def absences_list(_year: int) -> ListKind:
    """The list, whatever the year of work; at first those about whom nothing is decided."""
    return ListKind("absences", tr("pegawai"), _columns(), _facets(), default=(("decision", OPEN),), dated=False)


def _columns() -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("nip", tr("NIP"), 140, lambda it: nip.show(it["nip"]), elided=False, widest=NIP,
                   copied=_text("nip")),
        ViewColumn("person", tr("Nama"), 200, _text("person"), stretch=True),
        ViewColumn("root_agency_short", tr("Perangkat"), 104, _text("root_agency_short"), middle=True, spare=True),
        ViewColumn("agency", tr("Unit kerja"), 200, _text("agency"), middle=True, hidden=True),
        ViewColumn("post", tr("Jabatan"), 200, _text("post"), hidden=True),
        ViewColumn("noticed_on", tr("Diketahui"), 96, _day("noticed_on")),
        ViewColumn("file", tr("Berkas"), 150, _text("file"), spare=True),
        ViewColumn("decision", tr("Keputusan"), 152, _decision, state=_state),
        ViewColumn("effective_date", tr("Berlaku"), 96, _day("effective_date")),
        ViewColumn("note", tr("Catatan"), 180, _text("note"), hidden=True),
    )  # fmt: skip


def _facets() -> tuple[Facet, ...]:
    return (
        Facet("decision", tr("Keputusan"), lambda value: show_value("absences", "decision", value)),
        Facet("root_agency_short", tr("Perangkat Daerah")),
        Facet("file", tr("Berkas")),
    )


def _text(field: str) -> Callable[[Record], str]:
    return lambda it: it[field] or ""


def _day(field: str) -> Callable[[Record], str]:
    return lambda it: show_date(it[field]) if it[field] else ""


def _decision(record: Record) -> str:
    return show_value("absences", "decision", record["decision"])


def _state(record: Record) -> State:
    is_open = record["decision"] == OPEN
    return State(_decision(record), "warn", "clock") if is_open else State(_decision(record), "ok", "check-circle")
