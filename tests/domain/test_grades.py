"""Grades: spellings, BKN codes compared with the shipped table, order."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain import grades

TABLE = Path(__file__).parents[2] / "resources" / "reference" / "golongan.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("III/c", "III/c"),
        ("III/C", "III/c"),
        ("III.c", "III/c"),
        ("III-C", "III/c"),
        ("III c", "III/c"),
        ("IIIc", "III/c"),
        ("3/c", "III/c"),
        ("iii/c", "III/c"),
        ("Gol. III/c", "III/c"),
        ("Golongan III/c", "III/c"),
        ("Penata (III/c)", "III/c"),
        ("Penata Muda Tk. I, III/b", "III/b"),
        ("Penata Muda Tk. I (III/b)", "III/b"),
        ("Penata Muda Tk. I", "III/b"),
        ("Penata Muda Tingkat I", "III/b"),
        ("PEMBINA UTAMA MUDA", "IV/c"),
        ("Pangkat: Juru", "I/c"),
        ("IV/e", "IV/e"),
        ("33", "III/c"),
        ("133", "III/c"),
        ("145", "IV/e"),
        ("114", "I/d"),
        ("116", ""),
        ("III (c)", "III/c"),
        ("III|c", "III/c"),
        ("lll/c", "III/c"),
        ("lV/a", "IV/a"),
        ("PENATA MUDA TK.I / III b", "III/b"),
        ("Penata, III/c", "III/c"),
        ("III/d (Penata Tk.I)", "III/d"),
        ("Pengatur Tingkat I/II.d", "II/d"),
        ("IX (PPPK)", "IX"),
        ("IX/PPPK", "IX"),
        ("PPPK - IX", "IX"),
        ("P3K IX", "IX"),
        ("45", "IV/e"),
        ("11", "I/a"),
        ("IX", "IX"),
        ("ix", "IX"),
        ("Golongan IX", "IX"),
        ("Gol. XVII", "XVII"),
        ("PPPK IX", "IX"),
        ("9", "IX"),
        ("09", "IX"),
        ("P09", "IX"),
        ("", ""),
        ("III/e", ""),
        ("V/a", ""),
        ("XVIII", ""),
        ("0", ""),
        ("18", ""),
        ("99", ""),
        ("Penata Ruang", ""),
        ("Honorer", ""),
        ("²", ""),
    ],
)
def test_spellings(text: str, grade: str) -> None:
    assert grades.normalise(text) == grade


def test_a_number_that_both_kinds_know_is_told_by_the_kind() -> None:
    assert grades.normalise("11", pppk=True) == "XI"
    assert grades.code_of("11", pppk=True) == "P11"
    assert grades.code_of("11", pppk=False) == "11"


@pytest.mark.parametrize(("text", "pppk"), [("IX", False), ("III/c", True), ("III", False), ("?", False)])
def test_a_grade_of_the_other_kind_has_no_code(text: str, pppk: bool) -> None:
    assert grades.code_of(text, pppk=pppk) is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kode"])
def test_codes_names_ranks_and_order_are_those_of_the_shipped_table(row: dict[str, str]) -> None:
    pppk = row["jenis_pegawai"] == "PPPK"
    assert grades.code_of(row["golongan"], pppk=pppk) == row["kode"]
    assert grades.code_of(row["kode"], pppk=pppk) == row["kode"]
    assert grades.name_of(row["kode"]) == row["golongan"]
    assert grades.order(row["kode"]) == int(row["urutan"])
    assert not row["pangkat"] or grades.normalise(row["pangkat"]) == row["golongan"]


def test_the_shipped_table_has_no_other_grades() -> None:
    assert len(ROWS) == len(grades.PNS_GRADES) + len(grades.PPPK_GRADES)


def test_an_unknown_code_has_neither_name_nor_place() -> None:
    assert grades.name_of("46") == ""
    assert grades.order("46") == 0


@given(st.text(), st.booleans())
def test_normalising_twice_is_normalising_once(text: str, pppk: bool) -> None:
    grade = grades.normalise(text, pppk=pppk)
    assert grades.normalise(grade, pppk=pppk) == grade


@given(
    st.sampled_from(grades.PNS_GRADES),
    st.sampled_from(["{}/{}", "{}.{}", "{}{}", "{} - {}", "Gol. {}/{}", "Penata Tk. I ({}/{})"]),
    st.booleans(),
)
def test_every_spelling_of_every_grade_is_read(grade: str, spelling: str, shouted: bool) -> None:
    text = spelling.format(*grade.split("/"))
    assert grades.normalise(text.upper() if shouted else text) == grade
