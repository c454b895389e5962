"""How a person was assessed year by year: performance, index of professionalism, disciplinary actions, as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartpns_desktop.words.labels import show_date, show_number, show_value
from ui.lists.columns import State
from ui.people.timeline import joined
from ui.texts import tr
from ui.widgets.line import Line

if TYPE_CHECKING:
    from smartpns_desktop.app import App

Row = Mapping[str, Any]
"""A row of one of the lists."""

RATINGS, INDEX, ACTIONS = "performance-ratings", "ip-asn", "disciplinary-actions"


@dataclass(frozen=True, slots=True)
class Assessments:
    """The rows of a person, the newest first."""

    ratings: tuple[Row, ...] = ()
    index: tuple[Row, ...] = ()
    actions: tuple[Row, ...] = ()

    def __len__(self) -> int:
        return len(self.ratings) + len(self.index) + len(self.actions)


def read_assessments(app: App, nip: str) -> Assessments:
    """All that is recorded of the person with this NIP."""
    from smartpns_desktop.services.lists import ListQuery

    query = ListQuery(where=(("nip", nip),))
    found = (app.lists.by_keys(kind, app.lists.keys(kind, query)) for kind in (RATINGS, INDEX, ACTIONS))
    return Assessments(*map(tuple, found))


def assessment_lines(assessments: Assessments) -> tuple[Line, ...]:
    """A heading for each kind that there is something of, and a line for each row."""
    return (
        *_group(tr("Penilaian kinerja (SKP)"), assessments.ratings, _rating),
        *_group(tr("IP ASN"), assessments.index, _index),
        *_group(tr("Hukuman disiplin"), assessments.actions, _action),
    )


def _group(title: str, rows: Sequence[Row], line: Callable[[Row], Line]) -> Iterator[Line]:
    if rows:
        yield Line(title, right=str(len(rows)), is_heading=True)
        yield from map(line, rows)


def _rating(row: Row) -> Line:
    value = tr("nilai {value}", value=show_number(row["value"])) if row["value"] is not None else ""
    result = tr("hasil kerja {text}", text=row["result"].lower()) if row["result"] else ""
    behaviour = tr("perilaku {text}", text=row["behaviour"].lower()) if row["behaviour"] else ""
    assessor = tr("penilai {name}", name=row["assessor"]) if row["assessor"] else ""
    note = joined(value, result, behaviour, assessor)
    return Line(row["rating"] or tr("Tanpa predikat"), note=note, lead=str(row["year"]), icon="star", thing=_thing(row))


def _index(row: Row) -> Line:
    parts = ((tr("kualifikasi"), "qualification"), (tr("kompetensi"), "competence"), (tr("kinerja"), "performance"),
             (tr("disiplin"), "discipline"))  # fmt: skip
    told = (f"{name} {show_number(row[field])}" for name, field in parts if row[field] is not None)
    return Line(
        row["category"] or tr("Tanpa kategori"),
        note=joined(*told, row["source"]),
        lead=str(row["year"]),
        icon="chart-line-up",
        right=show_number(row["total"]),
        thing=_thing(row),
    )


def _action(row: Row) -> Line:
    until = tr("sampai {day}", day=show_date(row["until"])) if row["until"] else ""
    level = show_value(ACTIONS, "level", row["level"])
    return Line(
        row["measure"] or tr("Jenis hukuman belum diisi"),
        note=joined(level, until, row["decree_number"], row["reason"]),
        lead=show_date(row["effective_date"]),
        icon="scales",
        state=State(tr("Sedang berlaku"), "warn", "warning") if row["in_force"] else None,
        thing=_thing(row),
    )


def _thing(row: Row) -> tuple[str, int]:
    """What tells the line apart; nothing can be done to it here."""
    return "assessment", row["key"]
