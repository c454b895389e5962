"""How states of plans and needs look, and what the acts are called that lead to them."""

from __future__ import annotations

from collections.abc import Mapping

from smartpns_desktop.domain.study_needs import NEED_MOVES, NeedState, PlanState, moves
from smartpns_desktop.words.labels import enum_label
from ui.lists.columns import State
from ui.texts import tr
from ui.widgets.badge import Kind

_PLANS: Mapping[PlanState, tuple[Kind, str]] = {
    PlanState.BELUM: ("neutral", "circle-dashed"),
    PlanState.DIASISTENSI: ("warn", "handshake"),
    PlanState.DIAJUKAN: ("accent", "paper-plane-tilt"),
    PlanState.DIVERIFIKASI: ("ok", "check"),
    PlanState.DISAHKAN: ("ok", "shield-check"),
}
_NEEDS: Mapping[NeedState, tuple[Kind, str]] = {
    NeedState.DIAJUKAN: ("accent", "paper-plane-tilt"),
    NeedState.DIVERIFIKASI: ("ok", "check-circle"),
    NeedState.DITOLAK: ("bad", "x-circle"),
}
_PLAN_ACTS: Mapping[PlanState, tuple[str, str]] = {
    PlanState.DIASISTENSI: ("Mulai asistensi", "handshake"),
    PlanState.DIAJUKAN: ("Ajukan", "paper-plane-tilt"),
    PlanState.DIVERIFIKASI: ("Verifikasi", "check"),
    PlanState.DISAHKAN: ("Sahkan", "shield-check"),
}
_NEED_ACTS: Mapping[NeedState, str] = {
    NeedState.DIVERIFIKASI: "Verifikasi",
    NeedState.DITOLAK: "Tolak",
    NeedState.DIAJUKAN: "Buka kembali",
}


def badge_of(state: PlanState | NeedState) -> tuple[str, Kind, str]:
    """Word, kind and icon of a state, as a badge takes them."""
    kind, icon = _PLANS[state] if isinstance(state, PlanState) else _NEEDS[state]
    return enum_label(state), kind, icon


def mark(state: PlanState | NeedState) -> State:
    """A state as a cell of a list shows it."""
    word, kind, icon = badge_of(state)
    return State(word, "text2" if kind == "neutral" else kind, icon)


def plan_acts(state: PlanState) -> tuple[tuple[PlanState, str, str], ...]:
    """What may be done with a plan: the state it leads to, its name and icon; the next step forward first."""
    return tuple((after, *_plan_act(state, after)) for after in moves(state))


def need_acts(state: NeedState) -> tuple[tuple[NeedState, str], ...]:
    """What may be decided about a line: the state it leads to, and its name."""
    return tuple((after, tr(text)) for after, text in _NEED_ACTS.items() if after in NEED_MOVES[state])


def _plan_act(before: PlanState, after: PlanState) -> tuple[str, str]:
    order = list(PlanState)
    if order.index(after) < order.index(before):
        return tr("Kembalikan ke status {state}", state=enum_label(after).lower()), "arrow-u-up-left"
    text, icon = _PLAN_ACTS[after]
    return tr(text), icon
