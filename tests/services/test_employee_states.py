"""The dated histories of an employee: states taken in, rows changed and removed, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.employee_state_edits import NewState
from smartpns_desktop.services.employee_states import History
from tests.services.edit_checks import done, refused, unchanged

SITI = {"nip": "198503122010012001", "name": "Siti Aminah", "birth_date": date(1985, 3, 12)}
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


def test_no_post_begins_where_there_is_nothing_any_more(app: App, siti: int, agency: int) -> None:
    app.agencies.close(agency, date(2024, 1, 1))
    late: dict[str, object] = {"post": "Arsiparis", "agency_id": agency}
    app.employees.add_state(siti, History.POST, date(2023, 12, 31), late)
    refusal = refused(
        app, "record.rejected", lambda: app.employees.add_state(siti, History.POST, date(2024, 1, 1), late)
    )
    assert refusal.facts["detail"].startswith("Perangkat daerah: unit “Dinas Komunikasi dan Informatika” sudah ditutup")
    newcomer: list[NewState] = [(History.POST, date(2025, 1, 1), late)]
    refused(app, "record.rejected", lambda: app.employees.add(BUDI, newcomer))
    row = app.employees.record(siti).posts[0]
    refused(app, "record.rejected", lambda: app.employees.change_state(History.POST, row.key, date(2024, 1, 1), {}))
    app.employees.change_state(History.POST, row.key, row.effective, {"decree_number": "800/2"})
