"""One line of time out of histories and trainings: order, marks, words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.services.employee_states import EducationState, GradeState, PostState, StandingState
from smartpns_desktop.services.lists import ListQuery
from ui.people.person import by_year, read_person
from ui.people.timeline import (
    Event,
    Kind,
    Thing,
    education_event,
    event_lines,
    grade_event,
    post_event,
    standing_event,
    timeline,
    training_event,
)

TODAY = date(2026, 11, 22)


def training(key: int, **more: Any) -> dict[str, Any]:
    row = {"name": "Bimtek SKP", "form": None, "organiser": None, "certificate": None, "jp": 16.0, "jp_counted": 10.0}
    return {**row, "key": key, "start": None, "end": None, "year": None, "verified": False, **more}


def grade(**more: Any) -> GradeState:
    told = {"key": 1, "effective": date(2023, 4, 1), "in_force": True, "grade_code": "34", "grade": "III/d"}
    decree = {"rank": "Penata Tingkat I", "service_years": None, "service_months": None, "decree_number": None}
    return GradeState(**{**told, **decree, "decree_date": None, **more})


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ({}, ""),
        ({"service_years": 9, "service_months": 0}, "masa kerja 9 th 0 bln"),
        ({"decree_number": "821/1"}, "SK 821/1"),
        ({"decree_date": date(2023, 3, 2)}, "SK tanggal 2 Mar 2023"),
        ({"decree_number": "821/1", "decree_date": date(2023, 3, 2)}, "SK 821/1 tanggal 2 Mar 2023"),
    ],
)
def test_a_grade_in_words(more: dict[str, Any], note: str) -> None:
    event = grade_event(grade(**more))
    assert (event.title, event.note) == ("III/d · Penata Tingkat I", note)


def test_the_other_histories_in_words() -> None:
    state = {"key": 1, "effective": None, "in_force": False}
    decree = {"decree_number": None, "decree_date": None}
    place: dict[str, Any] = {"position_id": None, "agency_id": 2, "agency": "RSUD", **decree}
    post = PostState(**state, post=None, appointment=Appointment.OWN, until=None, **place)
    assert (post_event(post).title, post_event(post).note) == ("Jabatan belum diisi", "RSUD")
    held = PostState(**state, post="Direktur", appointment=Appointment.ACTING, until=date(2026, 5, 1), **place)
    assert (post_event(held).title, post_event(held).note) == ("Plt. Direktur", "RSUD · sampai 1 Mei 2026")
    study = {"programme_id": None, "certificate_number": "12", "graduation_year": 2009, "school": "Universitas A"}
    school = EducationState(**state, level_code="40", level="S-1/Sarjana", programme="S-1 Gizi", **study)
    assert education_event(school).title == "S-1 Gizi"
    assert education_event(school).note == "Universitas A · lulus 2009 · ijazah 12"
    assert standing_event(StandingState(**state, standing="Aktif", code=None, until=None, **decree)).title == "Aktif"


def test_a_training_of_one_day_names_it_once() -> None:
    day = date(2026, 2, 5)
    event = training_event(training(7, start=day, end=day, organiser="BPSDM"))
    assert (event.day, event.note, event.right) == (day, "5 Feb 2026 · BPSDM", "10 JP")


def test_the_newest_stands_first_and_what_has_no_day_last(city: App) -> None:
    for key in city.lists.keys("employees", ListQuery())[:20]:
        person = read_person(city, key, 2026)
        days = [event.day for event in timeline(person.record, [*person.trainings, training(-1)])]
        assert days[-1] is None
        assert days[:-1] == sorted(days[:-1], reverse=True)  # type: ignore[type-var]


def test_what_holds_and_what_will_hold_is_marked() -> None:
    events = (
        Event(Thing(Kind.GRADE, 3), date(2027, 4, 1), "IV/a", ""),
        Event(Thing(Kind.GRADE, 2), date(2023, 4, 1), "III/d", "", in_force=True),
        Event(Thing(Kind.EDUCATION, 2), date(2009, 1, 1), "S-1", "", in_force=True),
        Event(Thing(Kind.GRADE, 1), None, "III/c", ""),
    )
    lines = list(event_lines(events, TODAY))
    assert [line.state.word if line.state else "" for line in lines] == ["Akan berlaku", "", "Berlaku", "Terakhir", ""]
    assert [line.lead for line in lines] == ["1 Apr 2027", "", "1 Apr 2023", "1 Jan 2009", "Tanpa tanggal"]


def test_what_is_to_come_stands_above_a_line_that_names_the_day() -> None:
    days = (date(2027, 4, 1), date(2023, 4, 1), date(2009, 1, 1))
    events = [Event(Thing(Kind.GRADE, key), day, "III/d", "") for key, day in enumerate(days)]
    headings = {day: [place for place, line in enumerate(event_lines(events, day)) if line.is_heading]
                for day in (date(2026, 1, 1), date(2020, 1, 1), date(2028, 1, 1), date(2000, 1, 1))}  # fmt: skip
    assert list(headings.values()) == [[1], [2], [], []]


def test_years_are_summed_by_what_was_claimed_and_what_counts() -> None:
    rows = (training(3, year=2026), training(2, year=2026, jp=None, jp_counted=None), training(1, year=2025))
    years = by_year(rows)
    assert [(it.year, len(it.trainings), it.claimed, it.counted) for it in years] == [
        (2026, 2, 16.0, 10.0),
        (2025, 1, 16.0, 10.0),
    ]
