"""Imports meet what the office has settled since: merged agencies and sealed plans."""

from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.services.lists import ListQuery


class Writes(Protocol):
    def __call__(self, rows: list[list[str | float | None]], name: str = ...) -> Path: ...


FORM = ["Perangkat Daerah", "Periode", "Jenjang", "Program Studi", "2026", "2027"]


def agency_key(app: App, name: str) -> int:
    return app.lists.keys("agencies", ListQuery(where=(("name", name),)))[0]


def test_an_old_file_finds_the_agency_that_took_the_named_one_in(app: App, sheet: Writes) -> None:
    file = sheet([["Kode", "Nama Perangkat Daerah"], ["1.01", "Dinas Lama"], ["1.02", "Dinas Baru"]])
    app.imports.apply(app.imports.plan(file))
    app.agencies.merge(agency_key(app, "Dinas Lama"), agency_key(app, "Dinas Baru"), date(2026, 1, 1))

    people = [["NIP", "Nama", "Unit Kerja", "Kode Unit"]]
    people += [["199001012015011001", "Siti", "DINAS LAMA", None], ["199102022016022002", "Ani", "Dinas Lama", "1.01"]]
    plan = app.imports.plan(sheet(people, "lama.xlsx"))
    app.imports.apply(plan)

    assert not plan.needs_consent
    assert {row["agency"] for row in app.lists.rows("employees", ListQuery())[1]} == {"Dinas Baru"}


@pytest.fixture
def sealed(app: App, sheet: Writes) -> App:
    app.imports.apply(app.imports.plan(sheet([FORM, ["Dinas A", "2026-2027", "S-2", "Magister Hukum", 1, 2]])))
    plan = app.study_needs.plans()[0]
    for state in (PlanState.DIVERIFIKASI, PlanState.DISAHKAN):
        app.study_needs.move_plan(plan.key, state)
    return app


@pytest.mark.parametrize(
    ("line", "same", "refused"),
    [
        (["Dinas A", "2026-2027", "S-2", "Magister Hukum", 1, 2], 1, 0),
        (["Dinas A", "2026-2027", "S-2", "Magister Hukum", 1, 3], 0, 1),
        (["Dinas A", "2026-2027", "S-2", "Magister Sains", 1, 1], 0, 1),
    ],
    ids=["as sealed", "more heads", "another line"],
)
def test_a_sealed_plan_takes_nothing_in(
    sealed: App, sheet: Writes, line: list[str | float | None], same: int, refused: int
) -> None:
    plan = sealed.imports.plan(sheet([FORM, line], "lagi.xlsx"))

    assert (plan.judgement.same, plan.rejected, plan.judgement.new, plan.judgement.changed) == (same, refused, 0, 0)
    assert [problem.code for problem in plan.problems] == ["plan.sealed"] * refused
    assert plan.rows == 1
