"""Days whose number, month and year stand side by side in a column each: TGL, BLN and THN below Tanggal Lahir."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from smartpns_desktop.domain.date_ranges import split_range
from smartpns_desktop.domain.dates import MONTHS, parse_date, split_numeric
from smartpns_desktop.exchange.heading_labels import Parts
from smartpns_desktop.exchange.headings import heading_key, heading_text

_NAMES = (
    frozenset("tanggal tgl tggl tg dd".split()),
    frozenset("bulan bln bl mm".split()),
    frozenset("tahun thn th yyyy yy".split()),
)
"""What the columns of the number of a day, of its month and of its year are called."""
_WEEKDAY = {"hari"}
"""What may stand beside the number of a day: Hari/Tgl."""
_OF_ALL = "Tanggal"
_MONTH_NAMES = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_LAST_DAY = 31
_FIRST_DAY = (1900, 2, 1)
"""Days before are numbers of days that a format made so, one program counting otherwise than the next."""
_FIRST_SERIAL = 3_000
"""Numbers from here on can be whole days, as spreadsheets count them."""
_INNER = (":month", ":year")
"""What a column means beside that of the number of a day: birth_date:month, birth_date:year."""

Rows = Sequence[Sequence[object]]
_Cell = TypeVar("_Cell")


class DayPlaces(NamedTuple):
    """Places (from 0) of the columns of the number of a day, of its month and of its year."""

    day: int
    month: int
    year: int


def names_at(field: str, places: DayPlaces) -> dict[int, str]:
    """What each of the three columns means, by its place: the field, and what it has beside its number of a day."""
    return dict(zip(places, (field, *(field + part for part in _INNER)), strict=True))


def is_inner(name: str) -> bool:
    """Whether that is the meaning of a column of months or years, which belongs to the number of a day."""
    return name.endswith(_INNER)


def chosen_days(mapping: Mapping[int, str | None]) -> dict[str, DayPlaces]:
    """The days that three columns are to tell together, by field; `mapping` is what each column is to mean."""
    places = {name: place for place, name in mapping.items() if name}
    inner = {field: tuple(places.get(field + part) for part in _INNER) for field in places}
    return {
        field: DayPlaces(places[field], month, year)
        for field, (month, year) in inner.items()
        if month is not None and year is not None
    }


def split_days(labels: Sequence[Parts], below: Rows) -> Iterator[DayPlaces]:
    """The days that three neighbouring columns tell, as the texts over them say and the cells below do not deny: where
    whole days stand below TGL, month and year are but repeated beside them."""
    said = [_part_and_rest(parts) for parts in labels]
    for first in range(len(said) - len(_NAMES) + 1):
        found = said[first : first + len(_NAMES)]
        if None in found or len({rest for _, rest in filter(None, found)}) > 1:
            continue
        order = [part for part, _ in filter(None, found)]
        if sorted(order) == [*range(len(_NAMES))]:
            places = DayPlaces(*(first + order.index(part) for part in range(len(_NAMES))))
            if _are_numbers([row[places.day] for row in below]):
                yield places


def _part_and_rest(parts: Parts) -> tuple[int, Parts] | None:
    """Which part of a day a column tells, and all else that stands over it; `None` where it names none."""
    words = heading_key(parts[-1]).split() if parts else []
    for part, names in enumerate(_NAMES):
        if len(names.intersection(words)) == 1:
            return part, (*parts[:-1], " ".join(word for word in words if word not in names | _WEEKDAY))
    return None


def _are_numbers(cells: Sequence[object]) -> bool:
    return sum(map(_is_number, cells)) >= sum(map(_is_whole, cells))


def _is_number(cell: object) -> bool:
    text = heading_text(cell)
    return text.isascii() and text.isdigit() and 0 < int(text) <= _LAST_DAY


def _is_whole(cell: object) -> bool:
    if isinstance(cell, str):
        return parse_date(cell) is not None or split_numeric(cell) is not None
    if isinstance(cell, date):
        return (cell.year, cell.month, cell.day) >= _FIRST_DAY
    return isinstance(cell, float) and cell >= _FIRST_SERIAL


def texts_over(labels: Sequence[Parts], places: DayPlaces) -> Iterator[Parts]:
    """What may stand for all three in the place of the texts over them: TGL LAHIR; TANGGAL LAHIR over TGL, TMT PANGKAT
    for TGL TMT PANGKAT; LAHIR Tanggal."""
    own = labels[places.day]
    yield own
    _, told = _part_and_rest(own) or (0, ())
    rest = tuple(filter(None, told))
    if rest:
        yield rest
        yield (*rest, _OF_ALL)


def whole_day(day: _Cell, month: _Cell, year: _Cell) -> _Cell | str:
    """The three cells as one that any reader of dates reads: 12 Maret 1985, 10-12 Maret 2025; what is missing is
    missing there, too.

    What cannot be part of a day stays as it was written, so that nothing is read from it. A whole day in the first
    cell stands for itself where the others are empty.
    """
    if month == "" and year == "":
        return f"{heading_text(day)}?" if _is_number(day) else day
    texts = [heading_text(cell) for cell in (day, month, year)]
    if not any(text.strip("0 ") for text in texts):
        return ""
    if len({*texts}) == 1 and not any(map(str.isdigit, texts[0])):
        # Three dashes, or three marks that the day above holds for this row as well.
        return texts[0]
    numbers = [text.strip(" .'’") for text in texts]
    name = _month(numbers[1])
    told = " ".join(filter(None, (numbers[0], name, numbers[2])))
    is_sound = all(not it or (it.isascii() and it.isdigit()) for it in (numbers[0], numbers[2]))
    if name is not None and ((is_sound and len(numbers[0]) <= 2) or split_range(told)):
        return told
    return " | ".join(texts)


def _month(text: str) -> str | None:
    """The month's name, "" where there is none, `None` where the text is no month."""
    if text.isascii() and text.isdigit():
        return _MONTH_NAMES[int(text) - 1] if 0 < int(text) <= len(_MONTH_NAMES) else None
    return text if not text or text.casefold() in MONTHS else None
