"""The commands list, due and search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from smartpns_desktop.app import App
from smartpns_desktop.cli.output import Output, table
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain.errors import Outcome
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words import labels
from smartpns_desktop.words.due import to_do

if TYPE_CHECKING:
    from smartpns_desktop.services.search import Answers, Hit

_SHOWN = 50
"""Rows that are printed for people if they do not say how many; programs get all."""

_COLUMNS: dict[str, tuple[str, ...]] = {
    "employees": ("nip", "name", "kind", "grade", "post", "agency"),
    "agencies": ("code", "name", "short_name", "kind", "parent", "closed_on"),
    "agency-compliance": ("code", "agency", "asked", "received", "missing", "late", "committed_on", "in_charge"),
    "agency-submissions": ("agency", "kind", "period", "deadline", "state", "timing", "submitted_on"),
    "agency-targets": ("agency", "year", "kind", "value"),
    "agency-commitments": ("agency", "signed_on", "subject", "signer", "number"),
    "trainings": ("nip", "person", "name", "start", "jp", "jp_counted"),
    "grade-history": ("nip", "person", "grade", "rank", "grade_date", "decree_number"),
    "post-history": ("nip", "person", "post", "agency", "post_date"),
    "education-history": ("nip", "person", "education_level", "education", "school", "graduation_year"),
    "due": ("date", "kind", "nip", "person", "detail", "agency"),
    "absences": ("nip", "person", "agency", "noticed_on", "decision"),
    "standing-history": ("nip", "person", "standing", "standing_date", "until"),
    "study-needs": ("agency", "level", "programme", "heads", "funding", "status"),
    "positions": ("name", "kind", "level", "position_class", "education_level", "programmes"),
    "gaps": ("nip", "person", "post", "requirement_kind", "requirement", "verdict"),
    "position-quotas": ("agency", "name", "needed", "filled", "effective_date", "in_force"),
    "ip-asn": ("nip", "person", "year", "total", "category", "agency"),
    "performance-ratings": ("nip", "person", "year", "rating", "value", "agency"),
    "disciplinary-actions": ("nip", "person", "level", "measure", "effective_date", "until"),
    "certificates": ("nip", "person", "name", "number", "valid_until", "validity"),
    "programmes": ("name", "level", "siasn_id"),
    "competencies": ("code", "name", "kind", "effective_from", "source"),
    "competency-assessments": ("nip", "person", "competency", "level", "assessed_on", "assessor"),
    "contracts": ("nip", "person", "effective_date", "until", "in_force"),
    "data-findings": ("nip", "person", "agency", "check", "verdict"),
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


def due(app: App, call: Call, output: Output) -> Outcome:
    """What falls due until a day, each with what to do."""
    query = ListQuery(where=tuple(call.where), as_of=call.as_of, until=call.until)
    limit = call.limit if call.limit is not None or output.as_json else _SHOWN
    count, rows = app.lists.rows("due", query, limit)
    told = [{**row, "to_do": to_do(row["kind"], row["days_left"])} for row in rows]
    output.result({"kind": "due", "count": count, "rows": told}, _lines("due", count, told))
    return Outcome.DONE


def search(app: App, call: Call, output: Output) -> Outcome:
    """Everything that matches, by kind."""
    found = app.search.find(call.text)
    results = [
        {"kind": it.kind, "count": it.count, "rows": [hit.row | {"match": _match(hit)} for hit in it.hits]}
        for it in found.answers
    ]
    lines = [line for it in found.answers for line in ("", *_answer_lines(it))]
    nothing = f"Tidak ada yang memuat “{call.text}”. Coba potongan yang lebih pendek."
    output.result({"query": call.text, "count": found.count, "results": results}, lines or [nothing])
    return Outcome.DONE


def _match(hit: Hit) -> dict[str, Any]:
    """The field that answered, its text, and from where to where it matched."""
    return {"field": hit.field, "text": hit.text, "ranges": [list(it) for it in hit.ranges]}


def _answer_lines(answers: Answers) -> Iterator[str]:
    """The rows of a kind; what is no row but a name that rows share is told in one column."""
    rows = [hit.row for hit in answers.hits if hit.key is not None]
    if rows:
        yield from _lines(answers.kind, answers.count, rows)
    else:
        yield f"{labels.kind_label(answers.kind)}: {answers.count}"
    for hit in answers.hits:
        if hit.key is None:
            count = f" ({hit.row['count']})" if "count" in hit.row else ""
            yield f"{hit.text}{count}"


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
