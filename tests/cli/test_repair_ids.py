"""`import --repair-ids`: damaged NIPs mended where one person alone can be meant, each of them listed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import Answer, Program, rejected_rows

DAMAGED_ROWS = (14, 23, 30)
RECAP = "rekap_diklat_diskominfo_2025.xlsx"


def warnings(answer: Answer) -> list[tuple[int, str]]:
    return [(it["row"], it["code"]) for it in answer["problems"] if it["code"] == "nip.repaired"]


def test_the_recap_is_refused_in_part_and_says_whom_each_row_means(city: Program, samples: Path) -> None:
    answer = city("import", samples / RECAP, "--dry-run", code=1)
    assert rejected_rows(answer) == dict.fromkeys(DAMAGED_ROWS, "nip.damaged")
    told = [it["message"] for it in answer["problems"] if it["code"] == "nip.damaged"]
    assert all("Mungkin maksudnya" in message for message in told)


def test_repaired_rows_arrive_with_their_owners(city: Program, samples: Path) -> None:
    before = len(city.rows("trainings"))
    answer = city("import", samples / RECAP, "--repair-ids", "--yes")
    assert (answer["rejected"], answer["new"], warnings(answer)) == (
        0,
        27,
        [(row, "nip.repaired") for row in DAMAGED_ROWS],
    )
    (notice,) = [it for it in answer["notices"] if it["code"] == "nip.repaired"]
    assert notice["count"] == "3"
    people = {row["nip"]: row["name"] for row in city.rows("employees")}
    for line, row in zip(notice["names"], DAMAGED_ROWS, strict=True):
        place, _, owner = line.partition(": ")
        number, _, name = owner.partition(" → ")[2].partition(" ")
        assert (place, people[number]) == (str(row), name)
    assert len(city.rows("trainings")) == before + 27
    city("undo", answer["batch"])
    assert len(city.rows("trainings")) == before
