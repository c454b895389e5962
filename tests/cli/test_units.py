"""Which agency or unit, grade and programme a row means where the sheet tells it in a roundabout way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.cli.program import Program, rejected_rows
from tests.conftest import Cell, SheetWriter

ANI, BUDI, CICI = "199001012015011001", "199102022016022002", "199303032017031003"
PPPK = "199003032022211004"
TREE = [
    ["Kode", "Nama Unit", "Kode Induk"],
    ["1.01", "Dinas Pendidikan", ""],
    ["1.01.01", "Sekretariat", "1.01"],
    ["2.02", "Dinas Kesehatan", ""],
    ["2.02.01", "Sekretariat", "2.02"],
]


def posts(program: Program) -> dict[str, tuple[str | None, str | None]]:
    """Agency and its code by name of the person."""
    return {row["name"]: (row["agency"], row["agency_code"]) for row in program.rows("employees")}


def test_a_name_that_two_units_bear_is_a_question(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet(TREE))
    rows = [
        ["NIP", "Nama", "Unit Kerja", "Kode Unit"],
        [ANI, "Ani", "Sekretariat", ""],
        [BUDI, "Budi", "SEKRETARIAT", "2.02.01"],
    ]
    answer = smartpns("import", sheet(rows), "--yes", "--good-rows-only", code=1)
    assert rejected_rows(answer) == {2: "value.ambiguous"}
    assert posts(smartpns) == {"Budi": ("Sekretariat", "2.02.01")}
    assert smartpns("list", "agencies")["count"] == 4


def test_who_is_in_one_of_them_already_stays_there(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet(TREE))
    smartpns("import", sheet([["NIP", "Nama", "Kode Unit"], [ANI, "Ani", "2.02.01"]]))
    answer = smartpns("import", sheet([["NIP", "Nama", "Unit Kerja"], [ANI, "Ani", "Sekretariat"]]))
    assert (answer["same"], answer["batch"]) == (1, None)


def test_codes_tell_units_of_one_name_apart(smartpns: Program, sheet: SheetWriter) -> None:
    rows = [
        ["NIP", "NAMA", "UNOR ID", "UNOR NAMA"],
        [ANI, "Ani", "A1", "SEKRETARIAT"],
        [BUDI, "Budi", "B2", "SEKRETARIAT"],
    ]
    smartpns("import", sheet(rows), "--yes")
    assert posts(smartpns) == {"Ani": ("SEKRETARIAT", "A1"), "Budi": ("SEKRETARIAT", "B2")}


def test_another_code_for_one_name_is_told(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet(TREE))
    answer = smartpns("import", sheet([["NIP", "Nama", "UNOR ID", "UNOR NAMA"], [ANI, "Ani", "9X", "dinas kesehatan"]]))
    assert [(it["code"], it["value"]) for it in answer["problems"]] == [("agency.code_differs", "9X")]
    assert posts(smartpns) == {"Ani": ("Dinas Kesehatan", "2.02")}


def test_an_unknown_code_alone_is_told(smartpns: Program, sheet: SheetWriter) -> None:
    answer = smartpns("import", sheet([["NIP", "Nama", "Kode Unit"], [ANI, "Ani", "9.99"]]))
    assert [(it["code"], it["column"], it["value"]) for it in answer["problems"]] == [
        ("value.unknown", "Kode Unit", "9.99")
    ]


def test_the_title_tells_whose_units_are_meant(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet(TREE))
    head: list[Sequence[Cell]] = [["Perangkat Daerah : Dinas Kesehatan"], ["NIP", "Nama", "Jabatan"]]
    rows = [*head, ["Sekretariat"], [ANI, "Ani", "Kepala"], ["Bidang Gizi"], [BUDI, "Budi", "Kepala"]]
    smartpns("import", sheet(rows), "--yes")
    assert posts(smartpns) == {"Ani": ("Sekretariat", "2.02.01"), "Budi": ("Bidang Gizi", None)}
    (gizi,) = smartpns.rows("agencies", "--where", "name=Bidang Gizi")
    assert (gizi["parent"], gizi["kind"]) == ("Dinas Kesehatan", "unit")


def test_units_of_two_new_agencies_stay_apart(smartpns: Program, sheet: SheetWriter) -> None:
    for nip, name, agency in ((ANI, "Ani", "Dinas A"), (BUDI, "Budi", "Dinas B")):
        rows = [[f"OPD: {agency}"], ["NIP", "Nama", "Unit Kerja"], [nip, name, "Sekretariat"]]
        smartpns("import", sheet(rows), "--yes")
    found = {(row["name"], row["parent"]) for row in smartpns.rows("agencies")}
    assert found == {("Dinas A", None), ("Dinas B", None), ("Sekretariat", "Dinas A"), ("Sekretariat", "Dinas B")}


def test_an_export_with_units_of_one_name_comes_in_as_nothing_new(smartpns: Program, sheet: SheetWriter) -> None:
    for nip, name, agency in ((ANI, "Ani", "Dinas A"), (BUDI, "Budi", "Dinas B")):
        rows = [[f"OPD: {agency}"], ["NIP", "Nama", "Unit Kerja"], [nip, name, "Sekretariat"]]
        smartpns("import", sheet(rows), "--yes")
    for kind, count in (("agencies", 4), ("employees", 2)):
        smartpns("export", kind, smartpns.data / "out.xlsx")
        answer = smartpns("import", smartpns.data / "out.xlsx")
        assert (answer["same"], answer["rows"], answer["batch"]) == (count, count, None)


def test_an_agency_in_another_agencys_list_stands_alone(smartpns: Program, sheet: SheetWriter) -> None:
    rows = [["Perangkat Daerah: BKPSDM"], ["NIP", "Nama", "OPD"], [ANI, "Ani", "Dinas Sosial"]]
    smartpns("import", sheet(rows), "--yes")
    (agency,) = smartpns.rows("agencies", "--where", "name=Dinas Sosial")
    assert (agency["parent"], agency["kind"]) == (None, "agency")


def test_a_section_that_is_no_agency_is_told_and_creates_none(smartpns: Program, sheet: SheetWriter) -> None:
    rows = [["No", "NIP", "Nama"], ["GOLONGAN IV"], [1, ANI, "Ani"], ["Dinas Sosial"], [2, BUDI, "Budi"],
            ["Golongan III"], [3, CICI, "Cici"]]  # fmt: skip
    answer = smartpns("import", sheet(rows), "--yes")
    assert [(it["code"], it["row"], it["value"]) for it in answer["problems"]] == [
        ("value.unknown", 2, "GOLONGAN IV"),
        ("value.unknown", 6, "Golongan III"),
    ]
    assert posts(smartpns) == {"Ani": (None, None), "Budi": ("Dinas Sosial", None), "Cici": ("Dinas Sosial", None)}


def test_namesakes_below_other_parents_are_other_units(smartpns: Program, sheet: SheetWriter) -> None:
    rows = [["Kode", "Nama Unit", "Induk"], ["1", "Dinas A", ""], ["", "Sekretariat", "Dinas A"],
            ["", "Sekretariat", "Dinas B"], ["2", "Dinas B", ""]]  # fmt: skip
    answer = smartpns("import", sheet(rows))
    assert answer["new"] == 4
    assert {(row["name"], row["parent"]) for row in smartpns.rows("agencies")} == {
        ("Dinas A", None), ("Dinas B", None), ("Sekretariat", "Dinas A"), ("Sekretariat", "Dinas B"),
    }  # fmt: skip
    assert smartpns("import", sheet(rows))["same"] == 4


def test_agencies_in_a_ring_are_told_and_do_not_hang_the_reports(smartpns: Program, sheet: SheetWriter) -> None:
    rows = [["Kode", "Nama Unit", "Kode Induk"], ["1", "Dinas A", "2"], ["2", "Dinas B", "1"], ["3", "Dinas C", "3"]]
    answer = smartpns("import", sheet(rows))
    assert {it["severity"] for it in answer["problems"]} == {"warn"}
    parents = {row["code"]: row["parent_code"] for row in smartpns.rows("agencies")}
    assert parents["3"] is None
    assert None in (parents["1"], parents["2"])
    smartpns("import", sheet([["NIP", "Nama", "Unit Kerja"], [ANI, "Ani", "Dinas A"]]))
    assert smartpns("report", "employees", smartpns.data / "laporan.xlsx")["rows"] == 1


@pytest.mark.parametrize(
    ("nip", "text", "grade"),
    [(PPPK, "IX", "IX"), (PPPK, "9", "IX"), (PPPK, "III/c", None), (ANI, "III/c", "III/c"), (ANI, "IX", None)],
)
def test_the_grade_is_read_for_the_kind_that_the_nip_tells(
    smartpns: Program, sheet: SheetWriter, nip: str, text: str, grade: str | None
) -> None:
    answer = smartpns("import", sheet([["NIP", "Nama", "Golongan"], [nip, "Budi", text]]))
    assert [it["code"] for it in answer["problems"]] == ([] if grade else ["grade.unknown"])
    assert smartpns.rows("employees")[0]["grade"] == grade


@pytest.mark.parametrize(
    ("text", "level", "programme"),
    [
        ("S-1 Akuntansi", "S-1/Sarjana", "S-1 Akuntansi"),
        ("S-1/Sarjana", "S-1/Sarjana", None),
        ("SMA IPA", "SLTA", "SMA IPA"),
        ("SMA sederajat", "SLTA", None),
    ],
)
def test_one_column_may_tell_level_and_programme(
    smartpns: Program, sheet: SheetWriter, text: str, level: str, programme: str | None
) -> None:
    smartpns("import", sheet([["NIP", "Nama", "Pendidikan"], [ANI, "Ani", text]]), "--yes")
    row = smartpns.rows("employees")[0]
    assert (row["education_level"], row["education"]) == (level, programme)


def test_a_number_without_a_name_at_the_end_is_no_signature(smartpns: Program, sheet: SheetWriter) -> None:
    answer = smartpns("import", sheet([["NIP", "Nama"], [ANI, "Ani"], [BUDI, ""]]), "--dry-run", code=1)
    assert rejected_rows(answer) == {3: "name.missing"}
    foot = sheet([["NIP", "Nama"], [ANI, "Ani"], ["", ""], ["Kepala", ""], ["NIP 197001011995031002", ""]])
    assert smartpns("import", foot, "--dry-run")["skipped"]["signature"] == 2


def test_years_are_told_or_their_lack_is(smartpns: Program, sheet: SheetWriter) -> None:
    head = ["Perangkat Daerah", "Periode", "Jenjang", "Program Studi"]
    told = sheet([[*head, "Tahun 2026", "Thn. 2027"], ["Dinas A", "2026-2030", "S-2", "Hukum", 1, 2]])
    smartpns("import", told, "--yes")
    assert smartpns.rows("study-needs")[0]["heads"] == {"2026": 1, "2027": 2}
    silent = sheet([[*head, "Warna"], ["Dinas A", "2026-2030", "S-2", "Gizi", "merah"]])
    notices = {it["code"]: it["names"] for it in smartpns("import", silent, "--yes", "--dry-run")["notices"]}
    assert notices.keys() >= {"heads.missing", "columns.unknown"}


def test_numbers_kept_as_text_in_a_csv(smartpns: Program) -> None:
    path = smartpns.data / "sistem.csv"
    path.write_text(f'NIP;Nama;NIK\n="{ANI}";Ani;="0174035809727604"\n', encoding="utf-8")
    smartpns("import", path)
    (row,) = smartpns.rows("employees")
    assert (row["nip"], row["nik"]) == (ANI, "0174035809727604")
