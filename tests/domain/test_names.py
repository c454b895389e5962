"""Names of people: titles apart from names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.names import PersonName, full_name, is_shouting, split_titles


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
