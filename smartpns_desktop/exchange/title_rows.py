"""What the rows above a heading say about all rows below it."""

from __future__ import annotations

from collections.abc import Sequence

from smartpns_desktop.exchange.headings import heading_text
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.stated import bare_owner, labelled


def context_of(rows: Sequence[Sequence[object]], layout: Layout) -> dict[str, str]:
    """What the title rows above the heading say about every row: "Perangkat Daerah : Dinas …"; whole as `title`."""
    found: dict[str, str] = {}
    titles: list[str] = []
    for row in rows[: layout.first_row - 1]:
        titles += [text for text in (heading_text(cell) for cell in row) if text]
        found = {**labelled(row, layout.spec), **found}
    if layout.is_owner_bare:
        found |= bare_owner(rows, layout.first_row, layout.header_row, layout.spec)
    return {**found, "title": "; ".join(titles)}
