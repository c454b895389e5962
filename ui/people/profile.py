"""The profile of a person as a document on paper: who, the present state, everything by kind, JP year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from smartpns_desktop.words.figures import show_date, show_number
from ui.pages.employee_forms import record_fields
from ui.people.header import jp_note, pension_note, where
from ui.people.identity_tab import fact
from ui.people.index_box import told_parts
from ui.people.paper import document, facts, heading, section, table
from ui.people.person import Person, by_year
from ui.people.record_events import whole_timeline
from ui.people.smart_asn_tab import summary
from ui.people.timeline import NAMES, Event, Kind, joined, training_event
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.office import OfficeProfile

_WIDTHS = (14, 36, 40, 10)
"""Per cent of the page's width for day, title, note and number."""

_TOLD = frozenset(
    "previous_nip birth_place birth_date sex religion marital_status nik cpns_date pns_date phone email official_email "
    "address".split()
)
"""Fields of the record that a profile tells."""


def profile_html(person: Person, profile: OfficeProfile, today: date) -> str:
    """The document as HTML that Qt's text documents understand; every value of the record is escaped."""
    fields = (it for it in record_fields() if it.name in _TOLD)
    identity = [(it.label, fact(it, getattr(person.record, it.name))) for it in fields]
    events = whole_timeline(person)
    kinds = (kind for kind in Kind if kind is not Kind.TRAINING)
    return document(
        profile,
        heading(person.name, tr("Profil pegawai")),
        facts(list(_present(person, today))),
        section(tr("Identitas"), facts(identity)),
        *(section(tr(NAMES[kind]), _events(it for it in events if it.thing.kind is kind)) for kind in kinds),
        section(tr("Profil Smart ASN: {told}", told=summary(person.whole.smart_asn.values())), _smart_asn(person)),
        section(tr("JP per tahun"), _years(person)),
        section(tr("Pelatihan"), _trainings(person)),
    )


def _present(person: Person, today: date) -> Iterator[tuple[str, str]]:
    now, year, index = person.record.current, person.year, person.whole.index
    goal = tr(" dari {goal}", goal=show_number(year.minimum)) if year.minimum else ""
    jp = tr("{jp}{goal} JP", jp=show_number(year.counted), goal=goal)
    yield tr("NIP"), joined(person.number, str(person.record.kind))
    yield tr("Pangkat"), joined(now.get("grade"), now.get("rank"))
    yield tr("Jabatan"), now.get("post") or ""
    yield tr("Perangkat daerah"), where(person)
    yield tr("JP {year}", year=year.year), joined(jp, jp_note(year))
    yield tr("Pensiun"), pension_note(person.whole.pension, today)[0]
    if index is not None:
        told = joined(show_number(index["total"]), index["category"], *told_parts(index))
        yield tr("IP ASN {year}", year=index["year"]), told


def _events(events: Iterable[Event]) -> str:
    return table((), (_told(it) for it in events), _WIDTHS)


def _told(event: Event) -> Sequence[str]:
    day = event.lead or (show_date(event.day) if event.day else "—")
    return day, event.title, event.note, event.right


def _smart_asn(person: Person) -> str:
    """The attributes that were assessed."""
    rows = (
        (show_date(row["assessed_on"]), name, joined(row["assessor"], row["number"]),
         tr("Level {level}", level=row["level"]))
        for name, row in person.whole.smart_asn.items() if row is not None
    )  # fmt: skip
    return table((), rows, _WIDTHS)


def _years(person: Person) -> str:
    rows = (
        (str(it.year or tr("Tanpa tahun")), tr("{count} pelatihan", count=len(it.trainings)),
         tr("tertulis {jp} JP", jp=show_number(it.claimed)), tr("{jp} JP", jp=show_number(it.counted)))
        for it in by_year(person.trainings)
    )  # fmt: skip
    return table((), rows, _WIDTHS)


def _trainings(person: Person) -> str:
    return table(
        (tr("Tanggal"), tr("Pelatihan"), tr("Keterangan"), tr("JP")),
        (_told(training_event(row)) for row in person.trainings),
        _WIDTHS,
    )
