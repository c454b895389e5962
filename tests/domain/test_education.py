"""Levels of education: spellings and the shipped order."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from smartpns_desktop.domain import education

TABLE = Path(__file__).parents[2] / "resources" / "reference" / "tingkat_pendidikan.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("S-1", "40"), ("S1", "40"), ("s.1", "40"), ("S-1/Sarjana", "40"), ("Strata 1", "40"),
        ("Strata Satu", "40"), ("S-I", "40"), ("S-1 Teknik Sipil", "40"), ("Sarjana", "40"),
        ("Pendidikan S1", "40"), ("S-2", "45"), ("Magister", "45"), ("Magister Ilmu Komputer", "45"),
        ("Pascasarjana", "45"), ("S2 Magister Administrasi Publik", "45"), ("S-3/Doktor", "50"),
        ("Doktor", "50"), ("S3", "50"), ("S-III", "50"), ("D-III", "30"), ("D3", "30"), ("DIII", "30"),
        ("D-III KEBIDANAN", "30"), ("Diploma III/Sarjana Muda", "30"), ("Sarjana Muda", "30"),
        ("DIV", "35"), ("D-IV", "35"), ("Diploma IV", "35"), ("Sarjana Terapan", "35"), ("D-II", "25"),
        ("D-I", "20"), ("D1", "20"), ("Diploma 1", "20"), ("SLTA", "15"), ("SMA", "15"), ("SMA IPA", "15"),
        ("SMU", "15"), ("Madrasah Aliyah", "15"), ("Paket C", "15"), ("SMK", "17"), ("STM", "17"),
        ("SMK Teknik Komputer dan Jaringan", "17"), ("SLTA Kejuruan", "17"), ("SPG", "18"),
        ("SLTP", "10"), ("SMP", "10"), ("SMPN 1", "10"), ("SD", "05"), ("5", "05"), ("05", "05"),
        ("40", "40"), ("Profesi", "42"), ("Profesi Ners", "42"), ("Spesialis", "47"), ("Sp-1", "47"),
        ("Subspesialis", "49"), ("Sp-2", "49"), ("", None), ("41", None), ("Teknik Sipil", None),
        ("Sekolah di Bontang", None), ("-", None), ("S - 1", "40"), ("Strata-1", "40"), ("Sarjana (S1)", "40"),
        ("S1 Terapan", "35"), ("D.IV", "35"), ("D4", "35"), ("Diploma Empat", "35"), ("SLTA/Sederajat", "15"),
        ("SMA/SMK", "15"), ("MAN 1", "15"), ("SMEA", "17"), ("SMP/MTs", "10"), ("Magister Manajemen", "45"),
        ("Strata 2", "45"), ("Strata Tiga", "50"), ("Dokter Spesialis", "47"), ("Doktoral", "50"), ("Akademi", "30"),
        ("D3/Akademi", "30"), ("Sarjana Sains Terapan", "35"),
        # Two levels side by side are nobody's to choose from.
        ("D-III/S-1", None), ("S-1/D-IV", None), ("S2/S3", None), ("D1/D2", None), ("S1 atau S2", None),
    ],
)  # fmt: skip
def test_spellings(text: str, code: str | None) -> None:
    assert education.level_of(text) == code


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["nama"])
def test_names_and_order_are_those_of_the_shipped_table(row: dict[str, str]) -> None:
    assert education.level_of(row["nama"]) == row["kode_bkn"]
    assert education.level_of(row["kode_bkn"]) == row["kode_bkn"]
    assert education.order(row["kode_bkn"]) == int(row["urutan"])


@pytest.mark.parametrize(
    ("text", "level", "bare"),
    [
        ("S1 - Teknik Informatika", "40", "teknik informatika"),
        ("Teknik Informatika (S-1)", "40", "teknik informatika"),
        ("Prodi Hukum", "40", "hukum"), ("Magister Manajemen", "45", "magister manajemen"),
        ("Magister Manajemen", "40", "magister manajemen"), ("S-2", "45", "s 2"), ("SMA IPA", "15", "ipa"),
        ("Administrasi dan Kebijakan", None, "administrasi kebijakan"), ("S-1 Ekonomi", None, "ekonomi"),
    ],
)  # fmt: skip
def test_a_programme_without_its_level(text: str, level: str | None, bare: str) -> None:
    assert education.bare_programme(text, level) == bare


def test_no_other_levels_are_known() -> None:
    assert set(education.ORDER) == {row["kode_bkn"] for row in ROWS}
    assert education.order("41") == 0


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("S-1 Akuntansi", "S-1 Akuntansi"), ("SMA  IPA", "SMA IPA"), ("Sarjana (S1) Hukum", "Sarjana (S1) Hukum"),
        ("D3 Kebidanan", "D3 Kebidanan"), ("S-1", None), ("S-1/Sarjana", None), ("Magister (S2)", None),
        ("Diploma III/Sarjana Muda", None), ("SMA/SMK sederajat", None), ("40", None), ("Akuntansi", None), ("", None),
    ],
)  # fmt: skip
def test_a_programme_beside_its_level(text: str, programme: str | None) -> None:
    assert education.programme_in(text) == programme


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("S-1", "40"),
        ("S1/D-IV", "40"),
        ("D-III atau S-1", "30"),
        ("S-2, S-1", "40"),
        ("SLTA/sederajat", "15"),
        ("S-1 Hukum/Ekonomi", "40"),
        ("Diploma III/Sarjana Muda", "30"),
        ("segala jurusan", None),
        ("", None),
    ],
)
def test_who_names_several_levels_asks_for_the_lowest(text: str, code: str | None) -> None:
    assert education.lowest_level(text) == code
