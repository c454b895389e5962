"""What holds on a day, and what a reported state does to a history."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.histories import DatedRow, Step, in_force, take_in

TODAY = date(2026, 11, 21)
UNDATED = DatedRow(1, None, ("III/a", None))
OLD = DatedRow(2, date(2018, 4, 1), ("III/b", 8))
NEW = DatedRow(3, date(2022, 4, 1), ("III/c", 12))
COMING = DatedRow(4, date(2027, 4, 1), ("III/d", 16))
ROWS = [NEW, COMING, UNDATED, OLD]


@pytest.mark.parametrize(
    ("day", "row"),
    [
        (date(1990, 1, 1), UNDATED),
        (date(2018, 3, 31), UNDATED),
        (date(2018, 4, 1), OLD),
        (date(2022, 3, 31), OLD),
        (TODAY, NEW),
        (date(2027, 4, 1), COMING),
    ],
)
def test_the_latest_row_that_began_by_then_holds(day: date, row: DatedRow) -> None:
    assert in_force(ROWS, day) is row


def test_nothing_holds_before_the_first_dated_row() -> None:
    assert in_force([OLD, NEW], date(2018, 3, 31)) is None


@pytest.mark.parametrize(
    ("effective", "values", "step", "target"),
    [
        (date(2024, 4, 1), ("III/d", 14), Step.ADD, None),
        (date(2024, 4, 1), ("III/c", 12), Step.ADD, None),
        (date(2022, 4, 1), ("III/c", 12), Step.SAME, NEW),
        (date(2022, 4, 1), ("III/c", None), Step.SAME, NEW),
        (date(2022, 4, 1), ("III/d", None), Step.CORRECT, NEW),
        (date(2018, 4, 1), ("III/a", 8), Step.CORRECT, OLD),
        (None, ("III/c", None), Step.SAME, NEW),
        (None, ("III/d", None), Step.CORRECT, NEW),
        (date(2027, 4, 1), ("III/d", 16), Step.SAME, COMING),
    ],
)
def test_a_new_date_is_a_new_row_and_the_same_or_none_corrects(
    effective: date | None, values: tuple[object, ...], step: Step, target: DatedRow | None
) -> None:
    assert take_in(ROWS, effective, values, TODAY) == (step, target)


def test_without_a_date_a_coming_row_is_corrected_if_it_is_the_only_one() -> None:
    assert take_in([COMING], None, ("IV/a", 16), TODAY) == (Step.CORRECT, COMING)


def test_the_first_state_is_added_with_or_without_a_date() -> None:
    assert take_in([], None, ("III/a",), TODAY) == (Step.ADD, None)
    assert take_in([], TODAY, ("III/a",), TODAY) == (Step.ADD, None)


days = st.dates(date(1980, 1, 1), date(2040, 1, 1))


@given(st.lists(days, unique=True, min_size=1), days)
def test_in_force_is_the_newest_of_those_that_began(starts: list[date], day: date) -> None:
    rows = [DatedRow(key, start, (key,)) for key, start in enumerate(starts)]
    row = in_force(rows, day)
    assert (row.effective if row else None) == max((start for start in starts if start <= day), default=None)


@given(st.lists(days, unique=True, min_size=1), days)
def test_what_was_taken_in_is_the_same_the_second_time(starts: list[date], day: date) -> None:
    rows = [DatedRow(key, start, (key,)) for key, start in enumerate(starts)]
    known = next((row for row in rows if row.effective == day), None)
    added = [*rows, DatedRow(99, day, (7,))] if known is None else [row for row in rows if row is not known]
    added += [] if known is None else [known._replace(values=(7,))]
    assert take_in(added, day, (7,), day + timedelta(days=1))[0] is Step.SAME
