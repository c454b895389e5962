"""Taking a whole change set back and doing it again, from the journal alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from db import ChangeSetHeader, Database, Reader, Writer
from db.queries import batches, labels, revert
from db.queries.revert import Reversal, Subject
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.watch import Watch

_BULK = frozenset({"import", "demo"})
_UNDOABLE = _BULK | {"edit", "merge"}


_WHY_KEPT = {
    "edited": "undo.kept_edited",
    "referred": "undo.kept_referred",
    "conflict": "undo.kept_conflict",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A thing that stays as it is: `reason` is `edited`, `referred` or `conflict`."""

    kind: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What was taken back (or done again): things, not rows; those kept stand in `kept`."""

    batch: int
    change_set: int
    reverted: int
    kept: tuple[Kept, ...]
    changes: Changes

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What stays, one notice for each reason."""
        by_code = {code: tuple(it.label for it in self.kept if it.reason == why) for why, code in _WHY_KEPT.items()}
        return tuple(Notice(code, {"count": str(len(names))}, names) for code, names in by_code.items() if names)


@dataclass(frozen=True, slots=True)
class Turn:
    """What undo or redo would turn next: a change set of a user, what it is called, when and by whom it was made."""

    number: int
    kind: str
    reason: str
    at: datetime
    actor: str


@dataclass(slots=True)
class _Effect:
    """What a change set and its undoings did to each thing: how often, and the last one that did."""

    touched: dict[Subject, list[int]] = field(default_factory=lambda: defaultdict(list))
    reversals: dict[int, list[Reversal]] = field(default_factory=dict)


class UndoService:
    """Undo and redo of any change set that a user made.

    A thing (an employee with the histories, a training) goes back whole or stays whole. It stays where
    someone changed it since, or where something that stays refers to it. A single edit goes back whole or
    is refused; of an import the rest goes back and what stays is listed (ARCHITECTURE, mechanism 1).
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor

    def next_undo(self) -> Turn | None:
        """The newest change set that is in force, one just done again before older ones.

        `None` where there is none, or where a migration has reshaped its tables since.
        """
        return next(iter(self.turns(1)), None)

    def next_redo(self) -> Turn | None:
        """What was taken back last, unless something new was made since; `None` as for `next_undo`."""
        with self._database.read() as reader:
            return next(_turns(reader, islice(_taken_back(reader), 1)), None)

    def turns(self, limit: int = 20) -> tuple[Turn, ...]:
        """What undo would take back press by press."""
        with self._database.read() as reader:
            return tuple(_turns(reader, islice(_in_force(reader), limit)))

    def undo(self, number: int, watch: Watch | None = None) -> UndoResult:
        """Take a change set back. Raises `CannotDo` with `batch.*` or `undo.blocked`."""
        return self._turn(number, "undo", watch or Watch())

    def redo(self, number: int, watch: Watch | None = None) -> UndoResult:
        """Do again what an undo took back. Raises as `undo` does."""
        return self._turn(number, "redo", watch or Watch())

    def _turn(self, number: int, kind: str, watch: Watch) -> UndoResult:
        with self._database.read() as reader:
            root = self._require(reader, number)
        verb = "Mengurungkan" if kind == "undo" else "Mengulangi"
        header = ChangeSetHeader(kind, self._actor, f"{verb}: {root.reason}", undoes_id=number)
        with self._database.write(header) as writer:
            watch.begin("check")
            wanted, latest = self._wanted(writer, number, kind)
            kept = _blocked(writer, number, wanted, latest)
            if kept and root.kind not in _BULK:
                raise CannotDo("undo.blocked", names=_names(writer, wanted, kept))
            watch.begin("write")
            going = _carry_out(writer, wanted, kept)
            if not going or (kept and root.kind not in _BULK):
                raise CannotDo("undo.blocked", names=_names(writer, wanted, kept))
            return _result(writer, number, wanted, kept)

    def _require(self, reader: Reader, number: int) -> Any:
        root = batches.change_set(reader, number)
        if root is None:
            raise CannotDo("batch.unknown", batch=number)
        if root.kind not in _UNDOABLE:
            raise CannotDo("batch.not_undoable", batch=number)
        reshaped = batches.reshaped_after(reader, number)
        if reshaped:
            raise CannotDo("batch.older_than_migration", batch=number)
        return root

    def _wanted(self, writer: Writer, number: int, kind: str) -> tuple[list[Reversal], dict[Subject, int]]:
        """Reversals of the last change set of the chain that touched each thing, where it is that one's turn."""
        effect = _effect(writer, [it for it in batches.chain_of(writer, number) if it != writer.change_set_id])
        odd = kind == "undo"
        wanted = [
            reversal
            for change_set, reversals in effect.reversals.items()
            for reversal in reversals
            if effect.touched[reversal.subject][-1] == change_set
            and (len(effect.touched[reversal.subject]) % 2 == 1) is odd
        ]
        if not wanted:
            raise CannotDo("batch.already_undone" if odd else "batch.not_undone", batch=number)
        return wanted, {subject: chain[-1] for subject, chain in effect.touched.items()}


def _in_force(reader: Reader) -> Iterator[int]:
    """Change sets that stand, by the last time they were done: the newest turn of each decides."""
    known = set()
    for row in batches.log_backwards(reader):
        if row.root not in known and row.kind != "undo":
            yield row.root
        known.add(row.root)


def _taken_back(reader: Reader) -> Iterator[int]:
    """Change sets that were taken back since the newest one was made, the last one first."""
    known = set()
    for row in batches.log_backwards(reader):
        if row.kind in _UNDOABLE:
            return
        if row.root not in known and row.kind == "undo":
            yield row.root
        known.add(row.root)


def _turns(reader: Reader, numbers: Iterable[int]) -> Iterator[Turn]:
    """The turns of these change sets up to the first that a migration has closed."""
    wanted = list(numbers)
    headers = batches.headers_of(reader, wanted)
    for number in wanted:
        if batches.reshaped_after(reader, number):
            return
        it = headers[number]
        yield Turn(it.id, it.kind, it.reason, it.started_at, it.actor)


def _effect(reader: Reader, chain: Iterable[int]) -> _Effect:
    effect = _Effect()
    for change_set in chain:
        effect.reversals[change_set] = revert.reversals(batches.entries_of(reader, change_set))
        for subject in {reversal.subject for reversal in effect.reversals[change_set]}:
            effect.touched[subject].append(change_set)
    return effect


def _blocked(writer: Writer, number: int, wanted: list[Reversal], latest: dict[Subject, int]) -> dict[Subject, str]:
    """Things that must stay and why; what refers to them is looked for until nothing more is found."""
    subjects = {reversal.subject: latest[reversal.subject] for reversal in wanted}
    blocked = dict.fromkeys(_edited_since(writer, number, subjects), "edited")
    _hold_dependants(writer, wanted, blocked)
    return blocked


def _hold_dependants(writer: Writer, wanted: list[Reversal], kept: dict[Subject, str]) -> None:
    """Keep also what kept things refer to, and what would come back to refer to something gone."""
    while True:
        going = [it for it in wanted if it.subject not in kept]
        more = _referred(writer, going) | revert.orphans(writer, going)
        if not more:
            return
        kept |= dict.fromkeys(more, "referred")


def _carry_out(writer: Writer, wanted: list[Reversal], kept: dict[Subject, str]) -> list[Reversal]:
    """Revert all that nothing stands against; what the store's own rules hold back joins `kept`."""
    while True:
        going = [it for it in wanted if it.subject not in kept]
        held = revert.revert(writer, going)
        if not held:
            return going
        kept |= dict.fromkeys(held, "conflict")
        _hold_dependants(writer, wanted, kept)


def _edited_since(writer: Writer, number: int, latest: dict[Subject, int]) -> set[Subject]:
    """Things that others changed since, net: a change and its undoing stand in nobody's way."""
    header = batches.change_set(writer, min(latest.values()))
    touched: dict[tuple[Subject, int], set[int]] = defaultdict(set)
    for row in batches.touched_since(writer, header.last_entry if header else 0):
        subject = revert.subject_of(row.table, row.subject_id)
        if row.root != number and row.change_set_id > latest.get(subject, row.change_set_id):
            touched[subject, row.root].add(row.change_set_id)
    return {subject for (subject, _), change_sets in touched.items() if len(change_sets) % 2 == 1}


def _referred(writer: Writer, going: list[Reversal]) -> set[Subject]:
    doomed: dict[str, set[int]] = defaultdict(set)
    mending: dict[tuple[str, int], Reversal] = {}
    for reversal in going:
        if reversal.operation == "delete":
            doomed[reversal.table].add(reversal.row_id)
        elif reversal.operation == "update":
            mending[reversal.table, reversal.row_id] = reversal
    found = set()
    for reference in revert.referring(writer, doomed):
        mended = mending.get((reference.table, reference.row_id))
        # A row that points elsewhere once it is mended does not hold anything back.
        if mended is None or mended.image.get(reference.column, reference.target_key) == reference.target_key:
            found.add(reference.target)
    return found


def _result(writer: Writer, number: int, wanted: list[Reversal], kept: dict[Subject, str]) -> UndoResult:
    going = [it for it in wanted if it.subject not in kept]
    changes = Changes.of_tables(writer.change_set_id, {it.table for it in going})
    reverted = len({reversal.subject for reversal in going})
    return UndoResult(number, writer.change_set_id, reverted, _labelled(writer, wanted, kept), changes)


def _labelled(reader: Reader, wanted: list[Reversal], kept: dict[Subject, str]) -> tuple[Kept, ...]:
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, key in kept:
        by_table[table].append(key)
    names = {table: labels.labels_of(reader, table, keys) for table, keys in by_table.items()}
    gone = {it.subject: _label_of(it) for it in wanted if it.subject == (it.table, it.row_id)}
    found = (
        Kept(table, names[table].get(key) or gone.get((table, key)) or f"#{key}", reason)
        for (table, key), reason in kept.items()
    )
    return tuple(sorted(found, key=lambda it: (it.kind, it.label)))


def _label_of(reversal: Reversal) -> str:
    """How a thing was called that no longer stands."""
    return " ".join(str(reversal.image[name]) for name in ("nip", "name") if reversal.image.get(name))


def _names(reader: Reader, wanted: list[Reversal], kept: dict[Subject, str]) -> str:
    return "; ".join(it.label for it in _labelled(reader, wanted, kept)[:10])
