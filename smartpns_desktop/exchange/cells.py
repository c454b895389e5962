"""How one cell becomes a value: text, id, number, money; what cannot be read becomes a problem, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from smartpns_desktop.domain import nip as nips
from smartpns_desktop.domain.long_numbers import EXACT_BELOW

BLANKS = frozenset({"", "-", "--", "–", "—", "null", "NULL", "n/a", "N/A", "#N/A", "nihil", "Nihil"})
_NUMBER = re.compile(r"[-+]?[\d.,]+")
_UNITS = re.compile(r"^(rp\.?|idr)\s*|\s*(jp|jam|jam pelajaran|orang|org|%|,-|,–)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that could not be read: the problem's code and its facts."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)


def shown(cell: object) -> str:
    """A cell as a person would read it in the sheet; for problems and for text columns."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell)) if abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%d-%m-%Y %H:%M:%S")
    if isinstance(cell, date):
        return cell.strftime("%d-%m-%Y")
    if isinstance(cell, bool):
        return "Ya" if cell else "Tidak"
    return str(cell)


def read_text(cell: object) -> str | None:
    """The cell's words with single spaces; `None` for an empty cell or a dash."""
    text = cell.strip() if isinstance(cell, str) else shown(cell)
    if "  " in text or "\n" in text or "\xa0" in text or "\t" in text:
        text = " ".join(text.split())
    return None if text in BLANKS else text


def read_id(cell: object) -> str | Unread | None:
    """An id of digits; a number is exact only below 10¹⁵, any other has lost digits and is not taken."""
    if isinstance(cell, float):
        return nips.from_number(cell) or Unread("id.damaged")
    return read_text(cell)


def read_nip(cell: object) -> str | Unread | None:
    """A sound NIP; else why not (`nip.damaged`, `nip.not_18_digits`, `nip.impossible`)."""
    if isinstance(cell, float):
        text = nips.from_number(cell)
        if text is None:
            return Unread("nip.damaged")
    else:
        raw = cell if isinstance(cell, str) else shown(cell)
        text = raw if len(raw) == 18 and raw.isascii() and raw.isdigit() else nips.clean(raw)
    if not text or text in BLANKS:
        return None
    fault = nips.fault(text)
    if fault is None:
        return text
    return Unread(fault.code, {"part": fault.part, "digits": str(len(text))})


def read_number(cell: object) -> float | Unread | None:
    """A number with decimal comma or point, its unit dropped: `20 JP`, `20,5`, `1.250.000`."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _kept(float(cell))
    text = read_text(cell)
    if text is None:
        return None
    digits = _UNITS.sub("", _UNITS.sub("", text)).replace(" ", "")
    if not _NUMBER.fullmatch(digits):
        return Unread("number.unreadable")
    try:
        return _kept(float(_plain(digits)))
    except ValueError:
        return Unread("number.unreadable")


def _kept(number: float) -> float | Unread:
    """A number to the 15 digits that a spreadsheet keeps; what has more before its point is no number of ours."""
    return float(f"{number:.15g}") if abs(number) < EXACT_BELOW else Unread("value.out_of_range")


def _plain(digits: str) -> str:
    """Indonesian or English separators to a plain decimal point."""
    if "," in digits and "." in digits:
        comma_last = digits.rfind(",") > digits.rfind(".")
        return digits.replace(".", "").replace(",", ".") if comma_last else digits.replace(",", "")
    if "," in digits:
        return digits.replace(",", ".") if digits.count(",") == 1 else digits.replace(",", "")
    thousands = re.fullmatch(r"[-+]?\d{1,3}(\.\d{3})+", digits)
    return digits.replace(".", "") if thousands else digits


def read_integer(cell: object) -> int | Unread | None:
    """A whole number (years, heads, rupiah); a fraction is not rounded but told."""
    number = read_number(cell)
    if number is None or isinstance(number, Unread):
        return number
    return int(number) if number.is_integer() else Unread("number.unreadable")
