"""What somebody without a window wants done with what a sheet hides and with columns that nobody knows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.chosen_columns import mapped_as
from smartpns_desktop.exchange.layout import headings_of
from smartpns_desktop.services.imports.plan import Source
from smartpns_desktop.services.imports.unknown_columns import as_notes


@dataclass(frozen=True, slots=True)
class Wishes:
    """Hidden rows and columns are read unless they are to be left; unknown columns are left unless they are to be
    kept as notes. `full_list` as in `ImportChoices`."""

    leave_hidden_rows: bool = False
    leave_hidden_columns: bool = False
    keep_unknown: bool = False
    full_list: str | None = None


NO_WISHES = Wishes()


def as_wished(source: Source, wishes: Wishes, *, repair_ids: bool) -> Source:
    """The source with the decisions of a clerk who wants that."""
    choices = replace(
        source.choices,
        leave_hidden=wishes.leave_hidden_rows,
        leave_hidden_columns=wishes.leave_hidden_columns,
        repair_ids=repair_ids,
        full_list=wishes.full_list,
    )
    notes = as_notes(source.sheet, source.layout) if wishes.keep_unknown else {}
    if not notes:
        return replace(source, choices=choices)
    headings = headings_of(source.sheet.rows, source.layout)
    told = Notice("columns.noted", {"count": str(len(notes))}, tuple(headings[place] for place in notes))
    return replace(
        source,
        layout=mapped_as(source.sheet.rows, source.layout, notes),
        choices=replace(choices, mapping={**choices.mapping, **notes}),
        notices=(*source.notices, told),
    )
