"""A new NIP of somebody known, by command line: refused, listed as a question, never repaired or taken."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import Program, rejected_rows

OLD, NEW = "198503122010012001", "198503122024032009"


def people(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("NIP;Nama;NIK", *rows)), encoding="utf-8")
    return path


def test_it_is_listed_as_a_question(smartpns: Program, tmp_path: Path) -> None:
    smartpns("import", people(tmp_path / "old.csv", f"{OLD};Siti Aminah;6474035203850001"))
    later = people(tmp_path / "new.csv", f"{NEW};Siti Aminah, S.E.;6474035203850001")
    answer = smartpns("import", later, "--yes", "--repair-ids", "--good-rows-only", code=1)
    assert (rejected_rows(answer), answer["new"], answer["batch"]) == ({2: "person.same"}, 0, None)
    (asked,) = [it for it in answer["notices"] if it["code"] == "plan.questions"]
    assert asked["count"] == "1"
    assert "19850312 201001 2 001" in asked["names"][0]
    assert [row["nip"] for row in smartpns.rows("employees")] == [OLD]
