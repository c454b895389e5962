"""The commands that look after the store: check, backup, restore, demo and self-test."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from smartpns_desktop.app import STORE
from tests.cli.program import Program, assert_calm, call_process
from tests.conftest import SheetWriter
from tests.contents import content_digest

NEW_PERSON = [["NIP", "Nama"], ["199404042018041004", "Dedi"]]


def execute(path: Path, *statements: str) -> None:
    """Change a store behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_sound_store_is_said_to_be_so(city: Program) -> None:
    before = city.digest()
    answer = city("check")
    assert answer.keys() == {"sound", "findings", "change_sets", "folder", "place", "data"}
    assert (answer["folder"], answer["place"]) == (str(city.data), "chosen")
    assert (answer["sound"], answer["findings"], answer["change_sets"]) == (True, [], 5)
    assert answer["data"]["employees"] == 167
    assert city.digest() == before
    assert city.say("check").out.startswith("Data dan jurnal utuh: 5 perubahan diperiksa.")


def test_poor_data_is_counted_and_no_fault(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet(NEW_PERSON))
    answer = smartpns("check")
    assert answer["sound"] is True
    assert {name: answer["data"][name] for name in ("employees", "no_nik", "no_grade", "no_post")} == {
        "employees": 1, "no_nik": 1, "no_grade": 1, "no_post": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DELETE FROM journal WHERE id = (SELECT max(id) - 3 FROM journal)", "entry.deleted"),
        ("UPDATE journal SET row_id = row_id + 1 WHERE id = (SELECT max(id) FROM journal)", "entry.altered"),
        ("UPDATE change_sets SET actor = 'orang lain' WHERE id = 3", "change_set.altered"),
        ("DELETE FROM change_sets WHERE id = 5", "change_set.deleted"),
        ("DROP TRIGGER journal_employees_update", "trigger.fault"),
        ("DELETE FROM positions WHERE id = 1", "reference.fault"),
    ],
)
def test_what_was_done_behind_its_back_is_found(city: Program, statement: str, code: str) -> None:
    triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    with closing(sqlite3.connect(city.data / STORE)) as connection:
        standing = connection.execute(triggers).fetchall()
    dropped = [f"DROP TRIGGER {name}" for name, _ in standing if name not in statement]
    execute(city.data / STORE, *dropped, statement, *(sql for name, sql in standing if name not in statement))
    answer = city("check", code=1)
    assert answer["sound"] is False
    assert code in {finding["code"] for finding in answer["findings"]}
    for finding in answer["findings"]:
        assert finding["message"].endswith((".", "diubah.")), finding
        assert "{" not in finding["message"]


def test_a_tail_that_was_cut_shows_in_the_backup(city: Program, sheet: SheetWriter) -> None:
    shutil.copy(city.data / STORE, city.data / "before")
    city("import", sheet(NEW_PERSON))
    city("backup")
    shutil.copy(city.data / "before", city.data / STORE)
    assert {finding["code"] for finding in city("check", code=1)["findings"]} == {"backup.ahead"}


def test_a_backup_holds_what_the_store_holds(city: Program, tmp_path: Path) -> None:
    before = city.digest()
    out = tmp_path / "cadangan.smartpns"
    assert city("backup", out) == {"file": str(out)}
    assert content_digest(out) == before == city.digest()
    manifest = json.loads(out.with_name(out.name + ".json").read_text(encoding="utf-8"))
    assert manifest["change_set"] == 5


def test_a_backup_without_a_name_goes_into_the_data_folder(city: Program) -> None:
    made = Path(city("backup")["file"])
    assert made.parent == city.data / "backups"
    assert content_digest(made) == city.digest()


def test_only_the_newest_unnamed_backups_are_kept(city: Program) -> None:
    made = [Path(city("backup")["file"]) for _ in range(16)]
    assert [path.exists() for path in made] == [False] * 2 + [True] * 14
    assert city("check")["sound"] is True


def test_restore_brings_back_what_was_and_keeps_what_is(city: Program, sheet: SheetWriter, tmp_path: Path) -> None:
    out = tmp_path / "cadangan.smartpns"
    city("backup", out)
    city("import", sheet(NEW_PERSON))
    lost = city.digest()
    answer = city("restore", out)
    assert city("list", "employees")["count"] == 167
    assert content_digest(Path(answer["kept"])) == lost
    assert city("check")["sound"] is True
    city("restore", answer["kept"])
    assert city("list", "employees")["count"] == 168


def test_restore_into_an_empty_folder(city: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "cadangan.smartpns"
    city("backup", out)
    other = Program(tmp_path / "lain", capsys)
    other("restore", out)
    assert other.rows("trainings") == city.rows("trainings")


def _nonsense(path: Path) -> None:
    path.write_bytes(b"bukan data " * 1_000)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def _holed(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 20_000] = b"\xaa" * 20_000
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [_nonsense, _cut, _holed])
def test_a_damaged_store_is_refused_and_can_be_restored(
    city: Program, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    out = tmp_path / "cadangan.smartpns"
    city("backup", out)
    damage(city.data / STORE)
    damaged = (city.data / STORE).read_bytes()
    assert city("check", code=2)["error"]["code"] == "store.damaged"
    assert (city.data / STORE).read_bytes() == damaged
    answer = city("restore", out)
    assert Path(answer["kept"]).read_bytes() == damaged
    assert city("list", "employees")["count"] == 167
    assert city("check")["sound"] is True


@pytest.mark.parametrize("damage", [_nonsense, _cut, _holed])
def test_what_is_no_sound_backup_replaces_nothing(
    city: Program, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    out = tmp_path / "cadangan.smartpns"
    city("backup", out)
    damage(out)
    assert city.refusal("restore", out) == "restore.not_a_backup"


def test_other_files_are_no_backup(city: Program, tmp_path: Path, samples: Path) -> None:
    other = tmp_path / "lain.db"
    execute(other, "CREATE TABLE lain (a)")
    for path in (other, samples / "siasn_profil_asn.xlsx", city.data / STORE):
        assert city.refusal("restore", path) == "restore.not_a_backup", path.name
    assert city.refusal("restore", tmp_path / "tidak-ada") == "file.missing"
    assert city.refusal("restore", tmp_path) == "file.missing"


def test_a_backup_of_a_newer_program_is_refused(city: Program, tmp_path: Path) -> None:
    out = tmp_path / "cadangan.smartpns"
    city("backup", out)
    execute(out, "UPDATE alembic_version SET version_num = '9999'")
    assert city.refusal("restore", out, code=3) == "store.newer"


def test_the_installed_program_proves_itself(tmp_path: Path) -> None:
    said = call_process(tmp_path / "data", "--json", "self-test", seconds=60)
    answer = json.loads(said.out)
    assert (said.code, said.err, answer["passed"]) == (0, "", True)
    assert len(answer["steps"]) >= 6
    assert all(step["passed"] and step["name"] and step["detail"] for step in answer["steps"])
    assert not (tmp_path / "data" / STORE).exists(), "the proof has a folder of its own"


def test_the_proof_is_told_line_by_line(smartpns: Program) -> None:
    said = smartpns.say("self-test")
    assert said.code == 0
    assert all(line.startswith("ok ") for line in said.out.splitlines())


def test_a_demo_fills_an_empty_store_and_can_be_undone(smartpns: Program) -> None:
    answer = smartpns("demo", "--employees", 40)
    assert answer.keys() == {"batch", "employees", "trainings", "study_needs"}
    assert smartpns("list", "employees")["count"] == answer["employees"] == 40
    assert smartpns("list", "trainings")["count"] == answer["trainings"] > 0
    assert smartpns("list", "study-needs")["count"] == answer["study_needs"] > 0
    assert smartpns("check")["sound"] is True
    assert smartpns.refusal("demo") == "demo.not_empty"
    smartpns("undo", answer["batch"])
    assert smartpns("list", "employees")["count"] == 0


def test_a_demo_needs_an_empty_store(city: Program) -> None:
    assert city.refusal("demo", "--employees", 5) == "demo.not_empty"
    assert city.refusal("demo", "--employees", "-5") == "argument.unusable"


def test_a_store_is_made_at_the_first_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fresh = Program(tmp_path / "data baru" / "é", capsys)
    assert fresh("list", "employees") == {"kind": "employees", "count": 0, "rows": []}
    assert fresh("list", "grades")["count"] == 34
    assert fresh("check")["sound"] is True


def test_sentences_of_failures_are_calm(city: Program, tmp_path: Path) -> None:
    said = city.say("restore", tmp_path / "tidak-ada")
    assert (said.code, said.out) == (2, "")
    assert_calm(said.err.rstrip("\n"))
