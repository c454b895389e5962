"""One field of many rows at once: shown before, done in one change set, by the rules of the single edits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.bulk_edits import BulkChange
from smartpns_desktop.services.bulk_fields import KINDS
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.watch import Watch
from tests.conftest import Cell, Fill, SheetWriter
from tests.services.imports.outcomes import imported, nip

ALL = ListQuery()
PEOPLE: list[list[Cell]] = [
    ["NIP", "Nama", "Agama", "Jabatan", "Jenis Jabatan", "Unit Kerja", "TMT Jabatan", "TMT CPNS"],
    [nip(1), "Ani", "Islam", "Arsiparis", "JFT", "Dinas A", "01-01-2015", "01-01-2010"],
    [nip(2), "Budi", "Kristen", "Penata", "JFU", "Dinas A", "01-01-2015", "01-01-2010"],
    [nip(3), "Citra", None, None, None, "Dinas B", "01-06-2024", "01-01-2010"],
    [nip(4), "Dodi", None, None, None, None, None, "01-01-2010"],
]
COURSES: list[list[Cell]] = [
    ["NIP", "Nama Pelatihan", "Mulai", "Selesai", "JP", "Penyelenggara"],
    [nip(1), "Seminar A", date(2026, 3, 2), date(2026, 3, 2), 4, "LAN"],
    [nip(2), "Seminar B", date(2026, 3, 2), date(2026, 3, 3), 40, "BPSDM"],
]


def fill_office(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(PEOPLE, "people.xlsx"))
    imported(app, sheet(COURSES, "trainings.xlsx"))


@pytest.fixture
def office(filled_app: Callable[[Fill], App]) -> App:
    return filled_app(fill_office)


def column(app: App, field: str, kind: str = "employees", as_of: date | None = None) -> list[object]:
    return [row[field] for row in app.lists.rows(kind, ListQuery(as_of=as_of))[1]]


def agency(app: App, name: str) -> int:
    return app.lists.keys("agencies", ListQuery(where=(("name", name),)))[0]


def keys(app: App, *names: str) -> list[int]:
    return list(app.lists.keys("employees", ListQuery(where=tuple(("name", name) for name in names))))


def test_the_effect_is_shown_before_and_nothing_is_written(office: App) -> None:
    plan = office.bulk_edits.plan(BulkChange("employees", "religion", "Islam"), ALL)
    assert (plan.count, plan.changed, plan.same, plan.refused) == (4, 3, 1, 0)
    assert (plan.label, plan.value) == ("Agama", "Islam")
    assert [(it.name, it.old) for it in plan.changes] == [("Budi", "Kristen"), ("Citra", ""), ("Dodi", "")]
    assert column(office, "religion") == ["Islam", "Kristen", None, None]


def test_all_is_one_change_set_that_undo_names_and_takes_back(office: App) -> None:
    count, changes = office.bulk_edits.apply(BulkChange("employees", "religion", "Islam"), ALL)
    assert (count, changes.employees) == (3, True)
    assert column(office, "religion") == ["Islam"] * 4
    assert changes.change_set is not None
    told = office.lists.rows("changes", ALL, 1)[1][0]
    assert (told["change_set"], told["reason"]) == (changes.change_set, "Ubah massal agama: 3 baris pegawai")
    office.undo.undo(changes.change_set)
    assert column(office, "religion") == ["Islam", "Kristen", None, None]


def test_what_changes_nothing_leaves_no_trace(office: App) -> None:
    before = office.lists.count("changes", ALL)
    count, changes = office.bulk_edits.apply(BulkChange("employees", "religion", "Islam"), keys(office, "Ani"))
    assert (count, changes.change_set) == (0, None)
    assert office.lists.count("changes", ALL) == before


def test_people_move_from_a_day_on_and_keep_their_posts(office: App) -> None:
    day = date(2025, 2, 1)
    change = BulkChange("employees", "agency_id", agency(office, "Dinas B"), day, "800/1/2025", date(2025, 1, 20))
    plan = office.bulk_edits.plan(change, ALL)
    assert (plan.changed, plan.same, plan.value) == (3, 1, "Dinas B")
    assert [(it.name, it.old) for it in plan.changes] == [("Ani", "Dinas A"), ("Budi", "Dinas A"), ("Dodi", "")]
    office.bulk_edits.apply(change, ALL)
    assert column(office, "agency") == ["Dinas B"] * 4
    assert column(office, "agency", as_of=date(2025, 1, 31)) == ["Dinas A", "Dinas A", "Dinas B", None]
    assert column(office, "post") == ["Arsiparis", "Penata", None, None]
    newest = office.employees.record(keys(office, "Ani")[0]).posts[0]
    assert (newest.effective, newest.decree_number, newest.decree_date) == (day, "800/1/2025", date(2025, 1, 20))


def test_what_a_single_edit_refuses_is_refused_row_by_row_and_the_rest_is_done(office: App) -> None:
    (ani,) = keys(office, "Ani")
    office.employees.change(ani, {"birth_date": date(1990, 5, 5)})
    change = BulkChange("employees", "standing", "Aktif", date(1989, 1, 1))
    plan = office.bulk_edits.plan(change, keys(office, "Ani", "Budi"))
    with pytest.raises(CannotDo) as alone:
        office.employees.add_state(ani, History.STANDING, date(1989, 1, 1), {"standing": "Aktif"})
    assert alone.value.code == "state.before_birth"
    assert "Ani" in [it.name for it in plan.refusals]
    assert plan.refused == sum(count for _, count in plan.reasons)
    assert all(it.refused for it in plan.refusals)


def test_trainings_follow_their_rules(office: App) -> None:
    count, _ = office.bulk_edits.apply(BulkChange("trainings", "form_code", "B3"), ALL)
    assert count == 2
    single = [office.trainings.record(key) for key in office.lists.keys("trainings", ALL)]
    for record in single:
        office.trainings.change(record.key, {"note": "dicek"})
        assert office.trainings.record(record.key).jp_counted == record.jp_counted
    office.bulk_edits.apply(BulkChange("trainings", "verified", value=True), ALL)
    assert column(office, "verified", "trainings") == [True, True]
    office.bulk_edits.apply(BulkChange("trainings", "organiser", None), ALL)
    assert column(office, "organiser", "trainings") == [None, None]


def test_the_form_credits_as_a_single_edit_would(office: App) -> None:
    first, second = office.lists.keys("trainings", ALL)
    office.trainings.change(first, {"form_code": "B10"})
    office.bulk_edits.apply(BulkChange("trainings", "form_code", "B10"), [second])
    day = {key: office.trainings.record(key) for key in (first, second)}
    assert day[first].form_code == day[second].form_code == "B10"
    office.trainings.change(second, {"jp": 4, "start_date": date(2026, 3, 2), "end_date": date(2026, 3, 2)})
    assert office.trainings.record(second).jp_counted == day[first].jp_counted


def test_certificates_and_study_needs_are_changed_by_their_own_services(office: App, sheet: SheetWriter) -> None:
    form: list[list[Cell]] = [
        ["Perangkat Daerah", "Periode", "Jenjang", "Program Studi", "2026"],
        ["Dinas A", "2026-2030", "S-2", "Magister Kearsipan", 2],
    ]
    imported(office, sheet(form, "needs.xlsx"))
    count, changes = office.bulk_edits.apply(BulkChange("study-needs", "funding", "APBD"), ALL)
    assert (count, changes.study_needs, column(office, "funding", "study-needs")) == (1, True, ["APBD"])
    for name in ("PBJ", "Auditor"):
        office.records.add("certificates", keys(office, "Ani")[0], {"name": name, "issued_on": date(2024, 1, 1)})
    plan = office.bulk_edits.plan(BulkChange("certificates", "valid_until", date(2023, 1, 1)), ALL)
    assert (plan.changed, plan.refused) == (0, 2)
    assert plan.value == "1 Jan 2023"
    assert office.bulk_edits.apply(BulkChange("certificates", "valid_until", date(2027, 1, 1)), ALL)[0] == 2


@pytest.mark.parametrize(
    ("kind", "field", "value", "code"),
    [
        ("employees", "nip", "1", "argument.unknown_field"),
        ("employees", "standing", None, "argument.bad_value"),
        ("agencies", "name", "X", "argument.unknown_field"),
        ("employees", "agency_id", 999, "argument.bad_value"),
    ],
)
def test_what_cannot_be_changed_in_bulk_is_refused_whole(
    office: App, kind: str, field: str, value: object, code: str
) -> None:
    with pytest.raises(CannotDo) as refused:
        office.bulk_edits.apply(BulkChange(kind, field, value, date(2025, 1, 1)), keys(office, "Ani"))
    assert refused.value.code == code


def test_a_cancel_leaves_everything_as_it_was(office: App) -> None:
    watch = Watch()
    watch.cancelled = True
    with pytest.raises(CannotDo, match="cancelled"):
        office.bulk_edits.apply(BulkChange("employees", "religion", "Islam"), ALL, watch)
    assert column(office, "religion") == ["Islam", "Kristen", None, None]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_shown_by_the_list_and_known_to_the_single_edit(office: App, kind: str) -> None:
    fields = office.bulk_edits.fields(kind)
    assert fields
    assert {it.shown for it in fields} <= office.lists.fields(kind)
    assert len({it.label for it in fields}) == len(fields)
