"""What the columns of a sheet mean: by their headings, by what a sender's headings meant before, by choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.chosen_columns import mapped_as
from smartpns_desktop.exchange.columns_spec import Column, SheetSpec
from smartpns_desktop.exchange.heading_columns import NOTE, is_passive
from smartpns_desktop.exchange.heading_guesses import guess_fields
from smartpns_desktop.exchange.headings import heading_key
from smartpns_desktop.exchange.layout import (
    Layout,
    heading_at,
    headings_of,
)
from smartpns_desktop.exchange.returned import layout_in, spec_of
from smartpns_desktop.exchange.shared_cells import fields_of, name_of, pairs_among
from smartpns_desktop.exchange.sheets import Sheet, column_letters
from smartpns_desktop.exchange.split_days import is_inner, names_at
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.looking import FileLook, shortened
from smartpns_desktop.words.labels import field_label

_SAMPLES = 3
_YEARS_AHEAD = 6
_YEARS_BACK = 5


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of the sheet: its place (from 0) and letter, the sender's heading, the field that it means.

    Where `sure` is False the field is a proposal, `None` where there is not even that. `samples` are its first
    different values, cut where they are long.
    """

    index: int
    letter: str
    heading: str
    field: str | None
    sure: bool
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field that a column can mean; without a `required` one the rows cannot be told apart.

    `fields` are both fields of a column that holds two things at once, `many` says that several columns may mean it.
    """

    name: str
    label: str
    required: bool
    fields: tuple[str, ...] = ()
    many: bool = False

    @property
    def meant(self) -> tuple[str, ...]:
        """The fields of which a column tells that means this."""
        return self.fields or (self.name,)


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The columns of a sheet that have a heading or a value, and the fields of its kind.

    To take them as they are, give `mapping()` to `ImportChoices`.
    """

    kind: str
    first_row: int
    header_row: int
    columns: tuple[SheetColumn, ...]
    fields: tuple[FieldChoice, ...]

    def mapping(self) -> dict[int, str | None]:
        """Field by column's place, proposals included."""
        return {column.index: column.field for column in self.columns}


def layout_of(look: FileLook, spec: SheetSpec, header_row: int | None) -> Layout:
    """The heading of the sheet as one of that kind; CannotDo: `heading.missing`, `heading.empty`."""
    if header_row is not None:
        return heading_at(look.content.rows, header_row, spec_of(look.content, spec))
    layout = layout_in(look.content, [spec])
    if layout is None:
        raise CannotDo("heading.missing", path=look.name, sheet=look.sheet)
    return layout


def chosen_layout(look: FileLook, spec: SheetSpec, choices: ImportChoices) -> Layout:
    """The heading with the meanings that were chosen; CannotDo also `columns.twice` and `columns.missing`."""
    layout = mapped_as(look.content.rows, layout_of(look, spec, choices.header_row), choices.mapping)
    if layout.incomplete:
        raise CannotDo("columns.missing", path=look.name, columns=", ".join(layout.incomplete))
    return layout


def columns_in(look: FileLook, layout: Layout) -> SheetColumns:
    """All columns of the sheet with what they mean or might mean."""
    headings = headings_of(look.content.rows, layout)
    fields = _names_by_place(layout)
    unknown = [heading for place, heading in enumerate(headings) if place not in fields and heading in layout.unknown]
    guesses = guess_fields(unknown, layout.spec, {mapped.field for mapped in layout.columns})
    columns = []
    for place, heading in enumerate(headings):
        samples = _samples(look.content, layout, place)
        if heading or samples:
            known = place in fields or is_passive(heading) or (heading_key(heading), "") in layout.spec.told
            field = fields.get(place) or (None if known else guesses.pop(heading, None))
            columns.append(SheetColumn(place, column_letters(place), heading, field, known, samples))
    fields_of_kind = tuple(_fields(layout.spec, layout))
    return SheetColumns(layout.spec.kind, layout.first_row, layout.header_row, tuple(columns), fields_of_kind)


def _names_by_place(layout: Layout) -> dict[int, str]:
    """What each column means; "name+nip" where it means both."""
    found: dict[int, list[str]] = {}
    for mapped in layout.columns:
        names = names_at(mapped.field, mapped.split) if mapped.split else {mapped.index: mapped.field}
        for place, name in names.items():
            found.setdefault(place, []).append(name)
    return {place: name_of(fields) for place, fields in found.items()}


def _samples(content: Sheet, layout: Layout, place: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in content.rows[layout.header_row :]:
        if row[place] != "":
            found[shortened(row[place])] = None
            if len(found) == _SAMPLES:
                break
    return tuple(found)


def _years(column: Column) -> range:
    """The years that a column may tell which is there for each of several: needs lie ahead, ratings behind."""
    this = date.today().year
    if column.kind.is_yearly:
        return range(this, this + _YEARS_AHEAD)
    return range(this - _YEARS_BACK, this + 1) if column.yearly and not column.only_read else range(0)


def _fields(spec: SheetSpec, layout: Layout) -> Iterator[FieldChoice]:
    for column in spec.columns:
        names = {f"{column.field}_{year}" for year in _years(column)}
        names |= {mapped.field for mapped in layout.columns if mapped.column is column}
        for name in sorted(names if column.kind.is_yearly else names | {column.field}):
            required = column.field in spec.identifying
            yield FieldChoice(name, field_label(spec.kind, name), required, many=name == NOTE or column.each)
    for name in pairs_among(frozenset(column.field for column in spec.columns)):
        label = " + ".join(field_label(spec.kind, field) for field in fields_of(name))
        yield FieldChoice(name, label, required=False, fields=fields_of(name))
    for mapped in layout.columns:
        for name in filter(is_inner, names_at(mapped.field, mapped.split).values()) if mapped.split else ():
            yield FieldChoice(name, field_label(spec.kind, name), required=False)
