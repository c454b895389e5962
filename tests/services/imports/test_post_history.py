"""Sheets that tell of posts, a row for each person and appointment, in the styles of three offices."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import (
    changes,
    counts,
    employee,
    imported,
    listed,
    nip,
    notices,
    reconciles,
    refused,
)

SITI, BUDI = nip(1), nip(2)
HISTORY = ["NIP", "Nama", "Nama Jabatan", "Unit Kerja", "TMT Jabatan", "No SK"]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah, an Arsiparis of the Dinas Kesehatan since 2018, and Budi Santoso."""
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja", "Tanggal Lahir"],
        [SITI, "Siti Aminah", "Arsiparis Terampil", date(2018, 4, 1), "Dinas Kesehatan", date(1985, 3, 12)],
        [BUDI, "Budi Santoso", None, None, None, None],
    ]
    imported(app, sheet(rows, "people.xlsx"))
    return app


def test_posts_as_siasn_writes_them(staffed: App, sheet: SheetWriter) -> None:
    """One column for each kind of post, of which one is filled."""
    plan = imported(staffed, sheet([
        ["nipBaru", "jenisJabatan", "eselon", "namaJabatan", "jabatanFungsionalNama", "jabatanFungsionalUmumNama",
         "tmtJabatan", "nomorSk", "tanggalSk", "unorNama", "unorIndukNama"],
        [SITI, "PELAKSANA", None, None, None, "Pengadministrasi Umum", "01-01-2010", "821/1", "10-12-2009",
         "Dinas Kesehatan", "Pemkot"],
        [SITI, "FUNGSIONAL_TERTENTU", None, None, "Arsiparis Terampil", None, "01-04-2018", "823/7", "20-03-2018",
         "Dinas Kesehatan", "Pemkot"],
        [SITI, "STRUKTURAL", "IV.a", "Kepala Subbagian Umum", None, None, "01-02-2023", "821/23", "30-01-2023",
         "Dinas Kesehatan", "Pemkot"],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), refused(plan)) == ("post-history", {"new": 2, "changed": 1}, {})
    rows = listed(staffed, "post-history", nip=SITI)
    assert [(row["post"], row["post_date"], row["decree_number"]) for row in rows] == [
        ("Pengadministrasi Umum", date(2010, 1, 1), "821/1"),
        ("Arsiparis Terampil", date(2018, 4, 1), "823/7"),
        ("Kepala Subbagian Umum", date(2023, 2, 1), "821/23"),
    ]
    assert employee(staffed, SITI)["post"] == "Kepala Subbagian Umum"
    assert employee(staffed, SITI, date(2012, 1, 1))["post"] == "Pengadministrasi Umum"


def test_posts_as_an_office_lists_them(staffed: App, sheet: SheetWriter) -> None:
    """The title's agency is where the list was made, not where everybody always was."""
    plan = imported(staffed, sheet([
        ["DAFTAR RIWAYAT JABATAN"],
        ["Perangkat Daerah : Dinas Kesehatan"],
        [],
        ["No", "NIP", "Nama Pegawai", "Jabatan", "Eselon", "TMT", "Surat Keputusan", None],
        [None, None, None, None, None, None, "Nomor", "Tanggal"],
        [1, SITI, "Siti Aminah", "Staf", None, "1 Jan 2010", "821/1", "10 Des 2009"],
        [2, SITI, "Siti Aminah", "Kepala Seksi Data", "IV.a", "1 Feb 2023", "821/23", "30 Jan 2023"],
        ["Jumlah", 2],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), refused(plan), reconciles(plan)) == ("post-history", {"new": 2}, {}, True)
    rows = listed(staffed, "post-history", nip=SITI)
    assert [(row["post"], row["agency"], row["echelon"]) for row in rows] == [
        ("Staf", None, ""),
        ("Arsiparis Terampil", "Dinas Kesehatan", ""),
        ("Kepala Seksi Data", None, "41"),
    ]


def test_posts_below_each_person(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["No", "Jabatan", "Unit Kerja", "TMT Jabatan"]
    plan = imported(staffed, sheet([
        ["RIWAYAT JABATAN"],
        ["NIP", SITI],
        ["Nama", "Siti Aminah"],
        heading,
        [1, "Staf", "Dinas Kesehatan", "01-01-2010"],
        ["NIP", f": {BUDI}"],
        ["Nama", ": Budi Santoso"],
        heading,
        [1, "Staf", "Dinas Pendidikan", "01-01-2012"],
        [2, "Bendahara", "Dinas Pendidikan", "01-01-2020"],
    ]), kind="post-history")  # fmt: skip
    assert (counts(plan), refused(plan), reconciles(plan)) == ({"new": 3}, {}, True)
    assert [row["post"] for row in listed(staffed, "post-history", nip=BUDI)] == ["Staf", "Bendahara"]


def test_a_new_unit_or_post_is_told_and_needs_consent(staffed: App, sheet: SheetWriter) -> None:
    plan = staffed.imports.plan(sheet([HISTORY, [BUDI, "Budi", "Pengawas Sekolah", "Dinas Baru", "01-01-2020", "1"]]))
    assert (plan.kind, plan.needs_consent) == ("post-history", True)
    assert notices(plan)["positions.created"] == ("Pengawas Sekolah",)
    assert notices(plan)["agencies.created"] == ("Dinas Baru",)


def test_what_is_refused_creates_nothing(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        HISTORY,
        [BUDI, "Budi Santoso", "Jabatan Satu", "Dinas Satu", None, "1"],
        [BUDI, "Budi Santoso", "Jabatan Dua", "Dinas Dua", "01-01-2020", "1"],
        [BUDI, "Budi Santoso", "Jabatan Tiga", "Dinas Dua", "01-01-2020", "1"],
        [BUDI, "Budi Santoso", None, None, "01-01-2021", "1"],
        [nip(9), "Siapa Dia", "Jabatan Empat", "Dinas Empat", "01-01-2021", "1"],
    ]), kind="post-history")  # fmt: skip
    assert refused(plan) == {
        2: "value.missing", 3: "state.contradicts", 4: "state.contradicts", 5: "value.missing", 6: "person.unknown",
    }  # fmt: skip
    assert (notices(plan), plan.has_work) == ({}, False)


def test_the_same_tmt_corrects_its_post(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [SITI, "Siti Aminah", "Arsiparis Mahir", "Dinas Kesehatan", "01-04-2018", "823/7"]
    plan = imported(staffed, sheet([HISTORY, row]), kind="post-history")
    assert counts(plan) == {"changed": 1}
    assert ("post", "Arsiparis Terampil", "Arsiparis Mahir") in changes(plan)
    assert employee(staffed, SITI)["post"] == "Arsiparis Mahir"
    assert counts(imported(staffed, sheet([HISTORY, row]), kind="post-history")) == {"same": 1}


def test_a_post_before_birth_is_refused(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [SITI, "Siti Aminah", "Staf", "Dinas Kesehatan", "01-04-1980", "1"]
    plan = imported(staffed, sheet([HISTORY, row]), kind="post-history")
    assert (refused(plan), counts(plan)) == ({2: "event.before_birth"}, {"rejected": 1})


def test_standings_are_a_history_too(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Kedudukan Hukum", "TMT Kedudukan Hukum", "Nomor SK"],
        [SITI, "Siti Aminah", "Aktif", "01-01-2010", "1"],
        [SITI, "Siti Aminah", "Cuti di Luar Tanggungan Negara", "01-01-2020", "2"],
        [SITI, "Siti Aminah", "Aktif", "01-01-2021", "3"],
    ]
    plan = imported(staffed, sheet(rows))
    assert (plan.kind, counts(plan)) == ("standing-history", {"new": 3})
    assert employee(staffed, SITI, date(2020, 6, 1))["standing"] == "Cuti di Luar Tanggungan Negara"
    assert (employee(staffed, SITI)["standing"], counts(imported(staffed, sheet(rows)))) == ("Aktif", {"same": 3})
