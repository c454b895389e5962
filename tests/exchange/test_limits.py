"""Limits are said in the units that people know."""

from __future__ import annotations

import pytest

from smartpns_desktop.exchange import limits


@pytest.mark.parametrize(
    ("measure", "limit", "shown"),
    [
        ("file", limits.FILE_BYTES, "200 MB"),
        ("content", limits.ARCHIVE_BYTES, "1.024 MB setelah dibuka"),
        ("parts", limits.ARCHIVE_PARTS, "10.000 bagian"),
        ("cells", limits.CELLS, "20.000.000 sel"),
        ("rows", 1_048_576, "1.048.576 baris"),
    ],
)
def test_a_refusal_shows_its_limit(measure: str, limit: int, shown: str) -> None:
    refusal = limits.too_large("data.xlsx", measure, limit)
    assert refusal.code == "file.too_large"
    assert refusal.facts == {"path": "data.xlsx", "limit": shown}
