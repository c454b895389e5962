"""Import, undo and redo as commands: counts, exit codes, consent, and what is stored."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.program import Answer, Program, assert_calm, call_process, outcome_of, rejected_rows
from tests.conftest import SheetWriter

SKIPPED = {"heading", "title", "section", "number", "blank", "total", "signature", "left_out"}
EXPECTED: dict[str, Answer] = json.loads(
    (Path(__file__).parents[1] / "samples" / "expected.json").read_text(encoding="utf-8")
)
READ = [name for name in EXPECTED if name not in ("daftar_pegawai_simpeg.xls", "ipasn_bkn_2025.csv")]
PERSON = "199001012015011001"
OTHER = "199102022016022002"


def sheet_rows(path: Path) -> int:
    """Rows of the first sheet, counted by another reader."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return sum(1 for _ in csv.reader(file, delimiter=";"))
    return int(openpyxl.load_workbook(path).worksheets[0].max_row)


def add_up(answer: Answer) -> bool:
    return bool(answer["rows"] == sum(answer[it] for it in ("new", "changed", "same", "rejected")))


@pytest.mark.parametrize("name", READ)
def test_samples_are_read_as_expected(city: Program, samples: Path, tmp_path: Path, name: str) -> None:
    expected = EXPECTED[name]
    fresh = city if expected["kind"] == "trainings" else Program(tmp_path / "fresh", city._capsys)  # noqa: SLF001
    if name == "riwayat_kursus_siasn.csv":
        fresh("undo", 3)
    answer = fresh("import", samples / name, "--dry-run", code=1 if expected.get("rejected") else 0)
    for field in ("kind", "sheet", "header_row", "rows", "new", "rejected"):
        assert answer[field] == expected.get(field, answer[field] if field != "rejected" else 0), field
    assert (answer["changed"], answer["same"], answer["batch"]) == (0, 0, None)
    assert answer["skipped"].keys() == SKIPPED
    assert add_up(answer)
    if "rejected_rows" in expected:
        assert sorted(rejected_rows(answer)) == expected["rejected_rows"]
        assert rejected_rows(answer) == {int(row): code for row, code in expected["why"].items()}
    if "damaged_rows" in expected:
        assert rejected_rows(answer) == dict.fromkeys(expected["damaged_rows"], "nip.damaged")


@pytest.mark.parametrize("name", [name for name in READ if not name.endswith((".xls", ".ods"))])
def test_every_row_of_the_sheet_is_accounted_for(city: Program, samples: Path, name: str) -> None:
    answer = city("import", samples / name, "--dry-run", code=1 if EXPECTED[name].get("rejected") else 0)
    assert answer["rows"] + sum(answer["skipped"].values()) == sheet_rows(samples / name)


def test_the_recap_of_trainings_sums_up(city: Program, samples: Path) -> None:
    expected = EXPECTED["rekap_diklat_diskominfo_2025.xlsx"]
    answer = city("import", samples / "rekap_diklat_diskominfo_2025.xlsx", "--good-rows-only", code=1)
    stored = city.rows("trainings", "--where", "year=2025")
    assert len(stored) == expected["good"] == answer["new"]
    assert sum(row["jp"] for row in stored) == expected["jp_good"]
    hidden = next(notice for notice in answer["notices"] if notice["code"] == "rows.hidden")
    assert hidden["names"] == [str(row) for row in expected["hidden_rows"]]


@pytest.mark.parametrize("agency", ["Dinas Komunikasi dan Informatika", "Dinas Pekerjaan Umum dan Penataan Ruang Kota"])
def test_the_forms_of_study_needs_sum_up(city: Program, agency: str) -> None:
    expected = next(it for it in EXPECTED.values() if it.get("agency") == agency)
    rows = city.rows("study-needs", "--where", f"agency={agency}")
    assert len(rows) == expected["lines"]
    assert sum(sum(row["heads"].values()) for row in rows) == expected["people"]
    assert len({row["level"] for row in rows}) == expected["levels"]


def test_the_course_history_sums_up(city: Program) -> None:
    assert sum(row["jp"] for row in city.rows("trainings")) == EXPECTED["riwayat_kursus_siasn.csv"]["jp"]


def test_a_dry_run_stores_nothing_and_says_what_it_would_do(smartpns: Program, samples: Path) -> None:
    before = smartpns.digest()
    answer = smartpns("import", samples / "siasn_profil_asn.xlsx", "--dry-run", "--yes", "--good-rows-only", code=1)
    assert answer["batch"] is None
    assert smartpns.digest() == before
    codes = {notice["code"] for notice in answer["notices"]}
    assert {"agencies.created", "positions.created", "programmes.created"} <= codes


def test_a_rejected_row_keeps_the_whole_file_out(smartpns: Program, samples: Path) -> None:
    before = smartpns.digest()
    answer = smartpns("import", samples / "siasn_profil_asn.xlsx", "--yes", code=2)
    assert answer["batch"] is None
    assert answer["rejected"] == 4
    assert smartpns.digest() == before


def test_the_good_rows_are_stored_on_demand(smartpns: Program, samples: Path) -> None:
    answer = smartpns("import", samples / "siasn_profil_asn.xlsx", "--yes", "--good-rows-only", code=1)
    assert answer["batch"] == 2
    assert smartpns("list", "employees")["count"] == answer["new"] == 167
    again = smartpns("import", samples / "siasn_profil_asn.xlsx", "--yes", "--good-rows-only", code=1)
    assert outcome_of(again) == {"rows": 171, "new": 0, "changed": 0, "same": 167, "rejected": 4}
    assert again["batch"] is None


def test_what_would_be_created_needs_consent(smartpns: Program, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nama", "Unit Kerja", "Jabatan"], [PERSON, "Ani", "Dinas Baru", "Penata Taman"]])
    before = smartpns.digest()
    answer = smartpns("import", path, code=2)
    assert answer["batch"] is None
    assert {it["code"]: it["names"] for it in answer["notices"]} == {
        "positions.created": ["Penata Taman"],
        "agencies.created": ["Dinas Baru"],
        "import.needs_yes": [],
    }
    assert smartpns.digest() == before
    taken = smartpns("import", path, "--yes")
    assert "import.needs_yes" not in {it["code"] for it in taken["notices"]}
    assert smartpns.rows("agencies")[0]["name"] == "Dinas Baru"


def test_yes_takes_a_certain_spelling_and_names_it(smartpns: Program, sheet: SheetWriter) -> None:
    head = ["NIP", "Nama", "Unit Kerja"]
    smartpns("import", sheet([head, [PERSON, "Ani", "Dinas Sejahtera"]]), "--yes")
    path = sheet([head, [OTHER, "Budi", "Dinas Sejahtra"]])
    assert smartpns("import", path, code=2)["batch"] is None
    assert {it["code"] for it in smartpns("import", path, "--yes")["notices"]} == {"spellings.taken"}
    assert {it["agency"] for it in smartpns.rows("employees")} == {"Dinas Sejahtera"}


def test_names_match_whatever_their_case(smartpns: Program, sheet: SheetWriter) -> None:
    head = ["NIP", "Nama", "Unit Kerja", "Jabatan"]
    smartpns("import", sheet([head, [PERSON, "Ani", "Dinas Baru", "Penata Taman"]]), "--yes")
    answer = smartpns("import", sheet([head, [OTHER, "Budi", "DINAS  BARU", "penata taman"]]))
    assert (answer["new"], answer["notices"]) == (1, [])
    assert smartpns("list", "agencies")["count"] == smartpns("list", "positions")["count"] == 1


def test_changes_are_told_before_and_after(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet([["NIP", "Nama", "Surel"], [PERSON, "Ani", "a@contoh.go.id"], [OTHER, "Budi", ""]]))
    answer = smartpns(
        "import", sheet([["NIP", "Nama", "Surel"], [PERSON, "Ani", "b@contoh.go.id"], [OTHER, "", ""]]), code=2
    )
    assert outcome_of(answer) == {"rows": 2, "new": 0, "changed": 1, "same": 0, "rejected": 1}
    assert answer["changes"] == [
        {"row": 2, "label": f"{PERSON} Ani", "field": "email", "before": "a@contoh.go.id", "after": "b@contoh.go.id"}
    ]


def test_an_empty_cell_takes_nothing_away(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet([["NIP", "Nama", "Surel"], [PERSON, "Ani", "a@contoh.go.id"]]))
    answer = smartpns("import", sheet([["NIP", "Nama", "Surel"], [PERSON, "Ani", ""]]))
    assert (answer["same"], answer["batch"]) == (1, None)
    assert smartpns.rows("employees")[0]["email"] == "a@contoh.go.id"


def test_every_problem_says_where_what_and_why(smartpns: Program, sheet: SheetWriter) -> None:
    rows = [
        ["NIP", "Nama", "L/P", "Tanggal Lahir", "Golongan"],
        [PERSON, "Ani", "P", "01-01-1990", "V/z"],
        [OTHER, "Budi", "P", "31-02-1991", ""],
    ]
    problems = smartpns("import", sheet(rows), "--dry-run", code=1)["problems"]
    assert [(it["severity"], it["code"], it["row"], it["column"], it["value"]) for it in problems] == [
        ("warn", "grade.unknown", 2, "Golongan", "V/z"),
        ("warn", "nip.sex_differs", 2, "NIP", PERSON),
        ("reject", "date.unreadable", 3, "Tanggal Lahir", "31-02-1991"),
    ]
    for problem in problems:
        assert problem.keys() == {"severity", "code", "row", "column", "value", "message"}
        assert_calm(problem["message"])


def test_warnings_change_neither_counts_nor_exit_code(smartpns: Program, sheet: SheetWriter) -> None:
    answer = smartpns("import", sheet([["NIP", "Nama", "L/P", "Golongan"], [PERSON, "Ani", "P", "V/z"]]))
    assert {it["severity"] for it in answer["problems"]} == {"warn"}
    assert (answer["new"], answer["rejected"]) == (1, 0)


def test_the_sheet_and_the_kind_can_be_told(smartpns: Program, samples: Path) -> None:
    path = samples / "siasn_profil_asn.xlsx"
    answer = smartpns("import", path, "--kind", "employees", "--sheet", "Profil ASN", "--dry-run", code=1)
    assert (answer["kind"], answer["sheet"]) == ("employees", "Profil ASN")
    assert smartpns.refusal("import", path, "--kind", "trainings") == "kind.mismatch"
    assert smartpns.refusal("import", path, "--sheet", "Tidak Ada") == "sheet.missing"
    assert smartpns.refusal("import", path, "--kind", "pegawe") == "argument.unknown_kind"


def test_the_sender_is_remembered(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet([["NIP", "Nama"], [PERSON, "Ani"]]), "--sender", "Dinas Baru")
    batch = smartpns.rows("batches")[0]
    assert (batch["sender"], batch["kind"], batch["file"], batch["rows"], batch["new"]) == (
        "Dinas Baru", "employees", "sheet.xlsx", 1, 1,
    )  # fmt: skip


def test_undo_takes_back_all_that_came_with_the_batch(smartpns: Program, samples: Path) -> None:
    empty = {kind: smartpns("list", kind)["count"] for kind in ("employees", "agencies", "positions", "programmes")}
    batch = smartpns("import", samples / "siasn_profil_asn.xlsx", "--yes", "--good-rows-only", code=1)["batch"]
    answer = smartpns("undo", batch)
    assert (answer["batch"], answer["kept"]) == (batch, [])
    assert {kind: smartpns("list", kind)["count"] for kind in empty} == empty
    assert smartpns.rows("batches")[0]["undone"] is True
    assert smartpns("check")["sound"] is True


def test_redo_brings_it_all_back(city: Program) -> None:
    before = {kind: city.rows(kind) for kind in ("study-needs", "programmes", "positions", "agencies")}
    city("undo", 5)
    assert city("list", "study-needs")["count"] == 7
    city("redo", 5)
    assert {kind: city.rows(kind) for kind in before} == before


def test_undo_of_a_batch_keeps_what_was_edited_or_is_used(city: Program) -> None:
    answer = city("undo", 2, code=1)
    assert {it["reason"] for it in answer["kept"]} == {"referred"}
    assert answer["reverted"] > 0
    assert city("list", "employees")["count"] == 60, "those of whom trainings are kept"
    assert city("check")["sound"] is True


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("undo", 99), "batch.unknown"),
        (("undo", 1), "batch.not_undoable"),
        (("redo", 2), "batch.not_undone"),
        (("undo", 0), "batch.unknown"),
        (("undo", "dua"), "argument.unusable"),
        (("undo", 10**30), "argument.unusable"),
    ],
)
def test_what_cannot_be_undone_is_refused(city: Program, arguments: tuple[object, ...], code: str) -> None:
    assert city.refusal(*arguments) == code


def test_undoing_twice_is_refused(city: Program) -> None:
    city("undo", 5)
    assert city.refusal("undo", 5) == "batch.already_undone"


def test_people_are_told_in_indonesian_what_came_of_it(smartpns: Program, samples: Path) -> None:
    said = smartpns.say("import", samples / "siasn_profil_asn.xlsx", "--yes", "--good-rows-only")
    assert said.code == 1
    assert "171 baris data: 167 baru, 0 berubah, 0 sama, 4 ditolak" in said.out
    assert "Baris 172, kolom NAMA: Nama belum diisi." in said.out
    assert "smartpns undo 2" in said.out
    assert said.err == ""


def test_people_see_changes_in_words(smartpns: Program, sheet: SheetWriter) -> None:
    head = ["NIP", "Nama", "L/P", "TMT PNS", "Unit Kerja", "Pendidikan"]
    smartpns("import", sheet([head, [PERSON, "Ani", "L", "", "Dinas A", "S-1"]]), "--yes")
    out = smartpns.say("import", sheet([head, [PERSON, "Ani", "P", "01-02-2016", "Dinas B", "S-2"]]), "--yes").out
    changes = [line.split("  ") for line in out.splitlines() if line.startswith("2 ")]
    assert [[cell.strip() for cell in line if cell.strip()][2:] for line in changes] == [
        ["Jenis kelamin", "Laki-laki", "Perempuan"],
        ["TMT PNS", "1 Feb 2016"],
        ["Perangkat daerah", "Dinas A", "Dinas B"],
        ["Tingkat pendidikan", "S-1/Sarjana", "S-2"],
    ]


def test_a_process_answers_as_the_function_does(city: Program, samples: Path) -> None:
    said = call_process(city.data, "--json", "import", samples / "siasn_profil_asn.xlsx", "--dry-run")
    assert said.code == 1
    assert said.err == ""
    assert outcome_of(json.loads(said.out)) == {"rows": 171, "new": 0, "changed": 0, "same": 167, "rejected": 4}


def test_a_process_without_a_terminal_is_not_asked(smartpns: Program, samples: Path) -> None:
    said = call_process(smartpns.data, "import", samples / "usulan_kebutuhan_tb_diskominfo.xlsx", input="y\n")
    assert said.code == 2
    assert "--yes" in said.out


def test_refused_rows_are_written_for_the_sender(smartpns: Program, sheet: SheetWriter, tmp_path: Path) -> None:
    rows = [["NIP", "Nama"], [PERSON, "Ani"], ["123", "Budi"]]
    out = tmp_path / "salah.xlsx"
    answer = smartpns("import", sheet(rows), "--errors", out, "--good-rows-only", code=1)
    assert (answer["errors"], answer["new"], answer["rejected"]) == (str(out), 1, 1)
    assert [row[:2] for row in openpyxl.load_workbook(out).active.iter_rows(values_only=True)] == [
        ("NIP", "Nama"), ("123", "Budi"),
    ]  # fmt: skip
    said = smartpns.say("import", out, "--dry-run")
    assert "Alasan" not in said.out
    out.unlink()
    answer = smartpns("import", sheet(rows[:2]), "--errors", out)
    assert answer["errors"] is None
    assert not out.exists()
    assert smartpns.refusal("import", sheet(rows), "--errors", sheet(rows)) == "export.onto_source"
    assert smartpns.refusal("import", sheet(rows), "--errors", tmp_path / "salah.pdf") == "export.unsupported_ending"
