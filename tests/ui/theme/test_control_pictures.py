"""The signs inside controls are shipped as they would be drawn today, in both sets of colours and for sharp screens."""

from __future__ import annotations

from importlib.resources import files

import pytest
from PySide6.QtGui import QImage

from ui.theme.icon_font import painted
from ui.theme.style_sheet import PICTURES, picture_file
from ui.theme.tokens import DARK, LIGHT, Tokens

_NEAR = 8
"""Of 255: what one Qt may paint otherwise than another at an edge."""


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ratio", "suffix"), [(1, ""), (2, "@2x")])
@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.usefixtures("qapp")
def test_what_ships_is_what_the_font_and_the_colours_give(name: str, tokens: Tokens, ratio: int, suffix: str) -> None:
    sign, colour = PICTURES[name]
    stem, _, kind = picture_file(name, tokens).rpartition(".")
    shipped = QImage(str(files("resources").joinpath("pictures", f"{stem}{suffix}.{kind}")))
    drawn = painted(sign, tokens.of(colour), 16, ratio).toImage()
    assert (shipped.width(), shipped.height()) == (drawn.width(), drawn.height()) == (16 * ratio, 16 * ratio)
    pixels = [(x, y) for x in range(shipped.width()) for y in range(shipped.height())]
    pairs = [(shipped.pixelColor(x, y), drawn.pixelColor(x, y)) for x, y in pixels]
    assert any(one.alpha() > 100 for one, _ in pairs), "an empty picture"
    seen = [(one, other) for one, other in pairs if other.alpha() > 100]
    values = [zip(one.getRgb(), other.getRgb(), strict=True) for one, other in seen]
    assert all(abs(mine - other) <= _NEAR for pair in values for mine, other in pair), "draw them again"
    assert all(one.alpha() <= 100 + _NEAR for one, other in pairs if other.alpha() <= 100), "draw them again"
