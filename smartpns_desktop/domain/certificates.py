"""Certificates of competence: what can be wrong with what is told of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smartpns_desktop.domain.problems import Problem


def faults(issued_on: date | None, valid_until: date | None, born: date | None, today: date) -> Iterator[Problem]:
    """What is wrong with the days of a certificate: `column` is `issued_on` or `valid_until`.

    Rejecting: issued before the person was born, an end before the issue. Told only: an issue that is still to come.
    """
    if issued_on is not None and born is not None and issued_on <= born:
        facts = {"expected": born.isoformat()}
        yield Problem("event.before_birth", column="issued_on", value=issued_on.isoformat(), facts=facts)
    if issued_on is not None and issued_on > today:
        yield Problem("event.in_future", column="issued_on", value=issued_on.isoformat())
    if issued_on is not None and valid_until is not None and valid_until < issued_on:
        yield Problem("event.ends_before_start", column="valid_until", value=valid_until.isoformat())
