"""What the checks found of a day as tallies, per agency and unit or per agency at the top of the tree of that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from db import Reader
from db.queries import data_findings as findings
from smartpns_desktop.domain.data_quality import Checks, Tally
from smartpns_desktop.services import data_findings
from smartpns_desktop.services.reference import regulations


def checks_on(reader: Reader, day: date) -> Checks:
    """The checks with the weights of a day."""
    return Checks(regulations(reader).known_by(day))


def tallies_on(reader: Reader, day: date) -> dict[int | None, Tally]:
    """What was found in each agency and unit, of the people whose own post is right there."""
    tallies: dict[int | None, Tally] = {}
    for row in findings.counts(reader, day, kept=data_findings.at_hand(reader, day)):
        tally = tallies.setdefault(row.agency_id, Tally())
        if not row.check_code:
            tally.people += row.count
        elif row.is_open:
            tally.open[row.check_code] += row.count
        else:
            tally.found[row.check_code] += row.count
    return tallies


Rows = Mapping[int, Any]
"""Agencies and units of a day by key."""


def root_of(rows: Rows, key: int) -> int:
    """The key of the agency at the top above an agency or unit, or its own."""
    while rows[key].parent_id is not None:
        key = rows[key].parent_id
    return key


def tree_of(rows: Rows, key: int) -> set[int]:
    """Keys of an agency and of all units below it."""
    tree, below = set[int](), {key}
    while below:
        tree |= below
        below = {it for it, row in rows.items() if row.parent_id in below} - tree
    return tree


def by_root(rows: Rows, tallies: Mapping[int | None, Tally]) -> dict[int | None, Tally]:
    """What was found per agency at the top."""
    found = dict[int | None, Tally]()
    for key, tally in tallies.items():
        found.setdefault(None if key is None else root_of(rows, key), Tally()).add(tally)
    return found
