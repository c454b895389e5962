"""How the state and the timing of a submission look: word, icon and colour."""

from __future__ import annotations

from smartpns_desktop.words.agency_labels import STATES, TIMINGS
from ui.lists.columns import Record, State
from ui.texts import tr

_STATES = {
    "BELUM": ("bad", "circle-dashed"),
    "SEBAGIAN": ("warn", "hourglass"),
    "DIAJUKAN": ("accent", "paper-plane-tilt"),
    "DITERIMA": ("ok", "check-circle"),
}
_TIMINGS = {
    "late": ("bad", "warning-circle"),
    "awaited": ("text2", "clock"),
    "sent_late": ("warn", "clock-counter-clockwise"),
    "in_time": ("ok", "check-circle"),
}


def state_of(row: Record) -> State:
    """How far a submission is."""
    return State(tr(STATES[row["state"]]), *_STATES[row["state"]])


def timing_of(row: Record) -> State:
    """How it stands to its deadline."""
    return State(tr(TIMINGS[row["timing"]]), *_TIMINGS[row["timing"]])
