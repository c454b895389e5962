"""Why records are one person, in words."""

from __future__ import annotations

from smartpns_desktop.domain.duplicates import Sign
from smartpns_desktop.words import duplicates


def test_every_sign_has_words_of_its_own() -> None:
    assert set(duplicates.SIGNS) == set(Sign)
    assert len(set(duplicates.SIGNS.values())) == len(Sign)


def test_signs_stand_in_a_row() -> None:
    assert duplicates.reasons((Sign.SAME_NIK, Sign.OTHER_NAME)) == "NIK sama, tetapi nama berbeda"


def test_what_moves_is_counted() -> None:
    assert duplicates.moved({"grade_history": 2, "trainings": 12}) == "2 riwayat golongan dan 12 pelatihan"
    assert duplicates.moved({}) == ""
