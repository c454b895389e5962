"""What people have said about a sheet: the order of its dates, what its spellings mean, which rows to leave out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartpns_desktop.domain.names import fold
from smartpns_desktop.exchange.date_columns import Order

CREATE = "create"
"""The answer that a spelling is a thing of its own, to be recorded anew."""
LEAVE = "leave"
"""The answer that a spelling says nothing worth keeping."""
ORDERS = {"dmy": Order.DAY_FIRST, "mdy": Order.MONTH_FIRST}
"""The answers to an open order of day and month."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Answers by which a sheet is read.

    `date_orders` gives "dmy" or "mdy" by field, `values` an answer by field and folded spelling: `CREATE`, `LEAVE`,
    an agency's key or a code. `leave_out` are row numbers of the sheet.
    """

    date_orders: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    leave_out: frozenset[int] = frozenset()
    leave_hidden: bool = False

    def order(self, name: str) -> Order:
        """The order told for the dates of a field."""
        return ORDERS.get(self.date_orders.get(name, ""), Order.OPEN)

    def meaning(self, name: str, spelling: object) -> str:
        """The answer told for a spelling in a field, "" where nobody gave one."""
        return self.values.get((name, fold(str(spelling))), "") if self.values and spelling else ""
