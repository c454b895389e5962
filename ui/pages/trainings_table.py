"""The list of trainings as data: columns, facets, and the words for their values."""

from __future__ import annotations

from smartpns_desktop.domain import nip
from ui.lists.columns import Align, Facet, ListKind, Record, State, ViewColumn, day_of, number_of, text_of
from ui.pages.employees_table import NIP
from ui.texts import tr

VERIFIED = {"True": "Terverifikasi", "False": "Belum diverifikasi"}


def trainings_list(_year: int) -> ListKind:
    """The list of trainings, whatever the year of work."""
    return ListKind("trainings", tr("pelatihan"), _columns(), _facets())


def _columns() -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("person", tr("Pegawai"), 160, text_of("person")),
        ViewColumn("nip", tr("NIP"), 140, _nip, elided=False, widest=NIP, hidden=True, copied=text_of("nip")),
        ViewColumn("name", tr("Pelatihan"), 240, text_of("name"), stretch=True, least=140),
        ViewColumn("form", tr("Bentuk"), 160, text_of("form"), hidden=True),
        ViewColumn("organiser", tr("Penyelenggara"), 160, text_of("organiser"), hidden=True),
        ViewColumn("start", tr("Mulai"), 92, day_of("start")),
        ViewColumn("end", tr("Selesai"), 92, day_of("end"), hidden=True),
        ViewColumn("certificate", tr("Nomor sertifikat"), 160, text_of("certificate"), hidden=True),
        ViewColumn("certificate_date", tr("Tanggal sertifikat"), 120, day_of("certificate_date"), hidden=True),
        ViewColumn("jp", tr("JP"), 56, number_of("jp"), align=Align.RIGHT, hidden=True, total=True),
        ViewColumn("jp_counted", tr("JP diakui"), 84, number_of("jp_counted"), align=Align.RIGHT, total=True),
        ViewColumn("verified", tr("Keadaan"), 172, _verified, state=_state, spare=True),
        ViewColumn("source", tr("Sumber"), 100, text_of("source"), hidden=True),
    )


def _facets() -> tuple[Facet, ...]:
    return (
        Facet("year", tr("Tahun")),
        Facet("verified", tr("Keadaan"), lambda value: tr(VERIFIED.get(value, value))),
        Facet("form", tr("Bentuk")),
        Facet("source", tr("Sumber")),
    )


def _nip(record: Record) -> str:
    return nip.show(record["nip"])


def _verified(record: Record) -> str:
    return tr(VERIFIED[str(bool(record["verified"]))])


def _state(record: Record) -> State:
    kind, icon = ("ok", "check-circle") if record["verified"] else ("text2", "circle-dashed")
    return State(_verified(record), kind, icon)
