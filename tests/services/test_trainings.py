"""Single trainings: what follows from their data, and adding, changing, verifying and removing one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.training_credit import YearSummary
from tests.conftest import Cell, SheetWriter
from tests.services.edit_checks import done, refused, snapshot, unchanged

NIP = "198503122010012001"
SEMINAR = {
    "name": "Seminar Nasional Data",
    "form_code": "B6",
    "organiser": "LAN",
    "start_date": date(2026, 3, 2),
    "end_date": date(2026, 3, 3),
    "jp": 12,
    "certificate_number": "S/1",
    "certificate_date": date(2026, 3, 4),
    "source": "sertifikat",
}


@pytest.fixture
def siti(app: App) -> int:
    return app.employees.add({"nip": NIP, "name": "Siti Aminah"})[0]


@pytest.fixture
def seminar(app: App, siti: int) -> int:
    return app.trainings.add({**SEMINAR, "employee_id": siti})[0]


def test_the_record_tells_person_form_and_what_follows(app: App, siti: int, seminar: int) -> None:
    record = app.trainings.record(seminar)
    assert {name: getattr(record, name) for name in SEMINAR} == SEMINAR
    assert (record.key, record.employee_id, record.nip, record.person) == (seminar, siti, NIP, "Siti Aminah")
    assert (record.form, record.year, record.verified) == ("Seminar/konferensi/sarasehan", 2026, False)
    # Two days of seminar count 4 JP each, whatever is claimed (RULES.md section 4).
    assert record.jp_counted == 8.0


def test_adding(app: App, siti: int) -> None:
    values = {**SEMINAR, "employee_id": siti}
    reason = "Tambah pelatihan Seminar Nasional Data untuk Siti Aminah"
    changes = done(app, lambda: app.trainings.add(values)[1], reason)
    assert changes == Changes(changes.change_set, trainings=True)


@pytest.mark.usefixtures("siti")
def test_a_person_and_a_sheet_derive_the_same(app: App, seminar: int, sheet: SheetWriter) -> None:
    headings: list[Cell] = [
        "NIP",
        "Nama Pelatihan",
        "Jenis Diklat",
        "Penyelenggara",
        "Tanggal Mulai",
        "Tanggal Selesai",
        "JP",
    ]
    row: list[Cell] = [NIP, "Seminar Nasional Data", "B6", "LAN", date(2026, 3, 2), date(2026, 3, 3), 12]
    plan = app.imports.plan(sheet([headings, row]), kind="trainings")
    assert (plan.judgement.new, plan.judgement.changed, plan.judgement.same) == (0, 0, 1)
    app.trainings.delete(seminar)
    app.imports.apply(app.imports.plan(sheet([headings, row]), kind="trainings"))
    (key,) = [stored[0] for stored in snapshot(app)["trainings"]]
    record = app.trainings.record(key)
    assert (record.year, record.jp, record.jp_counted, record.form_code) == (2026, 12.0, 8.0, "B6")


@pytest.mark.parametrize(
    ("values", "code", "column"),
    [
        ({"employee_id": None}, "value.missing", "employee_id"),
        ({"name": " "}, "value.missing", "name"),
        ({"start_date": "2 Maret"}, "date.unreadable", "start_date"),
        ({"jp": -1}, "value.not_a_quantity", "jp"),
        ({"jp": "dua belas"}, "value.not_a_quantity", "jp"),
    ],
)
def test_what_is_wrong_is_told_while_typing_and_refused(
    app: App, siti: int, seminar: int, values: dict[str, object], code: str, column: str
) -> None:
    (problem,) = app.trainings.problems(values, seminar)
    assert (problem.code, problem.column, problem.severity) == (code, column, Severity.REJECT)
    refused(app, "record.rejected", lambda: app.trainings.change(seminar, values), codes=code)
    new = {"employee_id": siti, "name": "Bimtek", **values}
    refused(app, "record.rejected", lambda: app.trainings.add(new), codes=code)


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({}, []),
        ({"form_code": "Z9"}, ["training.form_unknown"]),
        ({"end_date": date(2026, 3, 1)}, ["training.ends_before_start"]),
    ],
)
def test_doubts_are_told_and_stored(app: App, seminar: int, values: dict[str, object], codes: list[str]) -> None:
    assert [it.code for it in app.trainings.problems(values, seminar)] == codes
    app.trainings.change(seminar, values)
    record = app.trainings.record(seminar)
    assert {name: getattr(record, name) for name in values} == values


@pytest.mark.usefixtures("seminar")
def test_a_namesake_of_the_same_day_is_told(app: App, siti: int) -> None:
    values = {"employee_id": siti, "name": "SEMINAR nasional data", "start_date": date(2026, 3, 2)}
    assert [it.code for it in app.trainings.problems(values)] == ["training.duplicate"]
    assert app.trainings.problems({**values, "start_date": date(2026, 3, 3)}) == ()
    assert app.trainings.problems({**values, "start_date": None}) == ()


def test_nobody_is_trained_who_is_not_there(app: App, siti: int) -> None:
    refused(app, "record.missing", lambda: app.trainings.add({**SEMINAR, "employee_id": siti + 1}))
    key, _ = app.trainings.add({**SEMINAR, "employee_id": siti})
    refused(app, "argument.bad_value", lambda: app.trainings.change(key, {"employee_id": siti + 1}))


@pytest.mark.parametrize(
    ("values", "fields", "year", "counted"),
    [
        ({"end_date": date(2026, 3, 4)}, "tanggal selesai", 2026, 12.0),
        (
            {"start_date": date(2025, 3, 2), "end_date": date(2025, 3, 2)},
            "tanggal mulai dan tanggal selesai",
            2025,
            4.0,
        ),
        ({"form_code": "B10"}, "bentuk pengembangan kompetensi", 2026, 12.0),
        ({"form_code": None, "jp": Decimal("7.5")}, "bentuk pengembangan kompetensi dan JP", 2026, 7.5),
        ({"organiser": "BPSDM", "certificate_number": ""}, "penyelenggara dan nomor sertifikat", 2026, 8.0),
    ],
)
def test_changing(app: App, seminar: int, values: dict[str, object], fields: str, year: int, counted: float) -> None:
    reason = f"Ubah pelatihan Seminar Nasional Data (Siti Aminah): {fields}"
    done(app, lambda: app.trainings.change(seminar, values), reason)
    record = app.trainings.record(seminar)
    assert (record.year, record.jp_counted) == (year, counted)
    unchanged(app, lambda: app.trainings.change(seminar, values))


def test_a_new_name_is_found_under_its_own_key(app: App, siti: int, seminar: int) -> None:
    app.trainings.change(seminar, {"name": "Seminar Statistik"})
    values = {"employee_id": siti, "name": "seminar statistik", "start_date": date(2026, 3, 2)}
    assert [it.code for it in app.trainings.problems(values)] == ["training.duplicate"]


def test_deleting(app: App, seminar: int) -> None:
    done(app, lambda: app.trainings.delete(seminar), "Hapus pelatihan Seminar Nasional Data dari Siti Aminah")
    refused(app, "record.missing", lambda: app.trainings.delete(seminar))
    refused(app, "record.missing", lambda: app.trainings.record(seminar))


def test_verifying_one_and_many(app: App, siti: int, seminar: int) -> None:
    others = [app.trainings.add({"employee_id": siti, "name": f"Bimtek {number}"})[0] for number in (1, 2)]
    done(app, lambda: app.trainings.verify([seminar], True), "Verifikasi pelatihan Seminar Nasional Data")
    done(app, lambda: app.trainings.verify([seminar, *others], True), "Verifikasi 2 pelatihan")
    assert all(app.trainings.record(key).verified for key in (seminar, *others))
    unchanged(app, lambda: app.trainings.verify([seminar, *others], True))
    done(app, lambda: app.trainings.verify(others, False), "Batalkan verifikasi 2 pelatihan")
    assert [app.trainings.record(key).verified for key in (seminar, *others)] == [True, False, False]
    refused(app, "record.missing", lambda: app.trainings.verify([seminar, 4711], False))


@pytest.mark.usefixtures("seminar")
def test_the_year_of_a_person(app: App, siti: int) -> None:
    app.trainings.add(
        {"employee_id": siti, "name": "Bimtek", "form_code": "B10", "end_date": date(2026, 8, 1), "jp": 10}
    )
    app.trainings.add({"employee_id": siti, "name": "Kursus", "end_date": date(2025, 12, 31), "jp": 30.5})
    app.trainings.add({"employee_id": siti, "name": "Tanpa tanggal", "jp": 99})
    assert app.persons.whole(siti, 2026).year == YearSummary(2026, 22.0, 18.0, 20.0, 2.0)
    assert app.persons.whole(siti, 2025).year == YearSummary(2025, 30.5, 30.5, 20.0, 0.0)
    assert app.persons.whole(siti, 2024).year == YearSummary(2024, 0.0, 0.0, 20.0, 20.0)
    # The duty of 20 JP began with PP 11/2017.
    assert app.persons.whole(siti, 2016).year == YearSummary(2016, 0.0, 0.0, None, 0.0)
    refused(app, "record.missing", lambda: app.persons.whole(siti + 1, 2026))


def test_a_pppk_has_no_minimum_as_shipped(app: App) -> None:
    key, _ = app.employees.add({"nip": "199004172022211002", "name": "Budi Santoso"})
    assert app.persons.whole(key, 2026).year == YearSummary(2026, 0.0, 0.0, None, 0.0)


@pytest.mark.usefixtures("seminar")
def test_the_year_in_the_record_is_the_same(app: App, siti: int) -> None:
    assert app.employees.record(siti, date(2026, 1, 1)).year == app.persons.whole(siti, 2026).year
