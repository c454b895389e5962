"""How one cell becomes a value: text, id, number, money; what cannot be read becomes a problem, never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from smartpns_desktop.domain import nik as niks
from smartpns_desktop.domain import nip as nips
from smartpns_desktop.domain import typed
from smartpns_desktop.domain.long_numbers import EXACT_BELOW, was_a_number
from smartpns_desktop.domain.years import year_in

BLANKS = frozenset({"", "-", "--", "–", "—", "null", "NULL", "n/a", "N/A", "#N/A", "nihil", "Nihil"})
_ONE_POINT = re.compile(r"\D*[1-9]\d{0,2}\.\d{3}\D*")
"""1.250, which a column of measured numbers does not tell from 1,25."""
_ENDLESS = re.compile(r"[-+]?\d{16,}(?:[.,]\d+)?")
_SCORE = re.compile(r"-?\d{1,3}[.,]\d+")
_SCORES_BELOW = 1000
_MARKS = frozenset("x v √ ✓ ✔ ☑ ☒ ✗ ✘ ya ada 1 * ● • ü".split())
_LEAST_AMOUNT = 1000
_SCALES = re.compile(r"\b(?:ribu|juta|mil[iy]ar)(?:an)?\b|\brp\.?\s*(?:x\s*)?(?:1\.?)?000\b", re.IGNORECASE)
_ALL_SCALED = re.compile(r"\bdalam\s+(?:ribu|juta|mil[iy]ar)(?:an)?\b", re.IGNORECASE)
_MOBILE = re.compile(r"8\d{8,11}")
_FULL_LENGTHS = {"tax_number": 15, "health_insurance_number": 13}
"""Digits of numbers that may begin with noughts (NPWP, BPJS)."""


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


def read_lines(cell: object) -> str | None:
    """The cell's lines, each with single spaces and none of them empty; `None` for an empty cell or a dash."""
    text = cell if isinstance(cell, str) else shown(cell)
    text = "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
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
    return nips.within(str(cell)) or Unread(fault.code, {"part": fault.part, "digits": str(len(text))})


def read_nik(cell: object) -> str | Unread | None:
    """A NIK without what typing adds; one that was a number has lost its last digit."""
    if isinstance(cell, str) and len(cell) == niks.LENGTH and cell.isascii() and cell.isdigit():
        return cell
    read = read_id(cell)
    if not isinstance(read, str):
        return read
    return Unread("id.damaged") if was_a_number(read) else niks.clean(read) or None


def _read_phone(cell: object) -> str | Unread | None:
    """A phone number; the nought before the 8 of a mobile number, which number cells lose, is put back."""
    read = read_id(cell)
    return f"0{read}" if isinstance(read, str) and _MOBILE.fullmatch(read) else read


def _read_long(length: int) -> Callable[[object], str | Unread | None]:
    """A number of so many digits; the noughts at its beginning, which number cells lose, are put back."""

    def read(cell: object) -> str | Unread | None:
        found = read_id(cell)
        return found.zfill(length) if isinstance(cell, float) and isinstance(found, str) else found

    return read


ID_READERS: dict[str, Callable[[object], object]] = {
    "nip": read_nip,
    "nik": read_nik,
    "phone": _read_phone,
    **{name: _read_long(length) for name, length in _FULL_LENGTHS.items()},
}
"""How ids of a known shape are read, by field."""


def read_number(cell: object) -> float | Unread | None:
    """A measured number with decimal comma or point, its unit dropped: `20 JP`, `20,5`, `1.250,5`.

    One point before three digits is told as `number.ambiguous`: 1.250 can be 1250 as well as 1,25.
    """
    read = _read_any(cell)
    if isinstance(cell, str) and isinstance(read, float) and _ONE_POINT.fullmatch(cell):
        return Unread("number.ambiguous", {"candidates": f"{read:g}|{read / 1000:g}".replace(".", ",")})
    return read


def _read_any(cell: object) -> float | Unread | None:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _kept(float(cell))
    text = read_text(cell)
    read = typed.read_number(text) if text else None
    if read is None:
        return None
    if isinstance(read, typed.Unread):
        return Unread("value.out_of_range" if _ENDLESS.fullmatch(read.text) else "number.unreadable")
    return _kept(float(read))


def _kept(number: float) -> float | Unread:
    """A number to the 15 digits that a spreadsheet keeps; what has more before its point is no number of ours."""
    return float(f"{number:.15g}") if abs(number) < EXACT_BELOW else Unread("value.out_of_range")


def read_score(cell: object) -> float | Unread | None:
    """A number below a thousand, whose comma and point are decimal marks alike: `87,500` and `87.500` are 87.5."""
    if isinstance(cell, str) and _SCORE.fullmatch(text := read_text(cell) or ""):
        return float(text.replace(",", "."))
    read = _read_any(cell)
    return Unread("number.unreadable") if isinstance(read, float) and abs(read) >= _SCORES_BELOW else read


def read_year(cell: object) -> int | Unread | None:
    """The one year that a cell names: `2025`, `TA 2025`, a day of it; `year.unreadable` for none or several."""
    if isinstance(cell, date):
        return cell.year
    text = read_text(cell)
    return None if text is None else year_in(text) or Unread("year.unreadable")


def read_heads(cell: object) -> int | Unread | None:
    """A number of people; True where the cell is only crossed: how many is told elsewhere, if at all."""
    text = read_text(cell)
    is_crossed = text is not None and text.casefold() in _MARKS and not text.isdigit()
    return True if is_crossed else read_integer(cell)


def read_money(cell: object) -> int | Unread | None:
    """Whole rupiah; True where the cell is only crossed, as a list of payers is: x, v, √, and 1, which nothing costs.

    Below a thousand nothing costs either: there somebody counts thousands or millions.
    """
    text = read_text(cell)
    if cell is True or (text is not None and text.casefold() in _MARKS):
        return True
    amount = read_integer(cell)
    return Unread("value.out_of_range") if type(amount) is int and 0 < abs(amount) < _LEAST_AMOUNT else amount


def read_scaled_money(cell: object) -> int | Unread | None:
    """A cross as `read_money` takes it, in a column that counts thousands or millions; its amounts are only told."""
    amount = read_money(cell)
    return Unread("value.out_of_range") if type(amount) is int and amount else amount


def counts_thousands(heading: str, title: str) -> bool:
    """Whether a heading (Rp. ribu), or a title (dalam jutaan rupiah), says that amounts are thousands or millions."""
    return bool(_SCALES.search(heading) or _ALL_SCALED.search(title))


def read_integer(cell: object) -> int | Unread | None:
    """A whole number (years, heads, rupiah): `1.250` is 1250; a fraction is not rounded but told."""
    number = _read_any(cell)
    if number is None or isinstance(number, Unread):
        return number
    return int(number) if number.is_integer() else Unread("number.unreadable")
