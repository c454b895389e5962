"""What the states of plans and needs are called, which acts lead on from them, and who has room on the screen."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.study_needs import NEED_MOVES, NeedState, PlanState, moves
from ui.lists.columns import Record
from ui.studies.acts import may_decide
from ui.studies.room import room
from ui.studies.states import badge_of, mark, need_acts, plan_acts


@pytest.mark.parametrize("state", [*PlanState, *NeedState])
def test_a_state_is_told_by_word_and_icon_and_never_by_colour_alone(state: PlanState | NeedState) -> None:
    word, kind, icon = badge_of(state)
    assert word
    assert icon
    assert (mark(state).word, mark(state).icon) == (word, icon)
    assert mark(state).kind == ("text2" if kind == "neutral" else kind)


def test_the_next_step_of_a_plan_comes_first() -> None:
    assert [text for _, text, _ in plan_acts(PlanState.BELUM)] == ["Mulai asistensi", "Ajukan"]
    assert [text for _, text, _ in plan_acts(PlanState.DIVERIFIKASI)] == ["Sahkan", "Kembalikan ke status diajukan"]
    assert plan_acts(PlanState.DISAHKAN) == ()
    assert all(tuple(act[0] for act in plan_acts(state)) == moves(state) for state in PlanState)


@pytest.mark.parametrize("state", NeedState)
def test_only_allowed_decisions_are_offered(state: NeedState) -> None:
    assert {after for after, _ in need_acts(state)} == NEED_MOVES[state]


def test_lines_that_may_not_go_there_are_left_out() -> None:
    def line(key: int, status: str, plan: str = "DIAJUKAN") -> Record:
        return {"key": key, "status": status, "plan_status": plan}

    lines = [line(1, "DIAJUKAN"), line(2, "DIVERIFIKASI"), line(3, "DITOLAK"), line(4, "DIAJUKAN", "DISAHKAN")]
    assert may_decide(lines, NeedState.DIVERIFIKASI) == [1]
    assert may_decide(lines, NeedState.DITOLAK) == [1, 2]


@pytest.mark.parametrize(
    ("width", "filtering", "shown"),
    [
        (1366, False, (True, True)),
        (1366, True, (False, True)),
        (1920, True, (True, True)),
        (911, False, (False, False)),
        (911, True, (False, False)),
    ],
)
def test_panes_give_way_where_there_is_no_room(width: int, filtering: bool, shown: tuple[bool, bool]) -> None:
    assert room(width, filtering=filtering) == shown
