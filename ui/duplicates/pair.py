"""Two records side by side as data: what each field says in both, whose value is taken, what else the merge does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.people_merging import Side
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import field_label, show_value
from smartpns_desktop.words.trail import THINGS
from ui.texts import tr
from ui.widgets.line import Line

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.domain.people_merging import Choice
    from smartpns_desktop.services.people_merging import MergePlan, UnitedRow

_SHOWN_TOO = ("grade", "post", "agency", "standing", "education_level")
"""What the histories say of both; it moves along and is not chosen."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """A field in both records; `taken` says whose value is taken, `None` where there is nothing to choose."""

    field: str
    label: str
    keep: str
    other: str
    differs: bool
    taken: Side | None

    def value(self, side: Side) -> str:
        """What one of the records says."""
        return self.keep if side is Side.KEEP else self.other


@dataclass(frozen=True, slots=True)
class PairShown:
    """A pair as the page shows it."""

    plan: MergePlan
    rows: tuple[PairRow, ...]


def read_pair(app: App, keep: str, other: str) -> PairShown:
    """Both records of a pair, by NIP, and what a merge of them would do."""
    plan = app.merging.plan(keep, other)
    records = {it["key"]: it for it in app.lists.by_keys("employees", (plan.keep.key, plan.other.key))}
    return PairShown(plan, tuple(_rows(plan, records)))


def _rows(plan: MergePlan, records: Mapping[int, Mapping[str, Any]]) -> Iterator[PairRow]:
    """The NIP, then what differs, what only one tells, what the histories say, and what is the same."""
    keep, other = (nip.show(it.nip) for it in (plan.keep, plan.other))
    yield PairRow("nip", field_label("employees", "nip"), keep, other, differs=False, taken=None)
    fields = [_row(it) for it in sorted(plan.fields, key=lambda it: not it.differs)]
    yield from (it for it in fields if it.taken is not None)
    for name in _SHOWN_TOO:
        keep, other = (_said(name, records.get(it.key, {}).get(name)) for it in (plan.keep, plan.other))
        if keep or other:
            differs = bool(keep and other) and keep != other
            yield PairRow(name, field_label("employees", name), keep, other, differs, None)
    yield from (it for it in fields if it.taken is None)


def _row(choice: Choice) -> PairRow:
    keep, other = (_said(choice.field, it) for it in (choice.keep, choice.other))
    taken = choice.taken if choice.keep != choice.other else None
    return PairRow(choice.field, field_label("employees", choice.field), keep, other, choice.differs, taken)


def _said(field: str, value: Any) -> str:
    return show_value("employees", field, value)


def effects(plan: MergePlan) -> tuple[Line, ...]:
    """Which rows of both become one, with what is lost of them, and what a merge moves, as lines."""
    return (*_united(plan), *_moved(plan))


def _moved(plan: MergePlan) -> Iterator[Line]:
    count = sum(plan.moved.values())
    yield Line(tr("Ikut pindah"), right=tr("{count} baris", count=show_number(count)), is_heading=True)
    for table, rows in plan.moved.items():
        yield Line(tr(THINGS.get(table, table)), right=show_number(rows), icon="arrow-right", thing=table)
    if not count:
        yield Line(tr("Tidak ada"), icon="minus", thing="nothing")


def _united(plan: MergePlan) -> Iterator[Line]:
    if plan.united:
        count = tr("{count} baris", count=show_number(len(plan.united)))
        yield Line(tr("Tercatat pada keduanya, menjadi satu"), right=count, is_heading=True)
    for place, row in enumerate(plan.united):
        colour = "warn" if row.dropped else "text2"
        yield Line(row.thing, _becomes(row), icon="warning" if row.dropped else "equals", colour=colour, thing=place)


def _becomes(row: UnitedRow) -> str:
    """What is lost of a row and what is gained."""
    lost = (tr("{field} {value} tidak dipakai (tetap {kept})", field=it.label, value=it.before, kept=it.after)
            for it in row.dropped)  # fmt: skip
    gained = (tr("{field} {value} ditambahkan", field=it.label, value=it.after) for it in row.filled)
    return ". ".join((*lost, *gained)) or tr("Isinya sama")
