"""The panel beside a list: a body that scrolls, facts under each other, buttons at its foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import Role
from ui.widgets.labels import Label, hairline, label, on_plane, wrapped
from ui.widgets.scrolled import scrolled

_WIDTH = 288

Record = Mapping[str, Any]


class DetailPanel(QFrame):
    """Title and subtitle, whatever a page adds, then facts; `add_button` fills the foot."""

    def __init__(self) -> None:
        super().__init__()
        on_plane(self, "surface", "left")
        self.setFixedWidth(_WIDTH)
        self.title = wrapped("", Role.SECTION)
        self.subtitle = wrapped("", Role.SMALL, "text2")
        self.body = QVBoxLayout()
        self._facts = QGridLayout()
        self._lines: list[tuple[Label, Label]] = []
        self._rules: list[QFrame] = []
        self._foot = QHBoxLayout()
        self._lay_out()

    def tell(
        self,
        record: Record | None,
        title: Callable[[Record], str],
        facts: Callable[[Record], Iterable[tuple[str, str]]],
        subtitle: Callable[[Record], str] = lambda _record: "",
    ) -> None:
        """Title, subtitle and facts of a record; without one the panel is empty and its buttons rest."""
        self.setEnabled(record is not None)
        self.title.setText(title(record) if record else "")
        self.subtitle.setText(subtitle(record) if record else "")
        self.show_facts(facts(record) if record else ())

    def _lay_out(self) -> None:
        inner = QWidget()
        on_plane(inner, "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        self.body.setSpacing(4)
        column.addLayout(self.body)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        column.addLayout(self._facts)
        column.addStretch(1)
        scroll = scrolled(inner)
        foot = QWidget()
        on_plane(foot, "surface", "top")
        foot.setLayout(self._foot)
        self._foot.setContentsMargins(16, 8, 16, 8)
        self._foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(foot)

    def add_button(self, made: QPushButton) -> QPushButton:
        """A button at the foot."""
        self._foot.insertWidget(self._foot.count() - 1, made)
        return made

    def add_rule(self) -> None:
        """A hairline under what the body has so far."""
        rule = hairline()
        self._rules.append(rule)
        self.body.addSpacing(8)
        self.body.addWidget(rule)
        self.body.addSpacing(8)

    def changeEvent(self, event: QEvent) -> None:
        """A panel that is switched off tells of nothing, and has nothing to part."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            for rule in self._rules:
                rule.setVisible(self.isEnabled())

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Facts by name; an empty one is a dash. Their labels stay, for a row passes with every press of an arrow."""
        told = list(facts)
        for row in range(len(self._lines), len(told)):
            self._lines.append(self._line(row))
        for row, (name, value) in enumerate(self._lines):
            for line, text in zip((name, value), told[row] if row < len(told) else ("", ""), strict=True):
                line.setText(text or "—")
                line.setVisible(row < len(told))

    def _line(self, row: int) -> tuple[Label, Label]:
        name, value = label("", Role.SMALL, "text2"), label("")
        value.setWordWrap(True)
        self._facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(value, row, 1)
        return name, value
