"""The index of professionalism in the head of a person's page: its total, its four parts, and who told it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartpns_desktop.domain.professionalism_index import HIGHEST, PARTS
from smartpns_desktop.words.figures import show_date, show_number
from ui.texts import tr
from ui.theme.fonts import Role
from ui.theme.theme import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.people.person import Person

_GAP = 3
"""Pixels between two parts of the bar."""


class IndexBox(QWidget):
    """Year and total, a bar of the four parts as long as the points that each can give, and the points in words."""

    def __init__(self) -> None:
        super().__init__()
        self.year = ElidedLabel("", Role.SMALL_STRONG, "text2")
        self.total = label("", Role.CARD_TITLE)
        self.bar = PartsBar()
        self.parts = ElidedLabel("", Role.SMALL, "text2")
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        numbers.addWidget(self.year, 1)
        numbers.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(numbers)
        column.addWidget(self.bar)
        column.addWidget(self.parts)

    def show_person(self, person: Person) -> None:
        """Show the latest index, or that there is none."""
        row, most = person.whole.index, person.whole.index_maxima
        self.bar.setVisible(row is not None)
        if row is None:
            self.year.setText(tr("IP ASN"))
            self.total.setText("—")
            self.parts.setText(tr("Belum ada; datang dari impor"))
            return
        self.year.setText(tr("IP ASN {year} · {source}", year=row["year"], source=row["source"]))
        self.total.setText(show_number(row["total"]))
        self.parts.setText(" · ".join(told_parts(row)) or row["category"] or "")
        self.bar.show_parts([(row[part] or 0.0, most.get(part, HIGHEST / len(PARTS))) for part in PARTS])
        self._explain(row, most)

    def _explain(self, row: Mapping[str, Any], most: Mapping[str, float]) -> None:
        lines = [tr("IP ASN {year}: {total} ({category})", year=row["year"], total=show_number(row["total"]),
                    category=row["category"] or tr("tanpa kategori"))]  # fmt: skip
        for part, name in PARTS.items():
            if row[part] is not None:
                of = tr(" dari {most}", most=show_number(most[part])) if part in most else ""
                lines.append(f"{name.capitalize()}: {show_number(row[part])}{of}")
        day = tr(", diperbarui {day}", day=show_date(row["updated"])) if row["updated"] else ""
        lines.append(tr("Sumber: {source}{day}", source=row["source"], day=day))
        self.setToolTip("\n".join(lines))
        self.bar.setAccessibleName(". ".join(lines))


def told_parts(row: Mapping[str, Any]) -> list[str]:
    """The points of the parts that are told, each with the first letters of its name."""
    return [
        f"{name.capitalize()[:4]}. {show_number(row[part])}" for part, name in PARTS.items() if row[part] is not None
    ]


class PartsBar(QWidget):
    """A bar of parts side by side, each filled as far as its points go."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[tuple[float, float]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_parts(self, parts: Sequence[tuple[float, float]]) -> None:
        """Points and the most points of each part."""
        self._parts = tuple(parts)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, whole = theme().tokens, sum(most for _value, most in self._parts) or 1.0
        painter = QPainter(self)
        left, room = 0.0, self.width() - _GAP * (len(self._parts) - 1)
        for value, most in self._parts:
            width = room * most / whole
            painter.fillRect(QRectF(left, 0, width, self.height()), QColor(tokens.line))
            filled = width * min(1.0, max(0.0, value / most)) if most else 0.0
            painter.fillRect(QRectF(left, 0, filled, self.height()), QColor(tokens.accent))
            left += width + _GAP
        painter.end()
