"""Sentences about whole files and whole undos."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.words import notices


def test_names_are_counted_and_listed() -> None:
    said = notices.say(Notice("agencies.created", names=("Dinas Satu", "Dinas Dua")))
    assert said == (
        "2 perangkat daerah atau unit belum dikenal dan dicatat sebagai data baru: Dinas Satu dan Dinas Dua."
    )


def test_the_fact_count_stands_above_the_names() -> None:
    names = tuple(str(number) for number in range(1, 31))
    said = notices.say(Notice("rows.hidden", {"count": "30"}, names))
    assert said.startswith("30 baris tersembunyi ikut dibaca: 1, 2, 3")
    assert "10, dan 20 lainnya." in said


@pytest.mark.parametrize("code", notices.SENTENCES)
def test_every_code_is_said_with_and_without_facts(code: str) -> None:
    assert notices.say(Notice(code)).startswith("Sejumlah ")
    assert notices.say(Notice(code, {"count": "3"})).startswith("3 ")
    assert ": Satu." in notices.say(Notice(code, names=("Satu",)))
