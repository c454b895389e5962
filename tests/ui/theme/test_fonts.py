"""Sizes and weights of the roles, and digits that stand under each other."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import BODY_POINTS, TEXT_SIZES, Role, font, make_font, metrics
from ui.theme.theme import theme

pytestmark = pytest.mark.usefixtures("themed")


def test_sizes_land_on_whole_pixels_at_96_dpi() -> None:
    pixels = {role: make_font(role, BODY_POINTS).pointSizeF() * 96 / 72 for role in Role}
    assert all(size == round(size) for size in pixels.values())
    assert min(pixels.values()) == pixels[Role.TINY] == 11


@pytest.mark.parametrize("points", TEXT_SIZES)
def test_every_role_keeps_its_proportion_to_the_body(points: float) -> None:
    assert make_font(Role.BODY, points).pointSizeF() == points
    assert make_font(Role.TITLE, points).pointSizeF() == pytest.approx(points * 13.5 / 9.75)


def test_the_text_size_that_is_set_reaches_every_role(themed: QApplication) -> None:
    theme().set_text_size(12)
    try:
        assert font(Role.BODY).pointSizeF() == themed.font().pointSizeF() == 12
        high = metrics(Role.BODY).height()
    finally:
        theme().set_text_size(BODY_POINTS)
    assert metrics(Role.BODY).height() < high


def test_strong_roles_are_half_bold() -> None:
    assert font(Role.BODY_STRONG).weight() == QFont.Weight.DemiBold
    assert font(Role.BODY).weight() == QFont.Weight.Normal


@pytest.mark.parametrize("role", list(Role))
def test_digits_are_as_wide_as_each_other(role: Role) -> None:
    assert len({metrics(role).horizontalAdvance(digit * 18) for digit in "0123456789"}) == 1


def test_a_font_is_made_once() -> None:
    assert font(Role.BODY) is font(Role.BODY)
