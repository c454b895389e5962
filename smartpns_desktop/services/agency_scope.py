"""Which agency a text names, and the keys of all units in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db import Reader
from db.queries import organisation
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.folding import fold


def agency_named(reader: Reader, text: str) -> Any:
    """The agency of that code, name or short name; CannotDo("agency.unknown")."""
    rows = organisation.all_agencies(reader)
    tests: tuple[Callable[[Any], bool], ...] = (
        lambda row: row.code == text,
        lambda row: row.name_key == fold(text),
        lambda row: fold(row.short_name or "") == fold(text),
    )
    for test in tests:
        for row in rows:
            if test(row):
                return row
    raise CannotDo("agency.unknown", agency=text)


def agency_tree(reader: Reader, key: int) -> set[int]:
    """Keys of an agency and of all units below it."""
    tree = {key}
    rows = organisation.all_agencies(reader)
    while True:
        below = {row.id for row in rows if row.parent_id in tree} - tree
        if not below:
            return tree
        tree |= below
