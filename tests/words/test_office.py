"""How a region is written, and what the word before its name says."""

from __future__ import annotations

import pytest

from smartpns_desktop.words.office import place, split_place


@pytest.mark.parametrize(
    ("written", "kind", "name"),
    [
        ("Kota Samudra", "city", "Samudra"),
        ("  KOTA   Samudra ", "city", "Samudra"),
        ("Kabupaten Nusa Jaya", "regency", "Nusa Jaya"),
        ("kab. Nusa Jaya", "regency", "Nusa Jaya"),
        ("Kab.Nusa", "regency", "Nusa"),
        ("Pemerintah Kota Samudra", "city", "Samudra"),
        ("Pemerintah Daerah Kabupaten Nusa", "regency", "Nusa"),
        ("Pemkab Nusa", "regency", "Nusa"),
        ("Provinsi Nusa Raya", "province", "Nusa Raya"),
        ("Kota Kotamobagu", "city", "Kotamobagu"),
    ],
)
def test_the_word_before_a_region_tells_its_kind(written: str, kind: str, name: str) -> None:
    assert split_place(written) == (kind, name)


@pytest.mark.parametrize("name", ["Kotawaringin Barat", "Kotabaru", "Samudra", "Lima Puluh Kota", "Kabanjahe"])
def test_a_name_that_only_begins_like_the_word_stays_whole(name: str) -> None:
    assert split_place(name) == ("", name)


@pytest.mark.parametrize(("written", "told"), [("Kota", ("city", "")), ("", ("", "")), ("Kab.", ("regency", ""))])
def test_a_word_without_a_name_is_no_place(written: str, told: tuple[str, str]) -> None:
    assert split_place(written) == told


@pytest.mark.parametrize("written", ["Kota Samudra", "Kabupaten Kotabaru", "Provinsi Nusa Raya"])
def test_a_split_place_is_put_together_again(written: str) -> None:
    assert place(*split_place(written)) == written
