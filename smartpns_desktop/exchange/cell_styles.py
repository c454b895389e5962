"""How the cells of an .xlsx file look: its table of styles, in the terms in which XlsxWriter takes a format."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from smartpns_desktop.exchange.colours import colour_of

Look = dict[str, object]
"""Properties of an XlsxWriter format."""

_BUILT_IN_FORMATS = 50
"""Numbers of number formats that every program knows (ECMA-376 part 1, 18.8.30)."""
_ALIGN = ("left", "center", "right", "fill", "justify", "distributed")
_VERTICAL = {
    "top": "top",
    "center": "vcenter",
    "bottom": "bottom",
    "justify": "vjustify",
    "distributed": "vdistributed",
}
_UNDERLINES = {"single": 1, "double": 2, "singleAccounting": 33, "doubleAccounting": 34, "none": 0}
_PATTERNS = (
    "none solid mediumGray darkGray lightGray darkHorizontal darkVertical darkDown darkUp darkGrid darkTrellis "
    "lightHorizontal lightVertical lightDown lightUp lightGrid lightTrellis gray125 gray0625"
).split()
_BORDERS = (
    "none thin medium dashed dotted thick double hair mediumDashed dashDot mediumDashDot dashDotDot mediumDashDotDot "
    "slantDashDot"
).split()
_SIDES = ("left", "right", "top", "bottom")
_OFF = ("0", "false", "none")


def read_styles(styles: Element, theme: Sequence[str]) -> list[Look]:
    """The look of each numbered style; what cannot be understood is left out of it."""
    fonts = [_font(it, theme) for it in styles.iterfind("{*}fonts/{*}font")]
    fills = [_fill(it, theme) for it in styles.iterfind("{*}fills/{*}fill")]
    borders = [_border(it, theme) for it in styles.iterfind("{*}borders/{*}border")]
    custom = {it.get("numFmtId"): it.get("formatCode", "") for it in styles.iterfind("{*}numFmts/{*}numFmt")}
    return [
        {
            **_picked(fonts, style.get("fontId")),
            **_picked(fills, style.get("fillId")),
            **_picked(borders, style.get("borderId")),
            **_number_format(style.get("numFmtId", ""), custom),
            **_alignment(style.find("{*}alignment")),
        }
        for style in styles.iterfind("{*}cellXfs/{*}xf")
    ]


def _picked(looks: Sequence[Look], number: str | None) -> Look:
    place = _whole(number)
    return looks[place] if place is not None and place < len(looks) else {}


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 6 else None


def _font(font: Element, theme: Sequence[str]) -> Look:
    look: Look = {}
    name, size = (_value(font, part) for part in ("name", "sz"))
    if name:
        look["font_name"] = name
    if size and size.replace(".", "", 1).isdecimal():
        look["font_size"] = float(size)
    for part, key in (("b", "bold"), ("i", "italic"), ("strike", "font_strikeout")):
        if (told := _value(font, part, "1")) and told not in _OFF:
            look[key] = True
    if underline := _UNDERLINES.get(_value(font, "u", "single"), 0):
        look["underline"] = underline
    if colour := colour_of(font.find("{*}color"), theme):
        look["font_color"] = colour
    return look


def _value(element: Element, part: str, unsaid: str = "") -> str:
    """What a part of a font says; `unsaid` where it is there without a value, "" where it is not there."""
    found = element.find(f"{{*}}{part}")
    return "" if found is None else found.get("val", unsaid)


def _fill(fill: Element, theme: Sequence[str]) -> Look:
    pattern = fill.find("{*}patternFill")
    kind = "none" if pattern is None else pattern.get("patternType", "none")
    if pattern is None or kind not in _PATTERNS or kind == "none":
        return {}
    fore, back = (colour_of(pattern.find(f"{{*}}{part}"), theme) for part in ("fgColor", "bgColor"))
    if kind == "solid":
        return {"pattern": 1, "bg_color": fore} if fore else {}
    look: Look = {"pattern": _PATTERNS.index(kind)}
    look |= {key: colour for key, colour in (("fg_color", fore), ("bg_color", back)) if colour}
    return look


def _border(border: Element, theme: Sequence[str]) -> Look:
    look: Look = {}
    for side in _SIDES:
        line = border.find(f"{{*}}{side}")
        style = "none" if line is None else line.get("style", "none")
        if line is None or style not in _BORDERS or style == "none":
            continue
        look[side] = _BORDERS.index(style)
        if colour := colour_of(line.find("{*}color"), theme):
            look[f"{side}_color"] = colour
    return look


def _number_format(number: str, custom: dict[str | None, str]) -> Look:
    if custom.get(number):
        return {"num_format": custom[number]}
    place = _whole(number)
    return {"num_format": place} if place and place < _BUILT_IN_FORMATS else {}


def _alignment(told: Element | None) -> Look:
    if told is None:
        return {}
    look: Look = {}
    across, down = told.get("horizontal", ""), told.get("vertical", "")
    if across in _ALIGN:
        look["align"] = across
    elif across == "centerContinuous":
        look["align"] = "center_across"
    if down in _VERTICAL:
        look["valign"] = _VERTICAL[down]
    for name, key in (("wrapText", "text_wrap"), ("shrinkToFit", "shrink")):
        if told.get(name, "0") not in _OFF:
            look[key] = True
    if (indent := _whole(told.get("indent"))) and indent <= 15:
        look["indent"] = indent
    return look | _rotation(_whole(told.get("textRotation")))


def _rotation(degrees: int | None) -> Look:
    """Up to 90 it turns up, from 91 on down, 255 stands letter below letter."""
    if not degrees:
        return {}
    if degrees == 255:
        return {"rotation": 270}
    return {"rotation": degrees if degrees <= 90 else 90 - degrees} if degrees <= 180 else {}
