"""The attributes of a Smart ASN by the names that sheets and offices give them."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.competencies import same_name
from smartpns_desktop.domain.smart_asn import ATTRIBUTES, SPELLINGS, attribute_of


@pytest.mark.parametrize(
    ("name", "attribute"),
    [
        ("Integritas", "Integritas"),
        ("INT", "Integritas"),
        ("nasionalisme", "Nasionalisme"),
        ("Profesionalisme", "Profesionalisme"),
        ("Wawasan Global", "Berwawasan global"),
        ("Penguasaan IT dan Bahasa Asing", "Menguasai TI dan bahasa asing"),
        ("Hospitality", "Berjiwa melayani (hospitality)"),
        ("Berjiwa Hospitality", "Berjiwa melayani (hospitality)"),
        ("Kewirausahaan", "Berjiwa wirausaha (entrepreneurship)"),
        ("Networking (jejaring)", "Berjejaring luas (networking)"),
        ("Kerja sama", None),
        ("Pelayanan publik", None),
        ("Teknologi", None),
        ("", None),
    ],
)
def test_spellings_of_the_attributes(name: str, attribute: str | None) -> None:
    assert attribute_of(name) == attribute


def test_no_two_attributes_share_a_spelling() -> None:
    assert len(ATTRIBUTES) == 8
    assert (
        len({same_name(told) for told in SPELLINGS}) == len(SPELLINGS) == sum(len(it) + 1 for it in ATTRIBUTES.values())
    )
