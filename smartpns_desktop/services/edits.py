"""One edit by a person: judged against the store, named so that undo can show it, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from db import ChangeSetHeader, Database, Reader, Writer
from db.queries import attachments, references, writing
from db.queries.bundle import Bundle, write_bundle
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem, Severity
from smartpns_desktop.services.attachment_files import KeptFile
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.words.problems import say
from smartpns_desktop.words.reasons import field_named
from smartpns_desktop.words.sentences import lower_first

Values = dict[str, Any]
"""Fields by code name, in the store's terms."""


@dataclass(slots=True)
class Edit:
    """What one edit is called and what it writes: rows of the bundle, and things that go, by table and key.

    What is `emptied` goes last, when the bundle has brought elsewhere what pointed at it. `files` are attached to the
    row of the table `proved` that the edit adds, else to the one that it changes.
    """

    reason: str
    bundle: Bundle = field(default_factory=Bundle)
    gone: dict[str, list[int]] = field(default_factory=dict)
    emptied: dict[str, list[int]] = field(default_factory=dict)
    files: Sequence[KeptFile] = ()
    proved: str = ""

    @property
    def tables(self) -> set[str]:
        """Tables that the edit touches; none where it changes nothing."""
        removed = (*self.gone.items(), *self.emptied.items())
        written = [*self.bundle.inserts.items(), *self.bundle.updates.items(), *removed]
        found = {table for table, rows in written if rows}
        return found | {"attachments"} if found and self.files else found

    def remove(self, table: str, keys: Iterable[int]) -> None:
        """Let these rows of a table go too."""
        self.gone.setdefault(table, []).extend(keys)

    def with_files(self, proved: str, files: Sequence[KeptFile]) -> Edit:
        """The same edit, which attaches these files to its row of a table as well."""
        self.proved, self.files = proved, files
        return self


Step = Callable[[int, int], None]
Judge = Callable[[Reader], Edit]
"""Looks at the store and says what an edit means; raises `CannotDo` where it must not be."""


class Editor:
    """Carries edits out, each as one change set of its own; an edit that changes nothing leaves no trace."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor

    def carry_out(self, judge: Judge, step: Step = lambda _done, _total: None) -> Changes:
        """Do an edit and tell what it touched; `step` is told the progress of the writing and may raise to cancel."""
        return self._write(judge, step)[0]

    def add(self, table: str, judge: Judge) -> tuple[int, Changes]:
        """Do an edit that adds a row to a table; returns the row's key too."""
        changes, keys = self._write(judge)
        return keys[table][0], changes

    def _write(self, judge: Judge, step: Step = lambda _done, _total: None) -> tuple[Changes, dict[str, list[int]]]:
        with self._database.read() as reader:
            named = judge(reader)
        if not named.tables:
            return Changes(), {}
        with self._database.write(ChangeSetHeader("edit", self._actor, named.reason)) as writer:
            # Judged again under the lock: another program may have written in between.
            edit = judge(writer)
            _require_references(writer, edit.bundle)
            added = write_edit(writer, edit, step)
            return Changes.of_tables(writer.change_set_id, edit.tables), added


def write_edit(writer: Writer, edit: Edit, step: Step = lambda _done, _total: None) -> dict[str, list[int]]:
    """Write and remove what an edit says, in the caller's transaction; returns the keys of new rows by table."""
    for table, keys in edit.gone.items():
        references.remove(writer, table, keys)
    added = write_bundle(writer, edit.bundle, step)
    for table, keys in edit.emptied.items():
        references.remove(writer, table, keys)
    _attach(writer, edit, added)
    return added


def _attach(writer: Writer, edit: Edit, added: Mapping[str, Sequence[int]]) -> None:
    changed = [key for key, _ in edit.bundle.updates.get(edit.proved, ())]
    for key in [*added.get(edit.proved, ()), *changed][:1]:
        known = {row.sha256 for row in attachments.of_row(writer, edit.proved, key)}
        owner = {"subject": edit.proved, "subject_id": key}
        writing.insert_rows(
            writer, "attachments", [{**owner, **asdict(it)} for it in edit.files if it.sha256 not in known]
        )


def _require_references(reader: Reader, bundle: Bundle) -> None:
    seen: set[tuple[str, object]] = set()
    rows = [(table, row) for table, added in bundle.inserts.items() for row in added]
    rows += [(table, row) for table, changed in bundle.updates.items() for _, row in changed]
    for table, row in rows:
        for name in references.dangling(reader, table, row, seen):
            raise CannotDo("argument.bad_value", value=row[name], column=name)


def require(row: Any | None) -> Any:
    """The row itself; `CannotDo("record.missing")` where someone has removed it meanwhile."""
    if row is None:
        raise CannotDo("record.missing")
    return row


class Rejected(CannotDo):
    """A refusal for what is wrong with fields, with the problems themselves."""

    def __init__(self, problems: Sequence[Problem], columns: str, codes: str, detail: str, name: str) -> None:
        super().__init__("record.rejected", columns=columns, codes=codes, detail=detail, name=name)
        self.problems = tuple(problems)


def refuse_rejected(kind: str, problems: Iterable[Problem], name: str = "") -> None:
    """`Rejected` (`record.rejected`) where a problem is a rejecting one.

    It names the fields and the codes, says what is wrong with each, and whose record it is where a `name` is told.
    """
    rejected = [problem for problem in problems if problem.severity is Severity.REJECT]
    if rejected:
        columns = dict.fromkeys(field_named(kind, problem.column) for problem in rejected)
        codes = dict.fromkeys(problem.code for problem in rejected)
        detail = " ".join(f"{field_named(kind, problem.column)}: {lower_first(say(problem))}" for problem in rejected)
        raise Rejected(rejected, ", ".join(columns), ", ".join(codes), detail, name or "ini")


def refuse_worse(
    kind: str, before: Iterable[Problem], after: Iterable[Problem], touched: Iterable[str], name: str = ""
) -> None:
    """As `refuse_rejected`, but what was wrong before keeps nobody from mending another field."""
    known, fields = {(problem.code, problem.column) for problem in before}, set(touched)
    refuse_rejected(kind, (it for it in after if it.column in fields or (it.code, it.column) not in known), name)


def tidied(values: Mapping[str, object], known: Iterable[str]) -> Values:
    """Typed values as the store keeps them: texts without needless spaces, `None` for empty ones.

    `CannotDo("argument.unknown_field")` for a field that the thing does not have.
    """
    allowed = tuple(known)
    for name in values:
        if name not in allowed:
            raise CannotDo("argument.unknown_field", field=name, known=", ".join(allowed))
    return {name: _tidy(value) for name, value in values.items()}


def _tidy(value: object) -> object:
    return (" ".join(value.split()) or None) if isinstance(value, str) else value


def differences(told: Mapping[str, Any], stored: Mapping[str, Any]) -> Values:
    """The told fields whose value is another than the stored one."""
    return {name: value for name, value in told.items() if value != stored[name]}


NAMED = ("post", "position_kind", "echelon", "programme")
"""Names that a person may type in the place of `position_id` and `programme_id`."""


def with_keys(reader: Reader, bundle: Bundle, values: Values, level_code: str | None) -> Values:
    """Values with the keys of a post and a programme that are told by name; unknown ones are added with the edit.

    A post is told apart by its kind and echelon where those are told, a programme by its level.
    """
    keyed = {name: value for name, value in values.items() if name not in NAMED}
    if values.get("post") or values.get("programme"):
        names = Names(reader, bundle)
        if values.get("post"):
            kind, echelon = values.get("position_kind") or "", values.get("echelon") or ""
            keyed["position_id"] = names.position(values["post"], kind, echelon)
        if values.get("programme"):
            keyed["programme_id"] = names.programme(values["programme"], level_code)
    return keyed
