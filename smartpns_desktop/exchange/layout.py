"""Where a sheet's heading stands, which kind of sheet it is, and which column means what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec

SEARCHED_ROWS = 60
_UNDERSTOOD = 0.3
"""Share of the headings below which a sheet is of a kind that we do not know, whatever a NIP and a name say."""
_PASSIVE = frozenset({"no", "no urut", "nomor urut", "nomor", "jumlah", "total", "jml"})
_ENOUGH_TO_TELL = 3
"""Columns by which a kind is recognised although it cannot be read without others."""
_YEAR = re.compile(r"(?:tahun|thn?\.?)?\s*(20\d\d)(?:\.0)?", re.IGNORECASE)
_SPACED_OUT = re.compile(r"(?<=\b\w) (?=\w\b)")
"""The gaps in N I P and N A M A."""


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the sheet that we understand: its place (from 0), its meaning, the sender's heading.

    `field` is the column's code name; a year's column carries its year: `heads_2026`.
    """

    index: int
    field: str
    column: Column
    heading: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The heading of a sheet: rows `first_row` to `header_row` (from 1), what its columns mean, what is unknown."""

    spec: SheetSpec
    first_row: int
    header_row: int
    columns: tuple[MappedColumn, ...]
    unknown: tuple[str, ...]

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Headings of the columns without which the rows cannot be told apart, where the sheet lacks them."""
        missing = (field for field in self.spec.identifying if self.index_of(field) is None)
        return tuple(self.spec.column(field).heading for field in missing)

    @property
    def doubtful(self) -> bool:
        """Whether so little is understood that the sheet is of this kind only if somebody says so."""
        return len(self.columns) < _UNDERSTOOD * (len(self.columns) + len(self.unknown))

    def index_of(self, field: str) -> int | None:
        """Place of a field's column, `None` where the sheet has none."""
        return next((mapped.index for mapped in self.columns if mapped.field == field), None)


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """A heading reduced to its words, so that case, punctuation, line breaks and spaced letters do not matter."""
    words = " ".join(re.findall(r"\w+", text.casefold().replace("_", " ")))
    return _SPACED_OUT.sub("", words)


def find_layout(rows: Sequence[Sequence[object]], specs: Iterable[SheetSpec]) -> Layout | None:
    """The heading that explains most of the sheet's first rows; `None` where no kind's heading stands there.

    A heading may have two rows, the upper one reaching over several columns ("Tanggal" over "Mulai"). It may
    turn out to be `incomplete`: then it explains more than any complete heading of another kind does.
    """
    best: Layout | None = None
    for spec in specs:
        for start in range(min(SEARCHED_ROWS, len(rows))):
            for height in (1, 2):
                layout = _try_heading(rows, start, height, spec)
                if layout and (best is None or _rank(layout) > _rank(best)):
                    best = layout
    return best


def _rank(layout: Layout) -> tuple[int, bool]:
    return len(layout.columns), not layout.incomplete


def _try_heading(rows: Sequence[Sequence[object]], start: int, height: int, spec: SheetSpec) -> Layout | None:
    if start + height > len(rows) or sum(1 for cell in rows[start] if cell != "") < 2:
        return None
    labels = _labels(rows[start : start + height])
    mapped: dict[str, MappedColumn] = {}
    unknown: list[str] = []
    for index, candidates in enumerate(labels):
        found = _match(candidates, spec, index)
        if found and found.field not in mapped:
            mapped[found.field] = found
        elif candidates and heading_key(candidates[-1]) not in _PASSIVE:
            unknown.append(candidates[0])
    whole = all(field in mapped for field in spec.identifying)
    if len(mapped) < (2 if whole else _ENOUGH_TO_TELL):
        return None
    if height == 2 and not _reaches_down(rows[start + 1], mapped.values()):
        return None
    return Layout(spec, start + 1, start + height, tuple(mapped.values()), tuple(unknown))


def _labels(heading: Sequence[Sequence[object]]) -> list[list[str]]:
    """For each column the texts that may be its heading, the fullest first."""
    upper = [_text(cell) for cell in heading[0]]
    if len(heading) == 1:
        return [[text] if text else [] for text in upper]
    lower = [_text(cell) for cell in heading[1]]
    labels, above = [], ""
    for index in range(max(len(upper), len(lower))):
        own = lower[index] if index < len(lower) else ""
        over = upper[index] if index < len(upper) else ""
        # A merged cell keeps its text in the first column; only columns with a text below belong to it.
        above = over or (above if own else "")
        labels.append(_both(above, own) if own else [over] if over else [])
    return labels


def _both(above: str, own: str) -> list[str]:
    """Tanggal over Mulai is Tanggal Mulai, Pangkat over TMT is TMT Pangkat."""
    return [f"{above} {own}", f"{own} {above}", own] if above else [own]


def _reaches_down(lower: Sequence[object], mapped: Iterable[MappedColumn]) -> bool:
    """Whether the second row of a heading says anything; else it is a row of data."""
    return any(column.index < len(lower) and lower[column.index] != "" for column in mapped)


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _match(candidates: Sequence[str], spec: SheetSpec, index: int) -> MappedColumn | None:
    by_key = _headings_of(spec)
    for text in candidates:
        column = by_key.get(heading_key(text))
        if column is not None and column.kind is not CellKind.YEAR_COUNT:
            return MappedColumn(index, column.field, column, candidates[0])
        year = _YEAR.fullmatch(text)
        years = _year_column(spec)
        if year and years:
            return MappedColumn(index, f"{years.field}_{year[1]}", years, candidates[0])
    return None


@lru_cache(maxsize=16)
def _headings_of(spec: SheetSpec) -> dict[str, Column]:
    keys: dict[str, Column] = {}
    for column in spec.columns:
        for heading in (column.heading, *column.synonyms):
            keys.setdefault(heading_key(heading), column)
    return keys


def _year_column(spec: SheetSpec) -> Column | None:
    return next((column for column in spec.columns if column.kind is CellKind.YEAR_COUNT), None)


def context_of(rows: Sequence[Sequence[object]], layout: Layout) -> dict[str, str]:
    """What the title rows above the heading say about every row: "Perangkat Daerah : Dinas …"; whole as `title`."""
    found: dict[str, str] = {}
    titles: list[str] = []
    wanted = {key: column for key, column in _headings_of(layout.spec).items() if column.field in layout.spec.context}
    for row in rows[: layout.first_row - 1]:
        texts = [text for text in (_text(cell) for cell in row) if text]
        titles += texts
        for position, text in enumerate(texts):
            label, _, rest = text.partition(":")
            column = wanted.get(heading_key(label))
            value = rest.strip() or " ".join(texts[position + 1 : position + 2]).lstrip(": ").strip()
            if column and value:
                found.setdefault(column.field, value)
    return {**found, "title": "; ".join(titles)}
