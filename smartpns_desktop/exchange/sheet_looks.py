"""The look of a sender's sheet, read from his .xlsx file: widths, heights, merged cells, and how some rows look."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.archives import Archive
from smartpns_desktop.exchange.cell_styles import Look, read_styles
from smartpns_desktop.exchange.colours import theme_colours
from smartpns_desktop.exchange.containers import Format, recognise
from smartpns_desktop.exchange.packages import sheet_names, sheet_parts, side_part
from smartpns_desktop.exchange.sheet_area import column_number

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_OFF = ("", "0", "false")
_WIDEST, _HIGHEST = 255.0, 409.0
"""Characters and points that a column and a row can have."""
_COLUMNS = 16_384


@dataclass(slots=True)
class SheetLook:
    """How a sheet looks; rows from 1, columns from 0.

    `widths` in characters and `hidden` by column's place, `heights` in points; `merged` are areas: first row and
    place, last row and place. `styles` are numbers into `looks`, by row and place.
    """

    looks: Sequence[Look] = ()
    widths: dict[int, float] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    heights: dict[int, float] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    styles: dict[int, dict[int, int]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def of(self, row: int, place: int) -> Look:
        """The look of a cell; nothing where it has none of its own."""
        style = self.styles.get(row, {}).get(place)
        return self.looks[style] if style is not None and style < len(self.looks) else {}


def read_look(path: Path, name: str, rows: AbstractSet[int]) -> SheetLook:
    """How a sheet of the file looks, its cells in these rows; no look where the file has none that we can read:
    only .xlsx tells it, and the file may have gone, changed or been locked since it was read."""
    try:
        container = recognise(path)
        if container.format is not Format.XLSX or container.archive is None:
            return SheetLook()
        archive, workbook = container.archive, container.workbook
        names = sheet_names(archive, workbook)
        if name not in names:
            return SheetLook()
        look = SheetLook(_looks(archive, workbook))
        _Reader(look, rows).read(archive, sheet_parts(archive, workbook)[names.index(name)])
    except (CannotDo, expat.ExpatError, OSError, ValueError):
        return SheetLook()
    return look


def _looks(archive: Archive, workbook: str) -> list[Look]:
    styles, theme = side_part(archive, workbook, "styles"), side_part(archive, workbook, "theme")
    colours = theme_colours(archive.xml(theme)) if theme else []
    return read_styles(archive.xml(styles), colours) if styles else []


class _Reader:
    """One pass over a sheet's XML."""

    def __init__(self, look: SheetLook, rows: AbstractSet[int]) -> None:
        self._look, self._wanted = look, rows
        self._row = self._place = 0
        self._styles: dict[int, int] | None = None

    def read(self, archive: Archive, part: str) -> None:
        """Raises CannotDo(file.unreadable), expat.ExpatError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = _refuse
        for piece in archive.inflate(part):
            parser.Parse(piece)
        parser.Parse(b"", True)

    def _start(self, name: str, told: Mapping[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "c":
            if self._styles is not None:
                self._cell(told, self._styles)
        elif tag == "row":
            self._begin_row(told)
        elif tag == "col":
            self._column(told)
        elif tag == "mergeCell":
            self._merge(told.get("ref", ""))

    def _cell(self, told: Mapping[str, str], styles: dict[int, int]) -> None:
        reference = _REFERENCE.fullmatch(told.get("r", ""))
        self._place = column_number(reference[1].encode()) - 1 if reference else self._place + 1
        if (style := told.get("s", "")).isdecimal():
            styles[self._place] = int(style)

    def _begin_row(self, told: Mapping[str, str]) -> None:
        number = told.get("r", "")
        self._row, self._place = int(number) if number.isdecimal() else self._row + 1, -1
        self._styles = self._look.styles.setdefault(self._row, {}) if self._row in self._wanted else None
        if self._styles is None:
            return
        height = _size(told.get("ht"), _HIGHEST)
        if height and told.get("customHeight", "0") not in _OFF:
            self._look.heights[self._row] = height
        if told.get("hidden", "") not in _OFF:
            self._look.hidden_rows.add(self._row)

    def _column(self, told: Mapping[str, str]) -> None:
        places = range(int(told.get("min", 1)) - 1, min(int(told.get("max", 0)), _COLUMNS))
        if width := _size(told.get("width"), _WIDEST):
            self._look.widths.update(dict.fromkeys(places, width))
        if told.get("hidden", "") not in _OFF:
            self._look.hidden.update(places)

    def _merge(self, area: str) -> None:
        corners = [_REFERENCE.fullmatch(corner) for corner in area.split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            (top, left), (bottom, right) = (
                (int(corner[2]), column_number(corner[1].encode()) - 1) for corner in corners if corner
            )
            if (top in self._wanted) and bottom >= top and right >= left:
                self._look.merged.append((top, left, bottom, right))


def _size(text: str | None, most: float) -> float:
    return min(float(text), most) if text else 0.0


def _refuse(*_: object) -> None:
    raise ValueError("no office program declares a document type")
