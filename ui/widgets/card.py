"""The cards of the dashboard: one number that opens its rows, and a panel that holds other things."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.theme.fonts import Role, metrics
from ui.theme.theme import theme
from ui.widgets.badge import Kind, ink
from ui.widgets.buttons import ENTER, button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.meter import Meter
from ui.widgets.planes import Surface, paint_card
from ui.widgets.side_by_side import side_by_side


class Card(QAbstractButton):
    """A number with its meaning; the whole card is one button, `clicked` by mouse, Space or Enter."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = label(title, Role.SMALL_STRONG, "text2")
        self._number, self._unit = label("–", Role.CARD_NUMBER), ElidedLabel("", Role.BODY, "text2")
        self._unit.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self._unit.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._meter = Meter(6)
        self._icon, self._line = IconLabel("", size=14), ElidedLabel("", Role.SMALL, "text2")
        self._show_meter(shown=False)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self._dress)
        self._dress()
        self._name()

    def set_title(self, text: str) -> None:
        """What the number is about."""
        self._title.setText(text)
        self._name()

    def set_number(self, text: str, unit: str = "") -> None:
        """The number as text, and the words after it on the same baseline."""
        self._number.setText(text)
        self._unit.setText(unit)
        self._name()

    def set_meter(self, value: float | None, goal: float = 0) -> None:
        """How far a goal is reached; `None` leaves the room blank so that cards beside each other stay aligned."""
        self._show_meter(shown=value is not None)
        self._meter.set_value(value or 0, goal)

    def set_line(self, text: str, kind: Kind = "neutral", icon: str = "") -> None:
        """The one line below: what matters about the number now."""
        self._line.setText(text)
        self._line.set_colour(ink(kind))
        self._icon.set_icon(icon, ink(kind))
        self._icon.setVisible(bool(icon))
        self._name()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(104, hint.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect(), theme().tokens, hover=self.underMouse(), focus=self.hasFocus())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        for widgets in (
            (self._title, None, IconLabel("caret-right", size=14)),
            (self._number, self._unit, None),
            (self._meter,),
            (self._icon, self._line),
        ):
            column.addLayout(side_by_side(*widgets))

    def _dress(self) -> None:
        # a row aligns lower edges: lift the unit by what the number reaches further below the baseline
        lift = metrics(Role.CARD_NUMBER).descent() - metrics(Role.BODY).descent()
        self._unit.setContentsMargins(0, 0, 0, lift)
        self.update()

    def _show_meter(self, *, shown: bool) -> None:
        policy = self._meter.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._meter.setSizePolicy(policy)
        self._meter.setVisible(shown)

    def _name(self) -> None:
        number = f"{self._title.text()}: {self._number.text()} {self._unit.text()}".strip()
        self.setAccessibleName(f"{number}. {self._line.text()}" if self._line.text() else number)


class Panel(Surface):
    """A titled surface; put what it holds into `body`. `link_clicked` is the press of the link beside the title."""

    link_clicked = Signal()

    def __init__(self, title: str, link_text: str = "") -> None:
        super().__init__()
        self.title = label(title, Role.CARD_TITLE)
        self.title.setMinimumHeight(24)  # as high as a link, so that panels side by side start alike
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self.title)
        self.header.addStretch(1)
        self._link = button("", kind="link")
        self._link.clicked.connect(self.link_clicked)
        self.header.addWidget(self._link)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(4)
        column.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        column.addLayout(self.body, 1)
        self.set_link(link_text)

    def set_link(self, text: str) -> None:
        """The link's words; none hide it."""
        self._link.setText(text)
        self._link.setVisible(bool(text))
