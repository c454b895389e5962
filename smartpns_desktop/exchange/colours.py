"""Colours of an .xlsx file as #RRGGBB: given outright, by number, or by theme and tint (ECMA-376 part 1, 18.8.19)."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_SWAPPED = (1, 0, 3, 2)
"""A theme lists dark before light, its numbers count light before dark."""
_PALETTE = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 "
    "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
    "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 "
    "003366 339966 003300 333300 993300 993366 333399 333333"
).split()
"""The colours numbered 8 to 63; 0 to 7 are the first eight again (18.8.27)."""


def theme_colours(theme: Element) -> list[str]:
    """The theme's colours in the order in which cells number them."""
    scheme = theme.find("{*}themeElements/{*}clrScheme")
    listed = [_scheme_colour(entry) for entry in scheme] if scheme is not None else []
    return [listed[_SWAPPED[place]] if place < len(_SWAPPED) <= len(listed) else it for place, it in enumerate(listed)]


def _scheme_colour(entry: Element) -> str:
    told = next(iter(entry), None)
    return "" if told is None else told.get("lastClr") or told.get("val") or ""


def colour_of(element: Element | None, theme: Sequence[str]) -> str:
    """The colour that an element tells, "" for the automatic one and for what cannot be understood."""
    if element is None:
        return ""
    told = _RGB.fullmatch(_hexadecimal(element, theme))
    if told is None:
        return ""
    return f"#{_tinted(told[1], _number(element.get('tint')))}"


def _hexadecimal(element: Element, theme: Sequence[str]) -> str:
    for name, colours, first in (("theme", theme, 0), ("indexed", _PALETTE, 8)):
        number = element.get(name, "")
        if number.isdecimal():
            place = int(number) if int(number) < 8 else int(number) - first
            return colours[place] if place < len(colours) else ""
    return element.get("rgb", "")


def _number(text: str | None) -> float:
    try:
        return max(-1.0, min(1.0, float(text or 0)))
    except ValueError:
        return 0.0


def _tinted(colour: str, tint: float) -> str:
    if not tint:
        return colour.upper()
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
