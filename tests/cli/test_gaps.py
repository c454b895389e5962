"""The command gap, as a caller sees it."""

from __future__ import annotations

import pytest

from tests.cli.program import Program
from tests.conftest import SheetWriter

NIP = "198503122010011001"


@pytest.fixture
def office(smartpns: Program, sheet: SheetWriter) -> Program:
    people = sheet(
        [
            ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Pendidikan"],
            [NIP, "Ani", "Arsiparis Terampil", "01-01-2020", "D-III Kearsipan"],
        ],
        "people.xlsx",
    )
    standards = sheet(
        [
            ["Nama Jabatan", "Kelas Jabatan", "Syarat Pendidikan", "Diklat Wajib", "Berlaku Mulai"],
            ["Arsiparis Terampil", 6, "D-III", "Pelatihan Kearsipan (wajib)", "01-01-2022"],
            ["Arsiparis Mahir", 8, "S-1", "", "01-01-2022"],
            ["Camat", 12, "", "", ""],
        ],
        "standards.xlsx",
    )
    smartpns("import", people, "--yes")
    smartpns("import", standards, "--kind", "positions", "--yes")
    return smartpns


def test_a_person_against_the_own_post(office: Program) -> None:
    told = office("gap", NIP)
    assert {name: told[name] for name in ("nip", "person", "post", "own", "count")} == {
        "nip": NIP,
        "person": "Ani",
        "post": "Arsiparis Terampil",
        "own": True,
        "count": 1,
    }
    assert [(it["kind"], it["name"], it["verdict"], it["mandatory"]) for it in told["findings"]] == [
        ("education", "Diploma III/Sarjana Muda", "met", False),
        ("training", "Pelatihan Kearsipan", "missing", True),
    ]
    assert all(it["explanation"] for it in told["findings"])
    assert office("list", "gaps")["count"] == 1


def test_against_a_next_post_and_on_a_past_day(office: Program) -> None:
    told = office("gap", NIP, "--position", "arsiparis mahir")
    assert (told["own"], told["count"], told["findings"][0]["closing"] != "") == (False, 1, True)
    told = office("gap", NIP, "--as-of", "2021-12-31")
    assert (told["as_of"], told["count"], told["findings"]) == ("2021-12-31", 0, [])
    assert office("list", "gaps", "--as-of", "2021-12-31")["count"] == 0


def test_people_read_it_as_a_table(office: Program) -> None:
    lines = office.say("gap", NIP).out.splitlines()
    assert lines[0].startswith("Ani terhadap Arsiparis Terampil, keadaan ")
    assert any("Belum dipenuhi" in line for line in lines)
    assert "belum mempunyai standar" in office.say("gap", NIP, "--position", "Camat").out


def test_what_it_cannot_answer(office: Program) -> None:
    assert office.refusal("gap", NIP, "--position", "Lurah") == "position.unknown"
    assert office.refusal("gap", "199001012015011001") == "employee.unknown"
    assert office.refusal("gap", NIP, "--as-of", "2019-12-31") == "position.none_held"
