"""Names: keys that ignore spelling, titles apart from names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.names import PersonName, fold, full_name, is_shouting, split_titles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DINAS KOMUNIKASI DAN INFORMATIKA", "Dinas Komunikasi dan Informatika"),
        ("Dinas Komunikasi & Informatika", "Dinas Komunikasi dan Informatika"),
        ("Dinas  Komunikasi\u00a0dan\nInformatika ", "Dinas Komunikasi dan Informatika"),
        ("Kec. Bontang Utara", "KEC BONTANG UTARA"),
        ("Kec.Bontang Utara", "Kec. Bontang Utara"),
        ("Jum'at", "JUMAT"),
        ("Jum’at", "Jumat"),
        ("Api-api", "Api – Api"),
        ("Dinas Perumahan, Kawasan Permukiman", "Dinas Perumahan Kawasan Permukiman"),
        ("Badan Kepegawaian/BKPSDM", "badan kepegawaian (BKPSDM)"),
        ("Ｄinas", "dinas"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("Di\u200bnas", "Dinas"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Pendidikan", "Dinas Perhubungan"),
        ("Bidang I", "Bidang II"),
        ("SMA 1", "SMA 2"),
        ("Dinas A dan B", "Dinas AB"),
    ],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    key = fold(text)
    assert fold(key) == key


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_case_never_matters(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@pytest.mark.parametrize(
    ("text", "name", "front", "back"),
    [
        ("dr. Omar Melani, S.T., M.T.", "Omar Melani", "dr.", "S.T., M.T."),
        ("Ir. H. Budi", "Budi", "Ir. H.", ""),
        ("Siti Aminah S.Kom", "Siti Aminah", "", "S.Kom"),
        ("Siti Aminah S. Kom", "Siti Aminah", "", "S.Kom"),
        ("Budi Santoso ST MT", "Budi Santoso", "", "ST, MT"),
        ("Dr.Ir.H. Budi Santoso,S.T.,M.T", "Budi Santoso", "Dr. Ir. H.", "S.T., M.T"),
        ("DRS. H. AHMAD DAHLAN, M.SI", "AHMAD DAHLAN", "Drs. H.", "M.SI"),
        ("Dr Budi", "Budi", "Dr.", ""),
        ("Prof. Dr. dr. Ani Wijaya, Sp.PD", "Ani Wijaya", "Prof. Dr. dr.", "Sp.PD"),
        ("ACHMAD FAUZI, Drs., M.Si.", "ACHMAD FAUZI", "Drs.", "M.Si."),
        ("apt. Rina, S.Farm.", "Rina", "apt.", "S.Farm."),
        ("Ns. Dewi A.Md.Kep", "Dewi", "Ns.", "A.Md.Kep"),
        ("Hj. Siti, S.Pd.SD", "Siti", "Hj.", "S.Pd.SD"),
        ("Drs. Budi SE", "Budi", "Drs.", "SE"),
        ("KH. Abdullah", "Abdullah", "K.H.", ""),
        ("Dra.Hj.Siti Aminah", "Siti Aminah", "Dra. Hj.", ""),
        ("Ani Sp.A(K)", "Ani", "", "Sp.A(K)"),
        ("Wahyu Hidayat, Sp.OG", "Wahyu Hidayat", "", "Sp.OG"),
        ("Budi M.Si(Han)", "Budi", "", "M.Si(Han)"),
        ("Rina A.Md.Keb", "Rina", "", "A.Md.Keb"),
        ("Rina Amd.Keb", "Rina", "", "Amd.Keb"),
        ("Rina, Apt.", "Rina", "", "Apt."),
        ("Dewi S.Kep.,Ns", "Dewi", "", "S.Kep., Ns"),
        ("Dewi S.Kep., Ners", "Dewi", "", "S.Kep., Ners"),
        ("Sri Rahayu S.Pd.I", "Sri Rahayu", "", "S.Pd.I"),
        ("Budi Santoso S.STP., M.Si.", "Budi Santoso", "", "S.STP., M.Si."),
        ("Budi Santoso SE MM CGAE", "Budi Santoso", "", "SE, MM, CGAE"),
        ("Ahmad, Lc., M.A.", "Ahmad", "", "Lc., M.A."),
        ("Sri Mulyani S.E., M.Sc., Ph.D.", "Sri Mulyani", "", "S.E., M.Sc., Ph.D."),
        ("Agus S.T., Drs. , M.T.", "Agus", "Drs.", "S.T., M.T."),
        ("budi skom", "budi", "", "skom"),
        ("Hj. Sri", "Sri", "Hj.", ""),
        ("Ira Irawati", "Ira Irawati", "", ""),
        ("Mas Agung", "Mas Agung", "", ""),
        ("R. Soepomo", "R. Soepomo", "", ""),
        ("Rr. Sri Wahyuni", "Rr. Sri Wahyuni", "", ""),
        ("Agus Sp", "Agus Sp", "", ""),
        ("KASIYAH PERMADI", "KASIYAH PERMADI", "", ""),
        ("M. Yusuf", "M. Yusuf", "", ""),
        ("Ahmad M.Yusuf", "Ahmad M.Yusuf", "", ""),
        ("Irwan Hasan", "Irwan Hasan", "", ""),
        ("Drajat", "Drajat", "", ""),
        ("Hidayat", "Hidayat", "", ""),
        ("  Budi   Santoso , ", "Budi Santoso", "", ""),
        ("ST", "ST", "", ""),
        ("Ir.", "Ir.", "", ""),
        ("", "", "", ""),
    ],
)
def test_titles_are_split_off(text: str, name: str, front: str, back: str) -> None:
    assert split_titles(text) == PersonName(name, front, back)


@pytest.mark.parametrize("text", ["dr. Omar Melani, S.T., M.T.", "Omar Melani", "Ir. H. Budi", "Ani, S.E."])
def test_a_split_name_is_put_together_again(text: str) -> None:
    parts = split_titles(text)
    assert full_name(parts.name, parts.front_title, parts.back_title) == text


@given(st.text())
def test_any_text_has_a_name(text: str) -> None:
    assert isinstance(split_titles(text), PersonName)


def test_shouting() -> None:
    assert is_shouting("KASIYAH PERMADI")
    assert not is_shouting("Kasiyah Permadi")
    assert not is_shouting("123")
