"""The commands list and search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from smartpns_desktop.app import App
from smartpns_desktop.cli.output import Output, table
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain.errors import Outcome
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words import labels

_SHOWN = 50
"""Rows that are printed for people if they do not say how many; programs get all."""

_COLUMNS: dict[str, tuple[str, ...]] = {
    "employees": ("nip", "name", "kind", "grade", "post", "agency"),
    "agencies": ("code", "name", "short_name", "kind", "parent"),
    "trainings": ("nip", "person", "name", "start", "jp", "jp_counted"),
    "grade-history": ("nip", "person", "grade", "rank", "grade_date", "decree_number"),
    "post-history": ("nip", "person", "post", "agency", "post_date"),
    "education-history": ("nip", "person", "education_level", "education", "school", "graduation_year"),
    "standing-history": ("nip", "person", "standing", "standing_date"),
    "study-needs": ("agency", "level", "programme", "heads", "funding", "status"),
    "positions": ("name", "kind", "level", "position_class", "education_level", "programmes"),
    "position-quotas": ("agency", "name", "needed", "filled"),
    "ip-asn": ("nip", "person", "year", "total", "category", "agency"),
    "performance-ratings": ("nip", "person", "year", "rating", "value", "agency"),
    "disciplinary-actions": ("nip", "person", "level", "measure", "effective_date", "until"),
    "batches": ("batch", "kind", "file", "rows", "new", "changed", "same", "rejected", "at", "undone"),
    "changes": ("change_set", "kind", "reason", "actor", "at", "entries"),
    "regulations": ("code", "description", "value", "unit", "effective_from", "source", "status"),
}
"""Columns that fit a terminal; a kind that is not named shows all it has."""


def list_kind(app: App, call: Call, output: Output) -> Outcome:
    """Rows of one kind."""
    query = ListQuery(call.search, tuple(call.where), tuple(call.sort), call.as_of)
    limit = call.limit if call.limit is not None or output.as_json else _SHOWN
    count, rows = app.lists.rows(call.kind, query, limit)
    output.result({"kind": call.kind, "count": count, "rows": rows}, _lines(call.kind, count, rows))
    return Outcome.DONE


def search(app: App, call: Call, output: Output) -> Outcome:
    """Everything that matches, by kind."""
    found = app.lists.search(call.text)
    results = [{"kind": it.kind, "count": it.count, "rows": list(it.rows)} for it in found]
    lines = [line for it in found for line in ("", *_lines(it.kind, it.count, it.rows))]
    nothing = f"Tidak ada yang memuat “{call.text}”. Coba potongan yang lebih pendek."
    output.result({"query": call.text, "count": sum(it.count for it in found), "results": results}, lines or [nothing])
    return Outcome.DONE


def _lines(kind: str, count: int, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield f"{labels.kind_label(kind)}: {count}"
    if rows:
        fields = _COLUMNS.get(kind, tuple(rows[0]))
        yield from table(
            [labels.field_label(kind, field) for field in fields],
            [[labels.show_value(kind, field, row[field]) for field in fields] for row in rows],
        )
    if len(rows) < count:
        yield f"… {count - len(rows)} baris lagi; tambahkan --limit atau --search."
