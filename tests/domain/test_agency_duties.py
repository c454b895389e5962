"""Who leads an agency, and the words in which its duties are stored."""

from __future__ import annotations

import pytest

from db.tables import agency_duties as tables
from smartpns_desktop.domain.agency_duties import (
    SUBMISSION_KINDS,
    ContactRole,
    Leader,
    SubmissionState,
    TargetKind,
    head_of,
)


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
