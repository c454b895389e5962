"""Taking a merge of two people back: the other record returns with its rows, and later edits stay where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from db import ChangeSetHeader, Database, Reader, Writer
from db.queries import batches, belongings, revert
from db.queries import trail as queries
from db.queries.revert import Reversal
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.row_words import RowWords

_Row = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Stayed:
    """What an un-merge leaves as it is: `reason` is `edited` (then `fields` names what), `deleted` or `added`."""

    table: str
    thing: str
    reason: str
    fields: tuple[str, ...] = ()


_CODES = {"edited": "unmerge.edited", "deleted": "unmerge.deleted", "added": "unmerge.added"}


@dataclass(frozen=True, slots=True)
class UnmergeResult:
    """A merge that was taken back: whose record returned, under which change set, and what stayed."""

    batch: int
    change_set: int
    returned: str
    stayed: tuple[Stayed, ...]
    changes: Changes

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What stays, one notice for each reason."""
        by_code = {code: tuple(_said(it) for it in self.stayed if it.reason == why) for why, code in _CODES.items()}
        return tuple(Notice(code, {"count": str(len(names))}, names) for code, names in by_code.items() if names)


class UnmergeService:
    """Un-merges row by row and field by field, where `UndoService` takes a merge back whole or refuses."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor

    def unmerge(self, number: int) -> UnmergeResult:
        """Take the merge of that change set back.

        Raises `batch.unknown`, `merge.not_one`, `batch.already_undone`, `batch.older_than_migration`, and
        `unmerge.blocked` where the record that stayed is gone, or something new has taken the other's place.
        """
        with self._database.read() as reader:
            root = _require(reader, number)
        header = ChangeSetHeader("undo", self._actor, f"Mengurungkan: {root.reason}", undoes_id=number)
        with self._database.write(header) as writer:
            chain = [it for it in batches.chain_of(writer, number) if it != writer.change_set_id]
            turn = batches.headers_of(writer, chain[-1:])[chain[-1]]
            if turn.kind == "undo":
                raise CannotDo("batch.already_undone", batch=number)
            return _Unmerge(writer, number, turn.id).carry_out(root.reason)


def _require(reader: Reader, number: int) -> Any:
    root = batches.change_set(reader, number)
    if root is None:
        raise CannotDo("batch.unknown", batch=number)
    if root.kind != "merge":
        raise CannotDo("merge.not_one", batch=number)
    if batches.reshaped_after(reader, number):
        raise CannotDo("batch.older_than_migration", batch=number)
    return root


class _Unmerge:
    """One un-merge: what the merge did to each row, beside what became of the row since."""

    def __init__(self, writer: Writer, number: int, turn: int) -> None:
        self._writer, self._number, self._turn = writer, number, turn
        self._words = RowWords(writer)
        self._reversals = revert.reversals(batches.entries_of(writer, turn))
        rows: dict[str, list[int]] = {}
        for it in self._reversals:
            rows.setdefault(it.table, []).append(it.row_id)
        self._standing = queries.standing(writer, rows)
        self._merged = _merged(writer, rows, turn)
        self._stayed: list[Stayed] = []

    def carry_out(self, reason: str) -> UnmergeResult:
        """Give back what can be given back, and tell what stays."""
        former = next(it for it in self._reversals if it.table == "former_nips" and it.operation == "delete")
        keeper = former.subject[1]
        # Where the one who stayed was merged away since, the NIP went along.
        if self._standing.get(("former_nips", former.row_id), {}).get("employee_id") != keeper:
            raise CannotDo("unmerge.blocked", reason=reason)
        wanted = list(self._wanted())
        if revert.orphans(self._writer, wanted) or revert.revert(self._writer, wanted):
            raise CannotDo("unmerge.blocked", reason=reason)
        self._stayed += self._added(keeper)
        changes = Changes.of_tables(self._writer.change_set_id, {it.table for it in wanted})
        returned = next(it.image for it in wanted if it.table == "employees" and it.operation == "insert")
        label = f"{returned['nip']} {returned['name']}"
        return UnmergeResult(self._number, self._writer.change_set_id, label, tuple(self._stayed), changes)

    def _wanted(self) -> Iterator[Reversal]:
        for it in self._reversals:
            now = self._standing.get((it.table, it.row_id))
            if it.operation != "update":
                yield it
            elif now is None:
                self._stayed.append(self._told(it, it.image, "deleted"))
            else:
                yield from self._unedited(it, now)

    def _unedited(self, reversal: Reversal, now: Mapping[str, Any]) -> Iterator[Reversal]:
        """The fields of a row that say what the merge made of them; the others stay."""
        after = {**now, **self._merged.get((reversal.table, reversal.row_id), {})}
        edited = tuple(name for name in reversal.image if now[name] != after[name])
        if edited:
            labels = tuple(self._words.label(reversal.table, name) for name in edited)
            self._stayed.append(replace(self._told(reversal, now, "edited"), fields=labels))
        image = {name: value for name, value in reversal.image.items() if name not in edited}
        if image:
            yield replace(reversal, image=image)

    def _added(self, keeper: int) -> Iterator[Stayed]:
        """Rows that came to the record since the merge: nobody can tell whose they are."""
        for belonging in belongings.belongings("employees"):
            rows = {row["id"]: row for row in belongings.rows_of(self._writer, belonging, keeper)}
            for key in batches.added_since(self._writer, self._turn, belonging.table, list(rows)):
                yield Stayed(belonging.table, self._words.thing(belonging.table, rows[key]), "added")

    def _told(self, reversal: Reversal, row: Mapping[str, Any], reason: str) -> Stayed:
        return Stayed(reversal.table, self._words.thing(reversal.table, row), reason)


def _merged(reader: Reader, rows: dict[str, list[int]], turn: int) -> dict[_Row, dict[str, Any]]:
    """The fields of rows that were edited since, as the merge had left them: the first before-image after it."""
    found: dict[_Row, dict[str, Any]] = {}
    for entry in sorted(_later(queries.entries_of(reader, rows), turn), key=lambda it: it.id):
        image = queries.image_of(reader, entry.table, entry.before)
        fields = found.setdefault((entry.table, entry.row_id), {})
        fields |= {name: value for name, value in image.items() if name not in fields}
    return found


def _later(entries: Iterable[Any], turn: int) -> Iterator[Any]:
    return (it for it in entries if it.change_set_id > turn and it.before is not None)


def _said(stayed: Stayed) -> str:
    return f"{stayed.thing} ({', '.join(stayed.fields)})" if stayed.fields else stayed.thing
