"""The list of employees as data: columns, facets, and the words for their values."""

from __future__ import annotations

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.employment import IN_SERVICE, Service
from smartpns_desktop.words.figures import show_date, show_number
from smartpns_desktop.words.labels import show_value
from ui.lists.columns import Align, Facet, ListKind, Record, ViewColumn, day_of, text_of
from ui.shell.places import full_name
from ui.texts import tr

GOAL = 20.0
"""JP that the bar of the list is measured against (PP 11/2017 art. 203(4)); the person's own page asks the rules."""

NIP = "00000000 000000 0 000"
"""As wide as a NIP is shown."""

_BANDS = {"none": "Masih 0 JP", "below": "Belum memenuhi", "met": "Memenuhi", "": "Tanpa minimum"}
_KINDS = {"PNS": "PNS", "CPNS": "CPNS", "PPPK": "PPPK"}


def employees_list(year: int) -> ListKind:
    """The list as it stands for a year of work."""
    return ListKind("employees", tr("pegawai"), _columns(year), _facets(year), default=IN_SERVICE)


def _columns(year: int) -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("nip", tr("NIP"), 140, _nip, elided=False, widest=NIP, copied=text_of("nip")),
        ViewColumn("name", tr("Nama"), 220, _name, stretch=True, copied=full_name),
        ViewColumn("grade", tr("Gol."), 56, lambda it: it["grade"] or "", sorted_by="grade_code"),
        ViewColumn("root_agency_short", tr("Perangkat"), 104, text_of("root_agency_short"), middle=True),
        ViewColumn("agency", tr("Unit kerja"), 200, text_of("agency"), middle=True, hidden=True),
        ViewColumn("post", tr("Jabatan"), 220, text_of("post"), hidden=True),
        ViewColumn("kind", tr("Jenis"), 60, text_of("kind"), hidden=True),
        ViewColumn("education_level", tr("Pendidikan"), 90, text_of("education_level"), hidden=True),
        ViewColumn("education", tr("Program studi"), 180, text_of("education"), hidden=True),
        ViewColumn("birth_date", tr("Tanggal lahir"), 110, day_of("birth_date"), hidden=True),
        ViewColumn("sex", tr("Jenis kelamin"), 110, lambda it: show_value("employees", "sex", it["sex"]), hidden=True),
        ViewColumn("nik", tr("NIK"), 140, text_of("nik"), elided=False, hidden=True),
        ViewColumn("phone", tr("Nomor HP"), 120, text_of("phone"), hidden=True),
        ViewColumn(
            "jp_counted", tr("JP {year}", year=year), 132, lambda it: show_number(it["jp_counted"] or 0),
            align=Align.RIGHT, meter=_jp, total=True,
        ),
    )  # fmt: skip


def _facets(year: int) -> tuple[Facet, ...]:
    return (
        Facet("root_agency_short", tr("Perangkat Daerah")),
        Facet("service", tr("Kedudukan"), lambda value: show_value("employees", "service", value)),
        Facet("jp_band", tr("Capaian JP {year}", year=year), lambda value: tr(_BANDS.get(value, value))),
        Facet("grade_group", tr("Golongan")),
        Facet("kind", tr("Status"), lambda value: _KINDS.get(value, value)),
        Facet("sex", tr("Jenis kelamin"), lambda value: show_value("employees", "sex", value)),
    )


def _name(record: Record) -> str:
    """The name with its titles; who is not at work, or no longer, is marked so."""
    name = full_name(record)
    if record["service"] == Service.ACTIVE:
        return name
    since = show_date(record["standing_date"]) if record["standing_date"] else ""
    return f"{name}  ({record['standing']} {since})".replace(" )", ")")


def _nip(record: Record) -> str:
    return nip.show(record["nip"])


def _jp(record: Record) -> tuple[float, float]:
    """Value and goal; nobody is measured where no minimum holds."""
    return float(record["jp_counted"] or 0), GOAL if record["jp_band"] else 0.0
