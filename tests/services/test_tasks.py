"""Which tasks there are and in which order, out of a situation told by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from smartpns_desktop.services.tasks import BACKUP_DAYS, REMINDED, LastImport, Situation, of_health, tasks_of
from smartpns_desktop.words import tasks as words

TODAY = date(2026, 11, 22)
BUSY = Situation(
    year=2026,
    employees=9,
    without_jp=1,
    without_agency=2,
    without_grade=3,
    without_birth_date=4,
    unverified=5,
    unplanned=6,
    submitted=7,
    backups_ahead=8,
    last_backup=TODAY - timedelta(days=30),
    last_import=LastImport(12, "pegawai.xlsx", 185, 11, datetime(2026, 11, 3)),
    due=dict(zip(REMINDED, range(11, 17), strict=True)),
    absent=17,
)


def test_the_most_pressing_comes_first() -> None:
    assert [(it.code, it.count, it.kind) for it in tasks_of(BUSY, TODAY)] == [
        ("backup.ahead", 8, "bad"),
        ("import.rejected", 11, "bad"),
        ("backup.old", 30, "warn"),
        ("due.retirement", 11, "warn"),
        ("due.probation", 12, "warn"),
        ("due.contract", 13, "warn"),
        ("due.certificate", 14, "warn"),
        ("due.leave", 15, "warn"),
        ("due.acting", 16, "warn"),
        ("absences.open", 17, "warn"),
        ("plans.submitted", 7, "warn"),
        ("trainings.unverified", 5, "warn"),
        ("jp.none", 1, "neutral"),
        ("plans.missing", 6, "neutral"),
        ("employees.without_agency", 2, "neutral"),
        ("employees.without_grade", 3, "neutral"),
        ("employees.without_birth_date", 4, "neutral"),
    ]


def test_what_is_in_order_asks_for_nothing() -> None:
    assert tasks_of(Situation(year=2026, employees=9, last_backup=TODAY), TODAY) == ()


@pytest.mark.parametrize(("days", "asked"), [(0, False), (BACKUP_DAYS - 1, False), (BACKUP_DAYS, True)])
def test_a_backup_is_asked_for_after_a_week(days: int, asked: bool) -> None:
    now = Situation(year=2026, employees=1, last_backup=TODAY - timedelta(days=days))
    assert [it.code for it in tasks_of(now, TODAY)] == (["backup.old"] if asked else [])


def test_an_empty_store_still_tells_of_backups_that_know_more() -> None:
    now = Situation(year=2026, employees=0, backups_ahead=1, unplanned=3)
    assert [it.code for it in tasks_of(now, TODAY)] == ["backup.ahead", "employees.missing"]


def test_every_task_has_its_words_and_every_word_its_task() -> None:
    never, nobody = Situation(year=2026, employees=1), Situation(year=2026, employees=0)
    tasks = [task for now in (BUSY, never, nobody) for task in tasks_of(now, TODAY)]
    tasks += of_health({"CON_2": 3}, 91.26, (TODAY, 93.0))
    assert {task.code for task in tasks} == set(words.TASKS)
    for task in tasks:
        said = words.say(task.code, task.count, task.facts)
        assert said.title[0].isupper() or said.title[0].isdigit()
        assert said.hint.endswith(".")
        assert not set("{}") & set(said.title + said.hint + said.act)


def test_serious_findings_open_their_rows_and_a_fall_says_from_where_to_where() -> None:
    serious, fell = of_health({"TIM_5": 2, "CON_2": 1}, 91.26, (date(2026, 10, 31), 93.0))

    assert (serious.count, serious.kind) == (3, "bad")
    assert serious.target.where == (("check", "TIM_5"), ("check", "CON_2"), ("verdict", "found"))
    assert fell.facts == {"before": "93", "after": "91,3", "day": "31 Okt 2026"}


@pytest.mark.parametrize(
    ("points", "before"), [(93.0, (TODAY, 93.05)), (94.0, (TODAY, 93.0)), (None, (TODAY, 93.0)), (90.0, None)]
)
def test_a_score_that_did_not_fall_is_no_task(points: float | None, before: tuple[date, float] | None) -> None:
    assert not list(of_health({}, points, before))
