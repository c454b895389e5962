"""How alike two texts are; for doubts that are told, never for decisions."""

from __future__ import annotations

from rapidfuzz import fuzz


def likeness(one: str, other: str) -> float:
    """0 to 100, whatever the order of the words."""
    return float(fuzz.token_sort_ratio(one, other))
