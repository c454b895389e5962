"""Posts: kinds, echelons, functional levels and retirement groups, compared with the shipped tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from smartpns_desktop.domain import positions

REFERENCE = Path(__file__).parents[2] / "resources" / "reference"


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((REFERENCE / name).read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("post", "level"),
    [
        ("Pranata Komputer Ahli Pertama", "PT"),
        ("ANALIS KEBIJAKAN AHLI MUDA", "MU"),
        ("Perencana Ahli Madya", "MA"),
        ("Widyaiswara Ahli Utama", "UT"),
        ("Arsiparis Terampil", "TR"),
        ("Arsiparis Pelaksana", "TR"),
        ("Arsiparis Pelaksana Lanjutan", "MH"),
        ("Perawat Mahir", "MH"),
        ("Bidan Penyelia", "PY"),
        ("Pranata Komputer Pemula", "PM"),
        ("Pranata Komputer Pelaksana Pemula", "PM"),
        ("Guru Madya", "MA"),
        ("Sekretaris Utama", None),
        ("Inspektur Utama", None),
        ("Kepala Bidang", None),
        ("Pengadministrasi Perkantoran", None),
        ("Pelaksana", None),
        ("", None),
    ],
)
def test_the_functional_level_ends_the_name(post: str, level: str | None) -> None:
    assert positions.functional_level(post) == level


@pytest.mark.parametrize("row", _rows("jenjang_jabatan_fungsional.csv"), ids=lambda row: row["kode_siasn"])
def test_every_shipped_level_is_read_and_has_a_retirement_group(row: dict[str, str]) -> None:
    assert positions.functional_level(f"Pranata Komputer {row['jenjang']}") == row["kode_siasn"]
    assert positions.retirement_group("2", "99", row["kode_siasn"]).startswith("JF ")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Struktural", "1"),
        ("Jabatan Pimpinan Tinggi Pratama", "1"),
        ("Pengawas", "1"),
        ("Manajerial", "1"),
        ("Non-manajerial", None),
        ("Fungsional Tertentu", "2"),
        ("Jabatan Fungsional", "2"),
        ("JFT", "2"),
        ("JF", "2"),
        ("Rangkap", "3"),
        ("Fungsional Umum", "4"),
        ("Fungsional Umum (Pelaksana)", "4"),
        ("Pelaksana", "4"),
        ("JFU", "4"),
        ("1", "1"),
        ("4", "4"),
        ("5", None),
        ("", None),
    ],
)
def test_kinds_of_posts(text: str, kind: str | None) -> None:
    assert positions.kind_from(text) == kind


@pytest.mark.parametrize("row", _rows("jenis_jabatan.csv"), ids=lambda row: row["nama"])
def test_every_shipped_kind_is_read(row: dict[str, str]) -> None:
    assert positions.kind_from(row["nama"]) == row["kode_siasn"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("II.b", "22"), ("IIb", "22"), ("II/b", "22"), ("Eselon IV.a", "41"), ("22", "22"), ("99", "99"),
     ("Non Eselon", "99"), ("NON", "99"), ("VI.a", None), ("13", None), ("", None)],
)  # fmt: skip
def test_echelons(text: str, code: str | None) -> None:
    assert positions.echelon_from(text) == code


@pytest.mark.parametrize("row", _rows("eselon.csv"), ids=lambda row: row["kode"])
def test_every_shipped_echelon_is_read(row: dict[str, str]) -> None:
    assert positions.echelon_from(row["kode"]) == row["kode"]
    assert not row["eselon"] or positions.echelon_from(row["eselon"]) == row["kode"]
    assert (row["kode"] in positions.HIGH_LEADERS) == row["jabatan_manajerial"].startswith("JPT")


@pytest.mark.parametrize(
    ("kind", "echelon", "level", "post", "group"),
    [
        ("1", "22", None, "Kepala Dinas", "JPT Utama/Madya/Pratama"),
        ("1", "31", None, "Kepala Bidang", "Administrator/Pengawas/Pelaksana"),
        ("1", "41", None, "Kepala Seksi", "Administrator/Pengawas/Pelaksana"),
        ("4", "99", None, "Pengadministrasi Perkantoran", "Administrator/Pengawas/Pelaksana"),
        ("2", "99", "MH", "Perawat Mahir", "JF Keterampilan"),
        ("2", "99", "MU", "Perencana Ahli Muda", "JF Ahli Pertama/Muda"),
        ("2", "99", "MA", "Perencana Ahli Madya", "JF Ahli Madya"),
        ("2", "99", "UT", "Widyaiswara Ahli Utama", "JF Ahli Utama"),
        ("2", "99", "PT", "Guru Ahli Pertama", "Guru"),
        ("2", "99", None, "Guru", "Guru"),
        ("2", "99", "UT", "Guru Ahli Utama", "JF Ahli Utama"),
        ("2", "99", None, "Dosen", "Administrator/Pengawas/Pelaksana"),
        ("3", "21", "MA", "Kepala Badan", "JPT Utama/Madya/Pratama"),
        (None, None, None, "", "Administrator/Pengawas/Pelaksana"),
    ],
)
def test_retirement_groups(kind: str | None, echelon: str | None, level: str | None, post: str, group: str) -> None:
    assert positions.retirement_group(kind, echelon, level, post) == group
    assert group in {row["kelompok_jabatan"] for row in _rows("batas_usia_pensiun.csv")}
