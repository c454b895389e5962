"""One facet: a title and check boxes with the number of rows behind each, the largest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_number
from ui.lists.columns import Facet
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.widgets.buttons import button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from smartpns_desktop.services.lists import FacetValue

_FIRST = 5
_ROW = 24
_WORDS = 118
"""Pixels for the words of a value."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Line(NamedTuple):
    """A value's check box and the number of its rows."""

    box: QCheckBox
    number: QLabel


class FacetGroup(QWidget):
    """Shows the values of a field; `changed` when another choice was made.

    A chosen value stays visible with its count 0 where nothing else matches, so that it can be taken back.
    """

    changed = Signal()

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self._values: Sequence[FacetValue] = ()
        self._chosen: list[str] = []
        self._all = False
        self._lines: list[_Line] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        self._title = label(facet.title, Role.HEADER, "text2")
        self._title.setTextFormat(Qt.TextFormat.RichText)
        layout.addWidget(self._title)
        self._rows = QGridLayout()
        self._rows.setSpacing(0)
        self._rows.setColumnStretch(0, 1)
        layout.addLayout(self._rows)
        self._more = button("", kind="link")
        self._more.clicked.connect(self._show_all)
        layout.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)

    def rename(self, facet: Facet) -> None:
        """Another title, other words for the values."""
        self.facet = facet
        self._fill()

    def chosen(self) -> tuple[str, ...]:
        """The values that are ticked."""
        return tuple(self._chosen)

    def choose(self, values: Sequence[str]) -> None:
        """Tick these values, without a signal."""
        self._chosen = list(values)
        self._fill()

    def show_values(self, values: Sequence[FacetValue]) -> None:
        """Show other values and counts."""
        self._values = values
        self._fill()

    def _shown(self) -> list[tuple[str, int]]:
        counts = {it.value: it.count for it in self._values}
        first = [it.value for it in self._values][: None if self._all else _FIRST]
        shown = [value for value in self._chosen if value not in first]
        return [(value, counts.get(value, 0)) for value in (*shown, *first)]

    def _fill(self) -> None:
        kept = next((line.box.property("value") for line in self._lines if line.box.hasFocus()), None)
        shown = self._shown()
        self._have_lines(len(shown))
        words = [self.facet.label(value) or tr("(kosong)") for value, _ in shown]
        for line, (value, count), whole, text in zip(self._lines, shown, words, box_texts(words), strict=True):
            line.box.setText(text)
            self._write(line, value, whole, count)
            if kept is not None and kept == value:
                line.box.setFocus()
        self._show_title()
        rest = len(self._values) - _FIRST
        self._more.setVisible(rest > 0 and not self._all)
        self._more.setText(tr("{count} lainnya…", count=rest))
        self.setVisible(bool(self._values or self._chosen))

    def _have_lines(self, count: int) -> None:
        """As many lines as values; those that stand already are written anew, which is far cheaper than new ones."""
        while len(self._lines) > count:
            line = self._lines.pop()
            for widget in (line.box, line.number):
                widget.hide()
                widget.deleteLater()
        for place in range(len(self._lines), count):
            line = _Line(QCheckBox(), QLabel())
            line.box.setMinimumHeight(_ROW)
            line.box.toggled.connect(partial(self._on_toggled, line.box))
            line.number.setProperty("tone", "text2")
            self._rows.addWidget(line.box, place, 0)
            self._rows.addWidget(line.number, place, 1, _RIGHT)
            self._lines.append(line)

    def _write(self, line: _Line, value: str, words: str, count: int) -> None:
        box, chosen = line.box, value in self._chosen
        box.setToolTip(words)
        box.setProperty("value", value)
        with QSignalBlocker(box):
            box.setChecked(chosen)
        box.setFont(font(Role.BODY_STRONG if chosen else Role.BODY))
        box.setAccessibleName(tr("{title}: {value}, {count} baris", title=self.facet.title, value=words, count=count))
        line.number.setText(show_number(count))
        line.number.setFont(font(Role.BODY))

    def _show_title(self) -> None:
        title = self.facet.title
        if self._chosen:
            from ui.theme.theme import theme

            title = f'{title} <span style="color:{theme().tokens.accent}">({len(self._chosen)})</span>'
        self._title.setText(title)

    def _on_toggled(self, box: QCheckBox, on: bool) -> None:
        value = box.property("value")
        if on:
            self._chosen.append(value)
        else:
            self._chosen.remove(value)
        self._show_title()
        self.changed.emit()

    def _show_all(self) -> None:
        self._all = True
        self._fill()


def box_texts(words: Sequence[str]) -> list[str]:
    """Words of values cut to the width of the pane; `&` would be a short-cut.

    Where two look the same then, what tells them apart stands at the end: Kecamatan Utara, Kecamatan Selatan.
    """
    cut, end, middle = metrics(Role.BODY_STRONG).elidedText, Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
    alike = Counter(shown := [cut(it, end, _WORDS) for it in words])
    return [
        (cut(whole, middle, _WORDS) if alike[text] > 1 else text).replace("&", "&&")
        for whole, text in zip(words, shown, strict=True)
    ]
