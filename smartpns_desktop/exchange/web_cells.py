"""What a cell of a web page holds: its lines, a number that an office program left beside them, whether it is seen."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from smartpns_desktop.exchange.sheets import Cell

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NOT_SEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_CLASS_NOT_SEEN = re.compile(r"\.([\w-]+)\s*\{[^{}]*display\s*:\s*none", re.IGNORECASE)
_KEPT_AS_TEXT = re.compile(r"'(?=[\d=+@-])")
_DIGITS = re.compile(r"\d+")
_EPOCH = datetime(1899, 12, 30)
_LAST_SERIAL = 2_958_465


def is_hidden(attributes: Mapping[str, str], hidden_classes: frozenset[str]) -> bool:
    """Whether a page does not show what carries these attributes."""
    if "hidden" in attributes or _NOT_SEEN.search(attributes.get("style", "")):
        return True
    return not hidden_classes.isdisjoint(attributes.get("class", "").split())


def hidden_classes(page: str) -> frozenset[str]:
    """Classes that the page's own style sheets do not show."""
    styles = re.findall(r"<style[^>]*>(.*?)</style", page, re.DOTALL | re.IGNORECASE)
    return frozenset(name for style in styles for name in _CLASS_NOT_SEEN.findall(style))


def lines_of(text: str) -> list[str]:
    """The lines as a page shows them, broken at NUL; blank ones fall away, blanks within one are one blank."""
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\0"))
    return [line for line in lines if line]


def cell_value(shown: str, attributes: Mapping[str, str]) -> Cell:
    """The value of a cell that shows this text.

    Excel (`x:num`) and LibreOffice (`sdval`) leave the number beside what they show. Without it a number is the
    text that stands there, whole. An apostrophe in front of a digit only kept it text.
    """
    if "x:bool" in attributes:
        return attributes["x:bool"].upper() == "TRUE"
    stored = attributes.get("x:num", attributes.get("sdval"))
    if stored is not None and "x:str" not in attributes:
        number = _number(stored or shown)
        if number is not None:
            return _as_day(number, shown)
    return _KEPT_AS_TEXT.sub("", shown, count=1) if shown.startswith("'") else shown


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in text else None


def _as_day(number: float, shown: str) -> Cell:
    """The day, the moment or the time of day where the shown text is that of a date, else the number."""
    digits = {int(group) for group in _DIGITS.findall(shown)}
    if 0 <= number < 1 and ":" in shown:
        return (_EPOCH + timedelta(seconds=round(number * 86_400))).time()
    if not 1 <= number <= _LAST_SERIAL or (len(digits) < 2 and number.is_integer()):
        return number
    moment = _EPOCH + timedelta(seconds=round(number * 86_400))
    if not {moment.year, moment.year % 100} & digits or moment.day not in digits:
        return number
    return date(moment.year, moment.month, moment.day) if moment.time() == time() else moment
