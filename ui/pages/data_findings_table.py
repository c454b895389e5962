"""The list of what the checks of the data found, as data: columns, facets, and the words for their values."""

from __future__ import annotations

from smartpns_desktop.domain import nip
from smartpns_desktop.words.data_quality import STATES, advice, title
from smartpns_desktop.words.labels import show_value
from ui.lists.columns import Facet, ListKind, Record, State, ViewColumn, text_of
from ui.pages.employees_table import NIP
from ui.texts import tr

KIND = "data-findings"


def findings_list(_year: int) -> ListKind:
    """The list of findings, whatever the year of work."""
    return ListKind(KIND, tr("temuan"), _columns(), _facets())


def told(record: Record) -> str:
    """What to do about a row."""
    return advice(record["check"], is_open=record["verdict"] == "open")


def _columns() -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("nip", tr("NIP"), 140, _nip, elided=False, widest=NIP, copied=text_of("nip")),
        ViewColumn("person", tr("Pegawai"), 170, text_of("person")),
        ViewColumn("check", tr("Temuan"), 230, _named, stretch=True),
        ViewColumn("root_agency_short", tr("Perangkat"), 104, text_of("root_agency_short"), middle=True),
        ViewColumn("agency", tr("Unit kerja"), 180, text_of("agency"), middle=True, hidden=True),
        ViewColumn("advice", tr("Cara memperbaiki"), 260, told, sorted_by="check", hidden=True),
        ViewColumn("verdict", tr("Keadaan"), 148, lambda it: _state(it).word, state=_state, hidden=True),
    )


def _facets() -> tuple[Facet, ...]:
    return (
        Facet("verdict", tr("Keadaan"), lambda value: tr(STATES.get(value, value))),
        Facet("dimension", tr("Dimensi"), lambda value: show_value(KIND, "dimension", value)),
        Facet("check", tr("Pemeriksaan"), title),
        Facet("root_agency_short", tr("Perangkat Daerah")),
    )


def _named(record: Record) -> str:
    name = title(record["check"])
    return name if record["verdict"] == "found" else tr("Belum dapat dinilai: {title}", title=name)


def _nip(record: Record) -> str:
    return nip.show(record["nip"])


def _state(record: Record) -> State:
    kind, icon = ("warn", "warning") if record["verdict"] == "found" else ("text2", "circle-dashed")
    return State(tr(STATES[record["verdict"]]), kind, icon)
