"""The list of people whom a complete list lacks as data: columns, facets, and the words for their values."""

from __future__ import annotations

from smartpns_desktop.domain import nip
from smartpns_desktop.words.absences import OPEN
from smartpns_desktop.words.labels import show_value
from ui.lists.columns import Facet, ListKind, Record, State, ViewColumn, day_of, text_of
from ui.pages.employees_table import NIP
from ui.texts import tr


def absences_list(_year: int) -> ListKind:
    """The list, whatever the year of work; at first those about whom nothing is decided."""
    return ListKind("absences", tr("pegawai"), _columns(), _facets(), default=(("decision", OPEN),), dated=False)


def _columns() -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("nip", tr("NIP"), 140, lambda it: nip.show(it["nip"]), elided=False, widest=NIP,
                   copied=text_of("nip")),
        ViewColumn("person", tr("Nama"), 200, text_of("person"), stretch=True),
        ViewColumn("root_agency_short", tr("Perangkat"), 124, text_of("root_agency_short"), middle=True, spare=True),
        ViewColumn("agency", tr("Unit kerja"), 200, text_of("agency"), middle=True, hidden=True),
        ViewColumn("post", tr("Jabatan"), 200, text_of("post"), hidden=True),
        ViewColumn("noticed_on", tr("Diketahui"), 96, day_of("noticed_on")),
        ViewColumn("file", tr("Berkas"), 150, text_of("file"), spare=True),
        ViewColumn("decision", tr("Keputusan"), 152, _decision, state=_state),
        ViewColumn("effective_date", tr("Berlaku"), 96, day_of("effective_date")),
        ViewColumn("note", tr("Catatan"), 180, text_of("note"), hidden=True),
    )  # fmt: skip


def _facets() -> tuple[Facet, ...]:
    return (
        Facet("decision", tr("Keputusan"), lambda value: show_value("absences", "decision", value)),
        Facet("root_agency_short", tr("Perangkat Daerah")),
        Facet("file", tr("Berkas")),
    )


def _decision(record: Record) -> str:
    return show_value("absences", "decision", record["decision"])


def _state(record: Record) -> State:
    is_open = record["decision"] == OPEN
    return State(_decision(record), "warn", "clock") if is_open else State(_decision(record), "ok", "check-circle")
