"""One employee: the record on a day, adding, changing and removing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from db import ChangeSetHeader
from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.employee_state_edits import NewState
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
    states: list[NewState] = [
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
        assert [{**app.employees.record(siti, day).current, "key": siti}] == app.lists.by_keys("employees", [siti], day)


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
    (post,) = app.employees.by_nip("198503122010012001").posts
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
        name="ini",
        detail="NIP: NIP terdiri atas 18 angka, sedangkan “1” memuat 1 angka. Perbaiki sesuai SK pegawai. "
        "Nama: nama belum diisi. Lengkapi namanya.",
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
