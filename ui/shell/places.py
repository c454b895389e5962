"""Which page shows a kind of data, and how one of its rows is called in a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from smartpns_desktop.words.labels import show_value

PAGE_OF_KIND = {
    "employees": "employees",
    "agencies": "agencies",
    "trainings": "trainings",
    "study-needs": "study-needs",
    "programmes": "study-needs",
    "positions": "employees",
}
"""The page to which a search leads."""

_FIELD_OF_KIND = {"programmes": "programme", "positions": "post"}

Record = Mapping[str, Any]


def filter_of(kind: str, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The words and conditions that show a found kind on its page: a programme is a condition of its needs."""
    field = _FIELD_OF_KIND.get(kind)
    return (text, ()) if field is None else ("", ((field, text),))


def full_name(record: Record) -> str:
    """Name with the titles before and behind it."""
    front, back = record.get("front_title"), record.get("back_title")
    return f"{front + ' ' if front else ''}{record.get('name') or ''}{', ' + back if back else ''}"


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)


def _person(record: Record) -> str:
    from smartpns_desktop.domain import nip

    return _joined(full_name(record), nip.show(record["nip"]), record.get("agency"))


_LINES: dict[str, Callable[[Record], str]] = {
    "employees": _person,
    "agencies": lambda it: _joined(it["name"], it.get("short_name"), it.get("parent")),
    "trainings": lambda it: _joined(it["name"], it.get("person"), show_value("trainings", "start", it.get("start"))),
    "study-needs": lambda it: _joined(it.get("level"), it["programme"], it["agency"], it["period"]),
    "programmes": lambda it: _joined(it["name"], it.get("level")),
    "positions": lambda it: _joined(it["name"], it.get("kind")),
}


def describe(kind: str, record: Record) -> str:
    """One row of a kind in one line."""
    return _LINES[kind](record)
