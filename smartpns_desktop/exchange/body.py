"""What each row below (and above) the heading is: data, section, number row, total, signature, blank."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smartpns_desktop.domain.agencies import is_inner, may_name_agency, names_agency, stands_alone, told_in_title
from smartpns_desktop.exchange import row_texts
from smartpns_desktop.exchange.headings import heading_key, known_headings
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.row_texts import SectionOf, bare_section, filled, section_shape, section_text
from smartpns_desktop.exchange.stated import labelled
from smartpns_desktop.exchange.table_rows import TableRows

SKIPPED = ("heading", "title", "section", "number", "blank", "total", "signature", "left_out")
"""Every reason why a row of the sheet is not a row of data; with the rows of data they add up to the sheet."""

WITHIN = "within"
"""What a section tells besides its own field: the agency inside which the unit stands that it names."""
_FEW_CELLS = 3
"""Cells of a row up to which it can be a signature."""
_LABEL_CELLS = 2
_OWNER_CELLS = 4
"""Cells of a row of two labels with their values."""
_LABEL = re.compile(r"\s*:|[^\d:]+:")
"""A label with its colon, or the colon in a cell of its own."""
_NUMBER_ROWS = 2
"""Rows below the heading in which the columns may be numbered."""

Row = Sequence[object]


@dataclass(slots=True)
class Body:
    """The rows of data (numbers from 1), what the sections above each of them say, and why all others are none.

    `unused` are the sections, by row number, whose text says nothing about a field.
    """

    rows: list[int] = field(default_factory=list)
    sections: list[Mapping[str, str]] = field(default_factory=list)
    unused: dict[int, str] = field(default_factory=dict)
    skipped: dict[int, str] = field(default_factory=dict)


def read_body(
    rows: Sequence[Row],
    layout: Layout,
    section_of: SectionOf,
    leave_out: frozenset[int] = frozenset(),
    unfilled: frozenset[int] = frozenset(),
) -> Body:
    """Sort every row of the sheet; rows of data that are to be left out count as such, rows of a template that
    nobody filled in (`unfilled`) as blank."""
    body = Body(skipped=_head(rows, layout))
    sorting = _Sorting(rows, layout, section_of, body)
    fixed = layout.fixed_rows() | dict.fromkeys(unfilled, "blank")
    for number in range(layout.header_row + 1, len(rows) + 1):
        role = sorting.role(number, fixed.get(number, ""))
        if not role and number in leave_out:
            role = "left_out"
        if role:
            body.skipped[number] = role
            continue
        body.rows.append(number)
        body.sections.append(sorting.above)
    return body


def _head(rows: Sequence[Row], layout: Layout) -> dict[int, str]:
    """What the rows down to the heading are."""
    titles = enumerate(rows[: layout.first_row - 1], start=1)
    above = {number: "title" if any(cell != "" for cell in row) else "blank" for number, row in titles}
    heading = dict.fromkeys(range(layout.first_row, layout.header_row + 1), "heading")
    return above | heading | {number: role for number, role in layout.fixed_rows().items() if number in above}


class _Sorting:
    """One pass down the rows; `above` is what the sections tell of the present row.

    Below the last row that is data beyond doubt stands the sheet's foot: there a row has to prove that it is one of
    the table. A signature may also end each page.
    """

    def __init__(self, rows: Sequence[Row], layout: Layout, section_of: SectionOf, body: Body) -> None:
        self._rows, self._layout, self._section_of, self._body = rows, layout, section_of, body
        self._table = TableRows(rows, layout)
        self._owners = layout.beside | ({"person"} if "nip" in layout.beside else set())
        self._heading = layout.header_row
        self._signed = False
        """Whether a signature has begun and nothing of the table has come since."""
        self._joined = True
        """Whether the table goes on without a gap."""
        self._below_data = False
        self._number = 0.0
        self.above: Mapping[str, str] = {}
        self._outer: list[str] = []
        """The agencies that the sections above name, each inside the one before."""
        self._shapes: set[tuple[object, ...]] = set()
        """How the sections above that name agencies are written."""

    def role(self, number: int, fixed: str) -> str:
        """Why a row is none of data, "" where it is; `fixed` where that is known already."""
        row = self._rows[number - 1]
        if fixed == "heading" or (not fixed and self._table.is_heading(row)):
            self._heading, self._signed, self._joined = number, False, True
            return "heading"
        if fixed:
            return fixed
        if number <= self._heading + _NUMBER_ROWS and self._counts_columns(row):
            return "number"
        if self._layout.beside and (_has_label(row) or self._names_owner(row)):
            self.above, self._below_data = self._with_label(row), False
            return "section"
        if self._table.is_certain(row) and not (self._signed and self._table.may_be_signed(row)):
            return self._data(row)
        role = self._doubtful(number, row)
        return role or self._data(row)

    def _counts_columns(self, row: Row) -> bool:
        """Whether a row numbers the columns; a list of names alone has no more than two."""
        return row_texts.counts_columns(self._table.inside(row), 2 if self._layout.outlined else 3)

    def _names_owner(self, row: Row) -> bool:
        """Whether a row begins with the label of what tells rows apart, and its value beside it without a colon."""
        cells = filled(row)
        if not 1 < len(cells) <= _OWNER_CELLS:
            return False
        return not self._owners.isdisjoint(labelled(cells[:2], self._layout.spec))

    def _data(self, row: Row) -> str:
        self._signed, self._joined, self._below_data = False, True, True
        self._number = max(self._number, self._table.running_number(row))
        return ""

    def _doubtful(self, number: int, row: Row) -> str:
        cells = filled(self._table.inside(row))
        below = number > self._table.last_certain
        if not cells or self._table.holds_number_alone(row):
            self._joined = self._joined and not self._table.last_certain
            outside = below and bool(filled(row)) and not cells
            return "signature" if outside and self._signed else "blank"
        if row_texts.is_total(self._table.inside(row)) or self._table.is_bare_sum(row):
            self._joined = False
            return "total"
        if self._table.is_dated(row) and not (len(cells) == 1 and row_texts.tells_place_and_day(cells[0])):
            return ""
        if self._table.running_number(row) > self._number and len(cells) > 1:
            return "section" if self._enters(number, row) else ""
        few = len(cells) <= _FEW_CELLS
        # Names of units begin as posts do (Inspektur Pembantu I); only a gap parts them from a signature.
        listed = self._layout.outlined and self._joined and not self._signed
        if few and (row_texts.begins_signature(cells) or (below and not listed and row_texts.begins_foot(cells))):
            if not (below and self._enters(number, row, told_only=True)):
                self._signed = True
                return "signature"
            return "section"
        if self._enters(number, row, told_only=self._signed or below):
            return "section"
        if few and (self._signed or (below and not (self._joined and self._table.names_somebody(row)))):
            return "signature"
        return "signature" if row_texts.is_remark(cells) and below else ""

    def _enters(self, number: int, row: Row, *, told_only: bool = False) -> bool:
        """Whether a row heads a section; what holds below it: the outer sections stay, the inner ones end."""
        said = section_text(self._table.inside(row))
        if not said.words or self._table.is_lone_name(row):
            return False
        label, _, rest = said.words.partition(":")
        name = self._labels().get(heading_key(label), "") if rest.strip() else ""
        value = bare_section(rest if name else said.words)
        name = name or self._section_of(value) or self._section_of(said.words)
        if not (name or told_only or said.numbered) and self._stands_as_agency(row, value):
            name = "agency"
        if not name and (told_only or said.numbered or said.counted):
            return False
        if said.numbered and not (name == "agency" and "nip" in self._layout.spec.identifying):
            return False
        if name == "agency":
            self._shapes.add(section_shape(self._table.inside(row)))
        self._enter(number, name, said.words if name == "level" and not rest else value)
        return True

    def _stands_as_agency(self, row: Row, text: str) -> bool:
        """Whether a name that nobody knows stands as those of agencies above: else its rows would be the last one's."""
        return section_shape(self._table.inside(row)) in self._shapes and may_name_agency(text)

    def _labels(self) -> dict[str, str]:
        fields = (*self._layout.spec.sections, *self._layout.spec.context)
        return {key: name for key, name in known_headings(self._layout.spec).items() if name in fields}

    def _enter(self, number: int, name: str, value: str) -> None:
        fields = self._layout.spec.sections
        stated = {it: text for it, text in self.above.items() if it not in (*fields, WITHIN)}
        self._joined = True
        if name not in fields:
            if name in self._layout.spec.context:
                self.above = {**self.above, name: value}
            elif not name or fields:
                self._body.unused[number] = value
            return
        outer = fields[: fields.index(name)]
        kept = {it: self.above[it] for it in (*outer, WITHIN) if it in self.above}
        if name == "agency":
            # The title of a further form names its agency and its period at once.
            titled = "" if names_agency(value) else told_in_title(value)
            stated |= {"period": value} if titled and "period" in self._layout.spec.context else {}
            value = titled or value
            kept = self._around(value)
        self.above = {**stated, **kept, name: value}

    def _around(self, value: str) -> dict[str, str]:
        """What a section of an agency stands in: the last one above it of which it can be a part."""
        self._outer = [it for it in self._outer if _depth(it) < _depth(value)]
        within = self._outer[-1:]
        self._outer.append(value)
        return {WITHIN: within[0]} if within else {}

    def _with_label(self, row: Row) -> Mapping[str, str]:
        """What holds below a row of labels; the first below rows of data begins the next person's."""
        before = dict.fromkeys(self._layout.beside, "") if self._below_data else self.above
        return {**before, **labelled(row, self._layout.spec)}


def _depth(name: str) -> int:
    """How deep an agency of that name can stand: a whole one, a place or an office of one, a unit that many have."""
    return 0 if stands_alone(name) else 2 if is_inner(name) else 1


def _has_label(row: Row) -> bool:
    """Whether a row tells something of all rows below: "NIP : 1985…", in one cell or in several."""
    texts = [str(cell).strip() for cell in row if cell != ""]
    return any(_LABEL.match(text) for text in texts[:_LABEL_CELLS])
