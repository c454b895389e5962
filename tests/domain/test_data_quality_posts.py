"""What checks take from posts and from the words for kinds of employment, case by case."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.domain.data_quality_posts import Leader, Post, PostRule, family, is_misplaced, post_rule
from tests.domain.shipped import SHIPPED

RULES = SHIPPED.on(date(2026, 1, 1))
HEAD, ADMINISTRATOR, SUPERVISOR = (
    Leader("JPT Pratama", "IV/b"),
    Leader("Administrator", "III/d"),
    Leader("Pengawas", "III/b"),
)
FUNCTIONAL = {family("Perencana Ahli Muda"), family("Arsiparis Terampil")}


def rule(post: Post, leader: Leader | None = None) -> PostRule:
    return post_rule(post, leader, RULES, FUNCTIONAL)


@pytest.mark.parametrize(
    ("post", "leader", "age", "grade", "education"),
    [
        # UU 20/2023: leaders 60, others 58; grades of PP 13/2002: IV/b is the 14th, III/d the 12th, III/b the 10th.
        (Post("Kepala Dinas", "1", "22"), HEAD, 60, 14, 7),
        (Post("Sekretaris", "1", "32"), ADMINISTRATOR, 58, 12, 7),
        (Post("Kepala Seksi", "1", "42"), SUPERVISOR, 58, 10, 6),
        (Post("Perencana Ahli Muda", "2", "99", "MU"), None, 58, None, 7),
        (Post("Perencana Ahli Madya", "2", "99", "MA"), None, 60, None, 7),
        (Post("Perawat Terampil", "2", "99", "TR"), None, 58, None, 3),
        (Post("Guru Ahli Pertama", "2", "99", "PT"), None, 60, None, 7),
        # What the post itself asks stands before what its group asks.
        (Post("Perawat Terampil", "2", "99", "TR", 62, "30"), None, 62, None, 6),
        (Post("Penelaah Teknis", "4", "99"), None, 58, None, None),
        # A level that only the name tells counts too.
        (Post("Perencana Ahli Madya", "2", "99"), None, 60, None, 7),
        # Nobody told the kind: nothing follows.
        (Post("Kepala Seksi"), SUPERVISOR, None, None, None),
    ],
)
def test_what_a_post_asks(
    post: Post, leader: Leader | None, age: int | None, grade: int | None, education: int | None
) -> None:
    told = rule(post, leader)
    assert (told.retirement_age, told.lowest_grade, told.lowest_education) == (age, grade, education)


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Perencana Ahli Muda", True),
        ("Arsiparis Muda", True),
        ("Perawat Mahir", True),
        ("Perencana", True),
        ("Arsiparis", True),
        ("Penelaah Teknis Kebijakan", False),
        ("Petugas Pelaksana", False),
        ("Pengadministrasi Perkantoran", False),
    ],
)
def test_a_pelaksana_with_the_name_of_a_functional_post(name: str, *, named: bool) -> None:
    assert rule(Post(name, "4", "99")).named_functional is named
    assert rule(Post(name, "2", "99")).named_functional is False


@pytest.mark.parametrize(
    ("name", "many"),
    [("Kepala Bidang", True), ("Kabid", True), ("Ka. Seksi", True), ("Kasubag", True), ("Lurah", True),
     ("Kepala Bidang Mutasi", False), ("Sekretaris", False), ("Kepala Dinas", False)],
)  # fmt: skip
def test_names_that_an_agency_has_many_posts_of(name: str, *, many: bool) -> None:
    assert rule(Post(name, "1", "32")).many is many


def test_kinds_of_posts() -> None:
    double, waiting, bare = (
        rule(Post("Dokter Ahli Muda", "3", "41")),
        rule(Post("Calon Perencana", "4")),
        rule(Post("Juri", "2")),
    )
    assert (double.known, double.structural, double.functional, double.graded) == (True, True, True, True)
    assert (waiting.candidate, waiting.structural, waiting.functional) == (True, False, False)
    assert (bare.functional, bare.graded, bare.lowest_education) == (True, False, None)
    assert rule(Post("Calonarang")).candidate is False


@pytest.mark.parametrize(
    ("words", "city", "province"),
    [
        ("PNS Daerah Kab/Kota yang bekerja pada Kab/Kota", False, True),
        ("PNS Daerah Propinsi yang bekerja pada Propinsi", True, False),
        ("PNS Pusat yang bekerja pada Departemen/Lembaga", True, True),
        # Another government's people may be seconded here; this region's own should then work elsewhere.
        ("PNS Pusat DPK pada Kab/Kota", False, False),
        ("PNS Pusat DPB pada Propinsi", False, False),
        ("PNS Daerah Kab/Kota DPK pada Instansi Pusat", True, False),
        ("PNS Daerah Kota diperbantukan pada BUMD", True, False),
        ("PNS Daerah Provinsi dipekerjakan pada Kabupaten", False, True),
        # Whose they are is not said.
        ("PNS", None, None),
        ("PNS Daerah Otonom", None, None),
        ("", None, None),
    ],
)
def test_kinds_of_employment_and_the_place_of_work(words: str, city: bool | None, province: bool | None) -> None:
    assert (is_misplaced(words, "city"), is_misplaced(words, "province")) == (city, province)
    assert is_misplaced(words, "regency") == city
