"""The lists of posts and those beside them as data: columns, facets, and the words for their values."""

from __future__ import annotations

from collections.abc import Callable

from smartpns_desktop.domain import nip
from smartpns_desktop.words.labels import show_value
from ui.lists.columns import Align, Facet, ListKind, Record, State, ViewColumn, day_of, number_of, text_of
from ui.pages.employees_table import NIP
from ui.texts import tr

_STAFFING = {
    "vacant": ("bad", "circle-dashed"),
    "short": ("warn", "warning"),
    "full": ("ok", "check-circle"),
    "over": ("warn", "plus-circle"),
    "unstated": ("text2", "question"),
}
VERDICTS = {
    "met": ("ok", "check-circle"),
    "soon": ("warn", "clock"),
    "unclear": ("text2", "question"),
    "expired": ("bad", "calendar-x"),
    "missing": ("bad", "x-circle"),
}
"""Colour and icon of each verdict on what a post asks."""


def positions_list(_year: int) -> ListKind:
    """The list of posts, whatever the year of work."""
    return ListKind(
        "positions",
        tr("jabatan"),
        (
            ViewColumn("name", tr("Jabatan"), 220, text_of("name"), stretch=True),
            ViewColumn("kind", tr("Jenis"), 130, text_of("kind"), hidden=True),
            ViewColumn("level", tr("Jenjang"), 110, _rank, hidden=True),
            ViewColumn("echelon", tr("Eselon"), 80, _said("positions", "echelon"), hidden=True),
            ViewColumn("position_class", tr("Kelas"), 56, number_of("position_class"), align=Align.RIGHT),
            ViewColumn("job_family", tr("Rumpun"), 140, text_of("job_family"), hidden=True),
            ViewColumn("education_level", tr("Pendidikan"), 120, text_of("education_level"), hidden=True),
            ViewColumn("holders", tr("Pemegang"), 84, number_of("holders"), align=Align.RIGHT, total=True),
            ViewColumn("quota", tr("Kebutuhan"), 84, number_of("quota"), align=Align.RIGHT, total=True),
            ViewColumn("staffing", tr("Keterisian"), 132, _said("positions", "staffing"), state=_staffing),
            ViewColumn("effective_date", tr("Standar sejak"), 110, day_of("effective_date"), hidden=True),
            ViewColumn("retirement_age", tr("BUP"), 56, number_of("retirement_age"), align=Align.RIGHT, hidden=True),
        ),
        (
            Facet("kind", tr("Jenis")),
            Facet("staffing", tr("Keterisian"), lambda value: tr(show_value("positions", "staffing", value))),
            Facet("echelon", tr("Eselon"), lambda value: tr(show_value("positions", "echelon", value))),
            Facet("level", tr("Jenjang")),
            Facet("job_family", tr("Rumpun")),
            Facet("position_class", tr("Kelas")),
            Facet("has_standard", tr("Standar"), lambda value: tr("Ada") if value == "True" else tr("Belum ada")),
        ),
    )


def gaps_list(_year: int) -> ListKind:
    """What people lack of what their posts ask, whatever the year of work."""
    return ListKind(
        "gaps",
        tr("kesenjangan"),
        (
            ViewColumn("person", tr("Pegawai"), 144, text_of("person")),
            ViewColumn("nip", tr("NIP"), 140, _nip, elided=False, widest=NIP, hidden=True, copied=text_of("nip")),
            ViewColumn("post", tr("Jabatan"), 144, text_of("post"), spare=True),
            ViewColumn("root_agency_short", tr("Perangkat"), 88, text_of("root_agency_short"), middle=True, spare=True),
            ViewColumn("agency", tr("Unit"), 160, text_of("agency"), middle=True, hidden=True),
            ViewColumn("requirement_kind", tr("Jenis syarat"), 130, _said("gaps", "requirement_kind"), hidden=True),
            ViewColumn("requirement", tr("Syarat"), 200, text_of("requirement"), stretch=True, least=120),
            ViewColumn("verdict", tr("Keadaan"), 136, _said("gaps", "verdict"), state=_verdict),
        ),
        (
            Facet("verdict", tr("Keadaan"), lambda value: tr(show_value("gaps", "verdict", value))),
            Facet("requirement_kind", tr("Jenis syarat"), lambda it: tr(show_value("gaps", "requirement_kind", it))),
            Facet("root_agency_short", tr("Perangkat Daerah")),
            Facet("requirement", tr("Syarat")),
            Facet("post", tr("Jabatan")),
        ),
    )  # fmt: skip


def quotas_list(_year: int) -> ListKind:
    """How many people units need in their posts, and since when."""
    return ListKind(
        "position-quotas",
        tr("kebutuhan jabatan"),
        (
            ViewColumn("agency", tr("Unit kerja"), 220, text_of("agency"), stretch=True),
            ViewColumn("name", tr("Jabatan"), 260, text_of("name"), stretch=True),
            ViewColumn("needed", tr("Kebutuhan"), 90, number_of("needed"), align=Align.RIGHT, total=True),
            ViewColumn("filled", tr("Bezetting"), 90, number_of("filled"), align=Align.RIGHT),
            ViewColumn("effective_date", tr("Berlaku mulai"), 110, day_of("effective_date")),
        ),
        (
            Facet(
                "in_force",
                tr("Sedang berlaku"),
                lambda value: tr(show_value("position-quotas", "in_force", value)).title(),
            ),
            Facet("agency", tr("Unit kerja")),
            Facet("name", tr("Jabatan")),
        ),
    )


def competencies_list(_year: int) -> ListKind:
    """The reference of competencies."""
    return ListKind(
        "competencies",
        tr("kompetensi"),
        (
            ViewColumn("code", tr("Kode"), 70, text_of("code")),
            ViewColumn("name", tr("Kompetensi"), 260, text_of("name"), stretch=True),
            ViewColumn("kind", tr("Jenis"), 140, _said("competencies", "kind")),
            ViewColumn("effective_from", tr("Berlaku mulai"), 110, day_of("effective_from")),
            ViewColumn("source", tr("Dasar"), 200, text_of("source")),
        ),
        (Facet("kind", tr("Jenis"), lambda value: tr(show_value("competencies", "kind", value))),
         Facet("source", tr("Dasar"))),
        dated=False,
    )  # fmt: skip


def _said(kind: str, field: str) -> Callable[[Record], str]:
    return lambda it: tr(show_value(kind, field, it[field]))


def _nip(record: Record) -> str:
    return nip.show(record["nip"])


def _rank(record: Record) -> str:
    return record["level"] or show_value("positions", "echelon", record["echelon"])


def _staffing(record: Record) -> State:
    return State(_said("positions", "staffing")(record), *_STAFFING[record["staffing"]])


def _verdict(record: Record) -> State:
    return State(_said("gaps", "verdict")(record), *VERDICTS[record["verdict"]])
