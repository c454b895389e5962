"""Who leads an agency, and how a submission stands to its deadline."""

from __future__ import annotations

from datetime import date

import pytest

from db.tables import agency_duties as tables
from smartpns_desktop.domain.agency_duties import (
    SUBMISSION_KINDS,
    ContactRole,
    Leader,
    SubmissionState,
    TargetKind,
    Timing,
    head_of,
    timing_of,
)

DEADLINE = date(2026, 3, 31)


def test_enums_are_those_of_the_store() -> None:
    assert [it.value for it in ContactRole] == list(tables.CONTACT_ROLES)
    assert [it.value for it in TargetKind] == list(tables.TARGET_KINDS)
    assert [it.value for it in SubmissionState] == list(tables.SUBMISSION_STATES)
    assert SUBMISSION_KINDS == tables.SUBMISSION_KINDS


@pytest.mark.parametrize(
    ("leaders", "head"),
    [
        ([], None),
        ([(1, "41"), (2, "22"), (3, "31")], 2),
        ([(1, "")], None),
        ([(1, "31"), (2, "31"), (3, "41")], None),
        ([(1, "22"), (1, "22")], 1),
    ],
)
def test_the_head_is_the_only_one_in_the_highest_post(leaders: list[tuple[int, str]], head: int | None) -> None:
    assert head_of([Leader(*it) for it in leaders]) == head


@pytest.mark.parametrize(
    ("state", "submitted", "on", "timing"),
    [
        ("BELUM", None, DEADLINE, Timing.AWAITED),
        ("BELUM", None, date(2026, 4, 1), Timing.LATE),
        ("SEBAGIAN", date(2026, 3, 1), date(2026, 4, 1), Timing.LATE),
        ("DIAJUKAN", DEADLINE, date(2026, 4, 1), Timing.IN_TIME),
        ("DITERIMA", date(2026, 4, 1), date(2026, 4, 1), Timing.SENT_LATE),
        ("DITERIMA", None, date(2026, 4, 1), Timing.IN_TIME),
    ],
)
def test_timing(state: str, submitted: date | None, on: date, timing: Timing) -> None:
    assert timing_of(SubmissionState(state), submitted, DEADLINE, on) is timing
