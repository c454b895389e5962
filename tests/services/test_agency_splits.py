"""Agencies that are split: who goes where, what is kept, what is refused, and what would happen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.agencies import AgencyEffect, Part
from smartpns_desktop.services.agency_previews import AgencyCounts
from smartpns_desktop.services.employee_states import History
from tests.services.edit_checks import done, refused, snapshot
from tests.services.imports.outcomes import nip
from tests.services.test_agency_tree import paths

DAY = date(2025, 1, 1)
BEFORE = DAY - timedelta(days=1)


@dataclass(frozen=True)
class Whole:
    """Dinas Pendidikan dan Kebudayaan with two people of its own, and units Seni (one person) and Sekolah (none)."""

    key: int
    arts: int
    schools: int
    people: tuple[int, ...]


@pytest.fixture
def whole(app: App) -> Whole:
    key, _ = app.agencies.add({"name": "Dinas Pendidikan dan Kebudayaan", "code": "1.01"})
    arts, _ = app.agencies.add({"name": "Bidang Seni", "parent_id": key})
    schools, _ = app.agencies.add({"name": "Bidang Sekolah", "parent_id": key})
    people = tuple(
        app.employees.add(
            {"nip": nip(number), "name": f"Orang {number}"},
            [(History.POST, date(2020, 1, 1), {"post": f"Analis {number}", "agency_id": place})],
        )[0]
        for number, place in ((1, key), (2, key), (3, arts))
    )
    app.study_needs.plan(key, 2025, 2029)
    return Whole(key, arts, schools, people)


def culture(whole: Whole, **more: Any) -> Part:
    chosen = {"units": frozenset({whole.arts}), "people": frozenset({whole.people[0]}), **more}
    return Part("Dinas Kebudayaan", code="1.22", **chosen)


def test_one_part_leaves_and_the_rest_stays(app: App, whole: Whole) -> None:
    name = "Pecah Dinas Pendidikan dan Kebudayaan menjadi Dinas Kebudayaan"
    done(app, lambda: app.agencies.split(whole.key, [culture(whole)], DAY, keep=True), name)
    old = "Dinas Pendidikan dan Kebudayaan"
    assert paths(app, BEFORE) == {old: 3, f"{old} > Bidang Seni": 1, f"{old} > Bidang Sekolah": 0}
    assert paths(app, DAY) == {
        "Dinas Kebudayaan": 2, "Dinas Kebudayaan > Bidang Seni": 1, old: 1, f"{old} > Bidang Sekolah": 0,
    }  # fmt: skip
    posts = [(it.effective, it.post, it.agency) for it in app.employees.record(whole.people[0]).posts]
    assert posts == [(DAY, "Analis 1", "Dinas Kebudayaan"), (date(2020, 1, 1), "Analis 1", old)]


def test_all_parts_are_new_and_the_first_takes_the_rest(app: App, whole: Whole) -> None:
    parts = [Part(" Dinas  Pendidikan ", short_name="Disdik"), culture(whole)]
    app.agencies.split(whole.key, parts, DAY, keep=False)
    assert paths(app, DAY) == {
        "Dinas Kebudayaan": 2, "Dinas Kebudayaan > Bidang Seni": 1, "Dinas Pendidikan": 1,
        "Dinas Pendidikan > Bidang Sekolah": 0, "[Dinas Pendidikan dan Kebudayaan]": 0,
    }  # fmt: skip
    told = [it.text for it in app.agencies.history(whole.key)]
    assert told == ["Ditutup", "Dipecah: Dinas Pendidikan", "Dipecah: Dinas Kebudayaan"]


@pytest.mark.parametrize("keep", [True, False])
def test_a_post_held_for_a_time_ends_only_where_its_agency_does(app: App, whole: Whole, keep: bool) -> None:
    since, key = date(2024, 6, 1), whole.people[0]
    app.employees.add_state(key, History.POST, since, {"post": "Kepala", "agency_id": whole.key, "appointment": "Plt."})
    parts = [culture(whole), *([] if keep else [Part("Dinas Pendidikan", people=frozenset({whole.people[1]}))])]
    app.agencies.split(whole.key, parts, DAY, keep=keep)
    acting = next(row for row in app.employees.record(key).posts if row.effective == since)
    assert (acting.agency_id, acting.until) == (whole.key, None if keep else BEFORE)


@pytest.mark.parametrize("since", [date(2024, 6, 1), date(2025, 3, 1)])
def test_a_post_held_for_a_time_is_not_merged_but_ends(app: App, whole: Whole, since: date) -> None:
    until, key = date(2025, 12, 31), whole.people[2]
    values = {"post": "Kepala", "agency_id": whole.arts, "appointment": "Plh.", "until": until}
    app.employees.add_state(key, History.POST, since, values)
    app.agencies.merge(whole.arts, whole.schools, DAY)
    acting = next(row for row in app.employees.record(key).posts if row.effective == since)
    ended = since < DAY
    assert (acting.agency_id, acting.until) == ((whole.arts, BEFORE) if ended else (whole.schools, until))


def test_a_part_may_keep_the_name_of_what_is_closed(app: App, whole: Whole) -> None:
    parts = [Part("Dinas Pendidikan dan Kebudayaan"), culture(whole)]
    app.agencies.split(whole.key, parts, DAY, keep=False)
    assert [node.closed_on for node in app.agencies.tree() if node.name == parts[0].name] == [DAY, None]


def test_a_post_that_begins_later_begins_in_the_part(app: App, whole: Whole) -> None:
    app.employees.add_state(whole.people[0], History.POST, date(2025, 6, 1), {"post": "Kepala", "agency_id": whole.key})
    app.agencies.split(whole.key, [culture(whole)], DAY, keep=True)
    told = [(it.effective, it.agency) for it in app.employees.record(whole.people[0]).posts]
    assert told[:2] == [(date(2025, 6, 1), "Dinas Kebudayaan"), (DAY, "Dinas Kebudayaan")]


@pytest.mark.parametrize(
    ("code", "parts", "keep"),
    [
        ("agency.split_one", [], True),
        ("agency.split_one", [{}], False),
        ("agency.split_empty", [{"units": frozenset(), "people": frozenset()}], True),
        ("record.rejected", [{"name": " "}], True),
        ("agency.name_taken", [{"name": "Dinas Kesehatan"}], True),
        ("agency.name_taken", [{"name": "dinas pendidikan dan kebudayaan"}], True),
        ("agency.code_taken", [{"code": "1.01"}], True),
        ("agency.code_taken", [{}, {"name": "Dinas Tiga", "units": "schools"}], False),
        ("agency.name_taken", [{}, {"code": None, "units": "schools"}], False),
        ("agency.split_twice", [{}, {"name": "Dinas Tiga", "code": None}], False),
        ("argument.bad_value", [{"units": frozenset({4711})}], True),
        ("argument.bad_value", [{"people": frozenset({4711})}], True),
        ("agency.split_leaves_nobody", [{"units": "all", "people": "all"}], True),
    ],
)
def test_what_makes_no_sense_is_refused(
    app: App, whole: Whole, code: str, parts: list[dict[str, Any]], keep: bool
) -> None:
    app.agencies.add({"name": "Dinas Kesehatan"})
    sets = {"schools": frozenset({whole.schools}), "all": frozenset({whole.arts, whole.schools})}
    made = []
    for place, values in enumerate(parts):
        told = {"name": "Dinas Kebudayaan", "code": "1.22", "units": frozenset({whole.arts}), "people": frozenset()}
        told |= {"people": frozenset({whole.people[place]})} if code != "agency.split_twice" else {}
        told |= {name: sets.get(value, value) if name == "units" else value for name, value in values.items()}
        told["people"] = frozenset(whole.people[:2]) if told["people"] == "all" else told["people"]
        made.append(Part(**told))
    refused(app, code, lambda: app.agencies.split(whole.key, made, DAY, keep=keep))


def test_what_is_closed_or_gone_is_not_split(app: App, whole: Whole) -> None:
    refused(app, "record.missing", lambda: app.agencies.split(4711, [culture(whole)], DAY, keep=True))
    app.agencies.close(whole.key, DAY)
    refused(app, "agency.closed", lambda: app.agencies.split(whole.key, [culture(whole)], DAY, keep=True))


def test_a_preview_tells_the_numbers_and_does_nothing(app: App, whole: Whole) -> None:
    before = snapshot(app)
    effects = app.agencies.split_preview(whole.key, [Part("Dinas Pendidikan"), culture(whole)], DAY, keep=False)
    assert snapshot(app) == before
    assert {it.name: it for it in effects} == {
        "Dinas Pendidikan dan Kebudayaan": AgencyEffect(
            "Dinas Pendidikan dan Kebudayaan", AgencyCounts(3, 2, 1, 3), AgencyCounts(0, 0, 0, 2), closes=True
        ),
        "Dinas Pendidikan": AgencyEffect("Dinas Pendidikan", None, AgencyCounts(1, 1, 1, 1), closes=False),
        "Dinas Kebudayaan": AgencyEffect("Dinas Kebudayaan", None, AgencyCounts(2, 1, 0, 2), closes=False),
    }
    app.agencies.split(whole.key, [Part("Dinas Pendidikan"), culture(whole)], DAY, keep=False)
    nodes = {node.name: node for node in app.agencies.tree(DAY)}
    assert {it.name: it.after.people for it in effects} == {it.name: nodes[it.name].people_in_all for it in effects}


def test_a_preview_is_refused_as_the_edit_is(app: App, whole: Whole) -> None:
    refused(app, "agency.split_one", lambda: app.agencies.split_preview(whole.key, [], DAY, keep=True))
    refused(app, "agency.merge_inside", partial(app.agencies.merge_preview, whole.key, whole.arts, DAY))


def test_a_preview_of_a_merger(app: App, whole: Whole) -> None:
    into, _ = app.agencies.add({"name": "Dinas Pariwisata"})
    effects = {it.name: it for it in app.agencies.merge_preview(whole.key, into, DAY)}
    assert effects["Dinas Pariwisata"].after == AgencyCounts(3, 2, 1, 3)
    assert effects["Dinas Pendidikan dan Kebudayaan"].after == AgencyCounts(0, 0, 0, 2)


def test_who_holds_an_agency_is_named(app: App, whole: Whole) -> None:
    for number in range(4, 11):
        post = (History.POST, date(2020, 1, 1), {"post": "Penata", "agency_id": whole.schools})
        app.employees.add({"nip": nip(number), "name": f"Nama {number:02}"}, [post])
    error = refused(app, "agency.in_use", lambda: app.agencies.delete(whole.schools), people="7")
    assert error.facts["names"].startswith(f"Nama 04 ({nip(4)}), Nama 05")
    assert error.facts["names"].endswith("dan 2 lainnya")


def test_a_successor_is_not_deleted(app: App, whole: Whole) -> None:
    into, _ = app.agencies.add({"name": "Dinas Pariwisata"})
    app.agencies.merge(whole.schools, into, DAY)
    refused(app, "agency.in_use", lambda: app.agencies.delete(into), units="1", names="Bidang Sekolah")


def test_a_list_tells_the_names_of_all_that_went_into_an_agency(app: App, whole: Whole) -> None:
    into, _ = app.agencies.add({"name": "Dinas Pariwisata"})
    last, _ = app.agencies.add({"name": "Dinas Kota"})
    app.agencies.rename(whole.key, "Dinas Ilmu", date(2022, 1, 1))
    app.agencies.merge(whole.key, into, DAY)
    app.agencies.merge(into, last, date(2026, 1, 1))
    (row,) = app.lists.by_keys("agencies", [last])
    assert row["former_names"] == ["Dinas Ilmu", "Dinas Pariwisata", "Dinas Pendidikan dan Kebudayaan"]
    node = next(it for it in app.agencies.tree() if it.key == last)
    assert set(node.former_names) == set(row["former_names"])
