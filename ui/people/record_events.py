"""What is recorded of a person besides the histories, as events on the line of time: SKP, discipline, certificates …"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.professionalism_index import PARTS
from smartpns_desktop.words.figures import show_date, show_number
from smartpns_desktop.words.labels import show_value
from ui.people.timeline import HISTORIES, Event, Kind, Row, Thing, joined, newest_first, timeline
from ui.texts import tr

if TYPE_CHECKING:
    from ui.people.person import Person


def whole_timeline(person: Person) -> tuple[Event, ...]:
    """Everything that is known of a person, newest first."""
    told = (record_event(kind, row) for kind, name in RECORDS.items() for row in person.records.get(name, ()))
    found = newest_first((*timeline(person.record, person.trainings), *told))
    return tuple(_with_files(event, person.whole.files.get((_table(event.thing.kind), event.thing.key), 0))
                 for event in found)  # fmt: skip


def _with_files(event: Event, count: int) -> Event:
    return replace(event, note=joined(event.note, tr("{count} lampiran", count=count))) if count else event


def _table(kind: Kind) -> str:
    """The table of a kind's rows, as attachments name it."""
    from smartpns_desktop.services import records

    if kind in HISTORIES:
        return f"{kind.value}_history"
    if kind is Kind.TRAINING:
        return "trainings"
    return records.table_of(RECORDS[kind]) if RECORDS[kind] in records.KINDS else ""


def record_event(kind: Kind, row: Row) -> Event:
    """A row of what is recorded of a person, by its kind."""
    return _RECORD_EVENTS[kind](Thing(kind, row["key"]), row)


def _rating(thing: Thing, row: Row) -> Event:
    value = tr("nilai {value}", value=show_number(row["value"])) if row["value"] is not None else ""
    result = tr("hasil kerja {text}", text=row["result"].lower()) if row["result"] else ""
    behaviour = tr("perilaku {text}", text=row["behaviour"].lower()) if row["behaviour"] else ""
    assessor = tr("penilai {name}", name=row["assessor"]) if row["assessor"] else ""
    note = joined(value, result, behaviour, assessor)
    return Event(thing, _end_of(row["year"]), row["rating"] or tr("Tanpa predikat"), note, lead=str(row["year"]))


def _index(thing: Thing, row: Row) -> Event:
    told = (f"{name} {show_number(row[field])}" for field, name in PARTS.items() if row[field] is not None)
    note, title = joined(*told, row["source"]), row["category"] or tr("Tanpa kategori")
    return Event(thing, _end_of(row["year"]), title, note, right=show_number(row["total"]), lead=str(row["year"]))


def _discipline(thing: Thing, row: Row) -> Event:
    until = tr("sampai {day}", day=show_date(row["until"])) if row["until"] else ""
    level = show_value("disciplinary-actions", "level", row["level"])
    note = joined(level, until, row["decree_number"], row["reason"])
    return Event(thing, row["effective_date"], row["measure"] or tr("Jenis hukuman belum diisi"), note,
                 in_force=bool(row["in_force"]))  # fmt: skip


def _certificate(thing: Thing, row: Row) -> Event:
    is_valid = row["validity"] == "valid"
    note = joined(row["field"], row["issuer"], row["number"], _validity(row["valid_until"], is_valid=is_valid))
    return Event(thing, row["issued_on"], row["name"], note, in_force=is_valid)


def _validity(until: date | None, *, is_valid: bool) -> str:
    if until is None:
        return ""
    day = show_date(until)
    return tr("berlaku sampai {day}", day=day) if is_valid else tr("habis berlaku {day}", day=day)


def _assessment(thing: Thing, row: Row) -> Event:
    level, note = tr("Level {level}", level=row["level"]), joined(row["assessor"], row["number"])
    return Event(thing, row["assessed_on"], row["competency"], note, right=level)


def _contract(thing: Thing, row: Row) -> Event:
    title = tr("sampai {day}", day=show_date(row["until"]))
    note = joined(row["number"], row["decree_number"])
    return Event(thing, row["effective_date"], title[:1].upper() + title[1:], note, in_force=bool(row["in_force"]))


def _merge(thing: Thing, row: Row) -> Event:
    day = row["at"].astimezone().date() if row["at"] else None
    return Event(thing, day, nip.show(row["nip"]), tr("Data dengan NIP ini digabungkan ke pegawai ini"))


def _end_of(year: int) -> date:
    return date(year, 12, 31)


_RECORD_EVENTS: Mapping[Kind, Callable[[Thing, Row], Event]] = {
    Kind.RATING: _rating,
    Kind.INDEX: _index,
    Kind.DISCIPLINE: _discipline,
    Kind.CERTIFICATE: _certificate,
    Kind.COMPETENCY: _assessment,
    Kind.CONTRACT: _contract,
    Kind.MERGE: _merge,
}
RECORDS: Mapping[Kind, str] = {
    Kind.RATING: "performance-ratings",
    Kind.INDEX: "ip-asn",
    Kind.DISCIPLINE: "disciplinary-actions",
    Kind.CERTIFICATE: "certificates",
    Kind.COMPETENCY: "competency-assessments",
    Kind.CONTRACT: "contracts",
    Kind.MERGE: "former-nips",
}
"""What the service calls the records of a kind."""
