"""Where a sheet's heading stands, which kind of sheet it is, and which column means what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.both_nips import with_previous_nips
from smartpns_desktop.exchange.columns_spec import SheetSpec, year_of
from smartpns_desktop.exchange.heading_columns import MappedColumn, number_place, read_columns, unkept_headings
from smartpns_desktop.exchange.heading_labels import parts_of, whole
from smartpns_desktop.exchange.headings import evidence, heading_key, heading_text, known_headings, vocabulary, words_of
from smartpns_desktop.exchange.row_texts import counts_columns, is_wordy, tells_somebody
from smartpns_desktop.exchange.spread_pairs import spread_out
from smartpns_desktop.exchange.thing_columns import proven
from smartpns_desktop.exchange.told_beside import SEARCHED_ROWS, told_beside
from smartpns_desktop.exchange.unit_lists import lists_units

_UNDERSTOOD = 0.3
"""Share of the headings below which a sheet is of a kind that we do not know, whatever a NIP and a name say."""
_ENOUGH_TO_TELL = 3
"""Columns by which a kind is recognised although it cannot be read without others."""
_HEIGHTS = (1, 2, 3)
"""Rows that a heading may have."""
_YEAR = re.compile(r"(?:tahun )?20\d\d", re.IGNORECASE)
_PROVING_ROWS = 500
"""Rows below a heading that prove what stands in its columns where the heading alone does not."""
_INSTEAD_OF_NIP = (("nik",), ("person", "birth_date"))
"""Columns that together tell a person whom we know as well as a NIP does."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The heading of a sheet: rows `first_row` to `header_row` (from 1), what its columns mean, what is unknown.

    `beside` are identifying fields that stand in rows of their own instead of in a column ("NIP : …" above each
    person's rows; `is_owner_bare` where that label has no colon). `evidence` counts what else speaks for the kind: a
    title that names it, several events for a person. `rivalled` says that another kind explains the sheet just as
    well. `number` is the place of the running numbers. Of the rows below, those of `again` repeat the heading, those
    of `foreign` belong to a table of another kind. `outlined` says that the one column of `spec.outline` is a whole
    list. `unkept` counts the columns that a complete heading of the kind is known to have besides, `further` those
    that a table of the kind further down has besides.
    """

    spec: SheetSpec
    first_row: int
    header_row: int
    columns: tuple[MappedColumn, ...]
    unknown: tuple[str, ...]
    beside: frozenset[str] = frozenset()
    is_owner_bare: bool = False
    evidence: int = 0
    rivalled: bool = False
    number: int | None = None
    again: frozenset[int] = frozenset()
    foreign: frozenset[int] = frozenset()
    outlined: bool = False
    unkept: int = 0
    further: int = 0

    def fixed_rows(self) -> dict[int, str]:
        """Rows below the heading of which is known already why they are none of data."""
        told = (("left_out", self.foreign), ("heading", self.again))
        return {number: role for role, numbers in told for number in numbers}

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Headings of the columns without which the rows cannot be told apart, where the sheet lacks them."""
        elsewhere = self.beside
        found = {mapped.field for mapped in self.columns}.union(elsewhere)
        if any(found.issuperset(fields) for fields in _INSTEAD_OF_NIP):
            found.add("nip")
        if self.outlined or (self.spec.outline and "parent" in found):
            found.update(self.spec.identifying)
        if any(mapped.column.each for mapped in self.columns):
            found.update(self.spec.identifying[1:])
        missing = (it for it in self.spec.identifying if it not in found)
        return tuple(self.spec.column(field).heading for field in missing)

    @property
    def tells(self) -> bool:
        """Whether there is anything for whose sake sheets of this kind are written."""
        telling = self.spec.telling + (self.spec.hinting if self.evidence else ())
        return not self.spec.telling or any(year_of(mapped.field)[0] in telling for mapped in self.columns)

    @property
    def doubtful(self) -> bool:
        """Whether so little is understood, or another kind fits so well, that somebody has to say what it is."""
        understood = len(self.columns) + len(self.beside)
        return self.rivalled or understood < _UNDERSTOOD * (understood + len(self.unknown))

    def index_of(self, field: str) -> int | None:
        """Place of a field's column, `None` where the sheet has none."""
        return next((mapped.index for mapped in self.columns if mapped.field == field), None)


def find_layout(rows: Sequence[Sequence[object]], specs: Iterable[SheetSpec], name: str = "") -> Layout | None:
    """The heading that explains most of the first rows of a sheet of that name; `None` where no kind's stands there.

    A heading may have up to three rows, an upper one reaching over several columns ("Tanggal" over "Mulai"). It may
    turn out to be `incomplete`: then it explains more than any complete heading of another kind does.
    """
    may_head = [not (tells_somebody(row) or is_wordy(row)) for row in rows[: SEARCHED_ROWS + max(_HEIGHTS)]]
    words = [words_of(row) if may else frozenset() for row, may in zip(rows, may_head, strict=False)]
    starts = range(min(SEARCHED_ROWS, len(rows)))
    blocks = [(start, height) for start in starts for height in _HEIGHTS if all(may_head[start : start + height])]
    found: list[Layout] = []
    for spec in specs:
        speaks = [not vocabulary(spec).isdisjoint(it) for it in words]
        spoken = [(start, height) for start, height in blocks if any(speaks[start : start + height])]
        tried = (_try_heading(rows, start, height, spec, name) for start, height in spoken)
        tables = list(filter(None, tried))
        best = max(tables, key=_explains, default=None)
        if best:
            first = next((it for it in tables if _has_rows_above(rows, it, best)), best)
            further = max(0, len(best.columns) - len(first.columns))
            found.append(replace(_with_rest(rows, first), further=further))
    return rivalled(max(found, key=rank), found) if found else None


def _has_rows_above(rows: Sequence[Sequence[object]], layout: Layout, best: Layout) -> bool:
    """Whether rows of data stand between a heading and one further down that explains more: a second table's."""
    if layout.incomplete or layout.header_row >= best.first_row:
        return False
    places = [mapped.index for mapped in layout.columns if mapped.field in layout.spec.identifying]
    between = rows[layout.header_row : best.first_row - 1]
    return any(tells_somebody(row) and all(row[place] != "" for place in places) for row in between)


def layout_from(rows: Sequence[Sequence[object]], start: int, specs: Iterable[SheetSpec]) -> Layout | None:
    """The complete heading that begins in the row at this place (from 0), `None` where there is none of these kinds."""
    heights = [it for it in _HEIGHTS if not any(map(tells_somebody, rows[start : start + it]))]
    tried = (_try_heading(rows, start, height, spec, "") for spec in specs for height in heights)
    return max((it for it in tried if it and not it.incomplete), key=_explains, default=None)


def rank(layout: Layout) -> tuple[int, int, bool]:
    """How well a heading explains its sheet; the higher one is meant."""
    told = len(layout.columns) + layout.further + layout.unkept - years_beside(layout)
    return layout.evidence, told, not layout.incomplete


def years_beside(layout: Layout) -> int:
    """Columns that tell years of what a list of employees may have beside (SKP 2022, SKP 2023), so that they do not
    make it one of ratings; where they are most of it, or a title names them, they count as one."""
    yearly = sum(it.column.yearly and it.field != it.column.field for it in layout.columns)
    others = sum(it.column.only_read and not it.column.yearly for it in layout.columns)
    return yearly - (yearly > others or (yearly and layout.evidence > 0))


def _explains(layout: Layout) -> tuple[int, bool, bool, int]:
    """How well a heading explains its sheet beside others of its kind: a title that adds no column is no part of it.
    Of two that do so alike the first counts; it is printed again on the next page."""
    height = layout.header_row - layout.first_row
    read = sum(len(it.places) for it in layout.columns)
    return read, not layout.incomplete, layout.number is not None, -height


def rivalled(best: Layout, found: Iterable[Layout]) -> Layout:
    """The best layout, told whether it has a rival, so that nobody can tell which kind is meant.

    One kind of event may explain as much as another; and without a title, a kind that reads many columns only in
    passing (a list of employees with their ratings) is outdone by the kind that those columns belong to.
    """
    others = [it for it in found if it.spec.kind != best.spec.kind and not it.incomplete]
    if best.evidence:
        rivals = any(rank(it) == rank(best) for it in others)
    else:
        rivals = any(_own_columns(it) > _own_columns(best) for it in others)
    return replace(best, rivalled=rivals)


def _own_columns(layout: Layout) -> int:
    return sum(not it.column.only_read or it.column.each for it in layout.columns) + layout.further


def heading_at(rows: Sequence[Sequence[object]], header_row: int, spec: SheetSpec) -> Layout:
    """The heading that ends in this row (from 1), of up to three rows, however little it explains.

    Raises CannotDo("heading.empty") where the row has no text.
    """
    end = header_row - 1
    if not 0 <= end < len(rows) or not any(heading_text(cell) for cell in rows[end]):
        raise CannotDo("heading.empty", row=header_row)
    found = [_read_heading(rows, header_row - height, height, spec) for height in _HEIGHTS if height <= header_row]
    return max((it for it in found if it is found[0] or _reaches_down(rows, it)), key=_explains)


def below_heading(rows: Sequence[Sequence[object]], header_row: int) -> Sequence[Sequence[object]]:
    """The rows below a heading that ends in this row (from 1) by which is proven what stands in its columns."""
    return rows[header_row : header_row + _PROVING_ROWS]


def headings_of(rows: Sequence[Sequence[object]], layout: Layout) -> list[str]:
    """The sender's own heading of every column of the sheet, "" where it has none."""
    return [whole(parts) for parts in parts_of(rows[layout.first_row - 1 : layout.header_row])]


def _try_heading(
    rows: Sequence[Sequence[object]], start: int, height: int, spec: SheetSpec, name: str
) -> Layout | None:
    if start + height > len(rows) or not _may_begin(rows[start : start + height], spec):
        return None
    if height > 1 and counts_columns(rows[start + height - 1]):
        return None
    layout = _read_heading(rows, start, height, spec)
    if len(layout.columns) < 2 - layout.outlined or (height > 1 and not _reaches_down(rows, layout)):
        return None
    # A list of participants is one even where it does not say of what.
    if not layout.incomplete or spec.filling:
        places = {mapped.field: mapped.places for mapped in layout.columns}
        found = evidence(rows, spec, places, (layout.first_row, layout.header_row), name)
        found += not layout.beside.isdisjoint(spec.filling)
        layout = replace(layout, evidence=found)
    if not layout.incomplete and spec.unkept:
        layout = replace(layout, unkept=len(unkept_headings(rows[start : start + height], spec)))
    if layout.incomplete and not layout.evidence and len(layout.columns) < _ENOUGH_TO_TELL:
        return None
    foreign = {heading_key(heading) for heading in spec.never}
    is_foreign = any(heading_key(heading) in foreign for heading in layout.unknown)
    return layout if layout.tells and not is_foreign else None


def _may_begin(heading: Sequence[Sequence[object]], spec: SheetSpec) -> bool:
    """Whether a row begins a heading: with two texts, or with one that the kind knows above others than the first."""
    texts = [(place, cell) for place, cell in enumerate(heading[0]) if cell != ""]
    if len(texts) != 1 or len(heading) == 1:
        return len(texts) > 1
    ((place, text),) = texts
    first = next((it for it, cell in enumerate(heading[1]) if cell != ""), place)
    return first < place and vocabulary(spec).issuperset(heading_key(heading_text(text)).split())


def _with_rest(rows: Sequence[Sequence[object]], layout: Layout) -> Layout:
    """The heading with the row that divides one of its columns in terms that no column knows (Lama and Baru), or that
    says more of columns whose heading was understood without it."""
    start, height = layout.first_row - 1, layout.header_row - layout.first_row + 1
    block = rows[layout.header_row - 1 : layout.header_row + 1]
    if layout.incomplete or not (_divides(block, layout) or _specifies(block, layout)):
        return layout
    longer = _read_heading(rows, start, height + 1, layout.spec)
    return longer if longer.incomplete else replace(longer, evidence=layout.evidence, unkept=layout.unkept)


def _divides(heading: Sequence[Sequence[object]], layout: Layout) -> bool:
    """Whether the row below a heading holds short words or years alone, two or more below what reaches over several
    columns, and nothing that tells one row of data from another."""
    if len(heading) < 2:
        return False
    above, below = heading
    places = [place for place, cell in enumerate(below) if cell != ""]
    told = {layout.index_of(field) for field in layout.spec.identifying} | {layout.number}
    words = all(isinstance(below[it], str) and not any(map(str.isdigit, str(below[it]))) for it in places)
    years = all(_YEAR.fullmatch(heading_text(below[it])) for it in places)
    return (
        len(places) > 1 and (words or years) and told.isdisjoint(places) and all(_reached(above, it) for it in places)
    )


def _specifies(heading: Sequence[Sequence[object]], layout: Layout) -> bool:
    """Whether the row below a heading holds nothing but years below what is told by years, or headings of the kind,
    none of them where one row of data is told from another."""
    if len(heading) < 2:
        return False
    known = known_headings(layout.spec)
    columns = {it.index: it for it in layout.columns if it.field not in layout.spec.identifying}
    below = [(columns.get(place), heading_text(cell)) for place, cell in enumerate(heading[1]) if cell != ""]
    return bool(below) and all(
        column is not None
        and (heading_key(text) in known or (column.column.yearly and _YEAR.fullmatch(text) is not None))
        for column, text in below
    )


def _reached(above: Sequence[object], place: int) -> bool:
    """Whether a text of the row above reaches over this column and another."""
    return above[place] == "" or (place + 1 < len(above) and above[place + 1] == "")


def _read_heading(rows: Sequence[Sequence[object]], start: int, height: int, spec: SheetSpec) -> Layout:
    heading = rows[start : start + height]
    below = below_heading(rows, start + height)
    columns, unknown = read_columns(heading, spec, below)
    columns, unknown = proven(spread_out(columns, heading, below), unknown, below)
    columns = with_previous_nips(columns, spec, below)
    beside, is_bare = told_beside(rows, start + 1, start + height, spec, {mapped.field for mapped in columns})
    number = number_place(heading)
    outlined = bool(spec.outline) and lists_units(columns, number, spec, heading, below)
    return Layout(spec, start + 1, start + height, columns, unknown, beside, is_bare, number=number, outlined=outlined)


def _reaches_down(rows: Sequence[Sequence[object]], layout: Layout) -> bool:
    """Whether the last row of a heading says anything of a column; else it is a row of data."""
    lower = rows[layout.header_row - 1]
    return any(column.index < len(lower) and lower[column.index] != "" for column in layout.columns)
