"""What headings of lists and histories of people mean that other offices write."""

from __future__ import annotations

import pytest

from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.heading_columns import read_columns
from smartpns_desktop.exchange.layout import find_layout
from smartpns_desktop.exchange.row_texts import bare_section

ANI, BUDI = "199001012015011001", "198503122010012002"
Rows = list[list[str]]


def fields(heading: Rows, kind: str = "employees") -> dict[str, int]:
    columns, _ = read_columns(heading, SPECS[kind])
    return {column.field: column.index for column in columns}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        (["PENDIDIKAN", "TH. LULUS"], "graduation_year"),
        (["MASA KERJA", "BLN"], "service_months"),
        (["JAB."], "post"),
        (["NAMA LENGKAP & GELAR"], "name"),
        (["SKPD / Unit Kerja"], "agency"),
        (["Pangkat / Golongan Ruang"], "grade"),
        (["TMT Gol."], "grade_date"),
        (["PANGKAT"], "rank"),
        (["NAMA PEMANGKU"], "name"),
    ],
)
def test_a_heading_in_other_words(heading: list[str], field: str) -> None:
    assert list(fields([[part] for part in heading])) == [field]


def test_a_bare_tmt_belongs_to_what_stands_left_of_it() -> None:
    told = fields([["NIP", "Gol/Ruang", "TMT", "Jabatan", "Eselon", "", "TMT"]])
    assert (told["grade_date"], told["post_date"]) == (2, 6)
    assert "post_date" not in fields([["NIP", "Gol", "Alamat", "TMT"]])


def test_of_two_columns_of_agencies_the_wider_surrounds_the_other() -> None:
    for heading in (["OPD", "Unit Kerja"], ["Perangkat Daerah", "UNIT KERJA"]):
        assert fields([heading]) == {"outer_agency": 0, "agency": 1}
        assert fields([heading[::-1]]) == {"agency": 0, "outer_agency": 1}


def test_half_of_a_pair_is_read_where_the_kind_has_only_that_half() -> None:
    assert fields([["NIP", "TTL"]], "post-history") == {"nip": 0, "birth_date": 1}


def test_a_row_that_divides_a_column_is_part_of_the_heading() -> None:
    data = [["1", "Ani", ANI, "II/a", "III/a"], ["2", "Budi", BUDI, "II/b", "III/b"]]
    rows = [["No", "Nama", "NIP", "Jenis Kelamin", ""], ["", "", "", "L", "P"], *data]
    layout = find_layout(rows, [SPECS["employees"]])
    assert layout is not None
    assert layout.header_row == 2
    divided = [["No", "Nama", "NIP", "Golongan", ""], ["", "", "", "Lama", "Baru"], *data]
    layout = find_layout(divided, [SPECS["employees"]])
    assert layout is not None
    assert (layout.header_row, layout.index_of("grade")) == (2, None)
    assert layout.unknown == ("Golongan Lama", "Golongan Baru")


def test_people_named_once_for_several_rows_have_events() -> None:
    rows = [["NIP", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan"], [ANI, "Ani", "Staf", "Dinas", "01-05-2012"],
            ["", "", "Kasubbag", "Dinas", "01-05-2016"]]  # fmt: skip
    layout = find_layout(rows, SPECS.values())
    assert layout is not None
    assert layout.spec.kind == "post-history"


def test_only_the_number_in_front_of_a_section_goes() -> None:
    assert bare_section("PEMERINTAH KOTA BONTANG") == "PEMERINTAH KOTA BONTANG"
    assert bare_section("B. BIDANG MUTASI") == "BIDANG MUTASI"


@pytest.mark.parametrize(
    ("kind", "above", "below", "fields"),
    [
        ("disciplinary-actions", "Nomor dan Tanggal SK", ("Nomor", "Tanggal"), ("decree_number", "decree_date")),
        ("employees", "Tempat/Tanggal Lahir", ("Tempat", "Tgl"), ("birth_place", "birth_date")),
        ("trainings", "Tempat/Tanggal Pelaksanaan", ("Tempat", "Tanggal"), ("start",)),
        ("trainings", "Nomor dan Tanggal Sertifikat", ("Nomor", "Tanggal"), ("certificate", "certificate_date")),
    ],
)
def test_what_two_share_is_shared_out(kind: str, above: str, below: tuple[str, str], fields: tuple[str, ...]) -> None:
    columns, _ = read_columns([["No", above, ""], ["", *below]], SPECS[kind])
    assert {it.field: it.index for it in columns} == dict(
        zip(fields, (2,) if len(fields) == 1 else (1, 2), strict=True)
    )


def test_a_number_below_what_nobody_knows_is_told() -> None:
    _, unknown = read_columns([["NIP", "Nama", "Surat Tugas", ""], ["", "", "Nomor", "Tanggal"]], SPECS["employees"])
    assert unknown == ("Surat Tugas Nomor", "Surat Tugas Tanggal")
