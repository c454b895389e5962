"""The tree of agencies and units, and what may be done to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pytest

from db import ChangeSetHeader
from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.services.agencies import AgencyNode
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.employee_states import History
from tests.services.edit_checks import done, refused, snapshot, unchanged

DAY = date(2026, 5, 1)


@dataclass(frozen=True)
class City:
    """Dinas A with units Aplikasi (people 1 and 2) and Statistik (person 3), and Dinas B with nobody."""

    a: int
    apps: int
    stats: int
    b: int
    people: tuple[int, ...]


@pytest.fixture
def city(app: App) -> City:
    a, _ = app.agencies.add({"name": "Dinas A", "code": "A", "short_name": "Disa"})
    apps, _ = app.agencies.add({"name": "Bidang Aplikasi", "parent_id": a})
    stats, _ = app.agencies.add({"name": "Bidang Statistik", "parent_id": a})
    b, _ = app.agencies.add({"name": "Dinas B", "code": "B"})
    people = tuple(person(app, number, unit) for number, unit in ((1, apps), (2, apps), (3, stats)))
    return City(a, apps, stats, b, people)


def person(app: App, number: int, agency: int, since: date | None = date(2020, 1, 1)) -> int:
    post = (History.POST, since, {"post": f"Analis {number}", "agency_id": agency})
    return app.employees.add({"nip": f"19850312201001200{number}", "name": f"Orang {number}"}, [post])[0]


def nodes(app: App, on: date | None = None) -> dict[str, AgencyNode]:
    def flat(level: tuple[AgencyNode, ...]) -> Iterator[AgencyNode]:
        for node in level:
            yield node
            yield from flat(node.units)

    return {node.name: node for node in flat(app.agencies.tree(on))}


def posts(app: App, key: int) -> list[tuple[date | None, str | None, str | None]]:
    return [(row.effective, row.post, row.agency) for row in app.employees.record(key).posts]


def test_the_tree_has_units_and_headcounts(app: App, city: City) -> None:
    a, b = app.agencies.tree()
    assert [unit.name for unit in a.units] == ["Bidang Aplikasi", "Bidang Statistik"]
    assert [(unit.people, unit.people_in_all) for unit in a.units] == [(2, 2), (1, 1)]
    assert (a.people, a.people_in_all, b.people_in_all) == (0, 3, 0)
    assert (a.key, a.code, a.short_name, a.kind, a.parent_id) == (city.a, "A", "Disa", "agency", None)
    assert (a.units[0].kind, a.units[0].parent_id) == ("unit", city.a)


def test_headcounts_are_those_of_the_day(app: App, city: City) -> None:
    app.employees.add_state(city.people[0], History.POST, DAY, {"agency_id": city.b})
    assert nodes(app, date(2019, 12, 31))["Dinas A"].people_in_all == 0
    assert nodes(app, date(2026, 4, 30))["Bidang Aplikasi"].people == 2
    assert (nodes(app, DAY)["Bidang Aplikasi"].people, nodes(app, DAY)["Dinas B"].people) == (1, 1)


def test_agencies_that_hang_below_each_other_are_still_seen(app: App, city: City) -> None:
    with app.database.write(ChangeSetHeader("import", "penguji", "Impor lama")) as writer:
        writing.update_rows(writer, "agencies", [(city.a, {"parent_id": city.apps})])
    assert set(nodes(app)) == {"Dinas A", "Dinas B", "Bidang Aplikasi", "Bidang Statistik"}
    assert app.agencies.tree()[1].people_in_all == 3


@pytest.mark.parametrize(
    ("values", "reason", "kind"),
    [
        ({"name": " Dinas  C ", "code": "C"}, "Tambah perangkat daerah Dinas C", "agency"),
        ({"name": "Bidang Baru", "parent": "a"}, "Tambah unit kerja Bidang Baru", "unit"),
        ({"name": "Badan D", "parent": "a", "kind": "agency"}, "Tambah perangkat daerah Badan D", "agency"),
        ({"name": "Bidang Aplikasi", "parent": "b"}, "Tambah unit kerja Bidang Aplikasi", "unit"),
    ],
)
def test_adding(app: App, city: City, values: dict[str, Any], reason: str, kind: str) -> None:
    parent = values.pop("parent", None)
    told = {**values, "parent_id": getattr(city, parent)} if parent else values
    changes = done(app, lambda: app.agencies.add(told)[1], reason)
    assert changes.agencies
    added = nodes(app)[" ".join(values["name"].split())]
    assert (added.kind, added.parent_id, added.code) == (kind, told.get("parent_id"), values.get("code"))


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("record.rejected", {"name": " "}),
        ("record.rejected", {"name": "Dinas C", "kind": "dinas"}),
        ("agency.name_taken", {"name": "DINAS A"}),
        ("agency.code_taken", {"name": "Dinas C", "code": "A"}),
        ("record.missing", {"name": "Dinas C", "parent_id": 4711}),
    ],
)
@pytest.mark.usefixtures("city")
def test_what_cannot_be_added_is_refused(app: App, code: str, values: dict[str, object]) -> None:
    refused(app, code, lambda: app.agencies.add(values))


def test_changing(app: App, city: City) -> None:
    values = {"code": "A1", "short_name": "", "kind": "unit"}
    done(app, lambda: app.agencies.change(city.a, values), "Ubah Dinas A: kode, singkatan, dan jenis")
    a = nodes(app)["Dinas A"]
    assert (a.code, a.short_name, a.kind) == ("A1", None, "unit")
    unchanged(app, lambda: app.agencies.change(city.a, {"code": "A1"}))
    refused(app, "agency.code_taken", lambda: app.agencies.change(city.a, {"code": "B"}), value="B")
    refused(app, "record.rejected", lambda: app.agencies.change(city.a, {"kind": None}))
    refused(app, "argument.unknown_field", lambda: app.agencies.change(city.a, {"name": "Dinas C"}))


def former(app: App) -> list[tuple[str, str | None]]:
    return [(row[3], row[5]) for row in snapshot(app)["agency_names"]]


def test_renaming_keeps_the_old_name(app: App, city: City) -> None:
    done(app, lambda: app.agencies.rename(city.a, "Dinas  Alfa", DAY), "Ganti nama Dinas A menjadi Dinas Alfa")
    assert nodes(app)["Dinas Alfa"].former_names == ("Dinas A",)
    assert former(app) == [("Dinas A", "2026-05-01")]


def test_a_name_taken_up_again_and_left_again_is_told_once(app: App, city: City) -> None:
    app.agencies.rename(city.a, "Dinas Alfa", date(2024, 1, 1))
    app.agencies.rename(city.a, "Dinas A", date(2025, 1, 1))
    done(
        app,
        lambda: app.agencies.rename(city.a, "Dinas Anggrek", DAY),
        "Ganti nama Dinas A menjadi Dinas Anggrek",
    )
    assert former(app) == [("Dinas A", "2024-01-01"), ("Dinas Alfa", "2025-01-01"), ("Dinas A", "2026-05-01")]
    assert nodes(app)["Dinas Anggrek"].former_names == ("Dinas A", "Dinas Alfa")


def test_another_spelling_is_no_former_name(app: App, city: City) -> None:
    app.agencies.rename(city.a, "DINAS A", DAY)
    assert former(app) == []
    unchanged(app, lambda: app.agencies.rename(city.a, "DINAS A", DAY))


def test_a_name_that_cannot_be_given_is_refused(app: App, city: City) -> None:
    refused(app, "agency.name_taken", lambda: app.agencies.rename(city.a, "dinas b", DAY), agency="Dinas B")
    refused(app, "record.rejected", lambda: app.agencies.rename(city.a, " ", DAY))
    refused(app, "record.missing", lambda: app.agencies.rename(4711, "Dinas C", DAY))


def test_moving(app: App, city: City) -> None:
    done(app, lambda: app.agencies.move(city.apps, city.b), "Pindahkan Bidang Aplikasi ke Dinas B")
    assert nodes(app)["Dinas B"].people_in_all == 2
    unchanged(app, lambda: app.agencies.move(city.apps, city.b))
    done(app, lambda: app.agencies.move(city.apps, None), "Pindahkan Bidang Aplikasi ke tingkat teratas")
    assert nodes(app)["Bidang Aplikasi"].parent_id is None


def test_nothing_hangs_below_itself(app: App, city: City) -> None:
    below, _ = app.agencies.add({"name": "Seksi", "parent_id": city.apps})
    for parent in (city.a, city.apps, below):
        refused(app, "agency.own_ancestor", partial(app.agencies.move, city.a, parent), agency="Dinas A")


def test_a_move_needs_an_open_parent_and_a_free_name(app: App, city: City) -> None:
    app.agencies.add({"name": "Bidang Aplikasi", "parent_id": city.b})
    refused(app, "agency.name_taken", lambda: app.agencies.move(city.apps, city.b))
    app.agencies.close(city.b, DAY)
    refused(app, "agency.closed", lambda: app.agencies.move(city.stats, city.b), agency="Dinas B")


def test_closing_and_opening_again(app: App, city: City) -> None:
    done(app, lambda: app.agencies.close(city.b, DAY), "Tutup Dinas B")
    assert nodes(app)["Dinas B"].closed_on == DAY
    unchanged(app, lambda: app.agencies.close(city.b, DAY))
    refused(app, "agency.closed", lambda: app.agencies.add({"name": "Bidang", "parent_id": city.b}))
    done(app, lambda: app.agencies.reopen(city.b), "Buka kembali Dinas B")
    assert nodes(app)["Dinas B"].closed_on is None


def test_a_closed_name_may_be_given_again_but_not_twice(app: App, city: City) -> None:
    app.agencies.close(city.b, DAY)
    app.agencies.add({"name": "Dinas B"})
    refused(app, "agency.name_taken", lambda: app.agencies.reopen(city.b))


def test_deleting(app: App, city: City) -> None:
    app.agencies.rename(city.b, "Dinas Beta", DAY)
    done(app, lambda: app.agencies.delete(city.b), "Hapus perangkat daerah Dinas Beta")
    assert "Dinas Beta" not in nodes(app)
    refused(app, "record.missing", lambda: app.agencies.delete(city.b))


def test_what_is_referred_to_stays(app: App, city: City) -> None:
    app.study_needs.plan(city.a, 2026, 2030)
    refused(app, "agency.in_use", lambda: app.agencies.delete(city.a), people="0", plans="1", units="2")
    # Person 1 has left, but the history still says where.
    app.employees.add_state(city.people[0], History.POST, DAY, {"agency_id": city.b})
    refused(app, "agency.in_use", lambda: app.agencies.delete(city.apps), people="2", plans="0", units="0")


def test_merging_moves_the_posts_in_force(app: App, city: City) -> None:
    gone, begins, later = (person(app, number, city.apps) for number in (4, 5, 6))
    app.employees.add_state(gone, History.POST, date(2025, 1, 1), {"agency_id": city.b, "post": "Analis"})
    app.employees.add_state(begins, History.POST, DAY, {"post": "Kepala", "agency_id": city.apps})
    app.employees.add_state(later, History.POST, date(2026, 9, 1), {"post": "Kepala", "agency_id": city.apps})
    done(app, lambda: app.agencies.merge(city.apps, city.stats, DAY), "Gabungkan Bidang Aplikasi ke Bidang Statistik")
    apps, stats, since = "Bidang Aplikasi", "Bidang Statistik", date(2020, 1, 1)
    assert posts(app, city.people[0]) == [(DAY, "Analis 1", stats), (since, "Analis 1", apps)]
    assert posts(app, city.people[2]) == [(since, "Analis 3", stats)]
    assert posts(app, gone) == [(date(2025, 1, 1), "Analis", "Dinas B"), (since, "Analis 4", apps)]
    assert posts(app, begins) == [(DAY, "Kepala", stats), (since, "Analis 5", apps)]
    assert posts(app, later) == [
        (date(2026, 9, 1), "Kepala", stats),
        (DAY, "Analis 6", stats),
        (since, "Analis 6", apps),
    ]
    assert (nodes(app, date(2027, 1, 1))[apps].people, nodes(app, date(2027, 1, 1))[stats].people) == (0, 5)


def test_someone_in_post_since_nobody_knows_when_is_moved_too(app: App, city: City) -> None:
    key = person(app, 7, city.apps, None)
    app.agencies.merge(city.apps, city.stats, DAY)
    assert posts(app, key) == [(DAY, "Analis 7", "Bidang Statistik"), (None, "Analis 7", "Bidang Aplikasi")]


def test_whoever_is_gone_keeps_the_last_post_where_it_was(app: App, city: City) -> None:
    first, second = city.people[:2]
    app.employees.add_state(first, History.STANDING, date(2025, 6, 1), {"standing": "Meninggal"})
    assert [it.key for it in app.agencies.members(city.apps, DAY)] == [second]
    app.agencies.merge(city.apps, city.stats, DAY)
    assert posts(app, first) == [(date(2020, 1, 1), "Analis 1", "Bidang Aplikasi")]
    assert nodes(app)["Bidang Statistik"].people == 2


def test_a_post_that_is_to_end_is_moved_with_its_last_day(app: App, city: City) -> None:
    key = city.people[0]
    app.employees.change_state(
        History.POST, app.employees.record(key).posts[0].key, date(2020, 1, 1), {"until": date(2028, 12, 31)}
    )
    app.agencies.merge(city.apps, city.stats, DAY)
    now, before = app.employees.record(key).posts
    assert (now.until, before.until) == (date(2028, 12, 31), date(2026, 4, 30))
    app.employees.change_state(History.POST, before.key, before.effective, {"decree_number": "800/1"})


def test_merging_hands_names_and_units_on_and_closes(app: App, city: City) -> None:
    app.agencies.rename(city.a, "Dinas Alfa", date(2024, 1, 1))
    app.agencies.rename(city.a, "Dinas Anggrek", date(2025, 1, 1))
    app.agencies.rename(city.b, "Dinas A", date(2025, 6, 1))
    changes = done(app, lambda: app.agencies.merge(city.a, city.b, DAY), "Gabungkan Dinas Anggrek ke Dinas A")
    assert changes.agencies
    old, new = nodes(app)["Dinas Anggrek"], nodes(app)["Dinas A"]
    assert (old.closed_on, old.units, old.former_names) == (DAY, (), ("Dinas A", "Dinas Alfa"))
    assert [unit.name for unit in new.units] == ["Bidang Aplikasi", "Bidang Statistik"]
    assert new.former_names == ("Dinas B", "Dinas Anggrek", "Dinas Alfa")


def test_nothing_is_merged_into_itself_or_what_is_closed(app: App, city: City) -> None:
    refused(app, "agency.merge_inside", lambda: app.agencies.merge(city.a, city.a, DAY))
    refused(app, "agency.merge_inside", lambda: app.agencies.merge(city.a, city.apps, DAY), agency="Dinas A")
    app.agencies.close(city.b, DAY)
    refused(app, "agency.closed", lambda: app.agencies.merge(city.a, city.b, DAY), agency="Dinas B")
    refused(app, "record.missing", lambda: app.agencies.merge(city.a, 4711, DAY))


def test_a_merger_is_not_undone_over_a_later_edit(app: App, city: City) -> None:
    changes = app.agencies.merge(city.apps, city.stats, DAY)
    app.employees.change(city.people[0], {"phone": "0811"})
    assert changes.change_set is not None
    refused(app, "undo.blocked", lambda: app.undo.undo(changes.change_set or 0))


def test_a_move_within_the_tree_touches_agencies_alone(app: App, city: City) -> None:
    changes = app.agencies.move(city.apps, city.b)
    assert changes == Changes(changes.change_set, agencies=True)
