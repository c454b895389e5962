"""Making one record of two: which fields differ, which value is taken, and what is dropped."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Row = Mapping[str, Any]


class Side(StrEnum):
    """Whose value of a field is taken: that of the record that stays, or of the other one."""

    KEEP = "keep"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of two records and whose value is taken."""

    field: str
    keep: Any
    other: Any
    taken: Side

    @property
    def differs(self) -> bool:
        """Whether both tell something, and not the same."""
        return self.keep is not None and self.other is not None and self.keep != self.other


def choices(keep: Row, other: Row, fields: Collection[str], take: Mapping[str, Side]) -> tuple[Choice, ...]:
    """The fields that at least one record tells; the value that stays is told unless only the other has one."""
    return tuple(
        Choice(name, keep[name], other[name], take.get(name, Side.OTHER if keep[name] is None else Side.KEEP))
        for name in fields
        if keep[name] is not None or other[name] is not None
    )


def changed(chosen: Collection[Choice]) -> dict[str, Any]:
    """What changes of the record that stays."""
    return {it.field: it.other for it in chosen if it.taken is Side.OTHER and it.other != it.keep}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A value of the row that goes, and the one that stands in its place."""

    field: str
    stays: Any
    goes: Any


@dataclass(frozen=True, slots=True)
class United:
    """What becomes of two rows that tell one thing: `filled` comes from the one that goes, `dropped` is lost."""

    filled: Mapping[str, Any]
    dropped: tuple[Dropped, ...]


def unite(keep: Row, other: Row, flags: Collection[str]) -> United:
    """Unite two rows field by field: gaps are filled, a flag that either sets is set, else the first one's stays."""
    filled = {name: value for name, value in other.items() if _fills(keep[name], value, flag=name in flags)}
    dropped = (
        Dropped(name, keep[name], value)
        for name, value in other.items()
        if value is not None and name not in filled and name not in flags and value != keep[name]
    )
    return United(filled, tuple(dropped))


def _fills(present: Any, told: Any, *, flag: bool) -> bool:
    if told is None:
        return False
    return present is None or (flag and bool(told) and not present)


@dataclass(frozen=True, slots=True)
class Identifying:
    """How two rows of one owner are known to tell one thing: the fields of `same` agree.

    Those of `unless` must not contradict: where both are told they agree.
    """

    same: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def holds(self, one: Row, other: Row) -> bool:
        """Whether two rows tell one thing."""
        contradicts = any(
            one[name] is not None and other[name] is not None and one[name] != other[name] for name in self.unless
        )
        return not contradicts and all(one[name] == other[name] for name in self.same)


def partner(row: Row, candidates: Collection[Row], identities: Collection[Identifying]) -> Row | None:
    """The row among others that tells the same thing, the most alike of several; `None` where there is none."""
    found = [it for it in candidates if any(identity.holds(row, it) for identity in identities)]
    return max(found, key=lambda it: sum(it[name] == value for name, value in row.items()), default=None)
