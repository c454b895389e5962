"""A person held against a post as a document on paper: what is asked, how it stands, what was learned for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smartpns_desktop.domain.requirements import RequirementKind
from smartpns_desktop.domain.training_likeness import answers
from smartpns_desktop.words.figures import show_date, show_number
from smartpns_desktop.words.gaps import asked, closing, explained
from smartpns_desktop.words.labels import show_value
from ui.people.paper import document, facts, heading, section, table
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.office import OfficeProfile
    from smartpns_desktop.services.positions import Gap
    from ui.people.person import Person

_ASKED_WIDTHS, _LEARNED_WIDTHS = (24, 46, 30), (14, 76, 10)


def gap_html(person: Person, gap: Gap, profile: OfficeProfile) -> str:
    """The document as HTML that Qt's text documents understand; every value of the record is escaped."""
    now = person.record.current
    told = [
        (tr("NIP"), person.number),
        (tr("Jabatan sekarang"), now.get("post") or ""),
        (tr("Dibandingkan dengan"), gap.post),
        (tr("Keadaan tanggal"), show_date(gap.on)),
        (tr("Belum dipenuhi"), show_number(len(gap.gaps))),
    ]
    return document(
        profile,
        heading(person.name, tr("Profil karier")),
        facts(told),
        section(tr("Syarat jabatan"), table((tr("Syarat"), tr("Keadaan"), ""), _findings(gap), _ASKED_WIDTHS)),
        section(tr("Pelatihan untuk jabatan ini"), _learned(person, gap)),
    )


def _findings(gap: Gap) -> Iterator[Sequence[str]]:
    for it in gap.findings:
        why = f"{explained(it, gap.levels)} {closing(it)}".strip()
        yield asked(it, gap.levels), why, show_value("gaps", "verdict", it.verdict)


def _learned(person: Person, gap: Gap) -> str:
    """The trainings that answer something that the post asks, with their JP."""
    wanted = [it.name for it in gap.findings if it.kind == RequirementKind.TRAINING]
    rows = [it for it in person.trainings if any(answers(name, it["name"]) for name in wanted)]
    lines = (
        (show_date(it["end"] or it["start"]) if it["end"] or it["start"] else "—", it["name"],
         "" if it["jp_counted"] is None else show_number(it["jp_counted"]))
        for it in rows
    )  # fmt: skip
    return table((tr("Tanggal"), tr("Pelatihan"), tr("JP")), lines, _LEARNED_WIDTHS) if rows else ""
