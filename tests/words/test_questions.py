"""Questions about a sheet, as a clerk reads them."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.words import questions


@pytest.mark.parametrize("code", questions.SENTENCES)
def test_every_question_is_a_whole_sentence(code: str) -> None:
    said = questions.say(code, "Unit Kerja", ("Diskominfo Btg", "Dinas A"), 4)
    assert said.endswith((".", "?"))
    assert "Diskominfo Btg" in said
    assert "{" not in said


def test_a_question_names_its_spelling_and_its_rows() -> None:
    said = questions.say("agency.unknown", "Unit Kerja", ("Diskominfo Btg",), 4)
    assert said.startswith("Perangkat daerah “Diskominfo Btg” belum dikenal (4 baris).")


def test_what_would_be_created_is_counted_and_listed() -> None:
    said = questions.say("positions.created", "Jabatan", ("Arsiparis", "Staf"), 9)
    assert said == "2 jabatan belum dikenal dan akan dibuat: Arsiparis dan Staf."


def test_an_order_is_shown_by_the_day_that_it_means() -> None:
    assert questions.show_order("mdy", date(1985, 3, 8)) == "8 Mar 1985 (bulan lebih dahulu)"


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        questions.say("tidak.ada", "", (), 0)
