"""Groups of rows that are equal in several columns, as SQLite finds them soonest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func


def as_one(columns: Sequence[ColumnElement[Any]]) -> ColumnElement[str]:
    """What to group by where rows are equal in all columns; each of them may be asked for beside the counts.

    One text to sort by and to compare takes a quarter less than many values. SQLite gives a column that is not
    grouped by as it is in some row of the group; here it is the same in all.
    """
    return func.json_array(*columns)
