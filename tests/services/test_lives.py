"""The frames of lives: rows that cannot be are refused, posts for a time stand beside, leaves end."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.employee_states import History
from tests.services.imports.outcomes import nip


def test_a_birth_date_after_something_that_happened_is_refused_with_the_row_named(app: App) -> None:
    key, _ = app.employees.add({"nip": nip(1), "name": "Siti"})
    app.employees.add_state(key, History.GRADE, date(2020, 4, 1), {"grade_code": "33"})
    (found,) = app.employees.problems({"birth_date": date(2020, 4, 1)}, key)[-1:]
    assert (found.code, found.column) == ("birth.after_event", "birth_date")
    assert found.facts == {"stored": "Riwayat golongan III/c, 1 Apr 2020"}
    with pytest.raises(CannotDo) as refused:
        app.employees.change(key, {"birth_date": date(2020, 4, 1)})
    assert "birth.after_event" in refused.value.facts["codes"]
    app.employees.change(key, {"birth_date": date(1985, 3, 12)})


def test_a_tmt_cpns_after_a_grade_is_refused_but_not_after_a_grade_under_contract(app: App) -> None:
    key, _ = app.employees.add({"nip": nip(1), "name": "Siti"})
    app.employees.add_state(key, History.GRADE, date(2009, 1, 1), {"grade_code": "P09"})
    app.employees.change(key, {"cpns_date": date(2010, 1, 1)})
    app.employees.add_state(key, History.GRADE, date(2010, 1, 1), {"grade_code": "31"})
    with pytest.raises(CannotDo) as refused:
        app.employees.change(key, {"cpns_date": date(2010, 1, 2)})
    assert "start.after_event" in refused.value.facts["codes"]


@pytest.mark.parametrize(
    ("history", "day", "values", "code"),
    [
        (History.GRADE, date(2009, 12, 31), {"grade_code": "31"}, "event.before_cpns"),
        (History.EDUCATION, date(1988, 7, 1), {"level_code": "05"}, "education.as_infant"),
        (
            History.STANDING,
            date(2020, 1, 1),
            {"standing": "CLTN", "until": date(2019, 1, 1)},
            "event.ends_before_start",
        ),
        (History.POST, date(2025, 1, 1), {"post": "Camat"}, "event.after_end"),
        (History.POST, date(2020, 1, 1), {"post": "Camat", "appointment": "Entah"}, "value.not_in_list"),
    ],
)
def test_rows_that_cannot_be_are_refused(
    app: App, history: History, day: date, values: dict[str, object], code: str
) -> None:
    key, _ = app.employees.add({"nip": nip(1), "name": "Siti", "cpns_date": date(2010, 1, 1)})
    app.employees.add_state(key, History.STANDING, date(2024, 5, 1), {"standing": "Pensiun"})
    assert code in {it.code for it in app.employees.state_problems(key, history, day, values)}
    with pytest.raises(CannotDo) as refused:
        app.employees.add_state(key, history, day, values)
    assert refused.value.facts["codes"] == code


def test_the_day_of_retirement_itself_can_be_changed(app: App) -> None:
    key, _ = app.employees.add({"nip": nip(1), "name": "Siti"})
    app.employees.add_state(key, History.STANDING, date(2024, 5, 1), {"standing": "Meninggal Dunia"})
    row = app.employees.record(key).standings[0].key
    app.employees.change_state(History.STANDING, row, date(2024, 6, 1), {})
    assert app.employees.record(key).standings[0].effective == date(2024, 6, 1)


def test_a_post_for_a_time_leaves_the_own_one_in_force(app: App) -> None:
    key, _ = app.employees.add({"nip": nip(1), "name": "Siti"})
    app.employees.add_state(key, History.POST, date(2020, 1, 1), {"post": "Lurah"})
    acting = {"post": "Camat", "appointment": "Plt.", "until": date(2020, 6, 30)}
    app.employees.add_state(key, History.POST, date(2020, 1, 1), acting)
    own, held = sorted(
        app.employees.record(key, date(2020, 6, 30)).posts, key=lambda it: it.appointment.value != "definitif"
    )
    assert (own.post, own.in_force, held.post, held.in_force) == ("Lurah", True, "Camat", True)
    assert [it.in_force for it in app.employees.record(key, date(2020, 7, 1)).posts if it.post == "Camat"] == [False]
    assert app.employees.record(key).current["post"] == "Lurah"


def test_when_a_leave_ends_what_held_before_holds_again(app: App) -> None:
    key, _ = app.employees.add({"nip": nip(1), "name": "Siti"})
    app.employees.add_state(key, History.STANDING, date(2010, 1, 1), {"standing": "Aktif"})
    leave = {"standing": "CLTN", "until": date(2022, 12, 31)}
    app.employees.add_state(key, History.STANDING, date(2020, 1, 1), leave)
    record = app.employees.record(key)
    assert [(it.code and it.code.value, it.until) for it in record.standings] == [
        ("unpaid_leave", date(2022, 12, 31)), ("active", None),
    ]  # fmt: skip
    for day, expected in ((date(2022, 12, 31), "CLTN"), (date(2023, 1, 1), "Aktif")):
        held = app.employees.record(key, day)
        assert [it.standing for it in held.standings if it.in_force] == [expected]
        assert held.current["standing"] == expected


def test_two_own_posts_at_once_are_refused(app: App) -> None:
    key, _ = app.employees.add({"nip": nip(1), "name": "Siti"})
    far = date(date.today().year + 3, 1, 1)
    app.employees.add_state(key, History.POST, date(2020, 1, 1), {"post": "Lurah", "until": far})
    with pytest.raises(CannotDo) as refused:
        app.employees.add_state(key, History.POST, date(2024, 1, 1), {"post": "Camat"})
    assert refused.value.facts["codes"] == "post.two_at_once"
