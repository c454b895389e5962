"""Health of the data: an agency of forty people counted by hand, any day, the list behind the numbers, the trend."""

from __future__ import annotations

from datetime import date

import pytest

from db import ChangeSetHeader
from db.queries.writing import insert_rows, update_rows
from smartpns_desktop.app import App
from smartpns_desktop.domain.data_quality import CODES, Place
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.lists import ListQuery
from tests.services.health_people import COUNTS, ELSEWHERE, ON, OPEN, PEOPLE, SCORES, TOTAL, fill, mend


@pytest.fixture
def city(app: App) -> App:
    fill(app.database)
    return app


def counted(app: App, *where: tuple[str, str], on: date = ON) -> int:
    return app.lists.count("data-findings", ListQuery(where=where, as_of=on))


def test_every_check_finds_what_the_table_says_of_each_person(city: App) -> None:
    for key, case in enumerate((*PEOPLE, *ELSEWHERE), start=1):
        findings = city.data_quality.of_person(key, ON)
        found = {it.code for it in findings if not it.is_open}
        still_open = {it.code for it in findings if it.is_open}
        assert (key, found, still_open) == (key, set(case.found.split()), set(case.open.split()))


def test_the_counts_of_the_agency_are_those_of_the_hand(city: App) -> None:
    summary = city.data_quality.summary(ON, "Dinas Uji")

    assert summary.people == len(PEOPLE) == 40
    assert {it.check.code: it.found for it in summary.checks} == COUNTS
    assert {it.check.code: it.open for it in summary.checks if it.open} == OPEN
    assert sum(COUNTS.values()) == summary.found == sum(len(case.found.split()) for case in PEOPLE)


def test_the_score_is_that_of_the_hand(city: App) -> None:
    score = city.data_quality.summary(ON, 1).score

    assert score is not None
    assert {name.value: points for name, points in score.dimensions.items()} == pytest.approx(SCORES, abs=1e-9)
    assert score.total == pytest.approx(TOTAL, abs=1e-6)
    # One of COM_5, TIM_2, TIM_6, ACC_1, ACC_2, ACC_6, ACC_9, ACC_10, two of ACC_8 and three of TIM_4.
    waiting = (0.28 * 17.5 + 0.31 * (18.18 + 3 * 15.91 + 13.64) / 1.0001
               + 0.30 * (9.52 + 21.43 + 11.9 + 2 * 14.29 + 4.76 + 9.52) / 0.9998)  # fmt: skip
    assert score.open == pytest.approx(waiting / 40)


def test_what_checks_take_adds_up_to_what_is_missing(city: App) -> None:
    summary = city.data_quality.summary(ON)

    assert summary.score is not None
    assert 100 - summary.score.total == pytest.approx(sum(it.lost for it in summary.checks))


def test_every_count_opens_its_rows(city: App) -> None:
    whole, office = city.data_quality.summary(ON), city.data_quality.summary(ON, "Dinas Uji")

    assert {
        code: counted(city, ("check", code), ("verdict", "found"), ("root_agency", "Dinas Uji")) for code in CODES
    } == COUNTS
    for figures in whole.checks:
        code = ("check", figures.check.code)
        assert counted(city, code, ("verdict", "found")) == figures.found
        assert counted(city, code, ("verdict", "open")) == figures.open
    assert counted(city, *office.where, ("verdict", "found")) == office.found
    for agency in (*whole.agencies, *office.agencies):
        assert counted(city, *agency.where, ("verdict", "found")) == agency.found


def test_the_list_without_a_right_to_keep_anything_says_the_same(city: App) -> None:
    kept = city.lists.rows("data-findings", ListQuery(as_of=ON))
    city.database.derives = False
    city.employees.change(1, {"phone": "0813"})

    count, rows = city.lists.rows("data-findings", ListQuery(as_of=ON))

    assert (count, rows) == kept
    assert (
        city.lists.facets("data-findings", ListQuery(as_of=ON), ("dimension",))["dimension"][0].value == "kelengkapan"
    )


def test_units_are_told_apart_and_the_worst_stands_first(city: App) -> None:
    units = city.data_quality.summary(ON, "Dinas Uji").agencies

    assert [(it.name, it.people, it.found) for it in units] == [
        ("Bidang Lama", 1, 1),
        ("Bidang Uji", 37, 32),
        ("Dinas Uji", 2, 0),
    ]


def test_units_of_one_name_open_their_own_rows_and_a_unit_is_an_agency_too(city: App) -> None:
    mend(city.database, "agencies", 3, name="Bidang Uji", name_key="bidang uji")
    office, unit = city.data_quality.summary(ON, 1), city.data_quality.summary(ON, 3)

    assert [counted(city, *it.where, ("verdict", "found")) for it in office.agencies] == [1, 32, 0]
    assert (unit.people, unit.found, counted(city, *unit.where, ("verdict", "found"))) == (1, 1, 1)


def test_a_past_day_has_the_agency_by_the_name_of_that_day(city: App) -> None:
    with city.database.write(ChangeSetHeader("edit", "penguji", "ganti nama")) as writer:
        update_rows(writer, "agencies", [(1, {"name": "Badan Uji", "name_key": "badan uji"})])
        former = {"agency_id": 1, "name": "Dinas Uji", "name_key": "dinas uji", "used_until": date(2026, 9, 1)}
        insert_rows(writer, "agency_names", [former])
    then, now = city.data_quality.summary(ON, 1), city.data_quality.summary(date(2026, 10, 1), 1)

    assert (then.agency, now.agency) == ("Dinas Uji", "Badan Uji")
    assert counted(city, *then.where, ("verdict", "found")) == then.found == 33


def test_a_mended_finding_is_gone_and_the_score_rises(city: App) -> None:
    before = city.data_quality.summary(ON)
    city.employees.change(22, {"phone": "081234567890"})
    after = city.data_quality.summary(ON)

    assert (before.found - after.found, counted(city, ("check", "COM_7"), ("verdict", "found"))) == (1, 1)
    assert before.score is not None
    assert after.score is not None
    assert after.score.total > before.score.total


def test_an_earlier_day_has_what_held_then(city: App) -> None:
    then = date(2025, 6, 30)
    found = {it.check.code: it.found for it in city.data_quality.summary(then, "Dinas Uji").checks}

    # The unit was open, nobody waited a year yet, the leave had not ended, and the retired one was in service.
    assert (found["TIM_1"], found["TIM_3"], found["TIM_6"], found["COM_7"]) == (0, 0, 0, 2)
    assert city.data_quality.summary(then, "Dinas Uji").people == 40
    mend(city.database, "agencies", 3, closed_on=date(2025, 1, 1))
    assert city.data_quality.summary(then).checks[7].found == 1


@pytest.mark.parametrize(
    ("on", "found"),
    [
        # Born 15 January 1967, BUP 58: the pension begins on 1 February 2025.
        (date(2025, 1, 31), 0),
        (date(2025, 2, 1), 1),
        # The one whose post has its own BUP of 60 follows two years later.
        (date(2027, 1, 31), 1),
        (date(2027, 2, 1), 2),
    ],
)
def test_the_pension_begins_with_the_month_after_the_birthday(city: App, on: date, found: int) -> None:
    assert counted(city, ("check", "TIM_5"), ("verdict", "found"), on=on) == found


def test_days_before_the_weights_are_scored_with_the_first_ones(city: App) -> None:
    summary = city.data_quality.summary(date(2015, 1, 1))

    assert summary.people
    assert summary.score is not None
    assert len(summary.checks) == len(CODES)


def test_nobody_has_no_score(app: App) -> None:
    summary = app.data_quality.summary()

    assert (summary.people, summary.score, summary.agencies, summary.found) == (0, None, (), 0)


def test_an_agency_that_nobody_knows_is_refused(city: App) -> None:
    for agency in ("Dinas Entah", 999):
        with pytest.raises(CannotDo, match=r"agency\.unknown"):
            city.data_quality.summary(ON, agency)


def test_findings_name_the_place_where_they_are_mended(city: App) -> None:
    (finding,) = city.data_quality.of_person(22, ON)
    assert (finding.code, finding.mend.place, finding.mend.field) == ("COM_7", Place.RECORD, "phone")
    (finding,) = city.data_quality.of_person(27, ON)
    assert (finding.mend.place, finding.mend.changed) == (Place.POST, True)
    first, *others = city.data_quality.of_person(14, ON)
    assert (first.code, [it.is_open for it in others]) == ("COM_2", [True] * 6)


def test_a_day_has_one_set_of_figures_for_the_trend(city: App) -> None:
    assert city.data_quality.snapshot(ON) == city.data_quality.snapshot(ON) == 2 * len(CODES)
    city.data_quality.snapshot(date(2026, 1, 31))

    points = city.data_quality.trend()
    summary = city.data_quality.summary(ON)

    assert [it.day for it in points] == [date(2026, 1, 31), ON]
    assert (points[1].people, points[1].found) == (summary.people, summary.found)
    assert points[1].score == summary.score
    assert [it.people for it in city.data_quality.trend("Dinas Lain")] == [1, 1]
    assert [it.day for it in city.data_quality.trend(first=date(2026, 2, 1))] == [ON]


def test_months_that_are_over_are_judged_afterwards(city: App) -> None:
    service = city.data_quality
    service.snapshot(date(2025, 3, 5))
    assert (service.fill_year(2025), service.fill_year(2025), service.fill_year(date.today().year + 1)) == (11, 0, 0)

    days = [it.day for it in service.trend()]
    assert days[:4] == [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 5), date(2025, 4, 30)]
    assert len(days) == 12


def test_figures_are_kept_once_a_month_and_after_an_import(city: App, monkeypatch: pytest.MonkeyPatch) -> None:
    service = city.data_quality
    assert (service.keep_up(), service.keep_up()) == (True, False)
    city.database.derives = False
    monkeypatch.setattr("smartpns_desktop.services.data_quality.is_due", lambda *_: True)
    assert service.keep_up() is False
