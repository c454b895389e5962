"""Study needs: sources of funds, states and their moves, periods."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.study_needs import (
    NEED_MOVES,
    PLAN_MOVES,
    Funding,
    NeedState,
    PlanState,
    funding_of,
    may_move,
    period_of,
)


@pytest.mark.parametrize(
    ("text", "funding"),
    [
        ("APBN", Funding.APBN),
        ("apbd", Funding.APBD),
        ("APBD Kota Bontang", Funding.APBD),
        ("Beasiswa", Funding.SPONSOR),
        ("Beasiswa APBN", Funding.SPONSOR),
        ("LPDP", Funding.SPONSOR),
        ("Mandiri", Funding.SELF),
        ("Biaya sendiri", Funding.SELF),
        ("Cost sharing", Funding.COST_SHARING),
        ("COST_SHARING", Funding.COST_SHARING),
        ("Cost-Sharing APBD dan mandiri", Funding.COST_SHARING),
        ("Patungan", Funding.COST_SHARING),
        ("APBN/APBD", None),
        ("", None),
        ("lainnya", None),
    ],
)
def test_sources_of_funds(text: str, funding: Funding | None) -> None:
    assert funding_of(text) is funding


@pytest.mark.parametrize("funding", Funding)
def test_stored_values_read_back(funding: Funding) -> None:
    assert funding_of(funding.value) is funding


def test_a_plan_goes_forward_to_the_seal_and_stays_there() -> None:
    way = [PlanState.BELUM, PlanState.DIASISTENSI, PlanState.DIAJUKAN, PlanState.DIVERIFIKASI]
    assert all(may_move(before, after) for before, after in zip(way, [*way[1:], PlanState.DISAHKAN], strict=True))
    assert not any(may_move(PlanState.DISAHKAN, state) for state in PlanState)
    assert may_move(PlanState.BELUM, PlanState.DIAJUKAN)
    assert may_move(PlanState.DIVERIFIKASI, PlanState.DIAJUKAN)
    assert not may_move(PlanState.BELUM, PlanState.DISAHKAN)
    assert not may_move(PlanState.DIAJUKAN, PlanState.DISAHKAN)


def test_a_refused_need_can_be_proposed_again() -> None:
    assert may_move(NeedState.DIAJUKAN, NeedState.DITOLAK)
    assert may_move(NeedState.DITOLAK, NeedState.DIAJUKAN)
    assert not may_move(NeedState.DITOLAK, NeedState.DIVERIFIKASI)


def test_needs_and_plans_do_not_change_into_each_other() -> None:
    assert not may_move(PlanState.DIASISTENSI, NeedState.DIAJUKAN)
    assert not may_move(NeedState.DIAJUKAN, PlanState.DIVERIFIKASI)


def test_every_state_has_its_moves_and_none_stays() -> None:
    assert set(NEED_MOVES) == set(NeedState)
    assert set(PLAN_MOVES) == set(PlanState)
    assert not any(may_move(state, state) for state in (*NeedState, *PlanState))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("RENCANA KEBUTUHAN TUGAS BELAJAR TAHUN 2026-2030", (2026, 2030)),
        ("2026 s.d. 2030", (2026, 2030)),
        ("2026 s/d 2030", (2026, 2030)),
        ("2026 sd 2030", (2026, 2030)),
        ("2026 sampai dengan 2030", (2026, 2030)),
        ("Tahun 2026 – 2030", (2026, 2030)),
        ("2026-2026", (2026, 2026)),
        ("TAHUN 2026", None),
        ("2030-2026", None),
        ("2026-2099", None),
        ("120262030", None),
        ("", None),
    ],
)
def test_periods(text: str, period: tuple[int, int] | None) -> None:
    assert period_of(text) == period
