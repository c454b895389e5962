"""Colours as Excel shows them, whatever way the file tells them."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.exchange.colours import colour_of, theme_colours

THEME = fromstring(
    "<theme xmlns='a'><themeElements><clrScheme>"
    "<dk1><sysClr val='windowText' lastClr='000000'/></dk1><lt1><sysClr val='window' lastClr='FFFFFF'/></lt1>"
    "<dk2><srgbClr val='1F497D'/></dk2><lt2><srgbClr val='EEECE1'/></lt2><accent1><srgbClr val='4F81BD'/></accent1>"
    "</clrScheme></themeElements></theme>"
)


@pytest.mark.parametrize(
    ("told", "colour"),
    [
        ("rgb='FFFF0000'", "#FF0000"),
        ("rgb='00ab12'", "#00AB12"),
        ("theme='0'", "#FFFFFF"),
        ("theme='1'", "#000000"),
        ("theme='3'", "#1F497D"),
        # Office's own names of these: "Blue, Accent 1, Lighter 40%" and "Darker 25%"; it rounds the latter to 366092.
        ("theme='4' tint='0.3999755851924192'", "#95B3D7"),
        ("theme='4' tint='-0.249977111117893'", "#376092"),
        ("indexed='2'", "#FF0000"),
        ("indexed='10'", "#FF0000"),
        ("indexed='22'", "#C0C0C0"),
        ("indexed='64'", ""),
        ("auto='1'", ""),
        ("theme='99'", ""),
        ("theme='-1'", ""),
        ("rgb='red'", ""),
        ("rgb='FF000000' tint='x'", "#000000"),
    ],
)
def test_a_colour_is_what_the_office_program_shows(told: str, colour: str) -> None:
    assert colour_of(fromstring(f"<color {told}/>"), theme_colours(THEME)) == colour


def test_where_nothing_is_told_there_is_none() -> None:
    assert colour_of(None, ()) == ""
    assert theme_colours(fromstring("<theme/>")) == []


@given(st.from_regex(r"[0-9A-F]{6}", fullmatch=True), st.floats(-2, 2))
def test_a_tint_gives_a_colour(colour: str, tint: float) -> None:
    tinted = colour_of(fromstring(f"<color rgb='{colour}' tint='{tint:f}'/>"), ())
    assert len(tinted) == 7
    assert 0 <= int(tinted[1:], 16) <= 0xFFFFFF
