"""Where the twelve months of a chart stand in its rectangle, and which numbers its axis shows."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRect

BAR_SHARE = 0.56
HEAD_ROOM = 1.1
"""How far the scale reaches above the highest value, so that the number on a bar is not cut."""


def nice_step(top: float) -> float:
    """The round distance between axis numbers, 1, 2 or 5 times a power of ten, that makes four or five of them."""
    rough = top / 4
    power = 10.0 ** floor(log10(rough))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)


@dataclass(frozen=True)
class MonthScale:
    """Turns months 1 to 12 and values into pixels of `area`, where the bars run."""

    area: QRect
    step: float
    top: float

    @classmethod
    def of(cls, area: QRect, highest: float) -> MonthScale:
        """The scale that shows values up to `highest`, at least up to one step."""
        step = nice_step(highest) if highest > 0 else 1.0
        return cls(area, step, max(highest * HEAD_ROOM, step * ceil(highest / step - 0.001)) or step)

    def ticks(self) -> list[float]:
        """The numbers of the axis from 0 up."""
        return [self.step * place for place in range(floor(self.top / self.step + 0.001) + 1)]

    def y(self, value: float) -> int:
        """The whole pixel at which a value stands, so that lines are sharp."""
        return self.area.bottom() - round(self.area.height() * value / self.top)

    def slot(self, month: int) -> QRect:
        """The full-height strip of a month, 1 to 12."""
        left, right = (self.area.left() + round(self.area.width() * edge / 12) for edge in (month - 1, month))
        return QRect(left, self.area.top(), right - left, self.area.height())

    def bar(self, month: int, value: float) -> QRect:
        """The bar of a month."""
        slot = self.slot(month)
        width = round(slot.width() * BAR_SHARE)
        return QRect(slot.center().x() - width // 2, self.y(value), width, self.area.bottom() - self.y(value))

    def point(self, month: int, value: float) -> QPointF:
        """Where the plan's line passes a month."""
        return QPointF(self.slot(month).center().x() + 0.5, self.y(value) + 0.5)

    def month_at(self, x: int) -> int | None:
        """The month under a pixel column, `None` beside the months."""
        return next((month for month in range(1, 13) if self.slot(month).left() <= x <= self.slot(month).right()), None)
