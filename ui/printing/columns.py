"""How the columns of a list share the width of a sheet of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_PT_PER_PIXEL = 8.5 / 9.75 * 0.75
"""Points on paper for a pixel on the screen: print is 8.5 pt where the screen has 9.75 pt, at 96 dpi."""
_LEAST = 0.45
"""Share of its wished width to which a column of text may shrink before everything becomes smaller."""
PADDING = 6.0
"""Points between two columns."""


@dataclass(frozen=True, slots=True)
class PrintColumn:
    """A column on paper: its `width` on the screen in pixels, and whether its texts stand at the right.

    Texts of a `whole` column (NIP, numbers) are never wrapped or elided; `widest` is the longest of them.
    """

    title: str
    width: int
    right: bool = False
    whole: bool = False
    widest: str = ""


@dataclass(frozen=True, slots=True)
class Division:
    """The widths of the columns in points, and whether the sheet lies on its side for them."""

    landscape: bool
    widths: tuple[float, ...]


def divide(
    columns: Sequence[PrintColumn], measure: Callable[[str], float], portrait: float, landscape: float
) -> Division:
    """Share out the width, upright where that is enough; `measure` gives a text's width, all in points.

    Columns of text take what is left or give what is lacking; only when they are narrow are all made smaller.
    """
    wished = [_wished(column, measure) for column in columns]
    lies = sum(wished) > portrait
    room = landscape if lies else portrait
    whole = sum(wish for column, wish in zip(columns, wished, strict=True) if column.whole)
    loose = sum(wished) - whole
    if whole + _LEAST * loose > room:
        return Division(lies, tuple(wish * room / sum(wished) for wish in wished))
    share = (room - whole) / loose if loose else 1.0
    return Division(
        lies, tuple(wish if column.whole else wish * share for column, wish in zip(columns, wished, strict=True))
    )


def _wished(column: PrintColumn, measure: Callable[[str], float]) -> float:
    asked = column.width * _PT_PER_PIXEL
    return max(asked, measure(column.widest) + PADDING, measure(column.title) + PADDING if column.whole else 0.0)
