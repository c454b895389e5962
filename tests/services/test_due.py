"""What falls due: whom the list tells of, on which day, counted by hand; and that every number opens its rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from db import Writer
from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.retirement import pension_date
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.tasks import REMINDED
from tests.services.edit_checks import edit
from tests.services.imports.outcomes import listed, nip

TODAY = date.today()
D = date(2026, 1, 15)
"""The day that lists are asked for, so that nothing hangs on the day of the test."""


def person(writer: Writer, number: int, born: date | None, position: int | None = None, **fields: Any) -> int:
    row = {"nip": nip(number, since="199001"), "name": f"Orang {number}", "kind": "PNS", "birth_date": born, **fields}
    key = writing.insert_one(writer, "employees", row)
    if position is not None:
        own = {"employee_id": key, "effective_date": None, "position_id": position}
        writing.insert_one(writer, "post_history", own)
    return key


def post(writer: Writer, name: str, kind: str, echelon: str = "99", **fields: Any) -> int:
    row = {"name": name, "name_key": name.lower(), "kind_code": kind, "echelon_code": echelon, **fields}
    return writing.insert_one(writer, "positions", row)


def due(app: App, on: date = D, kind: str = "") -> list[dict[str, Any]]:
    """The rows of a day, of one kind or of all."""
    return app.lists.rows("due", ListQuery(where=(("kind", kind),) if kind else (), as_of=on))[1]


def events(app: App, kind: str = "") -> list[tuple[str, str, str | None]]:
    """Person, day and what it is about, in the order of the list."""
    return [(row["person"], row["date"], row["detail"]) for row in due(app, kind=kind)]


@pytest.fixture
def office(app: App) -> App:
    """Six people by post, and one of whom nothing is known but the NIP."""
    with edit(app) as writer:
        clerk = post(writer, "Pengadministrasi", "4")
        head = post(writer, "Kepala Dinas", "1", "22")
        teacher = post(writer, "Guru Ahli Muda", "2", level_code="MU")
        madya = post(writer, "Analis Kebijakan Ahli Madya", "2")
        surgeon = post(writer, "Dokter Ahli Utama", "2", level_code="UT", retirement_age=70)
        person(writer, 1, date(1968, 2, 29), clerk)
        person(writer, 2, date(1968, 2, 29), head)
        person(writer, 3, date(1966, 12, 31), teacher)
        person(writer, 4, date(1970, 6, 15), madya)
        person(writer, 5, date(1958, 5, 1), surgeon)
        person(writer, 6, date(1967, 1, 10), clerk)
        person(writer, 7, None)
        person(writer, 8, date(1990, 1, 1), clerk)
    return app


def test_everybody_retires_by_the_age_of_the_post(office: App) -> None:
    """58, 60 for leaders, teachers and ahli madya, 70 by override; five years from 15 January 2026 on."""
    assert events(office, kind="retirement") == [
        ("Orang 6", "2025-02-01", "58"),
        ("Orang 1", "2026-03-01", "58"),
        ("Orang 3", "2027-01-01", "60"),
        ("Orang 2", "2028-03-01", "60"),
        ("Orang 5", "2028-06-01", "70"),
        ("Orang 4", "2030-07-01", "60"),
    ]


def test_the_list_says_the_day_that_the_rule_says(office: App) -> None:
    for row in due(office, kind="retirement"):
        born = listed(office, "employees", D, nip=row["nip"])[0]["birth_date"]
        assert row["date"] == pension_date(born, int(row["detail"])).isoformat()
        assert row["days_left"] == (date.fromisoformat(row["date"]) - D).days


def test_windows_and_years_are_those_of_the_day(office: App) -> None:
    told = {row["person"]: (row["window"], row["year"]) for row in due(office)}
    assert told["Orang 6"] == ("overdue", 2025)
    assert told["Orang 1"] == ("90", 2026)
    assert told["Orang 3"] == ("365", 2027)
    assert told["Orang 2"] == ("later", 2028)


def test_a_longer_look_tells_more_and_a_shorter_one_less(office: App) -> None:
    def count(until: date | None) -> int:
        return office.lists.count("due", ListQuery(as_of=D, until=until))

    assert (count(date(2025, 1, 31)), count(date(2026, 2, 28)), count(date(2026, 3, 1))) == (0, 1, 2)
    assert count(None) == count(date(2031, 1, 15)) == 6
    assert count(date(2043, 12, 31)) == 7
    assert count(date(2048, 2, 1)) == 8


def test_nobody_who_is_gone_falls_due(office: App) -> None:
    (key,) = office.lists.keys("employees", ListQuery(where=(("name", "Orang 6"),)))
    with edit(office) as writer:
        row = {"employee_id": key, "standing": "Pensiun", "code": "retired", "effective_date": date(2026, 1, 1)}
        writing.insert_one(writer, "standing_history", row)
    assert "Orang 6" not in {row["person"] for row in due(office)}
    assert "Orang 6" in {row["person"] for row in due(office, date(2025, 12, 31))}


def test_candidates_are_due_after_a_year(app: App) -> None:
    with edit(app) as writer:
        person(writer, 1, date(2000, 1, 1), kind="CPNS", cpns_date=date(2025, 2, 1))
        person(writer, 2, date(2000, 1, 1), kind="PNS", cpns_date=date(2025, 3, 1), pns_date=date(2026, 4, 1))
        person(writer, 3, date(2000, 1, 1), kind="PNS", cpns_date=date(2020, 3, 1), pns_date=date(2021, 4, 1))
    assert events(app) == [("Orang 1", "2026-02-01", "2025-02-01"), ("Orang 2", "2026-03-01", "2025-03-01")]


def test_only_the_newest_contract_ends_and_only_certificates_that_nobody_renewed(app: App) -> None:
    with edit(app) as writer:
        key = person(writer, 1, date(1990, 1, 1), kind="PPPK", cpns_date=date(2021, 1, 1))
        for since, until in ((date(2021, 1, 1), date(2025, 12, 31)), (date(2026, 1, 1), date(2026, 12, 31))):
            row = {"employee_id": key, "effective_date": since, "until": until, "number": f"K/{since.year}"}
            writing.insert_one(writer, "contracts", row)
        for name, issued, until in (
            ("Barang/Jasa", 2022, date(2026, 2, 1)),
            ("barang/jasa", 2025, date(2029, 2, 1)),
            ("K3", 2023, date(2026, 3, 1)),
            ("Bahasa", 2020, None),
        ):
            row = {"employee_id": key, "name": name, "issued_on": date(issued, 1, 1), "valid_until": until}
            writing.insert_one(writer, "certificates", row)
    assert [(row["kind"], row["date"], row["detail"]) for row in due(app)] == [
        ("certificate", "2026-03-01", "K3"),
        ("contract", "2026-12-31", "K/2026"),
        ("certificate", "2029-02-01", "barang/jasa"),
    ]
    assert [row["date"] for row in due(app, date(2024, 6, 1), "contract")] == ["2025-12-31"]


def test_leave_and_acting_posts_end(app: App) -> None:
    with edit(app) as writer:
        key, position = person(writer, 1, date(1990, 1, 1)), post(writer, "Kepala Bidang", "1", "31")
        leave = {"employee_id": key, "standing": "CLTN", "code": "unpaid_leave"}
        days = {"effective_date": date(2024, 3, 1), "until": date(2027, 2, 28)}
        writing.insert_one(writer, "standing_history", leave | days)
        acting = {"employee_id": key, "position_id": position, "appointment": "Plt."}
        days = {"effective_date": date(2025, 12, 1), "until": date(2026, 2, 28)}
        writing.insert_one(writer, "post_history", acting | days)
    assert events(app) == [("Orang 1", "2026-02-28", "Plt. Kepala Bidang"), ("Orang 1", "2027-02-28", "CLTN")]


def test_every_count_opens_as_many_rows(app: App) -> None:
    """Of an invented city: facets, years of the chart, and the reminders of the first page."""
    app.demo.fill(150)
    for name, values in app.lists.facets("due", ListQuery(), ("kind", "window", "year", "root_agency_short")).items():
        for it in values:
            assert app.lists.count("due", ListQuery(where=((name, it.value),))) == it.count
    told = app.dashboard.figures(TODAY.year).due
    assert set(told) == set(REMINDED)
    for kind, windows in REMINDED.items():
        where = (("kind", kind), *(("window", window) for window in windows))
        assert app.lists.count("due", ListQuery(where=where)) == told[kind]
    assert sum(told.values())


def test_it_makes_no_difference_whether_the_present_state_stands_derived(app: App) -> None:
    app.demo.fill(150)
    derived = app.lists.rows("due", ListQuery())[1]
    assert derived == app.lists.rows("due", ListQuery(as_of=TODAY))[1]
    assert all(date.fromisoformat(row["date"]) <= TODAY + timedelta(days=5 * 366) for row in derived)
