"""What the texts of a row that is no plain data say: totals, signatures, numbered columns, sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile, pairwise, takewhile

from smartpns_desktop.domain.dates import MONTHS, WEEKDAY
from smartpns_desktop.domain.folding import fold

_TOTAL = re.compile(
    r"(?:(?:grand|sub)[\s-]?(?:total|jumlah)|jumlah|jml|jlh|total|rata[\s-]?rata|rerata)\b[\s.:]*", re.IGNORECASE
)
_UNIT = re.compile(r"[\s:=]*(?:rp\.?\s*)?[\d.,]+\s*(?:jp|jam|orang|org|pegawai|peserta|%|kegiatan)?\.?", re.IGNORECASE)
_OTHER_TEXTS = 2
"""Texts besides its label from which a row is no total, whatever its first word."""

_SIGNED = re.compile(
    r"(?:mengetahui|menyetujui|mengesahkan|disahkan|disetujui|diketahui|dibuat oleh|diperiksa oleh|yang membuat|"
    r"pembuat daftar|ttd|tanda tangan)\b|.*\bditetapkan di\b|.*\bpada tanggal\b",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(
    rf"[^\d,]{{2,40}},\s*(?:tanggal|tgl\.?)?\s*(?:\d{{1,2}}|[.…_\s]+)\s*(?:{'|'.join(MONTHS)}|[.…_]{{3,}}|\d{{1,2}}[-/])",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"(?:hari\s)?{WEEKDAY}", re.IGNORECASE)
_NUMBERED_NIP = re.compile(r"n\.?\s?i\.?\s?p\b\.?", re.IGNORECASE)
_FOOT = re.compile(
    r"(?:kepala|ketua|camat|lurah|direktur|sekretaris|inspektur|walikota|wali kota|bupati|gubernur|asisten|staf ahli|"
    r"plt|plh|pj|a\.?\s?n|an|u\.?b|kasubbag|kasubag|kabid|kabag|kasi|pengelola|pembina|penata|pengatur|juru|operator|"
    r"bendahara|pejabat)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(?:keterangan|ket|catatan|note|nb|n\.b|sumber|dicetak|tanggal cetak|halaman)\b\s*\.?\s*[:;]|"
                     r"\*+\)?\s*\w|(?:keterangan|catatan)\s*$|(?:dicetak|halaman)\b", re.IGNORECASE)  # fmt: skip

_NUMBERING = re.compile(
    r"\(?(?:[A-Z]|[ivxlcIVXLC]{1,6}|\d{1,3}(?:\.\d{1,2})*)(?:\s*[.)]|\s*-(?=\s))\s*(?=\S)|"
    r"(?:[A-H]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})+)\s+(?=[A-Z][A-Za-z]{3})"
)
_NUMBER_ALONE = re.compile(r"\(?(?:[A-Za-z]|[ivxlcIVXLC]{1,6}|\d{1,3})\)?[.)]?")
_HEADS = re.compile(r"\s*(?:[:=-]\s*)?[(\[]?\s*(?:jumlah\s*:?\s*)?\d+\s*"
                    r"(?:orang|org|pegawai|asn|pns|pppk|jiwa|lulusan)\.?\s*[)\]]?\s*$|"
                    r"\s*[(\[]\s*\d+\s*[)\]]\s*$", re.IGNORECASE)  # fmt: skip
_ROMANS = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII "
    "XXIII XXIV XXV XXVI XXVII XXVIII XXIX XXX"
).split()
_SUM = re.compile(r"(\d{1,2})\s*=\s*\(?[\d+\-x*/:() ]+")

_LONG_NUMBER = re.compile(r"\d(?:[\s.'-]?\d){14}")
_LONGEST_HEADING = 300
"""Characters of a heading, its instructions included."""
_NO_YEAR = 10_000.0
"""Numbers from here on are neither a year nor a column's number."""

Row = Sequence[object]


def filled(row: Row) -> list[object]:
    """The cells of a row that hold something."""
    return [cell for cell in row if cell != "" and not (isinstance(cell, str) and not cell.strip())]


def tells_somebody(row: Row) -> bool:
    """Whether a row holds a number as people have them (NIP, NIK), as text or as Excel made it; no heading does."""
    return any(
        cell >= _NO_YEAR if isinstance(cell, float) else isinstance(cell, str) and _LONG_NUMBER.search(cell) is not None
        for cell in row
    )


def is_wordy(row: Row) -> bool:
    """Whether a cell of the row holds more than any heading does."""
    return any(isinstance(cell, str) and len(cell) > _LONGEST_HEADING for cell in row)


def is_total(row: Row) -> bool:
    """Whether a row that names nobody sums up others: its first text says so, or numbers alone stand beside it."""
    cells = filled(row)
    labels = [place for place, cell in enumerate(cells) if is_total_label(cell)]
    if not labels:
        return False
    others = [cell for place, cell in enumerate(cells) if place not in labels and _is_wordy(cell)]
    return len(others) < _OTHER_TEXTS if labels[0] == 0 else not others


def is_total_label(cell: object) -> bool:
    """Whether a text begins as a total's does."""
    return isinstance(cell, str) and _TOTAL.match(cell.lstrip(" (*-")) is not None


def _is_wordy(cell: object) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell)) and not _UNIT.fullmatch(cell.strip())


def begins_signature(cells: Sequence[object]) -> bool:
    """Whether one of these cells can only stand in a signature: Mengetahui, a place and its day, a labelled NIP."""
    return any(isinstance(cell, str) and _begins_signature(cell.strip()) for cell in cells)


def _begins_signature(text: str) -> bool:
    return bool(_SIGNED.match(text) or _PLACE_AND_DAY.match(text) or is_labelled_nip(text))


def tells_place_and_day(cell: object) -> bool:
    """Whether a text begins a signature with its place and day: Bontang, 3 Mei 2026, and not Rabu, 3 Mei 2026."""
    return isinstance(cell, str) and bool(_PLACE_AND_DAY.match(cell.strip())) and not _WEEKDAY.match(cell.strip())


def is_labelled_nip(text: str) -> bool:
    """Whether a NIP follows its own label: NIP. 1985…"""
    return _NUMBERED_NIP.match(text) is not None


def begins_foot(cells: Sequence[object]) -> bool:
    """Whether one of these cells can begin what stands below a table: a signature, a post, a rank, a remark."""
    texts = [cell.strip() for cell in cells if isinstance(cell, str)]
    return any(_begins_signature(text) or _FOOT.match(text) or _REMARK.match(text) for text in texts)


def is_remark(cells: Sequence[object]) -> bool:
    """Whether a row explains the table: Keterangan: …, *) …"""
    return bool(cells) and isinstance(cells[0], str) and _REMARK.match(cells[0].strip()) is not None


def counts_columns(row: Row, least: int = 3) -> bool:
    """Whether a row numbers the columns, at least so many: 1, 2, 3 …, (1), I, II, a, b, "4=2+3"; a legend may stand
    beside."""
    return _count(filled(row), least) or _count(list(takewhile(bool, dropwhile(lambda cell: cell == "", row))), least)


def _count(cells: Sequence[object], least: int) -> bool:
    texts = [_short(cell) for cell in cells]
    if len(texts) < least or any(len(text) > 12 for text in texts):
        return False
    return any(_ascends(list(map(read, texts))) for read in (_arabic, _roman, _letter))


def _short(cell: object) -> str:
    if isinstance(cell, date):
        return "?" * 20
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return text.strip().strip("()[].").strip()


def _arabic(text: str) -> int:
    total = _SUM.fullmatch(text)
    digits = total[1] if total else text
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 3 else 0


def _roman(text: str) -> int:
    return _ROMANS.index(text.upper()) + 1 if text.upper() in _ROMANS else 0


def _letter(text: str) -> int:
    return ord(text.casefold()) - 96 if len(text) == 1 and text.isascii() and text.isalpha() else 0


def _ascends(numbers: Sequence[int]) -> bool:
    """One after another from 1 or 2 on; a column may be left out or share its number with the next."""
    steps = [after - before for before, after in pairwise(numbers)]
    by_one = sum(step == 1 for step in steps)
    return numbers[0] in (1, 2) and all(0 <= step <= 3 for step in steps) and by_one * 2 >= len(steps)


SectionOf = Callable[[str], str]
"""The field ("agency", "level") of which a text alone in its row tells the value; "" where it tells none."""


@dataclass(frozen=True, slots=True)
class SectionText:
    """The words of a row that can only head a section, "" for any other row.

    `numbered` says that an Arabic number stands before them in a cell of its own, as before a person, `counted` that
    a count stands behind them.
    """

    words: str
    numbered: bool = False
    counted: bool = False


def section_text(row: Row) -> SectionText:
    """What a row says as a section: "A." and "Dinas …" may have a cell each, as may "Unit Kerja", ":", "Bidang …"."""
    cells = [cell for cell in filled(row) if not (isinstance(cell, str) and cell.strip() == ":")]
    numbered = counted = False
    if len(cells) > 1 and _is_numbering(cells[0]):
        numbered = not isinstance(cells[0], str) or cells[0].strip(" .()").isdigit()
        cells = cells[1:]
    if len(cells) > 1 and _is_count(cells[-1]):
        cells, counted = cells[:-1], True
    if len(cells) == 2 and isinstance(cells[0], str) and isinstance(cells[1], str):
        labelled = cells[0].rstrip().endswith(":") or cells[1].lstrip().startswith(":") or _has_colon(row)
        cells = [f"{cells[0].rstrip(': ')} : {cells[1].lstrip(': ')}"] if labelled else cells
    if len(cells) != 1 or not isinstance(cells[0], str) or not any(map(str.isalpha, cells[0])):
        return SectionText("")
    return SectionText(" ".join(cells[0].split()), numbered, counted)


def _has_colon(row: Row) -> bool:
    return any(isinstance(cell, str) and cell.strip() == ":" for cell in row)


def _is_numbering(cell: object) -> bool:
    if isinstance(cell, float):
        return cell.is_integer() and 0 < cell < 1000
    return isinstance(cell, str) and _NUMBER_ALONE.fullmatch(cell.strip()) is not None


def _is_count(cell: object) -> bool:
    return isinstance(cell, (int, float)) or (isinstance(cell, str) and _HEADS.fullmatch(cell) is not None)


def section_shape(row: Row) -> tuple[object, ...]:
    """How a section is written: which cells hold something, and what numbers it (a letter, a Roman number, nothing)."""
    places = [place for place, cell in enumerate(row) if cell != ""]
    first = str(row[places[0]]).strip() if places else ""
    numbering = _NUMBERING.match(first) or _NUMBER_ALONE.fullmatch(first)
    mark = numbering[0].strip(" .()-").upper() if numbering else ""
    return (*places, "roman" if mark in _ROMANS else "letter" if mark.isalpha() else "digit" if mark else "")


def bare_section(text: str) -> str:
    """A section's text without the number before it and the count behind it."""
    without = _HEADS.sub("", text)
    text = without if without.strip() else text
    numbering = _NUMBERING.match(text.strip())
    bare = text.strip()[numbering.end() if numbering else 0 :].strip(" :;-–*")
    return bare if fold(bare) else text.strip()
