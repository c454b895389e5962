"""Quotas of posts and plans of study needs when agencies are merged or split: what goes over, what stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.services.agencies import Part
from smartpns_desktop.services.agency_previews import Belonging
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from tests.services.edit_checks import done, edit, snapshot
from tests.services.imports.outcomes import nip

DAY = date(2025, 1, 1)
PERIOD = (2025, 2029)
S1 = "40"


@dataclass(frozen=True)
class Office:
    """Dinas A with a unit, Dinas B; analysts 1 and 2 and archivist 3 in Dinas A itself."""

    a: int
    b: int
    unit: int
    analyst: int
    archivist: int
    people: tuple[int, ...]


@pytest.fixture
def office(app: App) -> Office:
    a, b = (app.agencies.add({"name": name})[0] for name in ("Dinas A", "Dinas B"))
    unit, _ = app.agencies.add({"name": "Bidang A1", "parent_id": a})
    people = tuple(
        app.employees.add(
            {"nip": nip(number), "name": f"Orang {number}"},
            [(History.POST, date(2020, 1, 1), {"post": post, "agency_id": a})],
        )[0]
        for number, post in ((1, "Analis"), (2, "Analis"), (3, "Arsiparis"))
    )
    keys = app.lists.keys("positions", ListQuery())
    posts = {row["name"]: key for row, key in zip(app.lists.by_keys("positions", keys), keys, strict=True)}
    return Office(a, b, unit, posts["Analis"], posts["Arsiparis"], people)


def quota(app: App, post: int, agency: int, day: date | None, needed: int | None, filled: int | None = None) -> None:
    row = {"position_id": post, "agency_id": agency, "effective_date": day, "needed": needed, "filled": filled}
    with edit(app) as writer:
        writing.insert_one(writer, "position_quotas", row)


def need(app: App, agency: int, programme: str, heads: dict[int, int], **more: object) -> int:
    values = {"level_code": S1, "programme": programme, "heads": heads, **more}
    return app.study_needs.add_need(agency, PERIOD, values)[0]


def needed(app: App, on: date | None = None) -> dict[str, dict[str, int | None]]:
    """What units need on a day, by post; a sum is what the list of posts shows."""
    found: dict[str, dict[str, int | None]] = {}
    for row in reversed(app.lists.rows("position-quotas", ListQuery(as_of=on))[1]):
        found.setdefault(row["name"], {})[row["agency"]] = row["needed"]
    return found


def total(app: App, post: str, on: date) -> int | None:
    rows = app.lists.rows("positions", ListQuery(post, as_of=on))[1]
    return next(row["quota"] for row in rows if row["name"] == post)


def planned(app: App) -> dict[str, dict[str, dict[int, int]]]:
    """Heads by year of each programme by agency."""
    return {
        plan.agency: {line.programme: dict(line.heads) for line in app.study_needs.lines(plan.key)}
        for plan in app.study_needs.plans(PERIOD)
    }


def test_quotas_go_with_the_people_and_are_added_up(app: App, office: Office) -> None:
    quota(app, office.analyst, office.a, date(2020, 1, 1), 5, 2)
    quota(app, office.analyst, office.b, date(2021, 1, 1), 3)
    quota(app, office.archivist, office.a, None, 1)
    quota(app, office.analyst, office.unit, None, 7)
    done(app, lambda: app.agencies.merge(office.a, office.b, DAY), "Gabungkan Dinas A ke Dinas B")
    assert needed(app, date(2024, 12, 31))["Analis"] == {"Dinas A": 5, "Dinas B": 3, "Bidang A1": 7}
    assert needed(app, DAY) == {
        "Analis": {"Dinas A": 0, "Dinas B": 8, "Bidang A1": 7},
        "Arsiparis": {"Dinas A": 0, "Dinas B": 1},
    }
    assert [total(app, "Analis", on) for on in (date(2024, 12, 31), DAY)] == [15, 15]


def test_quotas_of_later_days_go_over_too(app: App, office: Office) -> None:
    quota(app, office.analyst, office.a, date(2020, 1, 1), 5)
    quota(app, office.analyst, office.a, date(2025, 6, 1), 6)
    quota(app, office.analyst, office.b, date(2025, 3, 1), 2)
    quota(app, office.analyst, office.b, DAY, 1)
    days = (date(2024, 12, 31), DAY, date(2025, 3, 1), date(2025, 6, 1))
    before = [total(app, "Analis", on) for on in days]
    app.agencies.merge(office.a, office.b, DAY)
    assert [total(app, "Analis", on) for on in days] == before == [5, 6, 7, 8]
    assert [needed(app, on)["Analis"] for on in days[1:]] == [{"Dinas A": 0, "Dinas B": it} for it in (6, 7, 8)]


def test_a_plan_goes_over_whole_where_the_other_has_none(app: App, office: Office) -> None:
    need(app, office.a, "Akuntansi", {2025: 2})
    old = app.study_needs.plan(office.a, 2019, 2023)[0]
    app.agencies.merge(office.a, office.b, DAY)
    assert planned(app) == {"Dinas B": {"Akuntansi": {2025: 2}}}
    # What was planned for years that are over stays where it was planned.
    assert {it.key: it.agency for it in app.study_needs.plans()}[old] == "Dinas A"


def test_two_plans_of_the_same_years_become_one(app: App, office: Office) -> None:
    need(app, office.a, "Akuntansi", {2025: 2, 2027: 1}, amount_apbd=10)
    need(app, office.a, "Hukum", {2026: 1})
    need(app, office.b, "Akuntansi", {2025: 1}, amount_apbd=5)
    done(app, lambda: app.agencies.merge(office.a, office.b, DAY), "Gabungkan Dinas A ke Dinas B")
    assert planned(app) == {"Dinas B": {"Akuntansi": {2025: 3, 2027: 1}, "Hukum": {2026: 1}}}
    plan = app.study_needs.plans(PERIOD)[0]
    assert {it.programme: it.amount_apbd for it in app.study_needs.lines(plan.key)} == {"Akuntansi": 15, "Hukum": None}


@pytest.mark.parametrize("sealed", ["a", "b"])
def test_a_sealed_plan_is_joined_with_none(app: App, office: Office, sealed: str) -> None:
    need(app, office.a, "Akuntansi", {2025: 2})
    need(app, office.b, "Hukum", {2025: 1})
    plan = app.study_needs.plan(getattr(office, sealed), *PERIOD)[0]
    for state in (PlanState.DIASISTENSI, PlanState.DIAJUKAN, PlanState.DIVERIFIKASI, PlanState.DISAHKAN):
        app.study_needs.move_plan(plan, state)
    before = planned(app)
    app.agencies.merge(office.a, office.b, DAY)
    assert planned(app) == before


def test_a_split_takes_what_is_for_the_posts_of_those_who_go(app: App, office: Office) -> None:
    """Archivists all go; of the analysts one stays, and what is planned for them with him."""
    for post, count in ((office.analyst, 5), (office.archivist, 2)):
        quota(app, post, office.a, None, count)
    need(app, office.a, "Hukum", {2026: 1}, position_id=office.analyst)
    need(app, office.a, "Kearsipan", {2025: 2}, position_id=office.archivist)
    need(app, office.a, "Akuntansi", {2025: 1})
    part = Part("Dinas Arsip", people=frozenset({office.people[0], office.people[2]}))
    done(
        app, lambda: app.agencies.split(office.a, [part], DAY, keep=True), "Pecah Dinas A menjadi Dinas Arsip"
    )  # fmt: skip
    assert needed(app, DAY) == {"Analis": {"Dinas A": 5}, "Arsiparis": {"Dinas A": 0, "Dinas Arsip": 2}}
    assert planned(app) == {
        "Dinas A": {"Hukum": {2026: 1}, "Akuntansi": {2025: 1}},
        "Dinas Arsip": {"Kearsipan": {2025: 2}},
    }


def test_what_no_part_takes_goes_to_the_first_where_the_old_one_is_closed(app: App, office: Office) -> None:
    for post, count in ((office.analyst, 5), (office.archivist, 2)):
        quota(app, post, office.a, None, count)
    need(app, office.a, "Kearsipan", {2025: 2}, position_id=office.archivist)
    need(app, office.a, "Akuntansi", {2025: 1})
    parts = [Part("Dinas Sisa"), Part("Dinas Arsip", people=frozenset({office.people[2]}))]
    app.agencies.split(office.a, parts, DAY, keep=False)
    assert needed(app, DAY) == {
        "Analis": {"Dinas A": 0, "Dinas Sisa": 5}, "Arsiparis": {"Dinas A": 0, "Dinas Arsip": 2},
    }  # fmt: skip
    assert planned(app) == {"Dinas Arsip": {"Kearsipan": {2025: 2}}, "Dinas Sisa": {"Akuntansi": {2025: 1}}}


def test_the_preview_lists_quotas_and_plans(app: App, office: Office) -> None:
    quota(app, office.analyst, office.a, None, 5)
    quota(app, office.archivist, office.b, None, 4)
    need(app, office.a, "Akuntansi", {2025: 2})
    before = snapshot(app)
    found = {it.name: it for it in app.agencies.merge_preview(office.a, office.b, DAY)}
    assert snapshot(app) == before
    assert found["Dinas A"].quotas == (Belonging("Analis", 5, 0),)
    assert found["Dinas B"].quotas == (Belonging("Analis", 0, 5), Belonging("Arsiparis", 4, 4))
    assert found["Dinas A"].plans == (Belonging("2025–2029", 1, 0),)
    assert found["Dinas B"].plans == (Belonging("2025–2029", 0, 1),)
