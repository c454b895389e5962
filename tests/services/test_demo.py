"""The invented city: the same for the same seed, sound in every number, and gone again with one undo."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import Database
from db.tables import metadata
from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain import education, grades, nik, nip
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.demo.service import REFERENCE_DAY, DemoService
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.watch import Watch

LISTED = ("employees", "agencies", "positions", "programmes", "trainings", "study-needs")
PEOPLE = 300


@pytest.fixture(scope="module")
def city(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """A city that no test changes."""
    folder = tmp_path_factory.mktemp("city")
    shutil.copyfile(fresh_store, folder / STORE)
    app = open_app(folder, "penguji")
    app.demo.fill(PEOPLE)
    yield app
    app.close()


def rows_of(database: Database, name: str) -> list[dict[str, Any]]:
    with database.read() as reader:
        return [dict(row._mapping) for row in reader.connection.execute(select(metadata.tables[name]))]


def histories(database: Database, name: str) -> dict[int, list[dict[str, Any]]]:
    """Rows of a history by employee, oldest first."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows_of(database, name), key=lambda row: row["effective_date"]):
        found[row["employee_id"]].append(row)
    return found


def listed(app: App) -> dict[str, tuple[int, list[dict[str, Any]]]]:
    return {kind: app.lists.rows(kind, ListQuery()) for kind in LISTED}


def test_one_seed_makes_one_city_and_another_seed_another(city: App, app: App) -> None:
    app.demo.fill(PEOPLE)
    assert listed(app) == listed(city)
    app.undo.undo(newest(app))
    app.demo.fill(PEOPLE, seed=2)
    assert listed(app)["employees"] != listed(city)["employees"]


def newest(app: App) -> int:
    return int(app.lists.rows("changes", ListQuery())[1][0]["change_set"])


def test_the_result_says_what_the_lists_hold(app: App) -> None:
    watch = Watch()
    made = app.demo.fill(120, watch=watch)
    counts = {kind: app.lists.count(kind, ListQuery()) for kind in LISTED}
    assert (made.employees, made.trainings, made.needs) == (
        counts["employees"],
        counts["trainings"],
        counts["study-needs"],
    )
    assert counts["employees"] == 120
    assert made.trainings > 120
    assert made.needs > 0
    assert (watch.done, watch.total) == (120, 120)
    assert made.change_set == newest(app)
    assert made.changes.employees
    assert made.changes.trainings
    assert made.changes.study_needs


@given(seed=st.integers(0, 10_000), people=st.integers(1, 60))
@settings(max_examples=12)
def test_every_number_is_sound_and_agrees_with_its_person(
    seed: int, people: int, fresh_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("seeded") / STORE
    shutil.copyfile(fresh_store, path)
    database = Database(path)
    DemoService(database, "penguji").fill(people, seed)
    rows = rows_of(database, "employees")
    database.close()
    assert len(rows) == people == len({row["nip"] for row in rows}) == len({row["nik"] for row in rows})
    for row in rows:
        born, sex = row["birth_date"], Sex(row["sex"])
        assert nip.fault(row["nip"]) is None
        told = nip.parts(row["nip"])
        kind = EmployeeKind(row["kind"])
        assert nip.disagreements(told, birth_date=born, sex=sex, start_date=row["cpns_date"], kind=kind) == ()
        assert nik.fault(row["nik"]) is None
        assert nik.disagreements(row["nik"], birth_date=born, sex=sex) == ()


def test_numbers_and_addresses_are_nobodys(city: App) -> None:
    for row in rows_of(city.database, "employees"):
        assert row["nik"].startswith("9971"), "no region of Indonesia has a code from 97 on"
        assert all(address is None or address.endswith(".example") for address in (row["email"], row["official_email"]))


def test_grades_climb_by_one_every_four_years_or_later(city: App) -> None:
    for steps in histories(city.database, "grade_history").values():
        for before, after in pairwise(steps):
            assert grades.order(after["grade_code"]) == grades.order(before["grade_code"]) + 1
            assert (after["effective_date"] - before["effective_date"]).days >= 4 * 365


def test_kinds_have_the_grades_and_dates_that_are_theirs(city: App) -> None:
    steps = histories(city.database, "grade_history")
    kinds = Counter(row["kind"] for row in rows_of(city.database, "employees"))
    assert 0.2 < kinds["PPPK"] / PEOPLE < 0.3
    assert 0 < kinds["CPNS"] < kinds["PPPK"] < kinds["PNS"]
    for row in rows_of(city.database, "employees"):
        names = [grades.name_of(step["grade_code"]) for step in steps[row["id"]]]
        assert steps[row["id"]][0]["effective_date"] == row["cpns_date"]
        if row["kind"] == "PPPK":
            assert names in (["V"], ["VII"], ["IX"], ["X"])
            assert row["pns_date"] is None
        else:
            assert set(names) <= set(grades.PNS_GRADES)
            assert (row["pns_date"] is None) == (row["kind"] == "CPNS")
            assert row["pns_date"] is None or row["pns_date"] > row["cpns_date"]


def test_degrees_come_one_after_the_other_at_a_fitting_age(city: App) -> None:
    people = {row["id"]: row for row in rows_of(city.database, "employees")}
    for key, studies in histories(city.database, "education_history").items():
        levels = [education.order(study["level_code"]) for study in studies]
        assert levels == sorted(levels)
        assert 17 <= studies[0]["effective_date"].year - people[key]["birth_date"].year <= 30
        assert any(study["effective_date"] < people[key]["cpns_date"] for study in studies)
        assert studies[-1]["effective_date"] < REFERENCE_DAY
        titled = people[key]["front_title"] or people[key]["back_title"]
        assert bool(titled) == (levels[-1] >= education.order("30"))


def test_a_managers_post_has_one_holder_who_has_the_rank_for_it(city: App) -> None:
    echelons = {row["code"]: (row["lowest_grade"], row["highest_grade"]) for row in rows_of(city.database, "echelons")}
    _, people = city.lists.rows("employees", ListQuery())
    leading = [it for it in people if it["position_kind"] == "1"]
    assert max(Counter((it["post"], it["agency_code"]) for it in leading).values()) == 1
    assert {it["echelon"] for it in leading} == {"21", "22", "31", "32", "41", "42"}
    for it in leading:
        lowest, highest = (grades.PNS_GRADES.index(grade) for grade in echelons[it["echelon"]])
        assert lowest <= grades.PNS_GRADES.index(it["grade"]) <= highest, it


def test_nobody_works_beyond_the_retirement_age(city: App) -> None:
    _, people = city.lists.rows("employees", ListQuery())
    with city.database.read() as reader:
        lowest = regulations(reader).on(REFERENCE_DAY).retirement_age("Administrator/Pengawas/Pelaksana")
    assert lowest == 58
    birthday = date(REFERENCE_DAY.year - lowest, REFERENCE_DAY.month, REFERENCE_DAY.day)
    too_old = [it for it in people if it["birth_date"] <= birthday]
    assert too_old
    assert all(it["standing"] == "Pensiun" for it in too_old)


def test_the_tree_of_agencies_has_codes_that_say_where_each_stands(city: App) -> None:
    rows = rows_of(city.database, "agencies")
    codes = {row["id"]: row["code"] for row in rows}
    assert 12 <= sum(row["kind"] == "agency" for row in rows) <= 30
    assert len({row["name_key"] for row in rows}) == len(rows) == len(set(codes.values()))
    for row in rows:
        assert (row["short_name"] is None) == (row["kind"] == "unit")
        assert row["parent_id"] is None or row["code"].startswith(codes[row["parent_id"]] + ".")
        assert row["parent_id"] is not None or row["kind"] == "agency"


def test_trainings_are_of_three_years_and_some_people_have_too_few(city: App) -> None:
    rows = rows_of(city.database, "trainings")
    started = {row["id"]: row["cpns_date"] for row in rows_of(city.database, "employees")}
    last = REFERENCE_DAY.year - 1
    certificates = [row["certificate_number"] for row in rows if row["certificate_number"]]
    assert len(certificates) == len(set(certificates))
    assert {row["year"] for row in rows} <= {last - 2, last - 1, last, last + 1}
    assert all(started[row["employee_id"]] <= row["start_date"] <= row["end_date"] <= REFERENCE_DAY for row in rows)
    jp = Counter[int]()
    for row in rows:
        jp[row["employee_id"]] += row["jp_counted"] if row["year"] == last else 0
    few = sum(0 < hours < 20 for hours in jp.values())
    none = PEOPLE - sum(hours > 0 for hours in jp.values())
    assert few > PEOPLE / 10
    assert none > PEOPLE / 20
    assert few + none < PEOPLE * 0.7


def test_credited_hours_are_those_of_the_rules(city: App) -> None:
    rows = rows_of(city.database, "trainings")
    seminars = [row for row in rows if row["form_code"] == "B6"]
    assert seminars
    for row in seminars:
        assert row["jp_counted"] == 4 * ((row["end_date"] - row["start_date"]).days + 1)
    assert all(row["jp_counted"] == row["jp"] for row in rows if row["form_code"] in ("B1", "B3", "B4", "B10"))


def test_every_second_agency_plans_its_studies_for_five_years(city: App) -> None:
    plans = rows_of(city.database, "study_plans")
    agencies = sum(row["kind"] == "agency" for row in rows_of(city.database, "agencies"))
    assert len(plans) == (agencies + 1) // 2
    assert {(plan["first_year"], plan["last_year"]) for plan in plans} == {(2026, 2030)}
    needs = {row["id"]: row for row in rows_of(city.database, "study_needs")}
    assert {row["plan_id"] for row in needs.values()} == {plan["id"] for plan in plans}
    heads = rows_of(city.database, "study_need_heads")
    assert {row["need_id"] for row in heads} == needs.keys()
    assert all(row["heads"] > 0 and 2026 <= row["year"] <= 2030 for row in heads)


def test_the_check_is_clean(city: App) -> None:
    report = city.health.check()
    assert report.sound, report
    assert report.data["employees"] == PEOPLE
    assert report.data["no_grade"] == report.data["no_post"] == report.data["no_education"] == 0
    assert report.data["no_nik"] == report.data["pns_before_cpns"] == 0


def test_undo_takes_the_whole_city_back(app: App) -> None:
    made = app.demo.fill(60)
    undone = app.undo.undo(made.change_set)
    assert undone.kept == ()
    assert {kind: app.lists.count(kind, ListQuery()) for kind in LISTED} == dict.fromkeys(LISTED, 0)
    app.undo.redo(made.change_set)
    assert app.lists.count("employees", ListQuery()) == 60


@pytest.mark.parametrize("kind", ["employees", "trainings", "study-needs", "agencies"])
def test_what_is_exported_comes_back_unchanged(city: App, kind: str, tmp_path: Path) -> None:
    written = city.exports.export(kind, tmp_path / "out.xlsx")
    plan = city.imports.plan(tmp_path / "out.xlsx", kind=kind)
    judged = plan.judgement
    assert (judged.new, judged.changed, plan.rejected, judged.same) == (0, 0, 0, written)
    assert not plan.has_work
    assert plan.problems == ()
    assert not plan.needs_consent


def test_a_store_with_data_is_left_alone(app: App) -> None:
    app.demo.fill(5)
    before = newest(app)
    with pytest.raises(CannotDo) as refused:
        app.demo.fill(5)
    assert refused.value.code == "demo.not_empty"
    assert newest(app) == before
    assert app.lists.count("employees", ListQuery()) == 5


def test_agencies_alone_are_data_too(app: App, sheet: Any) -> None:
    plan = app.imports.plan(sheet([("Kode", "Nama Perangkat Daerah"), ("1.01", "Dinas Pendidikan")]), kind="agencies")
    app.imports.apply(plan)
    with pytest.raises(CannotDo) as refused:
        app.demo.fill(5)
    assert refused.value.code == "demo.not_empty"


def test_no_people_are_no_city(app: App) -> None:
    with pytest.raises(CannotDo) as refused:
        app.demo.fill(0)
    assert refused.value.code == "argument.bad_value"


def test_cancelling_leaves_nothing_behind(app: App) -> None:
    watch = Watch()
    watch.cancelled = True
    with pytest.raises(CannotDo) as stopped:
        app.demo.fill(30, watch=watch)
    assert stopped.value.code == "cancelled"
    assert app.lists.count("agencies", ListQuery()) == 0


def test_the_day_asked_for_is_the_citys_today(app: App) -> None:
    app.demo.fill(40, today=date(2025, 3, 31))
    latest = max(row["effective_date"] for row in rows_of(app.database, "post_history"))
    assert date(2024, 1, 1) < latest <= date(2025, 3, 31)
    assert {plan["first_year"] for plan in rows_of(app.database, "study_plans")} == {2025}
