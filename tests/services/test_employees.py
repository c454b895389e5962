"""One employee: the record on a day, adding, changing and removing, and the dated histories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from db import ChangeSetHeader
from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.employee_states import History
from tests.services.edit_checks import done, reasons, refused, snapshot, unchanged

SITI = {
    "nip": "198503122010012001",
    "name": "Siti Aminah",
    "birth_date": date(1985, 3, 12),
    "sex": "F",
    "cpns_date": date(2010, 1, 1),
    "pns_date": date(2011, 2, 1),
    "phone": "08123456789",
}
BUDI = {"nip": "199004172019031002", "name": "Budi Santoso"}


@pytest.fixture
def agency(app: App) -> int:
    return app.agencies.add({"name": "Dinas Komunikasi dan Informatika"})[0]


@pytest.fixture
def siti(app: App, agency: int) -> int:
    """Siti, III/b since 2018, analyst at the agency since 2015, S-1 of 2008, active."""
    states = [
        (History.GRADE, date(2018, 4, 1), {"grade_code": "32"}),
        (History.POST, date(2015, 6, 1), {"post": "Analis Kepegawaian", "agency_id": agency}),
        (History.EDUCATION, None, {"level_code": "40", "programme": "Ilmu Komputer", "graduation_year": 2008}),
        (History.STANDING, None, {"standing": "Aktif"}),
    ]
    return app.employees.add(SITI, states)[0]


def training(app: App, employee: int, name: str = "Seminar", **values: object) -> int:
    return app.trainings.add({"employee_id": employee, "name": name, **values})[0]


def test_the_record_tells_fields_histories_state_and_year(app: App, siti: int, agency: int) -> None:
    record = app.employees.record(siti, date(2026, 6, 1))
    assert (record.key, record.nip, record.name) == (siti, "198503122010012001", "Siti Aminah")
    assert (record.kind, record.sex, record.birth_date) == (EmployeeKind.PNS, Sex.F, date(1985, 3, 12))
    (grade,), (post,), (education,), (standing,) = record.grades, record.posts, record.educations, record.standings
    assert (grade.grade_code, grade.grade, grade.rank) == ("32", "III/b", "Penata Muda Tingkat I")
    assert (post.post, post.agency_id, post.agency) == (
        "Analis Kepegawaian",
        agency,
        "Dinas Komunikasi dan Informatika",
    )
    assert (education.level, education.programme, education.effective) == (
        "S-1/Sarjana",
        "Ilmu Komputer",
        date(2008, 1, 1),
    )
    assert (standing.standing, standing.effective, standing.in_force) == ("Aktif", None, True)
    assert (record.current["grade"], record.current["post"]) == ("III/b", "Analis Kepegawaian")
    assert (record.year.year, record.year.minimum, record.year.missing) == (2026, 20.0, 20.0)


def test_the_current_state_is_the_line_of_the_list(app: App, siti: int) -> None:
    for day in (None, date(2016, 1, 1)):
        assert [app.employees.record(siti, day).current] == app.lists.by_keys("employees", [siti], day)


def test_a_past_day_has_its_own_state_and_year(app: App, siti: int) -> None:
    app.employees.add_state(siti, History.GRADE, date(2022, 4, 1), {"grade_code": "33"})
    training(app, siti, jp=12, start_date=date(2019, 5, 1))
    before, after = (app.employees.record(siti, date(year, 12, 31)) for year in (2019, 2023))
    assert (before.current["grade"], after.current["grade"]) == ("III/b", "III/c")
    assert [(row.grade, row.in_force) for row in before.grades] == [("III/c", False), ("III/b", True)]
    assert [(row.grade, row.in_force) for row in after.grades] == [("III/c", True), ("III/b", False)]
    assert (before.year.counted, before.year.missing, after.year.counted) == (12.0, 8.0, 0.0)


def test_before_the_appointment_there_is_no_state(app: App, siti: int) -> None:
    assert app.employees.record(siti, date(2009, 12, 31)).current == {}
    assert app.employees.record(siti, date(2010, 1, 1)).current["kind"] == "CPNS"


def test_a_person_is_found_by_nip_however_it_is_typed(app: App, siti: int) -> None:
    assert app.employees.by_nip("19850312 201001 2 001").key == siti
    refused(app, "employee.unknown", lambda: app.employees.by_nip("199004172019031002"))
    refused(app, "record.missing", lambda: app.employees.record(siti + 1))


def test_adding(app: App) -> None:
    keys = []

    def add() -> Changes:
        key, changes = app.employees.add(
            {**BUDI, "nip": "19900417 201903 1 002", "name": " Budi  Santoso ", "email": ""}
        )
        keys.append(key)
        return changes

    changes = done(app, add, "Tambah pegawai Budi Santoso")
    assert changes.employees
    record = app.employees.record(keys[0])
    assert (record.nip, record.name, record.kind, record.email) == (BUDI["nip"], BUDI["name"], EmployeeKind.PNS, None)


def test_the_nip_tells_a_pppk(app: App) -> None:
    key, _ = app.employees.add({"nip": "199004172022211002", "name": "Budi Santoso"})
    assert app.employees.record(key).kind is EmployeeKind.PPPK
    assert app.employees.record(key).year.minimum is None


def test_a_person_and_the_first_states_are_one_change(app: App, agency: int) -> None:
    state = (History.POST, None, {"post": "Camat", "position_kind": "1", "echelon": "31", "agency_id": agency})
    done(app, lambda: app.employees.add(SITI, [state])[1], "Tambah pegawai Siti Aminah")
    (post,) = app.employees.by_nip(SITI["nip"]).posts
    assert (post.post, post.agency_id, post.effective, post.in_force) == ("Camat", agency, None, True)


@pytest.mark.parametrize(
    ("values", "code", "column"),
    [
        ({"nip": None}, "nip.not_18_digits", "nip"),
        ({"nip": "19850312201001200"}, "nip.not_18_digits", "nip"),
        ({"nip": "198513122010012001"}, "nip.impossible", "nip"),
        ({"nip": "198503122010012000"}, "nip.damaged", "nip"),
        ({"nip": BUDI["nip"]}, "nip.taken", "nip"),
        ({"name": "  "}, "name.missing", "name"),
        ({"kind": "HONORER"}, "value.not_in_list", "kind"),
        ({"sex": "X"}, "value.not_in_list", "sex"),
        ({"birth_date": "31/02/1985"}, "date.unreadable", "birth_date"),
        ({"birth_date": date(2010, 1, 1)}, "date.before_birth", "cpns_date"),
        ({"pns_date": date(2009, 12, 31)}, "date.pns_before_cpns", "pns_date"),
    ],
)
def test_what_is_wrong_is_told_while_typing_and_refused(
    app: App, siti: int, values: dict[str, object], code: str, column: str
) -> None:
    app.employees.add(BUDI)
    found = {(it.code, it.column): it.severity for it in app.employees.problems(values, siti)}
    assert found[code, column] is Severity.REJECT
    assert code in refused(app, "record.rejected", lambda: app.employees.change(siti, values)).facts["codes"]
    new = {**SITI, "nip": "198503122010012002", **values}
    assert code in refused(app, "record.rejected", lambda: app.employees.add(new)).facts["codes"]


def test_the_refusal_names_the_fields_as_the_form_does(app: App, siti: int) -> None:
    refused(
        app,
        "record.rejected",
        lambda: app.employees.change(siti, {"name": "", "nip": "1"}),
        columns="NIP, Nama",
        codes="nip.not_18_digits, name.missing",
    )


def test_a_sound_record_has_no_problems(app: App, siti: int) -> None:
    assert app.employees.problems({}, siti) == ()
    assert app.employees.problems({**SITI, "nip": "198503122010012002"}) == ()


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"nik": "6474035203850001"}, []),
        ({"nik": "647403520385000"}, ["nik.not_16_digits"]),
        ({"nik": "6474031203850001"}, ["nik.sex_differs"]),
        ({"sex": "M"}, ["nip.sex_differs"]),
        ({"birth_date": date(1985, 3, 13)}, ["nip.birth_date_differs"]),
        ({"cpns_date": date(2010, 3, 1)}, ["nip.start_differs"]),
        ({"kind": "PPPK"}, ["nip.kind_differs"]),
        ({"email": "siti@contoh"}, ["email.malformed"]),
    ],
)
def test_doubts_are_told_and_stored(app: App, siti: int, values: dict[str, object], codes: list[str]) -> None:
    assert [it.code for it in app.employees.problems(values, siti)] == codes
    app.employees.change(siti, values)
    record = app.employees.record(siti)
    assert {name: getattr(record, name) for name in values} == values


def test_changing(app: App, siti: int) -> None:
    values = {"phone": " 0811 ", "official_email": "siti@contoh.go.id", "pns_date": None, "name": "Siti Aminah"}
    done(app, lambda: app.employees.change(siti, values), "Ubah Siti Aminah: nomor HP, surel dinas, dan TMT PNS")
    record = app.employees.record(siti)
    assert (record.phone, record.official_email, record.pns_date) == ("0811", "siti@contoh.go.id", None)
    assert record.birth_date == SITI["birth_date"]
    unchanged(app, lambda: app.employees.change(siti, values))


def test_a_field_that_nobody_has_is_refused(app: App, siti: int) -> None:
    refused(app, "argument.unknown_field", lambda: app.employees.change(siti, {"nickname": "Ami"}), field="nickname")
    refused(app, "record.missing", lambda: app.employees.change(siti + 1, {"phone": "1"}))


def test_an_old_fault_keeps_nobody_from_mending_another_field(app: App, siti: int) -> None:
    with app.database.write(ChangeSetHeader("import", "penguji", "Impor lama")) as writer:
        writing.update_rows(writer, "employees", [(siti, {"pns_date": date(2009, 1, 1)})])
    app.employees.change(siti, {"phone": "0812"})
    assert app.employees.record(siti).phone == "0812"
    refused(app, "record.rejected", lambda: app.employees.change(siti, {"pns_date": date(2009, 2, 1)}))


def test_deleting_takes_the_histories_along(app: App, siti: int) -> None:
    done(app, lambda: app.employees.delete(siti), "Hapus pegawai Siti Aminah")
    left = snapshot(app)
    assert not any(left[table] for table in ("employees", "grade_history", "post_history", "education_history"))
    refused(app, "record.missing", lambda: app.employees.delete(siti))


def test_whoever_has_trainings_stays(app: App, siti: int) -> None:
    training(app, siti, "Seminar")
    training(app, siti, "Bimtek")
    refused(app, "employee.in_use", lambda: app.employees.delete(siti), trainings="2")


@pytest.mark.parametrize(
    ("history", "effective", "values", "label"),
    [
        (History.GRADE, date(2022, 4, 1), {"grade_code": "33", "service_years": 12}, "golongan"),
        (History.GRADE, date(2018, 4, 1), {"grade_code": "33", "decree_number": "SK 1"}, "golongan"),
        (History.POST, date(2022, 4, 1), {"post": "Pranata Komputer Ahli Muda", "position_kind": "2"}, "jabatan"),
        (History.EDUCATION, date(2014, 8, 30), {"level_code": "45", "programme": "Statistika"}, "pendidikan"),
        (History.STANDING, date(2024, 1, 1), {"standing": "Cuti Luar Tanggungan Negara"}, "kedudukan hukum"),
    ],
)
def test_taking_a_state_in(
    app: App, siti: int, history: History, effective: date, values: dict[str, object], label: str
) -> None:
    def add() -> Changes:
        return app.employees.add_state(siti, history, effective, values)

    done(app, add, f"Ubah Siti Aminah: {label}")
    unchanged(app, add)


def grades(app: App, key: int) -> list[tuple[date | None, str, int | None]]:
    return [(row.effective, row.grade_code, row.service_years) for row in app.employees.record(key).grades]


def test_a_new_day_is_a_new_row_and_the_same_day_corrects(app: App, siti: int) -> None:
    app.employees.add_state(siti, History.GRADE, date(2022, 4, 1), {"grade_code": "33", "service_years": 12})
    app.employees.add_state(siti, History.GRADE, date(2022, 4, 1), {"grade_code": "34", "service_years": None})
    assert grades(app, siti) == [(date(2022, 4, 1), "34", 12), (date(2018, 4, 1), "32", None)]


def test_no_day_corrects_what_holds_today(app: App, siti: int) -> None:
    app.employees.add_state(siti, History.GRADE, date(2199, 4, 1), {"grade_code": "34"})
    app.employees.add_state(siti, History.GRADE, None, {"service_years": 8})
    assert grades(app, siti) == [(date(2199, 4, 1), "34", None), (date(2018, 4, 1), "32", 8)]


def test_educations_of_different_levels_stand_side_by_side(app: App, siti: int) -> None:
    def add(level: str, effective: date | None = None, **values: object) -> None:
        app.employees.add_state(siti, History.EDUCATION, effective, {"level_code": level, **values})

    add("42", graduation_year=2008)
    add("15")
    add("40", graduation_year=2008, school="Universitas Mulawarman")
    add("45", date(2014, 8, 30))
    add("45", graduation_year=2014, school="Institut Teknologi Bandung")
    rows = app.employees.record(siti).educations
    assert [(row.level_code, row.effective, row.graduation_year, row.school) for row in rows] == [
        ("45", date(2014, 8, 30), 2014, "Institut Teknologi Bandung"),
        ("42", date(2008, 1, 1), 2008, None),
        ("40", date(2008, 1, 1), 2008, "Universitas Mulawarman"),
        ("15", None, None, None),
    ]


def test_a_post_told_by_a_known_name_is_that_post(app: App, siti: int) -> None:
    known = app.employees.record(siti).posts[0].position_id
    app.employees.add_state(siti, History.POST, date(2023, 1, 1), {"post": "ANALIS  kepegawaian"})
    assert app.employees.record(siti).posts[0].position_id == known


@pytest.mark.parametrize(
    ("code", "history", "effective", "values"),
    [
        ("state.before_birth", History.GRADE, date(1985, 3, 11), {"grade_code": "33"}),
        ("record.rejected", History.GRADE, date(2022, 4, 1), {"service_years": 3}),
        ("record.rejected", History.GRADE, date(2022, 4, 1), {"grade_code": "33", "service_years": -1}),
        ("record.rejected", History.GRADE, date(2022, 4, 1), {"grade_code": "33", "decree_date": "kemarin"}),
        ("record.rejected", History.POST, date(2022, 4, 1), {"decree_number": "SK 1"}),
        ("record.rejected", History.STANDING, date(2022, 4, 1), {"standing": " "}),
        ("argument.bad_value", History.GRADE, date(2022, 4, 1), {"grade_code": "99"}),
        ("argument.bad_value", History.POST, date(2022, 4, 1), {"agency_id": 4711}),
        ("argument.unknown_field", History.GRADE, date(2022, 4, 1), {"agency_id": 1}),
    ],
)
def test_a_state_that_cannot_be_is_refused(
    app: App, siti: int, code: str, history: History, effective: date, values: dict[str, object]
) -> None:
    refused(app, code, lambda: app.employees.add_state(siti, history, effective, values))


def test_without_a_birth_date_the_nip_tells_it(app: App) -> None:
    key, _ = app.employees.add(BUDI)
    grade = {"grade_code": "32"}
    refused(
        app,
        "state.before_birth",
        lambda: app.employees.add_state(key, History.GRADE, date(1990, 4, 16), grade),
        born="1990-04-17",
    )
    refused(app, "state.before_birth", lambda: app.employees.add({**SITI}, [(History.GRADE, date(1980, 1, 1), grade)]))


def test_changing_a_row(app: App, siti: int, agency: int) -> None:
    row = app.employees.record(siti).posts[0].key

    def change() -> Changes:
        values = {"post": "Sekretaris Camat", "decree_number": "SK 7"}
        return app.employees.change_state(History.POST, row, date(2016, 1, 1), values)

    done(app, change, "Ubah Siti Aminah: jabatan")
    (post,) = app.employees.record(siti).posts
    assert (post.key, post.effective, post.post, post.agency_id, post.decree_number) == (
        row,
        date(2016, 1, 1),
        "Sekretaris Camat",
        agency,
        "SK 7",
    )
    unchanged(app, change)
    app.employees.change_state(History.POST, row, None, {"agency_id": None})
    (post,) = app.employees.record(siti).posts
    assert (post.effective, post.agency_id, post.post) == (None, None, "Sekretaris Camat")


@pytest.mark.parametrize(
    ("code", "effective", "values"),
    [
        ("state.date_taken", date(2018, 4, 1), {}),
        ("state.before_birth", date(1985, 3, 11), {}),
        ("record.rejected", date(2022, 4, 1), {"grade_code": None}),
    ],
)
def test_a_row_is_not_changed_into_what_cannot_be(
    app: App, siti: int, code: str, effective: date, values: dict[str, Any]
) -> None:
    app.employees.add_state(siti, History.GRADE, date(2022, 4, 1), {"grade_code": "33"})
    row = app.employees.record(siti).grades[0].key
    refused(app, code, lambda: app.employees.change_state(History.GRADE, row, effective, values))


@pytest.mark.parametrize("history", History)
def test_removing_a_row(app: App, siti: int, history: History) -> None:
    record = app.employees.record(siti)
    rows = dict(zip(History, (record.grades, record.posts, record.educations, record.standings), strict=True))
    labels = dict(zip(History, ("golongan", "jabatan", "pendidikan", "kedudukan hukum"), strict=True))
    key = rows[history][0].key

    def remove() -> Changes:
        return app.employees.remove_state(history, key)

    done(app, remove, f"Hapus riwayat {labels[history]} Siti Aminah")
    refused(app, "record.missing", remove)
    refused(app, "record.missing", lambda: app.employees.change_state(history, key, None, {}))


def test_edits_go_back_in_turn(app: App, siti: int) -> None:
    edits: list[Callable[[], Changes]] = [
        lambda: app.employees.change(siti, {"phone": "0811"}),
        lambda: app.employees.add_state(siti, History.GRADE, date(2022, 4, 1), {"grade_code": "33"}),
        lambda: app.employees.change(siti, {"name": "Siti Aminah Putri"}),
    ]
    seen = [snapshot(app)]
    for edit in edits:
        edit()
        seen.append(snapshot(app))
    newest = app.employees.change(siti, {"phone": "0812"}).change_set
    assert newest is not None
    refused(app, "undo.blocked", lambda: app.undo.undo(newest - 1))
    for number, expected in zip(range(newest, newest - 4, -1), reversed(seen), strict=True):
        app.undo.undo(number)
        assert snapshot(app) == expected
    assert reasons(app)[0].endswith("Ubah Siti Aminah: nomor HP")
