"""Which standings end the service."""

from __future__ import annotations

from smartpns_desktop.domain.absences import STANDINGS, Decision
from smartpns_desktop.domain.employment import IN_SERVICE, Service, service_in
from smartpns_desktop.domain.standings import FINAL, Standing


def test_whoever_is_not_gone_is_in_service() -> None:
    assert {it for it in Standing if service_in(it) is Service.LEFT} == FINAL
    assert [value for _, value in IN_SERVICE] == [it.value for it in Service if it is not Service.LEFT]


def test_whoever_is_decided_to_be_gone_is_gone() -> None:
    assert set(STANDINGS) == set(Decision) - {Decision.STAYS}
    assert set(STANDINGS.values()) <= FINAL
