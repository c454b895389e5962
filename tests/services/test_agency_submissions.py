"""What agencies were asked for, what of it came in, and the board of all: every number is that of the rows it opens."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from smartpns_desktop.app import App
from smartpns_desktop.domain.agency_duties import Timing
from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import SheetWriter
from tests.services.edit_checks import done, refused
from tests.services.imports.outcomes import nip

TODAY = date.today()
YEAR = TODAY.year


def call(app: App, kind: str, deadline: date = TODAY, **more: Any) -> int:
    values = {"kind": kind, "period": str(YEAR), "year": YEAR, "opened_on": TODAY - timedelta(days=9)}
    return app.agency_submissions.add_call({**values, "deadline": deadline, **more})[0]


def answers(app: App, **where: str) -> dict[str, tuple[str, str]]:
    rows = app.lists.rows("agency-submissions", ListQuery(where=tuple(where.items())))[1]
    return {f"{row['agency']} {row['kind']}": (row["state"], row["timing"]) for row in rows}


def row_of(app: App, agency: str) -> int:
    return int(app.lists.keys("agency-submissions", ListQuery(where=(("agency", agency),)))[0])


@pytest.fixture
def agencies(app: App) -> tuple[int, int]:
    """Dinas A with a unit, Dinas B; nobody asks units."""
    a, _ = app.agencies.add({"name": "Dinas A", "short_name": "Disa"})
    b, _ = app.agencies.add({"name": "Dinas B"})
    app.agencies.add({"name": "Bidang Data", "parent_id": a})
    return a, b


@pytest.mark.usefixtures("agencies")
def test_a_call_is_asked_of_every_agency(app: App) -> None:
    asked = {"kind": "trainings", "period": "Triwulan I", "year": YEAR, "opened_on": TODAY, "deadline": TODAY}
    done(app, lambda: app.agency_submissions.add_call(asked)[1], "Minta pelatihan periode Triwulan I")
    assert answers(app) == {"Dinas A trainings": ("BELUM", "awaited"), "Dinas B trainings": ("BELUM", "awaited")}


@pytest.mark.usefixtures("agencies")
def test_who_was_closed_before_or_came_later_is_not_asked(app: App) -> None:
    app.agencies.close(app.agencies.add({"name": "Dinas Lama"})[0], TODAY - timedelta(days=30))
    app.agencies.add({"name": "Dinas Nanti", "opened_on": TODAY + timedelta(days=30)})
    call(app, "trainings")
    assert len(answers(app)) == 2


@pytest.mark.parametrize("sender", ["Dinas A", "DISA", "dinas a "])
@pytest.mark.usefixtures("agencies")
def test_an_import_answers(app: App, sheet: SheetWriter, sender: str) -> None:
    call(app, "employees")
    call(app, "trainings")
    rows = sheet([["NIP", "Nama"], [nip(1), "Siti"]])
    result = app.imports.apply(app.imports.plan(rows, sender=sender))
    assert answers(app, kind="employees") == {
        "Dinas A employees": ("DITERIMA", "in_time"), "Dinas B employees": ("BELUM", "awaited"),
    }  # fmt: skip
    assert answers(app, agency="Dinas A", kind="trainings") == {"Dinas A trainings": ("BELUM", "awaited")}
    app.undo.undo(result.batch or 0)
    assert answers(app, agency="Dinas A", kind="employees") == {"Dinas A employees": ("BELUM", "awaited")}


@pytest.mark.usefixtures("agencies")
def test_an_import_with_refused_rows_answers_in_part(app: App, sheet: SheetWriter) -> None:
    call(app, "employees", TODAY - timedelta(days=1))
    rows = sheet([["NIP", "Nama"], [nip(1), "Siti"], ["123", "Budi"]])
    app.imports.apply(app.imports.plan(rows, sender="Dinas A"), good_rows_only=True)
    assert answers(app, agency="Dinas A") == {"Dinas A employees": ("SEBAGIAN", "late")}


def test_a_plan_of_studies_answers_by_its_state(app: App, agencies: tuple[int, int]) -> None:
    call(app, "study-needs")
    plan, _ = app.study_needs.plan(agencies[0], YEAR, YEAR + 4)
    told = [answers(app, agency="Dinas A")["Dinas A study-needs"][0]]
    for state in (PlanState.DIASISTENSI, PlanState.DIAJUKAN, PlanState.DIVERIFIKASI, PlanState.DISAHKAN):
        app.study_needs.move_plan(plan, state)
        told.append(answers(app, agency="Dinas A")["Dinas A study-needs"][0])
    assert told == ["BELUM", "SEBAGIAN", "DIAJUKAN", "DITERIMA", "DITERIMA"]


def test_what_is_stated_goes_before_what_is_derived(app: App, agencies: tuple[int, int]) -> None:
    call(app, "trainings", TODAY - timedelta(days=2))
    row, service = row_of(app, "Dinas B"), app.agency_submissions
    values = {"state": "DIAJUKAN", "submitted_on": TODAY, "note": "Lewat surel"}
    done(app, lambda: service.state(row, values), f"Pengajuan pelatihan {YEAR} Dinas B: diajukan")
    assert service.stated(row) == values
    assert answers(app) == {"Dinas A trainings": ("BELUM", "late"), "Dinas B trainings": ("DIAJUKAN", "sent_late")}
    done(app, lambda: service.state(row, {}), f"Pengajuan pelatihan {YEAR} Dinas B: ikuti data")
    assert answers(app)["Dinas B trainings"] == ("BELUM", "late")
    told = {it.thing for it in app.trail.of("agencies", agencies[1])}
    assert f"Pengajuan Pelatihan {YEAR}" in told, "the trail speaks no codes"


@pytest.mark.parametrize(
    ("state", "submitted", "deadline", "timing"),
    [
        ("BELUM", None, TODAY, Timing.AWAITED),
        ("BELUM", None, TODAY - timedelta(days=1), Timing.LATE),
        ("SEBAGIAN", TODAY - timedelta(days=5), TODAY - timedelta(days=1), Timing.LATE),
        ("DIAJUKAN", TODAY - timedelta(days=1), TODAY - timedelta(days=1), Timing.IN_TIME),
        ("DITERIMA", TODAY, TODAY - timedelta(days=1), Timing.SENT_LATE),
        ("DITERIMA", None, TODAY - timedelta(days=1), Timing.IN_TIME),
    ],
)
@pytest.mark.usefixtures("agencies")
def test_timing(app: App, state: str, submitted: date | None, deadline: date, timing: Timing) -> None:
    call(app, "trainings", deadline)
    app.agency_submissions.state(row_of(app, "Dinas A"), {"state": state, "submitted_on": submitted})
    assert answers(app, agency="Dinas A") == {"Dinas A trainings": (state, timing)}


@pytest.mark.usefixtures("agencies")
def test_calls_are_changed_and_taken_away(app: App) -> None:
    key, service = call(app, "trainings"), app.agency_submissions
    service.state(row_of(app, "Dinas A"), {"state": "DITERIMA"})
    deadline = {"deadline": TODAY + timedelta(days=5)}
    done(app, lambda: service.change_call(key, deadline), f"Ubah permintaan pelatihan periode {YEAR}: batas waktu")
    done(app, lambda: service.remove_call(key), f"Hapus permintaan pelatihan periode {YEAR}")
    assert answers(app) == {}


@pytest.mark.parametrize(
    ("values", "code", "column"),
    [
        ({"deadline": TODAY - timedelta(days=99), "period": "lain"}, "call.ends_before_start", "deadline"),
        ({"kind": "gaji"}, "value.not_in_list", "kind"),
        ({"period": None}, "value.missing", "period"),
        ({}, "call.period_taken", "period"),
    ],
)
def test_odd_calls_are_refused(app: App, values: dict[str, Any], code: str, column: str) -> None:
    call(app, "trainings")
    told = {"kind": "trainings", "period": str(YEAR), "year": YEAR, "opened_on": TODAY, "deadline": TODAY, **values}
    assert [(it.code, it.column) for it in app.agency_submissions.problems(told)] == [(code, column)]
    refused(app, "record.rejected", lambda: app.agency_submissions.add_call(told))


@pytest.mark.usefixtures("agencies")
def test_odd_answers_are_refused(app: App) -> None:
    call(app, "trainings")
    row = row_of(app, "Dinas A")
    refused(app, "argument.bad_value", lambda: app.agency_submissions.state(row, {"state": "SELESAI"}))
    refused(app, "record.missing", lambda: app.agency_submissions.state(row + 500_000, {"state": "BELUM"}))


@pytest.mark.usefixtures("agencies")
def test_every_number_of_the_board_is_that_of_its_rows(app: App) -> None:
    call(app, "trainings", TODAY - timedelta(days=2))
    call(app, "employees")
    call(app, "ip-asn", year=YEAR - 1, period="lalu")
    app.agency_submissions.state(row_of(app, "Dinas B"), {"state": "DITERIMA"})
    board = app.lists.by_keys("agency-compliance", app.lists.keys("agency-compliance", ListQuery()))
    assert [(it["agency"], it["asked"], it["complete"]) for it in board] == [("Dinas A", 2, "no"), ("Dinas B", 2, "no")]
    for row in board:
        own = (("agency_id", str(row["key"])), ("year", str(YEAR)))
        for number, more in (
            ("asked", ()), ("received", (("missing", "false"),)), ("missing", (("missing", "true"),)),
            ("late", (("timing", "late"),)),
        ):  # fmt: skip
            assert row[number] == app.lists.count("agency-submissions", ListQuery(where=(*own, *more))), number
    assert {it["late"] for it in board} == {0, 1}
    past = app.lists.rows("agency-compliance", ListQuery(year=YEAR - 1))[1]
    assert [it["asked"] for it in past] == [1, 1]


@pytest.mark.usefixtures("agencies")
def test_board_and_answers_are_written_into_workbooks(app: App, tmp_path: Path) -> None:
    call(app, "trainings", TODAY - timedelta(days=2))
    out = tmp_path / "papan.xlsx"
    assert app.exports.export("agency-compliance", out) == 2
    heading, first, _ = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    told = dict(zip(heading, first, strict=True))
    assert (told["Perangkat daerah"], told["Diminta"], told["Terlambat"], told["Lengkap"]) == (
        "Dinas A", 1, 1, "Belum lengkap",
    )  # fmt: skip
    assert app.exports.export("agency-submissions", out, agency="Dinas B", year=YEAR) == 1
    assert app.exports.export("agency-submissions", out, year=YEAR - 1) == 0
    refused(app, "argument.unknown_kind", lambda: app.exports.export("agency-targets", out, since=1))
