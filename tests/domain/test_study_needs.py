"""Study needs: sources of funds, states and their moves, periods, and what can be wrong with one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.study_needs import (
    AMOUNTS,
    NEED_MOVES,
    PLAN_MOVES,
    Funding,
    NeedState,
    PlanState,
    funding_of,
    is_period,
    may_move,
    moves,
    period_for,
    period_of,
    problems,
    state_of,
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
        ("APBD & APBN", None),
        ("Non APBD", None),
        ("bukan APBN", None),
        ("Beasiswa / Mandiri", None),
        ("Beasiswa atau biaya sendiri", None),
        ("Dana pribadi", Funding.SELF),
        ("Swadana", Funding.SELF),
        ("Pemkot Bontang", Funding.APBD),
        ("Pemda", Funding.APBD),
        ("Anggaran Daerah", Funding.APBD),
        ("Anggaran Negara", Funding.APBN),
        ("A.P.B.D", None),
        ("Scholarship", Funding.SPONSOR),
        ("Sponsor swasta", Funding.SPONSOR),
        ("Biaya bersama", Funding.COST_SHARING),
        ("", None),
        ("lainnya", None),
    ],
)
def test_sources_of_funds(text: str, funding: Funding | None) -> None:
    assert funding_of(text) is funding


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Diajukan", NeedState.DIAJUKAN), ("DIAJUKAN", NeedState.DIAJUKAN), ("Diusulkan", NeedState.DIAJUKAN),
        ("Usulan", NeedState.DIAJUKAN), ("Terverifikasi", NeedState.DIVERIFIKASI),
        ("Sudah diverifikasi", NeedState.DIVERIFIKASI), ("Belum diverifikasi", None), ("Ditolak", NeedState.DITOLAK),
        ("TMS", NeedState.DITOLAK), ("Disetujui", None), ("", None),
    ],
)  # fmt: skip
def test_states_of_needs(text: str, state: NeedState | None) -> None:
    assert state_of(text) is state


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


@pytest.mark.parametrize(
    ("first", "last", "fits"),
    [
        (2026, 2030, True),
        (2026, 2026, True),
        (2026, 2046, True),
        (2026, 2047, False),
        (2030, 2026, False),
        (26, 30, False),
    ],
)
def test_years_that_make_a_period(first: int, last: int, fits: bool) -> None:
    assert is_period(first, last) is fits


NEED: dict[str, object] = {"level_code": "45", "programme_id": 1, "funding": "APBD", "heads": {2026: 1, 2030: 0}}


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, []),
        ({"funding": None, "heads": None}, []),
        ({"level_code": None}, [("value.missing", "level_code")]),
        ({"programme_id": None}, [("value.missing", "programme")]),
        ({"programme_id": None, "programme": "Statistika"}, []),
        ({"funding": "KAS"}, [("value.not_in_list", "funding")]),
        ({"amount_apbn": -1}, [("value.not_whole", "amount_apbn")]),
        ({"amount_self": 0.5}, [("value.not_whole", "amount_self")]),
        ({"amount_apbn": True}, [("value.not_whole", "amount_apbn")]),
        ({"funding": "COST_SHARING", "amount_apbd": 5}, [("need.shares_missing", "funding")]),
        ({"heads": {2025: 1, 2031: 1}}, [("need.year_outside", "heads_2025"), ("need.year_outside", "heads_2031")]),
        ({"heads": {2026: 1.5, 2027: -1}}, [("value.not_whole", "heads_2026"), ("value.not_whole", "heads_2027")]),
        ({"heads": {2025: None, 2031: 0}}, []),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_need(values: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert [(it.code, it.column) for it in problems({**NEED, **values}, 2026, 2030)] == found


@given(st.tuples(*(st.none() | st.integers(0, 10) for _ in AMOUNTS)))
def test_shared_costs_have_two_shares_or_more(amounts: tuple[int | None, ...]) -> None:
    told = dict(zip(AMOUNTS, amounts, strict=True))
    shares = sum(1 for amount in amounts if amount)
    found = problems({**NEED, **told, "funding": Funding.COST_SHARING}, 2026, 2030)
    assert [it.code for it in found] == (["need.shares_missing"] if shares < 2 else [])
    assert problems({**NEED, **told}, 2026, 2030) == ()


@pytest.mark.parametrize("state", PlanState)
def test_the_first_move_of_a_plan_leads_forward(state: PlanState) -> None:
    order = list(PlanState)
    assert set(moves(state)) == PLAN_MOVES[state]
    steps = [order.index(it) - order.index(state) for it in moves(state)]
    forward, back = [it for it in steps if it > 0], [it for it in steps if it < 0]
    assert steps == [*sorted(forward), *sorted(back, reverse=True)]


@pytest.mark.parametrize(
    ("periods", "year", "found"),
    [
        ([], 2027, (2027, 2031)),
        ([(2026, 2030)], 2028, (2026, 2030)),
        ([(2021, 2025), (2026, 2030)], 2025, (2021, 2025)),
        ([(2021, 2026), (2026, 2030)], 2026, (2026, 2030)),
        ([(2021, 2025), (2031, 2035)], 2027, (2021, 2025)),
        ([(2021, 2025), (2031, 2035)], 2030, (2031, 2035)),
    ],
)
def test_the_period_of_a_year_of_work(periods: list[tuple[int, int]], year: int, found: tuple[int, int]) -> None:
    assert period_for(periods, year) == found
