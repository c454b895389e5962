"""The list of what changed: versions, days, and the part that is written for users."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.changelog import between, releases
from smartpns_desktop.domain.versions import Version
from tests.updates import CHANGELOG, LATEST, NEW, OLD


def test_versions_come_newest_first_without_what_is_unreleased() -> None:
    found = releases(CHANGELOG)
    assert [(it.version, it.day) for it in found] == [
        (LATEST, date(2027, 3, 1)), (NEW, date(2026, 12, 24)), (OLD, date(2026, 11, 30))
    ]  # fmt: skip
    assert not any("Not handed out" in it.text for it in found)


def test_the_part_for_users_goes_before_the_one_for_programmers() -> None:
    latest, _, first = releases(CHANGELOG)
    assert latest.text == "- Anggaran tugas belajar."
    assert first.text == "- Pegawai dan pelatihan.", "without such a part all of it"


@pytest.mark.parametrize(
    ("heading", "version", "day"),
    [
        ("## 1.2.3", "1.2.3", None),
        ("## v1.2.3 – 2026-05-06", "1.2.3", date(2026, 5, 6)),
        ("## [1.2.3] - 2026-13-40", "1.2.3", None),
        ("##  [1.2.3] - 2026-05-06 [YANKED]", "1.2.3", date(2026, 5, 6)),
    ],
)
def test_headings_as_people_write_them(heading: str, version: str, day: date | None) -> None:
    (found,) = releases(f"# Changelog\r\n\r\n{heading}\r\n\r\n- Satu\r\n- Dua\r\n")
    assert (str(found.version), found.day, found.text) == (version, day, "- Satu\n- Dua")


def test_what_somebody_has_not_read_yet() -> None:
    known = releases(CHANGELOG)
    assert [it.version for it in between(known, OLD, LATEST)] == [LATEST, NEW]
    assert [it.version for it in between(known, OLD, NEW)] == [NEW]
    assert between(known, NEW, NEW) == ()


@given(st.text(alphabet="#[]v0.123- \nab"))
def test_any_text_is_a_changelog_perhaps_an_empty_one(text: str) -> None:
    found = releases(text)
    assert [it.version for it in found] == sorted({it.version for it in found}, reverse=True)


def test_our_own_can_be_read() -> None:
    text = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text
    assert all(it.text and it.version > Version(0, 0, 0) for it in releases(text))
