"""The one family of type in its few sizes, scaled by the setting "Ukuran teks"."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

BODY_POINTS = 9.75
"""Size of the body at the normal setting; every role's size below is meant beside it. 9.75 pt is 13 px at 96 dpi."""
TEXT_SIZES = (BODY_POINTS, 10.5, 12.0)
"""Points of the body that a user can choose, the normal setting first (LOOK.md, type)."""
FAMILIES = ["Segoe UI", "Noto Sans", "DejaVu Sans"]
STRONG_FAMILIES = ["Segoe UI Semibold", *FAMILIES]


class Role(StrEnum):
    """What a text is, which decides its size and weight."""

    CARD_NUMBER = "card_number"
    TITLE = "title"
    SECTION = "section"
    CARD_TITLE = "card_title"
    BODY = "body"
    BODY_STRONG = "body_strong"
    HEADER = "header"
    SMALL = "small"
    SMALL_STRONG = "small_strong"
    TINY = "tiny"


SIZES = {
    Role.CARD_NUMBER: (18, True),
    Role.TITLE: (13.5, True),
    Role.SECTION: (11.25, True),
    Role.CARD_TITLE: (9.75, True),
    Role.BODY: (9.75, False),
    Role.BODY_STRONG: (9.75, True),
    Role.HEADER: (9, True),
    Role.SMALL: (9, False),
    Role.SMALL_STRONG: (9, True),
    Role.TINY: (8.25, False),
}


def font(role: Role) -> QFont:
    """The font of a role at the text size that is set now; cached, so fit for painting cells."""
    return make_font(role, QApplication.font().pointSizeF())


def metrics(role: Role) -> QFontMetrics:
    """How wide and high texts of a role are, in logical pixels; cached."""
    return _metrics(role, QApplication.font().pointSizeF())


def scaled(pixels: int) -> int:
    """A width that texts fit in at the normal size, beside the text size that is set now."""
    return round(pixels * QApplication.font().pointSizeF() / BODY_POINTS)


@lru_cache(maxsize=64)
def make_font(role: Role, body_points: float) -> QFont:
    """The font of a role beside a body of so many points; digits are as wide as each other."""
    points, strong = SIZES[role]
    made = QFont(STRONG_FAMILIES if strong else FAMILIES)
    made.setPointSizeF(points * body_points / BODY_POINTS)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=64)
def _metrics(role: Role, body_points: float) -> QFontMetrics:
    return QFontMetrics(make_font(role, body_points))
