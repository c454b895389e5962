"""Sentences of tasks carry their numbers as people write them."""

from __future__ import annotations

import pytest

from smartpns_desktop.words import tasks


def test_numbers_and_facts_stand_in_the_sentence() -> None:
    said = tasks.say("import.rejected", 1_234, {"file": "{nip}.xlsx", "rows": "5685"})
    assert said.title == "1.234 baris ditolak pada impor terakhir"
    assert said.hint == "{nip}.xlsx, 5685 baris. Perbaiki baris itu, lalu impor lagi."


def test_a_missing_fact_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        tasks.say("jp.none", 3, {})
