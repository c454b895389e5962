"""The rows of the tab Kesenjangan: a verdict with its reason, and the button that leads to what closes it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smartpns_desktop.domain.gap import EDUCATION, Finding, Reason, Verdict
from smartpns_desktop.domain.requirements import RequirementKind
from smartpns_desktop.words.gaps import asked, closing, explained
from smartpns_desktop.words.labels import show_value
from smartpns_desktop.words.sentences import listed
from ui.context import Target
from ui.pages.positions_table import VERDICTS
from ui.people.timeline import Kind
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from smartpns_desktop.services.positions import Gap

_ORDER = (Verdict.MISSING, Verdict.EXPIRED, Verdict.SOON, Verdict.UNCLEAR, Verdict.MET)
Way = tuple[Kind | Target, str]
"""What closes a gap: the record whose form is wanted or a place of the program, and the word on the button."""

_STUDY: tuple[Way, ...] = (
    (Kind.EDUCATION, "Catat pendidikan"),
    (Target("study-needs", act="new"), "Usulkan studi"),
)
_CLOSED_BY: Mapping[str, tuple[Way, ...]] = {
    EDUCATION: _STUDY,
    RequirementKind.PROGRAMME: _STUDY,
    RequirementKind.TRAINING: ((Kind.TRAINING, "Catat pelatihan"),),
    RequirementKind.CERTIFICATE: ((Kind.CERTIFICATE, "Catat sertifikat"),),
    RequirementKind.EXPERIENCE: ((Kind.POST, "Catat jabatan"),),
    RequirementKind.COMPETENCY: ((Kind.COMPETENCY, "Catat penilaian"),),
}
WIDEST, _LINK = 960, 24
"""Pixels of the widest row, and of a link's height, whose middle the verdict beside it shares."""


class GapRow(QWidget):
    """Sign, what is asked, how it stands and why; `wanted` carries what closes it: the kind of a record, or a place."""

    wanted = Signal(object)

    def __init__(self, title: str, verdict: Verdict, sentence: str, closed_by: Sequence[Way]) -> None:
        super().__init__()
        colour, icon = VERDICTS[verdict]
        self.title, self.sentence = label(title, Role.BODY_STRONG), label(sentence, Role.SMALL, "text2")
        self.state = label(show_value("gaps", "verdict", verdict), Role.SMALL_STRONG, colour)
        told = QVBoxLayout()
        told.setSpacing(1)
        for text in (self.title, self.sentence):
            text.setWordWrap(True)
            told.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        self.state.setFixedHeight(_LINK)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.links = [self._link(way, text_, title) for way, text_ in closed_by]
        for link in self.links:
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)

    def _link(self, way: Kind | Target, text: str, title: str) -> QPushButton:
        link = button(tr(text), kind="link")
        link.setAccessibleName(f"{tr(text)}: {title}")
        link.clicked.connect(lambda: self.wanted.emit(way))
        return link


def rows_of(gap: Gap, forms: Container[Kind]) -> Sequence[GapRow]:
    """A row for each finding, the gravest first; competencies that nobody has tested are one row."""
    untested = [it for it in gap.findings if it.reason is Reason.NOT_ASSESSED]
    others = [it for it in gap.findings if it.reason is not Reason.NOT_ASSESSED]
    rows = [_row(gap, it, forms) for it in sorted(others, key=lambda it: _ORDER.index(it.verdict))]
    return [*rows, _untested(gap, untested)] if untested else rows


def _row(gap: Gap, finding: Finding, forms: Container[Kind]) -> GapRow:
    kind = show_value("gaps", "requirement_kind", finding.kind)
    mandatory = tr(" · wajib") if finding.mandatory else ""
    why = f"{explained(finding, gap.levels)} {closing(finding)}".strip()
    ways = () if finding.verdict is Verdict.MET else _CLOSED_BY.get(finding.kind, ())
    usable = [way for way in ways if isinstance(way[0], Target) or way[0] in forms]
    return GapRow(asked(finding, gap.levels), finding.verdict, f"{kind}{mandatory}. {why}", usable)


def _untested(gap: Gap, findings: Sequence[Finding]) -> GapRow:
    names = listed([asked(it, gap.levels) for it in findings])
    title = tr("{count} kompetensi", count=len(findings))
    sentence = f"{names}. {explained(findings[0], gap.levels)} {closing(findings[0])}"
    return GapRow(title, Verdict.UNCLEAR, sentence, ())
