"""What people have said about a sheet: the order of its dates, what its spellings mean, which rows to leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange.date_columns import Order

CREATE = "create"
"""The answer that a spelling is a thing of its own, to be recorded anew; with what is told of it: `create:7`."""
LEAVE = "leave"
"""The answer that a spelling says nothing worth keeping."""
WHOM = "whom"
"""The field of questions about whom a row means."""
ORDERS = {"dmy": Order.DAY_FIRST, "mdy": Order.MONTH_FIRST}
"""The answers to an open order of day and month."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Answers by which a sheet is read.

    `date_orders` gives "dmy" or "mdy" by field, `values` an answer by field and folded spelling: `CREATE`, `LEAVE`,
    a key of the store or a code; `common` answers were given for other senders and stand below. `leave_out` are row
    numbers of the sheet. `people` are the answers for this sheet alone to whom a row means, `repair_ids` says that
    damaged ids are to be mended where only one person can be meant.
    """

    date_orders: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    common: Mapping[tuple[str, str], str] = field(default_factory=dict)
    leave_out: frozenset[int] = frozenset()
    leave_hidden: bool = False
    people: Mapping[str, str] = field(default_factory=dict)
    repair_ids: bool = False

    def order(self, name: str) -> Order:
        """The order told for the dates of a field."""
        return ORDERS.get(self.date_orders.get(name, ""), Order.OPEN)

    def whom(self, asked: str) -> str:
        """The answer to whom a row means, "" where nobody gave one."""
        return self.people.get(fold(asked), "") if self.people and asked else ""

    def meaning(self, name: str, spelling: object) -> str:
        """The answer told for a spelling in a field, "" where nobody gave one."""
        if not (self.values or self.common) or not spelling:
            return ""
        key = (name, fold(str(spelling)))
        return self.values.get(key) or self.common.get(key, "")

    def told(self, name: str) -> Iterator[tuple[str, str]]:
        """All answers for a field, by folded spelling."""
        for (field_name, spelling), answer in {**self.common, **self.values}.items():
            if field_name == name:
                yield spelling, answer


def is_creation(answer: str) -> bool:
    """Whether an answer says that a spelling is a thing of its own."""
    return answer.partition(":")[0] == CREATE


def created_with(answer: str) -> str:
    """What an answer tells of the thing that is to be recorded anew, "" where it tells nothing."""
    return answer.partition(":")[2] if is_creation(answer) else ""
