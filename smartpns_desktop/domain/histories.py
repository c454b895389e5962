"""Dated histories: what holds on a day, and what a reported state means for the rows already known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Step(StrEnum):
    """What a reported state does to a history."""

    SAME = "same"
    ADD = "add"
    CORRECT = "correct"


class DatedRow(NamedTuple):
    """One row of a history: in force from `effective` (TMT; `None`: nobody knows since when) until the next."""

    key: int
    effective: date | None
    values: tuple[object, ...]


def in_force(rows: Sequence[DatedRow], on: date) -> DatedRow | None:
    """The row in force on a day: the latest that began by then; an undated row has always held."""
    begun = [row for row in rows if (row.effective or date.min) <= on]
    return max(begun, key=_order, default=None)


def take_in(
    rows: Sequence[DatedRow], effective: date | None, values: tuple[object, ...], on: date
) -> tuple[Step, DatedRow | None]:
    """What a reported state means: a new TMT is a new row; the same TMT, or none, corrects that or the current row.

    An empty reported value (`None`) tells nothing and changes nothing. Returns the step and the row it
    corrects. Source: ARCHITECTURE, mechanism 9.
    """
    if effective is None:
        target = in_force(rows, on) or max(rows, key=_order, default=None)
    else:
        target = next((row for row in rows if row.effective == effective), None)
    if target is None:
        return Step.ADD, None
    differs = any(new is not None and new != old for new, old in zip(values, target.values, strict=True))
    return (Step.CORRECT if differs else Step.SAME), target


def _order(row: DatedRow) -> tuple[date, int]:
    return row.effective or date.min, row.key
