"""Column types that STRICT tables accept: text, integers and reals behind Python values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import REAL, Integer, Text
from sqlalchemy.types import TypeDecorator

SINCE_UNKNOWN = "0001-01-01"
"""How "in force since an unknown day" is kept: it sorts before every date and needs no NULL test."""


class IsoDate(TypeDecorator[date]):
    """A date as ISO text, which sorts as dates do; text in ISO form passes through unchanged."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:
        return value.isoformat() if isinstance(value, date) else value

    def process_result_value(self, value: Any, dialect: Any) -> date | None:
        return date.fromisoformat(value) if value else None


class EffectiveDate(TypeDecorator[date]):
    """The day from which a history row holds (TMT); `None` means that nobody knows since when."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str:
        if value is None:
            return SINCE_UNKNOWN
        return value.isoformat() if isinstance(value, date) else str(value)

    def process_result_value(self, value: Any, dialect: Any) -> date | None:
        return None if value in (None, SINCE_UNKNOWN) else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """A yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Any) -> bool | None:
        return None if value is None else bool(value)


class Number(TypeDecorator[float]):
    """A number of 15 significant digits: a spreadsheet keeps no more, and the journal's JSON no more either."""

    impl = REAL
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> float | None:
        return None if value is None else float(f"{value:.15g}")


class Moment(TypeDecorator[datetime]):
    """A point in time as ISO text in UTC."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:
        return value.astimezone(UTC).isoformat(timespec="seconds") if isinstance(value, datetime) else value

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:
        return datetime.fromisoformat(value) if value else None
