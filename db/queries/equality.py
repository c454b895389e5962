"""When a field of a list equals what was typed or chosen, in SQL and of a value that was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from sqlalchemy import REAL, Boolean, ColumnElement, Float, Integer, Text, cast, func, or_

from db.tables.types import SINCE_UNKNOWN, EffectiveDate

LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
"""What SQLite's lower() does: spellings that a filter takes for one value."""

_FLAGS = {"true": "1", "ya": "1", "false": "0", "tidak": "0"}


def matches(column: ColumnElement[Any], said: Sequence[str]) -> ColumnElement[bool]:
    """A field has one of the values: a number by its amount, a text whatever its case, nothing for the value ""."""
    return or_(*(_equals(column, value) for value in said))


def holds(column: ColumnElement[Any], said: Sequence[str]) -> Callable[[Any], bool]:
    """Whether a value read from the column is one that `matches` finds."""
    if is_number(column):
        numbers, nothing = {_amount(value) for value in said if value}, "" in said
        return lambda value: nothing if value is None else float(value) in numbers
    texts = {value.translate(LOWER) for value in said}
    return lambda value: ("" if value is None else str(value)).translate(LOWER) in texts


def is_number(column: ColumnElement[Any]) -> bool:
    """Whether a column is counted with; true and false are 1 and 0."""
    return isinstance(getattr(column.type, "impl_instance", column.type), (Integer, Float, Boolean))


def text_of(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A value as text; nothing where a day is not known."""
    text = cast(column, Text)
    return func.nullif(text, SINCE_UNKNOWN) if isinstance(column.type, EffectiveDate) else text


def _equals(column: ColumnElement[Any], said: str) -> ColumnElement[bool]:
    if not said:
        return func.coalesce(text_of(column), "") == ""
    if is_number(column):
        return cast(column, REAL) == _figure(said)
    return func.lower(text_of(column)) == func.lower(said)


def _figure(said: str) -> str:
    return _FLAGS.get(said.lower(), said.replace(",", "."))


def _amount(said: str) -> float | None:
    """What was typed as a number; `None` for what is none, which no value equals."""
    try:
        return float(_figure(said))
    except ValueError:
        return None
