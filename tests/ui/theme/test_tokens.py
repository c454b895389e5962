"""Every pair of colours that is read together, against the contrast that WCAG 2 AA asks for."""

from __future__ import annotations

import pytest

from ui.theme.tokens import DARK, LIGHT, Tokens

GROUNDS = ("bg", "surface", "surface2", "hover", "sel")
STATES = ("ok", "warn", "bad")
TEXT = [
    *(("text", ground) for ground in GROUNDS),
    *(("text2", ground) for ground in ("surface", "surface2", "bg", "hover", "neutral_soft")),
    *(("text3", ground) for ground in ("surface", "sel")),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press")),
    *((state, "surface") for state in STATES),
    *((state, f"{state}_soft") for state in STATES),
    *((state, "sel") for state in STATES),
    *(("text", f"{state}_soft") for state in (*STATES, "accent")),
    *(("text2", f"{state}_soft") for state in (*STATES, "accent")),
]
SHAPES = [
    *(("edge", ground) for ground in ("bg", "surface", "surface2")),
    *(("accent", ground) for ground in GROUNDS),
    ("chart_soft", "surface"),
    ("bad", "surface"),
    ("warn", "surface"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_texts_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(tokens.of(ink), tokens.of(ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_borders_marks_and_bars_can_be_seen(tokens: Tokens, shape: str, ground: str) -> None:
    assert contrast(tokens.of(shape), tokens.of(ground)) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_tokens_are_plain_colours(tokens: Tokens) -> None:
    assert all(len(value) == 7 and int(value[1:], 16) >= 0 for value in tokens._asdict().values())
    assert tokens.of("#123456") == "#123456"
