"""The list at the right of a form: what is to be mended and what may stay, each a link to its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.forms.findings import Finding, Weight
from ui.forms.message import LOOKS
from ui.texts import tr
from ui.theme.fonts import Role
from ui.theme.icons import icon
from ui.widgets.buttons import button
from ui.widgets.labels import label, on_plane, wrapped

WIDTH = 248


class ProblemList(QScrollArea):
    """Findings under two headings; `chosen` names the field of a link."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        on_plane(self, "surface2", edge="left")
        self._shown: tuple[Finding, ...] | None = None
        self.show_findings([], [])

    def show_findings(self, errors: Sequence[Finding], warnings: Sequence[Finding]) -> None:
        """List the findings anew, unless they are those that stand there."""
        shown = (*errors, *warnings)
        if shown == self._shown:
            return
        self._shown = shown
        body = QWidget()
        on_plane(body, "surface2")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(2)
        self._add(layout, tr("Yang perlu diperbaiki"), errors)
        self._add(layout, tr("Boleh disimpan"), warnings)
        layout.addStretch()
        self.setWidget(body)

    def _add(self, layout: QVBoxLayout, heading: str, findings: Sequence[Finding]) -> None:
        if not findings:
            return
        layout.addWidget(label(heading, Role.CARD_TITLE))
        for finding in findings:
            layout.addWidget(self._link(finding), 0, Qt.AlignmentFlag.AlignLeft)
            words = wrapped(finding.sentence, Role.SMALL, "text2")
            words.setContentsMargins(22, 0, 0, 6)
            layout.addWidget(words)
        layout.addSpacing(8)

    def _link(self, finding: Finding) -> QWidget:
        colour, picture = LOOKS[Weight(finding.weight)]
        link = button(finding.field.label, kind="link")
        link.setIcon(icon(picture, colour))
        link.setAccessibleDescription(finding.sentence)
        link.clicked.connect(lambda: self.chosen.emit(finding.field.name))
        return link
