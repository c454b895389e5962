"""Problems as data: what is wrong with a value of a row, without a word of Indonesian."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem keeps its row out or only tells about it."""

    REJECT = "reject"
    WARN = "warn"


REJECTING = frozenset(
    {
        "nip.damaged",
        "nip.not_18_digits",
        "nip.impossible",
        "nip.taken",
        "name.missing",
        "row.duplicate",
        "date.unreadable",
        "date.ambiguous",
        "date.in_headings",
        "date.before_birth",
        "date.pns_before_cpns",
        "person.unknown",
        "person.ambiguous",
        "person.same",
        "value.missing",
        "year.missing",
        "year.unreadable",
        "value.ambiguous",
        "plan.sealed",
        "value.not_in_list",
        "value.not_whole",
        "value.not_a_quantity",
        "state.year_differs",
        "state.contradicts",
        "event.before_birth",
        "event.before_cpns",
        "event.before_entry",
        "event.ends_before_start",
        "event.after_end",
        "event.missing_day",
        "education.as_infant",
        "rating.nothing_told",
        "birth.after_event",
        "start.after_event",
        "contract.overlaps",
        "post.two_at_once",
        "discipline.ends_before_start",
        "need.shares_missing",
        "need.year_outside",
        "need.duplicate",
        "agency.name_taken",
        "agency.same_name",
        "agency.same_place",
        "agency.code_taken",
        "agency.own_ancestor",
        "agency.closed",
        "agency.above_refused",
        "agency.merge_inside",
        "call.ends_before_start",
        "call.period_taken",
        "commitment.in_future",
        "position.taken",
        "position.version_taken",
        "position.item_unnamed",
        "quota.taken",
        "competency.taken",
        "value.outside",
    }
)
"""Codes that keep a row out; every other code warns and changes neither counts nor exit code."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about a cell or a row.

    `row` is the workbook's own row number (from 1; 0 where no row is meant), `column` the heading as the
    sender wrote it, `value` the cell as text, `facts` what the sentence needs besides.
    """

    code: str
    row: int = 0
    column: str = ""
    value: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """`reject` for the codes in `REJECTING`, else `warn`."""
        return Severity.REJECT if self.code in REJECTING else Severity.WARN


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a whole file that the user should know: what will be created, who is missing."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
