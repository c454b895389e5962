"""What somebody says of a sheet's columns, against what their headings say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.both_nips import with_previous_nips
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.heading_columns import MappedColumn, mapped_to
from smartpns_desktop.exchange.layout import Layout, below_heading, headings_of
from smartpns_desktop.exchange.sheets import column_letters
from smartpns_desktop.exchange.split_days import chosen_days, is_inner


def mapped_as(rows: Sequence[Sequence[object]], layout: Layout, mapping: Mapping[int, str | None]) -> Layout:
    """The layout in which the columns at these places mean these fields, or none; "name+nip" is both.

    Raises CannotDo: `argument.unknown_field`, and `columns.twice` where two columns would mean one field of which
    a sheet has but one.
    """
    headings, spec = headings_of(rows, layout), layout.spec
    found = [mapped for mapped in layout.columns if mapping.keys().isdisjoint(mapped.places)]
    days = chosen_days(mapping)
    for index, field in mapping.items():
        if field and not is_inner(field):
            chosen = _chosen(index, field, headings[index] or column_letters(index), spec)
            found += [replace(it, split=days.get(field)) for it in chosen]
    columns = with_previous_nips(sorted(found, key=lambda it: it.index), spec, below_heading(rows, layout.header_row))
    for one, other in ((it, them) for it in columns for them in columns if it.index < them.index):
        if one.field == other.field and not one.is_one_of_many:
            raise CannotDo("columns.twice", field=one.column.heading, names=f"{one.heading}, {other.heading}")
    told = {headings[index] for index in mapping}
    return replace(layout, columns=columns, unknown=tuple(it for it in layout.unknown if it not in told))


def without_columns(layout: Layout, places: Collection[int]) -> Layout:
    """The layout without the columns at these places."""
    return replace(layout, columns=tuple(it for it in layout.columns if not {*places}.intersection(it.places)))


def _chosen(index: int, name: str, heading: str, spec: SheetSpec) -> tuple[MappedColumn, ...]:
    try:
        found = mapped_to(index, name, heading, spec)
    except KeyError:
        found = ()
    if not found or any(it.column.kind.is_yearly and it.column.field == name for it in found):
        raise CannotDo("argument.unknown_field", field=name, known=", ".join(it.field for it in spec.columns))
    return found
