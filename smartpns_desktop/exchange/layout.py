"""Where a sheet's heading stands, which kind of sheet it is, and which column means what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.columns_spec import Column, SheetSpec
from smartpns_desktop.exchange.sheets import column_letters

SEARCHED_ROWS = 60
_UNDERSTOOD = 0.3
"""Share of the headings below which a sheet is of a kind that we do not know, whatever a NIP and a name say."""
REASON = "Alasan"
"""Heading of the column in which we tell why a row was refused; nothing is read from it."""
_PASSIVE = frozenset({"no", "no urut", "nomor urut", "nomor", "jumlah", "total", "jml", REASON.lower()})
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
                if layout and (best is None or rank(layout) > rank(best)):
                    best = layout
    return best


def rank(layout: Layout) -> tuple[int, bool]:
    """How well a heading explains its sheet; the higher one is meant."""
    return len(layout.columns), not layout.incomplete


def heading_at(rows: Sequence[Sequence[object]], header_row: int, spec: SheetSpec) -> Layout:
    """The heading that ends in this row (from 1), of one row or two, however little it explains.

    Raises CannotDo("heading.empty") where the row has no text.
    """
    end = header_row - 1
    if not 0 <= end < len(rows) or not any(_text(cell) for cell in rows[end]):
        raise CannotDo("heading.empty", row=header_row)
    one = _read_heading(rows, end, 1, spec)
    two = _read_heading(rows, end - 1, 2, spec) if end else one
    return two if rank(two) > rank(one) and _reaches_down(rows[end], two.columns) else one


def headings_of(rows: Sequence[Sequence[object]], layout: Layout) -> list[str]:
    """The sender's own heading of every column of the sheet, "" where it has none."""
    labels = _labels(rows[layout.first_row - 1 : layout.header_row])
    return [candidates[0] if candidates else "" for candidates in labels]


def is_passive(heading: str) -> bool:
    """Whether a column of that heading never says anything about a field: a running number, a sum, our reasons."""
    return heading_key(heading) in _PASSIVE


def mapped_as(rows: Sequence[Sequence[object]], layout: Layout, mapping: Mapping[int, str | None]) -> Layout:
    """The layout in which the columns at these places mean these fields, or none.

    Raises CannotDo: `argument.unknown_field`, and `columns.twice` where two columns would mean one field.
    """
    headings, spec = headings_of(rows, layout), layout.spec
    found = {mapped.index: mapped for mapped in layout.columns if mapped.index not in mapping}
    for index, field in mapping.items():
        if field:
            found[index] = MappedColumn(index, field, _column(spec, field), headings[index] or column_letters(index))
    columns = tuple(found[index] for index in sorted(found))
    for one, other in ((it, them) for it in columns for them in columns if it.index < them.index):
        if one.field == other.field:
            raise CannotDo("columns.twice", field=one.column.heading, names=f"{one.heading}, {other.heading}")
    told = {headings[index] for index in mapping}
    return replace(layout, columns=columns, unknown=tuple(it for it in layout.unknown if it not in told))


def _column(spec: SheetSpec, field: str) -> Column:
    try:
        column = spec.column(field)
    except KeyError:
        column = None
    if column is None or (column.kind.is_yearly and column.field == field):
        raise CannotDo("argument.unknown_field", field=field, known=", ".join(it.field for it in spec.columns))
    return column


def _try_heading(rows: Sequence[Sequence[object]], start: int, height: int, spec: SheetSpec) -> Layout | None:
    if start + height > len(rows) or sum(1 for cell in rows[start] if cell != "") < 2:
        return None
    layout = _read_heading(rows, start, height, spec)
    if len(layout.columns) < (_ENOUGH_TO_TELL if layout.incomplete else 2):
        return None
    if height == 2 and not _reaches_down(rows[start + 1], layout.columns):
        return None
    return layout


def _read_heading(rows: Sequence[Sequence[object]], start: int, height: int, spec: SheetSpec) -> Layout:
    mapped: dict[str, MappedColumn] = {}
    unknown: list[str] = []
    told = dict(spec.told)
    for index, candidates in enumerate(_labels(rows[start : start + height])):
        if any(told.get(heading_key(text)) == "" for text in candidates):
            continue
        found = _match(candidates, spec, index)
        if found and found.field not in mapped:
            mapped[found.field] = found
        elif candidates and not is_passive(candidates[-1]):
            unknown.append(candidates[0])
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
        field = by_key.get(heading_key(text))
        if field is not None:
            return MappedColumn(index, field, spec.column(field), candidates[0])
        year = _YEAR.fullmatch(text)
        years = _year_column(spec)
        if year and years:
            return MappedColumn(index, f"{years.field}_{year[1]}", years, candidates[0])
    return None


@lru_cache(maxsize=16)
def _headings_of(spec: SheetSpec) -> dict[str, str]:
    """The field that each heading means; a year's column is known by its year alone."""
    keys = {key: field for key, field in spec.told if field}
    for column in spec.columns:
        for heading in (column.heading, *column.synonyms) if not column.kind.is_yearly else ():
            keys.setdefault(heading_key(heading), column.field)
    return keys


def _year_column(spec: SheetSpec) -> Column | None:
    return next((column for column in spec.columns if column.kind.is_yearly), None)


def context_of(rows: Sequence[Sequence[object]], layout: Layout) -> dict[str, str]:
    """What the title rows above the heading say about every row: "Perangkat Daerah : Dinas …"; whole as `title`."""
    found: dict[str, str] = {}
    titles: list[str] = []
    wanted = {key: field for key, field in _headings_of(layout.spec).items() if field in layout.spec.context}
    for row in rows[: layout.first_row - 1]:
        texts = [text for text in (_text(cell) for cell in row) if text]
        titles += texts
        for position, text in enumerate(texts):
            label, _, rest = text.partition(":")
            field = wanted.get(heading_key(label))
            value = rest.strip() or " ".join(texts[position + 1 : position + 2]).lstrip(": ").strip()
            if field and value:
                found.setdefault(field, value)
    return {**found, "title": "; ".join(titles)}
