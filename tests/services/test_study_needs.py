"""Study-need plans: their lines, heads and funding, what is decided, and the seal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.domain.study_needs import PLAN_MOVES, Funding, NeedState, PlanState
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.lists import ListQuery, Sort
from smartpns_desktop.services.study_needs import NeedLine
from tests.services.edit_checks import done, refused, snapshot, unchanged

COMPUTING = {
    "level_code": "45",
    "programme": "Ilmu Komputer",
    "post": "Pranata Komputer Ahli Muda",
    "funding": "COST_SHARING",
    "amount_apbd": 60_000_000,
    "amount_self": 40_000_000,
    "basis": "Renstra sasaran 2",
    "heads": {2026: 1, 2028: 2},
}
TO_SEAL = (PlanState.DIAJUKAN, PlanState.DIVERIFIKASI, PlanState.DISAHKAN)


@pytest.fixture
def agency(app: App) -> int:
    return app.agencies.add({"name": "Diskominfo"})[0]


@pytest.fixture
def plan(app: App, agency: int) -> int:
    return app.study_needs.plan(agency, 2026, 2030)[0]


@pytest.fixture
def need(app: App, plan: int) -> int:
    return app.study_needs.add_line(plan, COMPUTING)[0]


def line(app: App, plan: int) -> NeedLine:
    (only,) = app.study_needs.lines(plan)
    return only


def test_a_plan_is_made_once(app: App, agency: int) -> None:
    keys = []

    def make() -> Changes:
        key, changes = app.study_needs.plan(agency, 2026, 2030)
        keys.append(key)
        return changes

    changes = done(app, make, "Buat rencana kebutuhan studi Diskominfo 2026–2030")
    assert changes == Changes(changes.change_set, study_needs=True)
    unchanged(app, make)
    assert keys[0] == keys[1]
    (record,) = app.study_needs.plans()
    assert (record.key, record.agency_id, record.agency) == (keys[0], agency, "Diskominfo")
    assert (record.first_year, record.last_year, record.state) == (2026, 2030, PlanState.BELUM)
    assert (record.lines, record.heads) == (0, 0)


@pytest.mark.usefixtures("agency", "need")
def test_plans_of_one_period_and_their_sums(app: App, plan: int) -> None:
    other, _ = app.agencies.add({"name": "DPUPRK"})
    later, _ = app.study_needs.plan(other, 2031, 2035)
    app.study_needs.add_line(plan, {"level_code": "40", "programme": "Statistika", "heads": {2027: 3}})
    first, second = app.study_needs.plans()
    assert [(it.agency, it.lines, it.heads) for it in (first, second)] == [("DPUPRK", 0, 0), ("Diskominfo", 2, 6)]
    assert [it.key for it in app.study_needs.plans((2031, 2035))] == [later]
    assert app.study_needs.plans((2026, 2031)) == ()


def test_a_plan_needs_an_open_agency_and_a_period(app: App, agency: int) -> None:
    refused(app, "plan.bad_period", lambda: app.study_needs.plan(agency, 2030, 2026))
    refused(app, "plan.bad_period", lambda: app.study_needs.plan(agency, 26, 30))
    refused(app, "record.missing", lambda: app.study_needs.plan(agency + 1, 2026, 2030))
    app.agencies.close(agency, date(2026, 1, 1))
    refused(app, "agency.closed", lambda: app.study_needs.plan(agency, 2026, 2030), agency="Diskominfo")


def test_adding_a_line(app: App, plan: int) -> None:
    reason = "Tambah kebutuhan studi Ilmu Komputer pada Diskominfo"
    changes = done(app, lambda: app.study_needs.add_line(plan, COMPUTING)[1], reason)
    assert changes == Changes(changes.change_set, study_needs=True, positions=True)
    record = line(app, plan)
    assert (record.level, record.programme, record.post) == ("S-2", "Ilmu Komputer", "Pranata Komputer Ahli Muda")
    assert (record.funding, record.amount_apbd, record.amount_self, record.amount_apbn) == (
        Funding.COST_SHARING,
        60_000_000,
        40_000_000,
        None,
    )
    assert (record.state, record.heads, record.basis) == (NeedState.DIAJUKAN, {2026: 1, 2028: 2}, "Renstra sasaran 2")


@pytest.mark.usefixtures("need")
def test_a_known_programme_is_taken_by_key_or_name(app: App, plan: int) -> None:
    known = line(app, plan)
    app.study_needs.add_line(plan, {"level_code": "45", "programme_id": known.programme_id, "funding": "APBD"})
    app.study_needs.add_line(plan, {"level_code": "45", "programme": "ILMU KOMPUTER", "funding": "APBN"})
    app.study_needs.add_line(plan, {"level_code": "50", "programme": "Ilmu Komputer"})
    lines = app.study_needs.lines(plan)
    assert [it.level_code for it in lines] == ["50", "45", "45", "45"]
    assert [it.programme_id == known.programme_id for it in lines] == [False, True, True, True]


@pytest.mark.parametrize(
    ("values", "code", "column"),
    [
        ({"level_code": None}, "value.missing", "level_code"),
        ({"programme": "", "programme_id": None}, "value.missing", "programme"),
        ({"funding": "HIBAH"}, "value.not_in_list", "funding"),
        ({"amount_apbd": -1}, "value.not_whole", "amount_apbd"),
        ({"amount_apbd": 1.5}, "value.not_whole", "amount_apbd"),
        ({"amount_apbd": None}, "need.shares_missing", "funding"),
        ({"amount_apbd": 0}, "need.shares_missing", "funding"),
        ({"heads": {2027: -1}}, "value.not_whole", "heads_2027"),
        ({"heads": {2031: 1}}, "need.year_outside", "heads_2031"),
    ],
)
def test_what_is_wrong_is_told_while_typing_and_refused(
    app: App, plan: int, need: int, values: dict[str, object], code: str, column: str
) -> None:
    found = {(it.code, it.column): it.severity for it in app.study_needs.problems(plan, values, need)}
    assert found[code, column] is Severity.REJECT
    refused(app, "record.rejected", lambda: app.study_needs.change_line(need, values))
    new = {**COMPUTING, "funding": "COST_SHARING", "post": None, **values}
    assert code in refused(app, "record.rejected", lambda: app.study_needs.add_line(plan, new)).facts["codes"]


def test_a_sound_line_has_no_problems(app: App, plan: int, need: int) -> None:
    assert app.study_needs.problems(plan, {}, need) == ()
    assert app.study_needs.problems(plan, {"level_code": "50", "programme": "Ilmu Komputer"}) == ()
    # Typing a new programme's name adds nothing yet.
    assert len(snapshot(app)["study_programmes"]) == 1


@pytest.mark.usefixtures("need")
def test_the_same_need_stands_once_in_a_plan(app: App, agency: int, plan: int) -> None:
    assert [it.code for it in app.study_needs.problems(plan, COMPUTING)] == ["need.duplicate"]
    refused(app, "record.rejected", lambda: app.study_needs.add_line(plan, COMPUTING), codes="need.duplicate")
    other, _ = app.study_needs.add_line(plan, {**COMPUTING, "funding": "APBD"})
    refused(app, "record.rejected", lambda: app.study_needs.change_line(other, {"funding": "COST_SHARING"}))
    next_plan, _ = app.study_needs.plan(agency, 2031, 2035)
    app.study_needs.add_line(next_plan, {**COMPUTING, "heads": {}})


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"heads": {2026: 3, 2027: 1, 2028: None}}, "jumlah orang 2026, jumlah orang 2027, dan jumlah orang 2028"),
        ({"funding": "APBD", "amount_self": None}, "sumber biaya dan biaya mandiri"),
        ({"programme": "Sains Data", "note": "mendesak"}, "keterangan dan program studi"),
        ({"post": "Camat"}, "jabatan sasaran"),
    ],
)
@pytest.mark.usefixtures("plan")
def test_changing_a_line(app: App, need: int, values: dict[str, object], fields: str) -> None:
    def change() -> Changes:
        return app.study_needs.change_line(need, values)

    done(app, change, f"Ubah kebutuhan studi Ilmu Komputer pada Diskominfo: {fields}")
    unchanged(app, change)


def test_years_that_are_not_told_stay(app: App, plan: int, need: int) -> None:
    app.study_needs.change_line(need, {"heads": {2028: None, 2030: 4, 2029: 0}})
    assert line(app, plan).heads == {2026: 1, 2029: 0, 2030: 4}


def test_removing_a_line_takes_its_heads_along(app: App, plan: int, need: int) -> None:
    reason = "Hapus kebutuhan studi Ilmu Komputer dari Diskominfo"
    done(app, lambda: app.study_needs.delete_line(need), reason)
    assert app.study_needs.lines(plan) == ()
    assert snapshot(app)["study_need_heads"] == []
    refused(app, "record.missing", lambda: app.study_needs.delete_line(need))


def test_deciding(app: App, plan: int, need: int) -> None:
    reason = "Kebutuhan studi Ilmu Komputer pada Diskominfo: "
    done(app, lambda: app.study_needs.decide(need, NeedState.DITOLAK), f"{reason}ditolak")
    assert line(app, plan).state is NeedState.DITOLAK
    unchanged(app, lambda: app.study_needs.decide(need, NeedState.DITOLAK))
    refused(
        app,
        "need.may_not_move",
        lambda: app.study_needs.decide(need, NeedState.DIVERIFIKASI),
        before="ditolak",
        after="diverifikasi",
    )
    done(app, lambda: app.study_needs.decide(need, NeedState.DIAJUKAN), f"{reason}diajukan")


@pytest.mark.parametrize("start", PlanState)
@pytest.mark.parametrize("goal", PlanState)
def test_a_plan_moves_as_the_rule_says(app: App, plan: int, start: PlanState, goal: PlanState) -> None:
    way = {PlanState.BELUM: (), PlanState.DIASISTENSI: (PlanState.DIASISTENSI,)}
    for state in way.get(start, TO_SEAL[: TO_SEAL.index(start) + 1] if start in TO_SEAL else ()):
        app.study_needs.move_plan(plan, state)

    def move() -> Changes:
        return app.study_needs.move_plan(plan, goal)

    if goal is start:
        unchanged(app, move)
    elif goal in PLAN_MOVES[start]:
        move()
        assert app.study_needs.plans()[0].state is goal
    else:
        refused(app, "plan.may_not_move", move)


def test_moving_a_plan_is_undone(app: App, plan: int) -> None:
    reason = "Rencana kebutuhan studi Diskominfo 2026–2030: diajukan"
    done(app, lambda: app.study_needs.move_plan(plan, PlanState.DIAJUKAN), reason)
    refused(app, "record.missing", lambda: app.study_needs.move_plan(plan + 1, PlanState.DIAJUKAN))


def test_a_sealed_plan_is_not_edited(app: App, plan: int, need: int) -> None:
    for state in TO_SEAL:
        app.study_needs.move_plan(plan, state)
    edits: list[Callable[[], object]] = [
        lambda: app.study_needs.add_line(plan, {"level_code": "40", "programme": "Statistika"}),
        lambda: app.study_needs.change_line(need, {"note": "terlambat"}),
        lambda: app.study_needs.change_line(need, {"heads": {2026: 9}}),
        lambda: app.study_needs.delete_line(need),
        lambda: app.study_needs.decide(need, NeedState.DITOLAK),
    ]
    for edit in edits:
        refused(app, "plan.sealed", edit, agency="Diskominfo")
    for state in (PlanState.BELUM, PlanState.DIVERIFIKASI):
        refused(app, "plan.may_not_move", partial(app.study_needs.move_plan, plan, state), before="disahkan")


@pytest.mark.usefixtures("need")
def test_the_board_shows_every_agency_of_a_period(app: App, agency: int, plan: int) -> None:
    other, _ = app.agencies.add({"name": "Bapperida", "short_name": "BAPPERIDA"})
    unit, _ = app.agencies.add({"name": "Bidang Data", "parent_id": other})
    app.agencies.close(app.agencies.add({"name": "Kantor Lama"})[0], date(2020, 1, 1))
    board = app.study_needs.board(2027)
    assert (board.period, board.periods) == ((2026, 2030), ((2026, 2030),))
    told = [(it.agency_id, it.plan_id, it.state, it.lines, it.heads) for it in board.agencies]
    assert told == [(other, None, PlanState.BELUM, 0, 0), (agency, plan, PlanState.BELUM, 1, 3)]
    app.study_needs.plan(unit, 2031, 2035)
    assert [it.agency for it in app.study_needs.board(2033).agencies] == ["Bapperida", "Bidang Data", "Diskominfo"]
    assert app.study_needs.board(2033, (2026, 2030)).agencies == board.agencies


def test_a_need_is_read_with_its_plan(app: App, agency: int, plan: int, need: int) -> None:
    told, read = app.study_needs.need(need)
    assert (told.key, told.agency_id, told.last_year, read) == (plan, agency, 2030, line(app, plan))
    refused(app, "record.missing", lambda: app.study_needs.need(need + 1))


def test_a_need_of_an_agency_without_a_plan_begins_it(app: App, agency: int) -> None:
    period = (2031, 2035)
    told = {**COMPUTING, "heads": {2031: 2}}
    reason = "Tambah kebutuhan studi Ilmu Komputer pada Diskominfo"
    done(app, lambda: app.study_needs.add_need(agency, period, told)[1], reason)
    (plan,) = app.study_needs.plans()
    assert (plan.first_year, plan.last_year, plan.lines, plan.heads) == (2031, 2035, 1, 2)
    found = app.study_needs.new_problems(agency, period, told)
    assert [it.code for it in found] == ["need.duplicate"]
    for place in (None, agency):
        found = app.study_needs.new_problems(place, (2026, 2030), told)
        assert [(it.code, it.column) for it in found] == [("need.year_outside", "heads_2031")]
    refused(app, "plan.bad_period", lambda: app.study_needs.add_need(agency, (26, 30), {**told, "heads": {}}))


def test_several_lines_are_decided_and_removed_at_once(app: App, plan: int, need: int) -> None:
    other, _ = app.study_needs.add_line(plan, {"level_code": "40", "programme": "Statistika"})
    both, verified = (need, other), NeedState.DIVERIFIKASI
    done(app, lambda: app.study_needs.decide(both, verified), "Status 2 baris kebutuhan studi: diverifikasi")
    assert {it.state for it in app.study_needs.lines(plan)} == {verified}
    app.study_needs.decide(other, NeedState.DITOLAK)
    refused(app, "need.may_not_move", lambda: app.study_needs.decide(both, verified), before="ditolak")
    done(app, lambda: app.study_needs.delete_line(*both), "Hapus 2 baris kebutuhan studi")


def test_lists_add_up_sort_and_narrow_by_year_and_agency(app: App, agency: int, plan: int, need: int) -> None:
    other, _ = app.study_needs.add_line(plan, {"level_code": "40", "programme": "Statistika", "heads": {2026: 4}})
    none, _ = app.study_needs.add_line(plan, {"level_code": "50", "programme": "Ilmu Hukum"})
    query = ListQuery(where=(("agency_id", str(agency)),))
    sums = app.lists.totals("study-needs", query, ["heads", "heads_2026", "heads_2030"])
    assert sums == {"heads": 7, "heads_2026": 5, "heads_2030": 0}
    for field, order in (("heads_2026", [other, need, none]), ("level", [none, need, other])):
        assert list(app.lists.keys("study-needs", replace(query, sort=(Sort(field, True),)))) == order
    assert list(app.lists.keys("study-needs", ListQuery(where=(("heads_2028", "2"),)))) == [need]
    refused(
        app, "argument.unknown_field", lambda: app.lists.count("study-needs", ListQuery(where=(("heads_28", "2"),)))
    )
