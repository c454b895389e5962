"""Who is in service on a day: appointed by then and not gone, whatever came before and ended since."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.domain.absences import STANDINGS, Decision
from smartpns_desktop.domain.employment import (
    IN_SERVICE,
    LEFT,
    Service,
    StandingSpan,
    appointed_on,
    service_in,
    service_on,
)
from smartpns_desktop.domain.standings import Standing

BEGAN = date(2010, 1, 1)
ACTIVE = StandingSpan(None, None, Standing.ACTIVE)
LEAVE = StandingSpan(date(2020, 3, 1), date(2022, 2, 28), Standing.UNPAID_LEAVE)
RETIRED = StandingSpan(date(2025, 3, 1), None, Standing.RETIRED)


@pytest.mark.parametrize(
    ("cpns", "nip", "day"),
    [
        (date(2012, 5, 1), "198503122010011001", date(2012, 5, 1)),
        (None, "198503122010011001", date(2010, 1, 1)),
        (None, "198503122015121001", date(2015, 12, 1)),
        (None, "199607122024212002", date(2024, 1, 1)),
    ],
)
def test_the_appointment_is_what_the_record_or_else_the_nip_tells(cpns: date | None, nip: str, day: date) -> None:
    assert appointed_on(cpns, nip) == day


@pytest.mark.parametrize(
    ("spans", "day", "service"),
    [
        ([], date(2009, 12, 31), None),
        ([], BEGAN, Service.ACTIVE),
        ([ACTIVE], date(2030, 1, 1), Service.ACTIVE),
        ([ACTIVE, LEAVE], date(2020, 2, 29), Service.ACTIVE),
        ([ACTIVE, LEAVE], date(2020, 3, 1), Service.AWAY),
        ([ACTIVE, LEAVE], date(2022, 2, 28), Service.AWAY),
        ([ACTIVE, LEAVE], date(2022, 3, 1), Service.ACTIVE),
        ([RETIRED, ACTIVE], date(2025, 2, 28), Service.ACTIVE),
        ([RETIRED, ACTIVE], date(2025, 3, 1), Service.LEFT),
        ([StandingSpan(date(2021, 1, 1), None, Standing.MOVED_OUT), StandingSpan(date(2023, 1, 1), None, None)],
         date(2023, 1, 1), Service.ACTIVE),
        ([StandingSpan(date(2021, 1, 1), None, Standing.MOVED_OUT), StandingSpan(date(2023, 1, 1), None, None)],
         date(2022, 12, 31), Service.LEFT),
    ],
)  # fmt: skip
def test_how_somebody_stands_on_a_day(spans: list[StandingSpan], day: date, service: Service | None) -> None:
    assert service_on(BEGAN, spans, day) is service


def test_whoever_is_not_gone_is_in_service() -> None:
    assert {it for it in Standing if service_in(it) is Service.LEFT} == LEFT
    assert [value for _, value in IN_SERVICE] == [it.value for it in Service if it is not Service.LEFT]


def test_whoever_is_decided_to_be_gone_is_gone() -> None:
    assert set(STANDINGS) == set(Decision) - {Decision.STAYS}
    assert set(STANDINGS.values()) <= LEFT
