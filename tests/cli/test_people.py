"""The commands duplicates, merge, unmerge and different, as a caller sees them."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.program import Program
from tests.conftest import SheetWriter

NIK = "6474015203850001"
SITI, SITTI, BUDI, BUDY = "198503122010012001", "198503122021212001", "199001012015011001", "199001012015011002"


@pytest.fixture
def office(smartpns: Program, sheet: SheetWriter) -> Program:
    people = sheet(
        [
            ["NIP", "NIK", "Nama", "Golongan", "TMT Golongan", "Nomor HP"],
            [SITI, NIK, "Siti Aminah", "III/c", "01-04-2020", "0811"],
            [SITTI, NIK, "Sitti Aminah", "IX", "01-04-2021", "0822"],
            [BUDI, "", "Budi Santoso", "III/a", "01-04-2020", ""],
            [BUDY, "", "Budi Santoso", "III/a", "01-04-2020", ""],
        ],
        "people.xlsx",
    )
    courses = sheet(
        [
            ["NIP", "Nama", "Nama Pelatihan", "Tanggal Mulai", "Tanggal Selesai", "JP"],
            [SITI, "Siti Aminah", "Bimtek Arsip", "01-02-2025", "02-02-2025", 12],
            [SITTI, "Sitti Aminah", "Bimtek Arsip", "01-02-2025", "02-02-2025", 14],
            [SITTI, "Sitti Aminah", "Seminar SPBE", "01-03-2025", "01-03-2025", 6],
        ],
        "courses.xlsx",
    )
    smartpns("import", people, "--kind", "employees", "--yes")
    smartpns("import", courses, "--kind", "trainings", "--yes")
    return smartpns


def parts(office: Program, kind: str, out: Path) -> dict[str, bytes]:
    """What an exported workbook holds, without the moment at which it was made."""
    office("export", kind, out)
    with ZipFile(out) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


def test_duplicates_are_listed_the_surest_first(office: Program) -> None:
    answer = office("duplicates")
    assert answer.keys() == {"count", "pairs"}
    assert answer["count"] == len(answer["pairs"]) == 2
    first = answer["pairs"][0]
    assert first.keys() == {"score", "reasons", "message", "keep", "other"}
    assert (first["keep"], first["other"]) == (
        {"nip": SITI, "name": "Siti Aminah"}, {"nip": SITTI, "name": "Sitti Aminah"},
    )  # fmt: skip
    assert set(first["reasons"]) == {"nik.same", "name.alike", "birth.same", "status.changed"}
    assert first["message"] == "NIK sama, nama mirip, tanggal lahir sama, beralih antara PPPK dan PNS"
    limited = office("duplicates", "--limit", 1)
    assert (limited["count"], len(limited["pairs"])) == (2, 1)
    said = office.say("duplicates", "--limit", "1").out
    assert SITI in said
    assert "1 pasangan lagi" in said


def test_a_dry_run_tells_all_and_stores_nothing(office: Program) -> None:
    before = office.digest()
    answer = office("merge", SITI, SITTI, "--dry-run", "--take", "name=other")
    assert office.digest() == before
    assert answer.keys() == {"keep", "other", "fields", "moved", "united", "batch"}
    assert answer["batch"] is None
    assert answer["moved"] == {"grade_history": 1, "trainings": 1}
    (united,) = answer["united"]
    assert united["label"] == "Pelatihan Bimtek Arsip, 1 Feb 2025"
    assert united["dropped"] == [{"field": "jp", "before": "14", "after": "12"}]
    fields = {it["field"]: it for it in answer["fields"]}
    assert fields["name"] == {
        "field": "name", "keep": "Siti Aminah", "other": "Sitti Aminah", "taken": "other", "differs": True,
    }  # fmt: skip
    assert fields["phone"]["taken"] == "keep"
    said = office.say("merge", SITI, SITTI, "--dry-run").out
    assert "Jumlah JP 14" in said or "JP 14" in said
    assert "Hanya diperiksa" in said


def test_merging_and_parting_leaves_every_export_as_it_was(office: Program, tmp_path: Path) -> None:
    kinds = ("employees", "trainings")
    before = [parts(office, kind, tmp_path / f"before-{kind}.xlsx") for kind in kinds]
    number = office("merge", SITI, SITTI)["batch"]
    assert [it["nip"] for it in office.rows("trainings")] == [SITI, SITI]
    assert SITTI not in {it["nip"] for it in office.rows("employees")}
    answer = office("unmerge", number)
    assert answer.keys() == {"batch", "change_set", "returned", "kept", "notices"}
    assert (answer["batch"], answer["returned"], answer["kept"]) == (number, f"{SITTI} Sitti Aminah", [])
    assert [parts(office, kind, tmp_path / f"after-{kind}.xlsx") for kind in kinds] == before
    assert office("check")["sound"] is True


def test_a_merge_is_undone_as_any_change(office: Program, tmp_path: Path) -> None:
    before = parts(office, "employees", tmp_path / "before.xlsx")
    number = office("merge", SITI, SITTI)["batch"]
    office("undo", number)
    assert parts(office, "employees", tmp_path / "after.xlsx") == before
    office("redo", number)
    assert SITTI not in {it["nip"] for it in office.rows("employees")}


def test_what_was_edited_since_is_kept_and_told(office: Program, sheet: SheetWriter) -> None:
    number = office("merge", SITI, SITTI, "--take", "phone=other")["batch"]
    newer = sheet([["NIP", "Nama", "Nomor HP"], [SITI, "Siti Aminah", "0899"]], "newer.xlsx")
    office("import", newer, "--kind", "employees", "--yes")
    assert office.refusal("undo", number) == "undo.blocked"
    answer = office("unmerge", number, code=1)
    assert [(it["reason"], it["fields"]) for it in answer["kept"]] == [("edited", ["Nomor HP"])]
    assert [it["code"] for it in answer["notices"]] == ["unmerge.edited"]
    phones = {it["nip"]: it["phone"] for it in office.rows("employees")}
    assert (phones[SITI], phones[SITTI]) == ("0899", "0822")


def test_a_search_for_the_former_nip_finds_the_one_who_stayed(office: Program) -> None:
    office("merge", SITI, SITTI)
    assert [it["nip"] for it in office.rows("employees", "--search", SITTI)] == [SITI]
    first = office("search", SITTI)["results"][0]
    assert (first["kind"], [it["nip"] for it in first["rows"]]) == ("employees", [SITI])


def test_people_who_are_two_are_not_listed_again(office: Program) -> None:
    answer = office("different", BUDI, BUDY)
    assert answer.keys() == {"batch", "nips"}
    assert [it["keep"]["nip"] for it in office("duplicates")["pairs"]] == [SITI]
    assert office("different", BUDY, BUDI)["batch"] is None
    office("undo", answer["batch"])
    assert office("duplicates")["count"] == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("merge", SITI, SITI), "merge.same_person"),
        (("merge", SITI, "123"), "employee.unknown"),
        (("merge", SITI, SITTI, "--take", "nip=other"), "argument.unknown_field"),
        (("merge", SITI, SITTI, "--take", "name=both"), "argument.bad_value"),
        (("merge", SITI, SITTI, "--take", "name"), "argument.unusable"),
        (("merge", SITI), "argument.unusable"),
        (("unmerge", 1), "merge.not_one"),
        (("unmerge", 999), "batch.unknown"),
        (("different", SITI, SITI), "merge.same_person"),
    ],
)
def test_what_cannot_be_done_is_refused(office: Program, arguments: tuple[object, ...], code: str) -> None:
    assert office.refusal(*arguments) == code
