"""The pane left of a list: its search field, what else narrows it, and its facets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartpns_desktop.words.labels import field_label, show_value
from ui.lists.columns import Facet
from ui.lists.facet_group import FacetGroup
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.labels import label, on_plane
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from smartpns_desktop.services.lists import FacetValue

WIDTH = 192
_TYPING = 200
"""Milliseconds without a key after which the words are searched."""

Where = tuple[tuple[str, str], ...]


class _Words(QLineEdit):
    def __init__(self, entered: SignalInstance) -> None:
        super().__init__()
        self._entered = entered

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entered.emit()


class FacetPane(QFrame):
    """What narrows a list, at first the `default`; `changed` when the user chose something else, `entered` when the
    cursor comes to the search field."""

    changed = Signal()
    entered = Signal()

    def __init__(self, kind: str, facets: Sequence[Facet], default: Where = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._default = kind, default
        self._others: list[tuple[str, str]] = []
        on_plane(self, "surface2", "right")
        self.setFixedWidth(WIDTH)
        self.words = _Words(self.entered)
        self.words.setPlaceholderText(tr("Saring daftar ini…"))
        self.words.setAccessibleName(tr("Saring daftar ini (Ctrl+F)"))
        self.words.setClearButtonEnabled(True)
        self.words.setMaxLength(200)
        self.clear_button = button(tr("Hapus"), kind="link")
        self.clear_button.clicked.connect(self.clear)
        self._groups = {facet.field: FacetGroup(facet) for facet in facets}
        self._lay_out()
        self._typing = QTimer(self, interval=_TYPING, singleShot=True)
        self._typing.timeout.connect(self.changed)
        self.words.textEdited.connect(lambda _text: self._typing.start())
        self.words.textChanged.connect(self._on_cleared)
        for group in self._groups.values():
            group.changed.connect(self._on_choice)
        self.set_state("", default)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 4)
        head.addWidget(label(tr("Saring"), Role.CARD_TITLE))
        head.addStretch()
        head.addWidget(self.clear_button)
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 12, 8)
        search.addWidget(self.words)
        inner = QWidget()
        on_plane(inner, "surface2")
        body = QVBoxLayout(inner)
        body.setContentsMargins(12, 0, 12, 12)
        body.setSpacing(0)
        self._conditions = QVBoxLayout()
        body.addLayout(self._conditions)
        for group in self._groups.values():
            body.addWidget(group)
        body.addStretch()
        scroll = scrolled(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(search)
        layout.addWidget(scroll, 1)

    def rename(self, facets: Sequence[Facet]) -> None:
        """Other titles on the same facets."""
        for facet in facets:
            self._groups[facet.field].rename(facet)

    def where(self) -> Where:
        """What is chosen, as pairs of field and value."""
        chosen = [(field, value) for field, group in self._groups.items() for value in group.chosen()]
        return (*self._others, *chosen)

    def search_text(self) -> str:
        """The words that narrow the list."""
        return " ".join(self.words.text().split())

    def narrowed(self) -> int:
        """How many choices narrow the list besides what narrows it at first."""
        where = self.where()
        chosen = 0 if set(where) == set(self._default) else len(set(where) - set(self._default)) or 1
        return chosen + bool(self.search_text())

    def fields(self) -> tuple[str, ...]:
        """The fields whose values are counted."""
        return tuple(self._groups)

    def set_state(self, search: str, where: Where) -> None:
        """Show another choice, without a signal."""
        self.words.setText(search)
        self._typing.stop()
        for field, group in self._groups.items():
            group.choose([value for name, value in where if name == field])
        self._others = [(name, value) for name, value in where if name not in self._groups]
        self._show_state()

    def show_counts(self, counts: Mapping[str, Sequence[FacetValue]]) -> None:
        """Show the values and how many rows each has."""
        for field, values in counts.items():
            self._groups[field].show_values(values)

    def clear(self) -> None:
        """Narrow as at first."""
        self.set_state("", self._default)
        self.changed.emit()

    def _on_choice(self) -> None:
        self._show_state()
        self.changed.emit()

    def _on_cleared(self, text: str) -> None:
        """The little cross in the field does not count as typing."""
        if not text and self.words.hasFocus() and not self._typing.isActive():
            self._typing.start()
        self._show_state()

    def _show_state(self) -> None:
        count = self.narrowed()
        self.clear_button.setVisible(count > 0)
        self.clear_button.setText(tr("Hapus ({count})", count=count))
        while (item := self._conditions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for pair in self._others:
            self._conditions.addWidget(self._condition(pair))

    def _condition(self, pair: tuple[str, str]) -> QWidget:
        """A condition that no facet shows, with a way to take it off."""
        field, value = pair
        words = show_value(self._kind, field, value) or tr("kosong")
        text = f"{field_label(self._kind, field)}: {words}"
        off = button(text, icon="x", kind="link")
        off.setAccessibleName(tr("Hapus syarat {text}", text=text))
        off.setToolTip(text)
        off.clicked.connect(lambda: self._take_off(pair))
        return off

    def _take_off(self, pair: tuple[str, str]) -> None:
        self._others.remove(pair)
        self._on_choice()
