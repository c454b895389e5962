"""The manifest of an update: what it says, and who may take it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.updates import Manifest, Part
from smartpns_desktop.domain.versions import Version
from tests.updates import LATEST, NEW, OLD

MADE = Manifest("SmartPNS", NEW, OLD, date(2026, 12, 24), Part(60_000_000, "a" * 64), Part(900, "0" * 64))


def test_what_is_written_is_read_again() -> None:
    assert Manifest.from_bytes(MADE.to_bytes()) == MADE


def test_what_a_later_maker_adds_is_left_aside() -> None:
    told = json.loads(MADE.to_bytes()) | {"channel": "uji"}
    assert Manifest.from_bytes(json.dumps(told).encode()) == MADE


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("product", 1),
        ("version", "2"),
        ("version", None),
        ("minimal_version", 0.1),
        ("day", "kemarin"),
        ("setup", "a" * 64),
        ("setup", {"size": 0, "sha256": "a" * 64}),
        ("setup", {"size": True, "sha256": "a" * 64}),
        ("setup", {"size": 10**12, "sha256": "a" * 64}),
        ("setup", {"size": 5, "sha256": "A" * 64}),
        ("changelog", {"size": 5}),
        ("changelog", {"size": 2_000_000, "sha256": "a" * 64}),
    ],
)
def test_a_field_that_says_nothing_sound_is_refused(field: str, value: Any) -> None:
    told = json.loads(MADE.to_bytes()) | {field: value}
    with pytest.raises(ValueError):  # noqa: PT011 - whichever it is
        Manifest.from_bytes(json.dumps(told).encode())


@given(
    st.binary() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(lambda it: json.dumps(it).encode())
)
def test_no_bytes_end_in_anything_but_a_value_error(raw: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whichever it is
        Manifest.from_bytes(raw)


def test_a_program_takes_only_a_newer_version_of_itself() -> None:
    assert MADE.refusal(OLD) == ""
    assert MADE.refusal(NEW) == "update.same"
    assert MADE.refusal(LATEST) == "update.older"
    assert MADE.refusal(Version(0, 0, 9)) == "update.too_far"
