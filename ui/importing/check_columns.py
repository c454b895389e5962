"""Which columns the rows of each outcome are shown in, and what their cells say."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from smartpns_desktop.domain import nip
from smartpns_desktop.words import problems
from ui.lists.columns import Align, Record, State, ViewColumn
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.domain.problems import Problem
    from smartpns_desktop.services.imports.review import Review, RowShown

WHO = {
    "employees": ("nip", "name"),
    "trainings": ("nip", "person", "name"),
    "grade-history": ("nip", "person", "grade_date"),
    "post-history": ("nip", "person", "post_date"),
    "education-history": ("nip", "person", "education_level"),
    "standing-history": ("nip", "person", "standing_date"),
    "performance-ratings": ("nip", "person", "year"),
    "ip-asn": ("nip", "person", "year"),
    "disciplinary-actions": ("nip", "person", "effective_date"),
    "certificates": ("nip", "person", "name"),
    "competency-assessments": ("nip", "person", "competency"),
    "contracts": ("nip", "person", "effective_date"),
    "study-needs": ("agency", "level", "programme"),
    "agencies": ("code", "name"),
    "positions": ("name", "agency"),
}
"""By kind the fields that say whom or what a row is about; they are always shown, the first columns of all."""

_REASONS = {
    "heading": "Judul kolom",
    "title": "Judul lembar",
    "section": "Judul bagian",
    "number": "Nomor kolom",
    "blank": "Baris kosong",
    "total": "Jumlah",
    "signature": "Tanda tangan atau catatan",
    "left_out": "Tidak diikutkan",
}
"""Why a row of the sheet is none of data."""

_WIDE = frozenset({"name", "person", "full_name", "post", "agency", "programme", "education", "school", "organiser"})
_WHOLE = {"nip": 160, "nik": 144}
"""Pixels for numbers of which none may lack a digit."""

_ROW = 64
_COUNTED = frozenset({"jp", "year", "service_years", "service_months", "graduation_year"})
NOTHING = "—"
"""What stands for a value that is not there."""


def columns_of(kind: str, outcome: str, review: Review, *, changed_only: bool) -> tuple[ViewColumn, ...]:
    """The columns for the rows of an outcome."""
    row = ViewColumn("row", tr("Baris"), _ROW, lambda it: str(shown(it).number), align=Align.RIGHT)
    who = [it for it in WHO[kind] if it in dict(review.fields)]
    if outcome == "rejected":
        reason = ViewColumn("reason", tr("Alasan"), 320, reasons, stretch=True, state=_rejected)
        return (row, *(_field(name, review) for name in who), reason)
    if outcome == "skipped":
        what = ViewColumn("label", tr("Isi"), 320, lambda it: shown(it).label, stretch=True)
        return (row, ViewColumn("reason", tr("Jenis baris"), 200, _skipped), what)
    wanted: Collection[str] = review.changed_fields if changed_only else dict(review.fields)
    rest = [name for name, _ in review.fields if name in wanted and name not in who]
    return (row, *(_field(name, review) for name in (*who, *rest)))


def shown(record: Record) -> RowShown:
    """The row of the sheet that a record of the model holds."""
    row: RowShown = record["shown"]
    return row


def reasons(record: Record) -> str:
    """Why a row is refused, in one line."""
    return "  ".join(sentences(record))


def sentences(record: Record) -> list[str]:
    """Why a row is refused or what is to be looked at, each with the sender's heading before it."""
    return [_said(it) for it in shown(record).problems]


def name_of(record: Record, kind: str) -> str:
    """Whom or what the row is about, without the number before it."""
    cells = shown(record).cells
    return next((cells[it] for it in reversed(WHO[kind][:2]) if cells.get(it)), shown(record).label)


def changed_width(field: str) -> int:
    """Pixels for a column whose cells show an old and a new value."""
    return 290 if field in _WIDE else 240


def _field(name: str, review: Review) -> ViewColumn:
    label = dict(review.fields)[name]
    changes, counted = name in review.changed_fields, name in _COUNTED or name.startswith("heads_")
    width = _WHOLE.get(name, 200 if name in _WIDE else 80 if counted else 120)
    width = max(width, changed_width(name) if changes else 0)
    # Where old and new stand side by side they begin at the left.
    align = Align.RIGHT if counted and not changes else Align.LEFT
    return ViewColumn(name, label, width, _cell(name), align=align, elided=name not in _WHOLE)


def _cell(name: str) -> Callable[[Record], str]:
    def text(record: Record) -> str:
        value = shown(record).cells.get(name, "")
        return nip.show(value) if name == "nip" else value

    return text


def _said(problem: Problem) -> str:
    said = problems.say(problem)
    # "NIP: NIP … tidak utuh" says it twice.
    named = said.casefold().startswith(f"{problem.column} ".casefold())
    return f"{problem.column}: {said}" if problem.column and not named else said


def _skipped(record: Record) -> str:
    reason = shown(record).reason
    return tr(_REASONS.get(reason, reason))


def _rejected(record: Record) -> State:
    return State(reasons(record), "bad", "warning-circle")
