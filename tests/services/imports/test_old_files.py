"""Files from before agencies were renamed, merged, split, moved and coded anew: each still finds its agencies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.agencies import Part
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, SheetWriter
from tests.services.edit_checks import snapshot
from tests.services.imports.outcomes import counts, nip

NEW = nip(800)
RENAMED, MERGED, SPLIT, MOVED = date(2024, 7, 1), date(2025, 1, 1), date(2025, 3, 1), date(2025, 6, 1)


@dataclass(frozen=True)
class Old:
    """A city as it was in 2024, with a person in each place, and what it wrote out then."""

    agencies: dict[str, int]
    people: dict[str, int]
    staff: Path
    tree: Path
    posts: Path


@pytest.fixture
def old(app: App, tmp_path: Path) -> Old:
    keys: dict[str, int] = {}
    for name, code, parent in (
        ("Dinas Pendidikan dan Kebudayaan", "1.01", None),
        ("Bidang Kebudayaan", "1.01.01", "Dinas Pendidikan dan Kebudayaan"),
        ("Bidang Sekolah Dasar", "1.01.02", "Dinas Pendidikan dan Kebudayaan"),
        ("Dinas Pasar", "2.01", None),
        ("Dinas Perdagangan", "2.02", None),
        ("Kantor Arsip", "3.01", None),
        ("Dinas Kesehatan", "4.01", None),
        ("Puskesmas Sungai Intan", "4.01.01", "Dinas Kesehatan"),
    ):
        keys[name], _ = app.agencies.add(
            {"name": name, "code": code, "parent_id": keys[parent] if parent else None, "kind": "agency"}
        )
    people = {}
    for number, name in enumerate(keys):
        post = (History.POST, date(2020, 1, 1), {"post": f"Analis {number}", "agency_id": keys[name]})
        people[name], _ = app.employees.add({"nip": nip(number + 1), "name": f"Orang {name}"}, [post])
    files = {kind: tmp_path / f"{kind}.xlsx" for kind in ("employees", "agencies", "post-history")}
    for kind, path in files.items():
        app.exports.export(kind, path)
    return Old(keys, people, files["employees"], files["agencies"], files["post-history"])


@pytest.fixture
def changed(app: App, old: Old) -> dict[str, int]:
    """What became of it until today."""
    keys = old.agencies
    app.agencies.rename(keys["Kantor Arsip"], "Dinas Perpustakaan dan Kearsipan", RENAMED)
    app.agencies.change(keys["Kantor Arsip"], {"code": "3.02"}, RENAMED)
    app.agencies.merge(keys["Dinas Pasar"], keys["Dinas Perdagangan"], MERGED)
    app.agencies.move(keys["Puskesmas Sungai Intan"], None, MOVED)
    culture = Part("Dinas Kebudayaan", "1.03", units=frozenset({keys["Bidang Kebudayaan"]}))
    schools = Part("Dinas Pendidikan", "1.02")
    app.agencies.split(keys["Dinas Pendidikan dan Kebudayaan"], [schools, culture], SPLIT, keep=False)
    return {row["name"]: row["key"] for row in app.lists.by_keys("agencies", app.lists.keys("agencies", ListQuery()))}


def planned(app: App, path: Path, kind: str, **choices: Any) -> ImportPlan:
    return app.imports.plan_of(app.imports.look(path), ImportChoices(kind, **choices))


def posts(app: App, key: int) -> list[tuple[date | None, str | None]]:
    """Since when somebody was in which agency, the newest first."""
    return [(row.effective, row.agency) for row in app.employees.record(key).posts]


def person(app: App, name: str) -> int:
    (key,) = app.lists.keys("employees", ListQuery(search=name))
    return key


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("kind", ["employees", "post-history"])
def test_an_old_export_of_people_changes_nothing(app: App, old: Old, kind: str) -> None:
    plan = planned(app, old.staff if kind == "employees" else old.posts, kind)
    assert counts(plan) == {"same": len(old.people)}
    assert [(it.code, it.value) for it in plan.problems] == []
    assert [it.code for it in plan.notices if it.code.startswith("agencies.")] == []


@pytest.mark.usefixtures("changed")
def test_an_old_list_of_agencies_changes_nothing(app: App, old: Old) -> None:
    plan = planned(app, old.tree, "agencies")
    assert counts(plan) == {"same": len(old.agencies)}
    told = {(it.code, it.value) for it in plan.problems}
    assert told == {
        ("agency.former_place", "3.01"),
        ("agency.former_place", "Dinas Kesehatan"),
        ("agency.former_place", "Dinas Pendidikan dan Kebudayaan"),
    }


@pytest.mark.usefixtures("changed")
def test_somebody_new_of_an_agency_that_went_into_another_is_there_now(app: App, sheet: SheetWriter) -> None:
    rows = [["NIP", "Nama", "Unit Kerja", "TMT Jabatan"], [NEW, "Baru", "Dinas Pasar", "01-02-2021"]]
    app.imports.apply(planned(app, sheet(rows), "employees"))
    found = app.lists.rows("employees", ListQuery(search="Baru"))[1]
    assert [row["agency"] for row in found] == ["Dinas Perdagangan"]


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("began", "expected"),
    [
        ("01-02-2021", [(MERGED, "Dinas Perdagangan"), (date(2021, 2, 1), "Dinas Pasar")]),
        (None, [(MERGED, "Dinas Perdagangan"), (None, "Dinas Pasar")]),
        ("01-01-2025", [(MERGED, "Dinas Perdagangan")]),
        ("01-02-2025", [(date(2025, 2, 1), "Dinas Perdagangan")]),
    ],
)
@pytest.mark.parametrize("told", ["Dinas Pasar", "DINAS  PASAR", "2.01"])
def test_before_it_went_into_another_somebody_new_was_in_the_agency_of_then(
    app: App, sheet: SheetWriter, told: str, began: str | None, expected: list[tuple[date | None, str]]
) -> None:
    column = "Unor ID" if told == "2.01" else "Unit Kerja"
    rows: list[list[Cell]] = [["NIP", "Nama", "Jabatan", column, "TMT Jabatan"], [NEW, "Baru", "Analis", told, began]]
    app.imports.apply(planned(app, sheet(rows), "employees"))
    assert posts(app, person(app, "Baru")) == expected
    assert counts(planned(app, sheet(rows, "lagi.xlsx"), "employees")) == {"same": 1}


@pytest.mark.usefixtures("changed")
def test_headcounts_of_days_around_a_merger_are_those_of_then(app: App, sheet: SheetWriter) -> None:
    """By hand: the fixture has one person in each; new ones begin in 2021, in 2023, and after the merger in 2025."""
    began = {"Ani": "01-02-2021", "Budi": "01-06-2023", "Cici": "01-04-2025"}
    rows: list[list[Cell]] = [["NIP", "Nama", "Unit Kerja", "TMT Jabatan"]]
    rows += [[nip(800 + place), name, "Dinas Pasar", day] for place, (name, day) in enumerate(began.items())]
    rows += [[nip(810), "Dedi", "Dinas Perdagangan", "01-02-2021"]]
    app.imports.apply(planned(app, sheet(rows), "employees"))

    def heads(on: date) -> tuple[int, int]:
        told = {it.name: it.people for it in app.agencies.tree(on)}
        return told.get("Dinas Pasar", 0), told["Dinas Perdagangan"]

    days = (date(2020, 12, 31), date(2021, 2, 1), date(2023, 6, 1), date(2024, 12, 31), MERGED, date(2025, 4, 1))
    assert [heads(on) for on in days] == [(1, 1), (2, 2), (3, 2), (3, 2), (0, 5), (0, 6)]
    assert app.lists.count("employees", ListQuery(as_of=date(2024, 12, 31), where=(("agency", "Dinas Pasar"),))) == 3


@pytest.mark.usefixtures("changed")
def test_through_two_mergers_and_a_split_each_day_has_its_agency(
    app: App, old: Old, sheet: SheetWriter, changed: dict[str, int]
) -> None:
    again = date(2025, 9, 1)
    app.agencies.merge(old.agencies["Dinas Perdagangan"], changed["Dinas Kebudayaan"], again)
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Unit Kerja", "TMT Jabatan"],
        [NEW, "Baru", "Dinas Pasar", "01-02-2021"],
        [nip(801), "Dua", "Dinas Pendidikan dan Kebudayaan", "01-02-2021"],
    ]
    values = {("agency", "Dinas Pendidikan dan Kebudayaan"): str(changed["Dinas Pendidikan"])}
    app.imports.apply(planned(app, sheet(rows), "employees", values=values))
    assert posts(app, person(app, "Baru")) == [
        (again, "Dinas Kebudayaan"), (MERGED, "Dinas Perdagangan"), (date(2021, 2, 1), "Dinas Pasar"),
    ]  # fmt: skip
    assert posts(app, person(app, "Dua")) == [
        (SPLIT, "Dinas Pendidikan"), (date(2021, 2, 1), "Dinas Pendidikan dan Kebudayaan"),
    ]  # fmt: skip


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (date(2024, 1, 1), [date(2024, 1, 1), date(2021, 2, 1)]),
        (date(2025, 6, 1), [date(2025, 6, 1), MERGED, date(2021, 2, 1)]),
    ],
)
def test_an_earlier_post_of_somebody_known_ends_where_the_next_began(
    app: App, old: Old, sheet: SheetWriter, known: date, expected: list[date]
) -> None:
    post = (History.POST, known, {"post": "Kasi", "agency_id": old.agencies["Dinas Kesehatan"]})
    key, _ = app.employees.add({"nip": NEW, "name": "Baru"}, [post])
    row: list[Cell] = [NEW, "Baru", "Analis", "Dinas Pasar", "01-02-2021"]
    app.imports.apply(planned(app, sheet([["NIP", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan"], row]), "employees"))
    told = posts(app, key)
    assert [day for day, _ in told] == expected
    assert dict(told)[date(2021, 2, 1)] == "Dinas Pasar"
    assert dict(told)[known] == "Dinas Kesehatan"


@pytest.mark.usefixtures("changed")
def test_a_history_of_somebody_new_keeps_the_agency_of_its_day(app: App, sheet: SheetWriter) -> None:
    key, _ = app.employees.add({"nip": NEW, "name": "Baru"})
    rows = [
        ["NIP", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan"],
        [NEW, "Baru", "Analis", "Dinas Pasar", "01-02-2021"],
        [NEW, "Baru", "Analis", "Dinas Pasar", "01-02-2025"],
    ]
    app.imports.apply(planned(app, sheet(rows), "post-history"))
    assert posts(app, key) == [
        (date(2025, 2, 1), "Dinas Perdagangan"), (MERGED, "Dinas Perdagangan"), (date(2021, 2, 1), "Dinas Pasar"),
    ]  # fmt: skip


ASKED = [["NIP", "Nama", "Unit Kerja"], [NEW, "Baru", "Dinas Pendidikan dan Kebudayaan"]]


def test_after_a_split_the_successors_are_asked_for(app: App, sheet: SheetWriter, changed: dict[str, int]) -> None:
    plan = planned(app, sheet(ASKED), "employees")
    assert [it.code for it in plan.problems] == ["value.ambiguous"]
    (question,) = [it for it in app.imports.questions_of(plan) if it.field == "agency"]
    assert question.code == "agency.ambiguous"
    assert {it.label for it in question.proposals} == {"Dinas Pendidikan", "Dinas Kebudayaan"}
    answer = str(changed["Dinas Kebudayaan"])
    values = {("agency", "Dinas Pendidikan dan Kebudayaan"): answer}
    app.imports.apply(planned(app, sheet(ASKED), "employees", values=values))
    assert app.lists.rows("employees", ListQuery(search="Baru"))[1][0]["agency"] == "Dinas Kebudayaan"


@pytest.mark.usefixtures("changed")
def test_after_a_split_the_unit_tells(app: App, sheet: SheetWriter) -> None:
    rows = [
        ["NIP", "Nama", "Unit Kerja", "Perangkat Daerah"],
        [NEW, "Baru", "Bidang Kebudayaan", "Dinas Pendidikan dan Kebudayaan"],
    ]
    plan = planned(app, sheet(rows), "employees")
    assert [it.code for it in plan.problems] == []
    app.imports.apply(plan)
    found = app.lists.rows("employees", ListQuery(search="Baru"))[1][0]
    assert (found["agency"], found["root_agency"]) == ("Bidang Kebudayaan", "Dinas Kebudayaan")


@pytest.mark.usefixtures("changed")
def test_an_old_code_alone_finds_its_agency(app: App, sheet: SheetWriter) -> None:
    rows = [["NIP", "Nama", "Unor ID"], [NEW, "Baru", "3.01"], [nip(801), "Dua", "2.01"]]
    plan = planned(app, sheet(rows), "employees")
    assert [it.code for it in plan.problems] == []
    app.imports.apply(plan)
    told = [app.lists.rows("employees", ListQuery(search=name))[1][0]["agency"] for name in ("Baru", "Dua")]
    assert told == ["Dinas Perpustakaan dan Kearsipan", "Dinas Perdagangan"]


@pytest.mark.usefixtures("changed")
def test_an_old_code_of_a_split_agency_is_asked_for(app: App, sheet: SheetWriter) -> None:
    plan = planned(app, sheet([["NIP", "Nama", "Unor ID"], [NEW, "Baru", "1.01"]]), "employees")
    assert [it.code for it in plan.problems] == ["value.ambiguous"]
    (question,) = [it for it in app.imports.questions_of(plan) if it.field == "agency"]
    assert {it.label for it in question.proposals} == {"Dinas Pendidikan", "Dinas Kebudayaan"}


@pytest.mark.usefixtures("changed")
def test_planning_leaves_no_trace(app: App, old: Old) -> None:
    before = snapshot(app)
    planned(app, old.staff, "employees")
    assert snapshot(app) == before
