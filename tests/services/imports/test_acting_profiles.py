"""Profiles that name a post held for a time: it stands beside the own post, and is no post of that name."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words.problems import say
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, nip, warned

HEAD: list[Cell] = ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja"]
BEGAN, ACTING = date(2022, 1, 3), date(2026, 2, 2)


def posts(app: App, name: str = "Siti") -> list[tuple[object, ...]]:
    key = app.lists.keys("employees", ListQuery(name))[0]
    found = app.employees.record(key).posts
    return sorted((str(it.appointment), it.post, it.agency, it.effective) for it in found)


def names(app: App) -> list[str]:
    return [row["name"] for row in app.lists.rows("positions", ListQuery())[1]]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti is secretary of Kecamatan Utara."""
    imported(app, sheet([HEAD, [nip(1), "Siti", "Sekretaris Camat", BEGAN, "Kecamatan Utara"]]))
    return app


def test_the_own_post_stays_and_the_acting_one_stands_beside_it(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [HEAD, [nip(1), "Siti", "Plt. Camat Selatan", ACTING, "Kecamatan Selatan"]]
    plan = imported(staffed, sheet(rows, "plt.xlsx"))
    assert (counts(plan), warned(plan)) == ({"changed": 1}, [(2, "post.acting")])
    assert "Plt. Camat Selatan" not in names(staffed)
    assert posts(staffed) == [
        ("Plt.", "Camat Selatan", "Kecamatan Selatan", ACTING),
        ("definitif", "Sekretaris Camat", "Kecamatan Utara", BEGAN),
    ]
    assert staffed.lists.rows("employees", ListQuery("Siti"))[1][0]["agency"] == "Kecamatan Utara"
    again = imported(staffed, sheet(rows, "plt2.xlsx"))
    assert (counts(again), len(posts(staffed))) == ({"same": 1}, 2)


@pytest.mark.parametrize(
    ("told", "appointment"),
    [("PLT CAMAT", Appointment.ACTING), ("Plh. Camat", Appointment.DAILY), ("Pj. Camat", Appointment.INTERIM)],
)
def test_somebody_new_is_placed_without_an_own_post(
    app: App, sheet: SheetWriter, told: str, appointment: Appointment
) -> None:
    others: list[Cell] = [nip(2), "Budi", "Pengelola Data", BEGAN, "Kecamatan Utara"]
    plan = imported(app, sheet([HEAD, [nip(1), "Siti", told, ACTING, "Kecamatan Utara"], others]))
    assert (counts(plan), warned(plan)) == ({"new": 2}, [(2, "post.acting")])
    assert [(it[0], fold_case(it[1]), it[3]) for it in posts(app)] == sorted(
        [(appointment.value, "camat", ACTING), ("definitif", "", None)]
    )
    assert posts(app, "Budi") == [("definitif", "Pengelola Data", "Kecamatan Utara", BEGAN)]
    app.undo.undo(app.lists.rows("batches", ListQuery())[1][0]["batch"])
    assert app.lists.count("employees", ListQuery()) == 0


def fold_case(text: object) -> str:
    return str(text or "").casefold()


def test_a_line_that_names_an_own_post_is_as_before(staffed: App, sheet: SheetWriter) -> None:
    """PJOK is a subject, Plasma a product: neither begins with such a word."""
    rows: list[list[Cell]] = [HEAD, [nip(1), "Siti", "Guru PJOK", ACTING, "Kecamatan Utara"],
                              [nip(2), "Budi", "Pjok Pengawas", ACTING, "Kecamatan Utara"]]  # fmt: skip
    plan = imported(staffed, sheet(rows, "guru.xlsx"))
    assert "post.acting" not in {code for _, code in warned(plan)}
    assert {"Guru PJOK", "Pjok Pengawas"} <= set(names(staffed))


def test_it_is_told_and_keeps_nobody_out(staffed: App, sheet: SheetWriter) -> None:
    plan = staffed.imports.plan(sheet([HEAD, [nip(1), "Siti", "Plt. Camat", None, None]], "tanya.xlsx"))
    (problem,) = [it for it in plan.problems if it.code == "post.acting"]
    assert problem.severity is Severity.WARN
    assert say(problem).startswith("“Plt. Camat” hanya tugas sementara")
