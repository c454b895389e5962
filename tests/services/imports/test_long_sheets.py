"""Sheets so long that they are worked off in parts: no row is lost, doubled or moved where two parts meet."""

from __future__ import annotations

from smartpns_desktop.app import App
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import SheetWriter
from tests.services.imports.outcomes import counts, imported

PEOPLE = 5_003


def test_every_row_arrives_once_with_its_own_name(app: App, sheet: SheetWriter) -> None:
    people: dict[str, str] = {}
    for number in range(PEOPLE):
        day, serial = 1 + number // 900, 1 + number % 900
        people[f"197603{day:02}2007121{serial:03}"] = f"Orang {number}"
    plan = imported(app, sheet([["NIP", "Nama"], *([nip, name] for nip, name in people.items())]))
    assert counts(plan) == {"new": PEOPLE}
    count, rows = app.lists.rows("employees", ListQuery())
    assert count == PEOPLE
    assert {row["nip"]: row["name"] for row in rows} == people
