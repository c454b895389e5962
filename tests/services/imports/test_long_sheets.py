"""Sheets so long that they are worked off in parts: no row is lost, doubled or moved where two parts meet."""

from __future__ import annotations

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.watch import Watch
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported

PEOPLE = 5_003


def people(count: int) -> list[list[Cell]]:
    """NIP and name of so many, by NIP."""
    return [[f"197603{1 + it // 900:02}2007121{1 + it % 900:03}", f"Orang {it}"] for it in range(count)]


def test_every_row_arrives_once_with_its_own_name(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([["NIP", "Nama"], *people(PEOPLE)]))
    assert counts(plan) == {"new": PEOPLE}
    count, rows = app.lists.rows("employees", ListQuery())
    assert count == PEOPLE
    assert sorted([row["nip"], row["name"]] for row in rows) == people(PEOPLE)


class Impatient(Watch):
    """Is asked so many times whether to go on, then says no."""

    def __init__(self, patience: int = 1_000_000) -> None:
        super().__init__()
        self.patience, self.asked = patience, 0

    def go_on(self) -> None:
        self.asked += 1
        self.cancelled = self.asked > self.patience
        super().go_on()


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 0.99])
def test_a_cancel_stops_the_judging_and_the_writing_wherever_they_are(
    app: App, sheet: SheetWriter, share: float
) -> None:
    file = sheet([["NIP", "Nama"], *people(4_100)])
    judging = Impatient()
    plan = app.imports.plan(file, watch=judging)
    assert judging.asked > 20
    with pytest.raises(CannotDo, match="cancelled"):
        app.imports.plan(file, watch=Impatient(int(share * judging.asked)))
    # At the beginning, after each 2,000 rows, their table and the journal, and before the commit.
    with pytest.raises(CannotDo, match="cancelled"):
        app.imports.apply(plan, good_rows_only=True, watch=Impatient(int(share * 7)))
    assert app.lists.rows("employees", ListQuery())[0] == 0
