"""Posts one at a time: records, versions of what they ask, merging, refusals, careers, and everything undone."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.requirements import CompetencyKind, Requirement, RequirementKind
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported, listed

TRAINING = Requirement(RequirementKind.TRAINING, "Pelatihan Kearsipan", mandatory=True, validity=36)
ITEMS = (
    Requirement(RequirementKind.PROGRAMME, "Kearsipan"),
    TRAINING,
    Requirement(RequirementKind.CERTIFICATE, "Sertifikat Arsiparis"),
    Requirement(RequirementKind.EXPERIENCE, "2 tahun terampil", months=24, post_level="TR"),
    Requirement(RequirementKind.COMPETENCY, "Integritas", competency_kind=CompetencyKind.MANAGERIAL, level=3),
)
UNNAMED = Requirement(RequirementKind.TRAINING, " ")
TOO_HIGH = Requirement(RequirementKind.COMPETENCY, "A", level=6)
NO_TIME = Requirement(RequirementKind.EXPERIENCE, "A", months=0)


def post(app: App, name: str, **values: object) -> int:
    return app.positions.add({"name": name, **values})[0]


def version(app: App, key: int, since: date | None, *items: Requirement, **values: object) -> int:
    return app.positions.add_version(key, {"effective_date": since, "items": items, **values})[0]


def refusal(error: pytest.ExceptionInfo[CannotDo]) -> tuple[str, dict[str, str]]:
    return error.value.code, error.value.facts


def holder(app: App, sheet: SheetWriter, name: str, person: str = "Ani", nip: str = "198503122010011001") -> None:
    imported(app, sheet([["NIP", "Nama", "Jabatan", "TMT Jabatan"], [nip, person, name, date(2020, 1, 1)]]))


def test_a_post_is_added_changed_and_removed_and_each_can_be_undone(app: App) -> None:
    key, changes = app.positions.add({"name": " Arsiparis  Terampil ", "kind_code": "2"})
    record = app.positions.record(key)
    assert (record.name, record.kind, record.level) == ("Arsiparis Terampil", "Fungsional Tertentu", "Terampil")
    assert changes.positions
    app.positions.change(key, {"name": "Arsiparis Mahir", "retirement_age": 60})
    record = app.positions.record(key)
    assert (record.name, record.level, record.retirement_age) == ("Arsiparis Mahir", "Mahir", 60)
    gone = app.positions.delete(key)
    with pytest.raises(CannotDo, match=r"record\.missing"):
        app.positions.record(key)
    app.undo.undo(gone.change_set or 0)
    assert app.positions.record(key).name == "Arsiparis Mahir"


@pytest.mark.parametrize(
    ("values", "column", "code"),
    [
        ({"name": ""}, "name", "value.missing"),
        ({"name": "arsiparis  TERAMPIL", "kind_code": "2"}, "name", "position.taken"),
        ({"name": "X", "kind_code": "9"}, "kind_code", "value.not_in_list"),
        ({"name": "X", "echelon_code": "77"}, "echelon_code", "value.not_in_list"),
        ({"name": "X", "retirement_age": 605}, "retirement_age", "value.outside"),
    ],
)
def test_what_is_wrong_is_told_while_typed_and_refused(
    app: App, values: dict[str, object], column: str, code: str
) -> None:
    post(app, "Arsiparis Terampil", kind_code="2")
    assert [(it.column, it.code) for it in app.positions.problems(values)] == [(column, code)]
    with pytest.raises(CannotDo) as error:
        app.positions.add(values)
    assert refusal(error)[0] == "record.rejected"
    assert app.lists.count("positions", ListQuery()) == 1


def test_a_change_is_a_new_version_and_the_old_ones_stay(app: App) -> None:
    key = post(app, "Arsiparis Terampil")
    version(app, key, date(2020, 1, 1), TRAINING, education_code="30", position_class=6)
    newer = version(app, key, date(2024, 1, 1), *ITEMS, education_code="40", position_class=7, job_family="Arsip")
    record = app.positions.record(key, date(2023, 12, 31))
    assert record.version is not None
    assert (record.version.education_code, record.version.items) == ("30", (TRAINING,))
    assert [it.since for it in record.versions] == [date(2024, 1, 1), date(2020, 1, 1)]
    now = app.positions.record(key).version
    assert now is not None
    assert (now.key, now.education, now.position_class, now.items) == (newer, "S-1/Sarjana", 7, ITEMS)
    assert now.lists == {
        "programmes": "Kearsipan",
        "trainings": "Pelatihan Kearsipan (wajib, berlaku 3 tahun); Sertifikat Arsiparis",
        "experience": "2 tahun terampil",
        "competencies": "Integritas (level 3)",
    }
    gone = app.positions.delete_version(newer)
    assert [it.since for it in app.positions.record(key).versions] == [date(2020, 1, 1)]
    app.undo.undo(gone.change_set or 0)
    again = app.positions.record(key).version
    assert again is not None
    assert again.items == ITEMS


def test_a_version_is_corrected(app: App) -> None:
    key = post(app, "Arsiparis Terampil")
    first = version(app, key, date(2020, 1, 1), *ITEMS, education_code="30")
    assert not app.positions.change_version(first, {"items": ITEMS}).positions, "the same is no change"
    changed = app.positions.change_version(first, {"items": ITEMS[1:2], "position_class": 8})
    now = app.positions.record(key).version
    assert now is not None
    assert (now.items, now.position_class, now.education_code) == ((TRAINING,), 8, "30")
    app.undo.undo(changed.change_set or 0)
    before = app.positions.record(key).version
    assert before is not None
    assert (before.items, before.position_class) == (ITEMS, None)


@pytest.mark.parametrize(
    ("values", "column", "code"),
    [
        ({"effective_date": date(2020, 1, 1)}, "effective_date", "position.version_taken"),
        ({"effective_date": None, "position_class": 18}, "position_class", "value.outside"),
        ({"effective_date": None, "education_code": "99"}, "education_code", "value.not_in_list"),
        ({"effective_date": None, "items": (UNNAMED,)}, "trainings", "position.item_unnamed"),
        ({"effective_date": None, "items": (TOO_HIGH,)}, "competencies", "value.outside"),
        ({"effective_date": None, "items": (NO_TIME,)}, "experience", "value.outside"),
    ],
)
def test_what_is_wrong_with_a_version(app: App, values: dict[str, object], column: str, code: str) -> None:
    key = post(app, "Arsiparis Terampil")
    version(app, key, date(2020, 1, 1))
    assert [(it.column, it.code) for it in app.positions.version_problems(key, values)] == [(column, code)]
    with pytest.raises(CannotDo, match=r"record\.rejected"):
        app.positions.add_version(key, values)


def test_a_post_that_somebody_holds_or_held_is_not_removed_and_the_people_are_named(
    app: App, sheet: SheetWriter
) -> None:
    holder(app, sheet, "Arsiparis Terampil")
    holder(app, sheet, "Arsiparis Mahir", "Budi", "199003122015011002")
    key = app.positions.named("arsiparis terampil")
    with pytest.raises(CannotDo) as error:
        app.positions.delete(key, app.positions.named("Arsiparis Mahir"))
    assert refusal(error) == (
        "position.in_use",
        {"post": "Arsiparis Terampil", "people": "1", "needs": "0", "names": "Ani"},
    )
    assert app.lists.count("positions", ListQuery()) == 2


def test_one_post_goes_into_another_with_all_that_belongs_to_it(app: App, sheet: SheetWriter) -> None:
    holder(app, sheet, "Arsiparis Terampl")
    imported(app, sheet([["Nama Jabatan", "Unit Kerja", "Kebutuhan"], ["Arsiparis Terampl", "Dinas A", 2]]))
    old, new, other = app.positions.named("Arsiparis Terampl"), post(app, "Arsiparis Terampil"), post(app, "Camat")
    version(app, old, date(2020, 1, 1), TRAINING)
    version(app, old, date(2024, 1, 1), *ITEMS)
    version(app, new, date(2024, 1, 1), education_code="40")
    app.positions.set_steps(other, [old])
    app.positions.set_steps(old, [new])
    changes = app.positions.merge(old, new)
    record = app.positions.record(new)
    assert (record.holders, record.holder_names, [it.needed for it in record.quotas]) == (1, ("Ani",), [2])
    assert [(it.since, len(it.items), it.education_code) for it in record.versions] == [
        (date(2024, 1, 1), 0, "40"),
        (date(2020, 1, 1), 1, None),
    ]
    assert [it.key for it in app.positions.record(other).next_posts] == [new]
    assert app.lists.count("positions", ListQuery(search="Terampl")) == 0
    app.undo.undo(changes.change_set or 0)
    assert app.positions.record(old).holders == 1
    assert [len(it.items) for it in app.positions.record(old).versions] == [5, 1]
    with pytest.raises(CannotDo, match=r"position\.same"):
        app.positions.merge(old, old)


def test_careers_follow_the_levels_until_somebody_says_otherwise(app: App, sheet: SheetWriter) -> None:
    first, second = post(app, "Arsiparis Terampil"), post(app, "Arsiparis Mahir")
    proposed = app.positions.next_posts(first)
    assert [(it.key, it.is_proposal) for it in proposed] == [(second, True)]
    other = post(app, "Kepala Seksi")
    app.positions.set_steps(first, [other, second])
    assert {(it.name, it.is_proposal) for it in app.positions.next_posts(first)} == {
        ("Arsiparis Mahir", False),
        ("Kepala Seksi", False),
    }
    with pytest.raises(CannotDo, match=r"position\.own_step"):
        app.positions.set_steps(first, [first])
    app.positions.set_steps(first, [])
    assert app.positions.next_posts(first) == proposed
    app.positions.set_steps(first, [other])
    app.positions.delete(other)
    assert app.positions.next_posts(first) == proposed
    rows: list[list[Cell]] = [
        ["Nama Jabatan", "Jenis", "Eselon", "Unit Kerja", "Kebutuhan"],
        ["Kepala Bidang", "Struktural", "III.b", "Dinas A", 1],
        ["Kepala Dinas A", "Struktural", "II.b", "Dinas A", 1],
        ["Kepala Dinas B", "Struktural", "II.b", "Dinas B", 1],
    ]
    imported(app, sheet(rows))
    above = app.positions.next_posts(app.positions.named("Kepala Bidang"))
    assert [it.name for it in above] == ["Kepala Dinas A"], "a career leads on within the agency"


def test_a_post_is_found_by_its_name(app: App) -> None:
    post(app, "Camat", kind_code="1")
    assert app.positions.named("CAMAT") == 1
    post(app, "Camat", kind_code="4")
    for name, code in (("Camat", "position.ambiguous"), ("Lurah", "position.unknown")):
        with pytest.raises(CannotDo) as error:
            app.positions.named(name)
        assert refusal(error)[0] == code


def test_the_list_tells_who_holds_posts_and_how_many_are_needed(app: App, sheet: SheetWriter) -> None:
    holder(app, sheet, "Arsiparis Terampil")
    rows: list[list[Cell]] = [
        ["Nama Jabatan", "Unit Kerja", "Kebutuhan", "Berlaku Mulai"],
        ["Arsiparis Terampil", "Dinas A", 5, date(2020, 1, 1)],
        ["Arsiparis Terampil", "Dinas A", 1, date(2024, 1, 1)],
        ["Arsiparis Terampil", "Dinas B", 2, date(2024, 1, 1)],
        ["Camat", "Dinas B", 1, date(2024, 1, 1)],
    ]
    imported(app, sheet(rows))
    post(app, "Lurah")
    told = {row["name"]: (row["holders"], row["quota"], row["staffing"]) for row in listed(app, "positions")}
    assert told == {"Arsiparis Terampil": (1, 3, "short"), "Camat": (0, 1, "vacant"), "Lurah": (0, None, "vacant")}
    key = app.positions.named("Arsiparis Terampil")
    where = (("position_id", str(key)), ("service", "active"), ("service", "away"))
    assert app.lists.count("employees", ListQuery(where=where)) == 1
    past = app.lists.rows("positions", ListQuery(as_of=date(2021, 1, 1)))[1]
    assert {row["name"]: row["quota"] for row in past}["Arsiparis Terampil"] == 5


def test_competencies_of_the_regulation_are_known(app: App) -> None:
    known = dict(app.positions.competencies())
    assert list(known.values()).count("managerial") == 8
    assert [name for name, kind in known.items() if kind == "sociocultural"] == ["Perekat bangsa"]
    assert app.positions.competencies(date(2016, 1, 1)) == ()
