"""What is missing or doubtful in a person's data, and where each is mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartpns_desktop.domain.data_quality import SERIOUS, Place
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.words.data_quality import advice, title
from smartpns_desktop.words.doubts import (
    MISSING_HISTORIES,
    TRAINING_UNDATED,
    TRAINING_UNVERIFIED,
    UNDATED,
)
from smartpns_desktop.words.labels import field_label
from smartpns_desktop.words.problems import say
from ui.people.person import Person
from ui.people.timeline import NAMES, Event, Kind, Thing, in_force, timeline
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.data_quality import Finding


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to mend.

    `weight` is `bad` (wrong), `warn` (missing) or `neutral` (to be looked at). `mend` says where: a row that is to be
    changed, a history that lacks one, or `None` for the record itself. `check` is the code of the check that found it.
    """

    title: str
    sentence: str
    weight: str
    mend: Thing | Kind | None = None
    check: str = ""

    @property
    def act(self) -> str:
        """What the button that leads there says."""
        if isinstance(self.mend, Kind):
            return tr("Tambah")
        return tr("Lengkapi") if self.weight == "warn" else tr("Periksa")


def doubts(person: Person, findings: Sequence[Finding] = ()) -> tuple[Doubt, ...]:
    """What SIASN's checks found, and what else is wrong or missing; last what waits for a look or cannot be judged."""
    events = timeline(person.record, person.trainings)
    told = [_found(finding, events) for finding in findings]
    return (
        *(it for it in told if it.weight != "neutral"),
        *_problems(person, {it.code for it in findings}),
        *_missing_histories(events),
        *_undated(events),
        *(it for it in told if it.weight == "neutral"),
        *_unverified(person),
    )


def _found(finding: Finding, events: Sequence[Event]) -> Doubt:
    weight = "neutral" if finding.is_open else "bad" if finding.code in SERIOUS else "warn"
    said = tr("Belum dapat dinilai: {title}", title=title(finding.code)) if finding.is_open else title(finding.code)
    return Doubt(said, advice(finding.code, is_open=finding.is_open), weight, _mend(finding, events), finding.code)


def _mend(finding: Finding, events: Sequence[Event]) -> Thing | Kind | None:
    """The row in force where it is to be changed, else a new one of the kind; `None` for the record."""
    if finding.mend.place is Place.RECORD:
        return None
    kind = Kind(finding.mend.place.value)
    current = in_force(events, kind)
    if current is not None and (finding.mend.changed or finding.is_open):
        return current.thing
    return kind


_COVERED = {
    "nip.birth_date_differs": {"CON_2"},
    "nip.sex_differs": {"CON_3"},
    "nip.start_differs": {"CON_1", "CON_4"},
    "nik.not_16_digits": {"ACC_5"},
    "nik.impossible": {"ACC_5"},
    "email.malformed": {"COM_6"},
    "date.pns_before_cpns": {"ACC_1"},
}
"""Problems of a record that a check tells too."""


def _problems(person: Person, found: Set[str]) -> Iterator[Doubt]:
    for problem in person.problems:
        if not _COVERED.get(problem.code, set()) & found:
            weight = "bad" if problem.severity is Severity.REJECT else "warn"
            yield Doubt(field_label("employees", problem.column), say(problem), weight)


def _missing_histories(events: Sequence[Event]) -> Iterator[Doubt]:
    for name, sentence in MISSING_HISTORIES.items():
        if in_force(events, Kind(name)) is None:
            yield Doubt(tr(NAMES[Kind(name)]), sentence, "warn", Kind(name))


def _undated(events: Sequence[Event]) -> Iterator[Doubt]:
    for event in events:
        if event.day is None:
            sentence = TRAINING_UNDATED if event.thing.kind is Kind.TRAINING else UNDATED
            yield Doubt(f"{tr(NAMES[event.thing.kind])}: {event.title}", sentence, "warn", event.thing)


def _unverified(person: Person) -> Iterator[Doubt]:
    for row in person.trainings:
        if row["year"] == person.year.year and not row["verified"]:
            title = f"{tr(NAMES[Kind.TRAINING])}: {row['name']}"
            yield Doubt(title, TRAINING_UNVERIFIED, "neutral", Thing(Kind.TRAINING, row["key"]))
