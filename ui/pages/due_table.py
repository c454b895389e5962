"""The list of what falls due as data: columns, facets, and the words for their values."""

from __future__ import annotations

from datetime import date

from smartpns_desktop.domain import nip
from smartpns_desktop.words.due import about, to_do
from smartpns_desktop.words.figures import show_date, show_date_text, show_number
from smartpns_desktop.words.labels import show_value
from ui.lists.columns import Facet, ListKind, Record, State, ViewColumn, text_of
from ui.pages.employees_table import NIP
from ui.texts import tr

_SOON, _NEAR = 30, 365
"""Days before which something presses, and before which it is near."""


def due_list(_year: int) -> ListKind:
    """The list of what falls due, whatever the year of work."""
    return ListKind("due", tr("jatuh tempo"), _columns(), _facets())


def _columns() -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("date", tr("Tanggal"), 100, _day),
        ViewColumn("days_left", tr("Sisa waktu"), 124, _left, sorted_by="date", state=_state),
        ViewColumn("kind", tr("Jenis"), 124, _kind),
        ViewColumn("person", tr("Pegawai"), 150, text_of("person")),
        ViewColumn("nip", tr("NIP"), 140, lambda it: nip.show(it["nip"]), elided=False, widest=NIP, hidden=True,
                   copied=text_of("nip")),
        ViewColumn("detail", tr("Keterangan"), 130, _detail, stretch=True),
        ViewColumn("root_agency_short", tr("Perangkat"), 116, text_of("root_agency_short"), middle=True, spare=True),
        ViewColumn("agency", tr("Unit kerja"), 200, text_of("agency"), middle=True, hidden=True),
        ViewColumn("post", tr("Jabatan"), 200, text_of("post"), hidden=True),
        ViewColumn("to_do", tr("Yang perlu dilakukan"), 190, lambda it: to_do(it["kind"], it["days_left"]),
                   sorted_by="kind", spare=True),
    )  # fmt: skip


def _facets() -> tuple[Facet, ...]:
    return (
        Facet("kind", tr("Jenis"), lambda value: show_value("due", "kind", value)),
        Facet("window", tr("Waktu"), lambda value: show_value("due", "window", value)),
        Facet("year", tr("Tahun")),
        Facet("root_agency_short", tr("Perangkat Daerah")),
    )


def _day(record: Record) -> str:
    return show_date(date.fromisoformat(record["date"]))


def _kind(record: Record) -> str:
    return show_value("due", "kind", record["kind"])


def _detail(record: Record) -> str:
    return about(record["kind"], show_date_text(record["detail"] or ""))


def _left(record: Record) -> str:
    days = record["days_left"]
    if days < 0:
        return tr("lewat {days} hari", days=show_number(-days))
    if days <= _NEAR:
        return tr("{days} hari lagi", days=show_number(days)) if days else tr("hari ini")
    years, months = divmod(round(days / 30.44), 12)
    return tr("{years} tahun {months} bulan lagi", years=years, months=months).replace(" 0 bulan", "")


def _state(record: Record) -> State:
    days = record["days_left"]
    if days < 0:
        return State(_left(record), "bad", "warning-circle")
    return State(_left(record), "warn", "clock") if days <= _SOON else State(_left(record), "text2", "calendar-blank")
