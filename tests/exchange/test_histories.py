"""Which kind a sheet about grades, posts or schools is: a list of people or a history of events."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from smartpns_desktop.exchange.body import read_body
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.layout import Layout, find_layout

ANI, BUDI = "199001012015011001", "198503122010012002"
Rows = Sequence[Sequence[object]]


def found(rows: Rows, name: str = "Sheet1") -> Layout:
    width = max(map(len, rows))
    layout = find_layout([[*row, *[""] * (width - len(row))] for row in rows], SPECS.values(), name)
    assert layout is not None
    return layout


GRADES = ["NIP", "Nama", "Gol", "TMT Gol"]
POSTS = ["NIP", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan"]
SCHOOLS = ["NIP", "Nama", "Pendidikan", "Jurusan", "Tahun Lulus"]
ONE_EACH = [[ANI, "Ani", "III/a", "01-01-2015"], [BUDI, "Budi", "III/c", "01-04-2022"]]
SEVERAL = [[ANI, "Ani", "III/a", "01-01-2015"], [ANI, "Ani", "III/b", "01-04-2019"], *ONE_EACH[1:]]
PROFILE = ["NIP", "Nama", "Gol", "TMT Gol", "Jabatan", "TMT Jabatan", "Unit Kerja", "Pendidikan", "Tahun Lulus"]


@pytest.mark.parametrize(
    ("rows", "name", "kind"),
    [
        pytest.param([GRADES, *ONE_EACH], "Sheet1", "employees", id="one row for each person"),
        pytest.param([GRADES, *SEVERAL], "Sheet1", "grade-history", id="several rows for a person"),
        pytest.param([["RIWAYAT PANGKAT"], GRADES, *ONE_EACH], "Sheet1", "grade-history", id="title"),
        pytest.param([GRADES, *ONE_EACH], "RW_GOLONGAN", "grade-history", id="name of the sheet"),
        pytest.param([[*GRADES, "No SK", "Tgl SK"], *ONE_EACH], "Sheet1", "grade-history", id="decrees"),
        pytest.param([["nipBaru", "golongan", "tmtGolongan", "skNomor", "skTanggal", "masaKerjaGolonganTahun"]],
                     "Sheet1", "grade-history", id="SIASN"),
        pytest.param([["DATA PEGAWAI"], PROFILE, [ANI, "Ani", "III/a", "01-01-2015", "Staf", "01-01-2015"]],
                     "Sheet1", "employees", id="profile"),
        pytest.param([GRADES, *ONE_EACH, *ONE_EACH, *ONE_EACH], "Sheet1", "employees", id="the same people again"),
        pytest.param([POSTS, [ANI, "Ani", "Staf", "Dinas", "01-01-2015"], [ANI, "Ani", "Kasi", "Dinas", "01-01-2020"]],
                     "Sheet1", "post-history", id="posts"),
        pytest.param([["Riwayat Jabatan ASN"], POSTS, [ANI, "Ani", "Staf", "Dinas", "01-01-2015"]],
                     "Sheet1", "post-history", id="titled posts"),
        pytest.param([SCHOOLS, [ANI, "Ani", "SMA", "IPA", 2008.0], [ANI, "Ani", "S-1", "Hukum", 2012.0]],
                     "Sheet1", "education-history", id="schools"),
        pytest.param([[*SCHOOLS, "No Ijazah"], [ANI, "Ani", "S-1", "Hukum", 2012.0, "1"]],
                     "Sheet1", "education-history", id="certificates"),
        pytest.param([["NIP", "Nama Pelatihan", "Tanggal Mulai", "JP"], [ANI, "Bimtek", "01-01-2025", 20.0]],
                     "Riwayat", "trainings", id="trainings"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_what_the_sheet_says(rows: Rows, name: str, kind: str) -> None:
    layout = found(rows, name)
    assert (layout.spec.kind, layout.incomplete, layout.doubtful) == (kind, (), False)


def test_a_sheet_of_two_kinds_of_events_is_open() -> None:
    both = ["NIP", "Nama", "Gol", "TMT Gol", "Jabatan", "TMT Jabatan"]
    rows = [both, *([ANI, "Ani", "III/a", f"01-04-{year}", "Staf", f"01-05-{year}"] for year in (2015, 2019, 2023))]
    assert found(rows).doubtful
    assert found([["RIWAYAT JABATAN"], *rows]).spec.kind == "post-history"
    assert not found([["RIWAYAT JABATAN"], *rows]).doubtful


def test_whose_rows_they_are_may_stand_above_them() -> None:
    rows: Rows = [
        ["Nama : Ani", "", ""],
        [f"NIP : {ANI}", "", ""],
        ["Golongan", "TMT", "No SK"],
        ["III/a", "01-01-2015", "1"],
        ["", "", ""],
        ["Nama", ":", "Budi"],
        ["NIP", ":", BUDI],
        ["Tempat Lahir", ": Bontang", ""],
        ["Golongan", "TMT", "No SK"],
        ["III/c", "01-04-2022", "2"],
    ]
    layout = found(rows)
    assert (layout.spec.kind, layout.incomplete, layout.beside) == ("grade-history", (), {"nip"})
    body = read_body(rows, layout, lambda _: "")
    assert body.rows == [4, 10]
    assert body.sections == [{}, {"nip": BUDI, "person": "Budi"}]
    assert sorted([*body.rows, *body.skipped]) == list(range(1, 11))


def test_a_label_is_none_where_every_row_names_its_person() -> None:
    rows: Rows = [GRADES, [ANI, "Ani", "III/a", "01-01-2015"], [ANI, "Catatan: baru", "III/b", "01-04-2019"]]
    layout = found(rows)
    assert read_body(rows, layout, lambda _: "").rows == [2, 3]
