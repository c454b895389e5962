"""Import as a use-case: look, plan, show, apply."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from db import ChangeSetHeader, Database, Reader
from db.queries import batches
from db.queries.bundle import write_bundle
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.services import standard_items
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.collector import collector_at_rest
from smartpns_desktop.services.imports.choices import ImportChoices, learned_senders, remember, spec_for
from smartpns_desktop.services.imports.choosing import choose_sheet
from smartpns_desktop.services.imports.columns import SheetColumns, chosen_layout, columns_in, layout_of
from smartpns_desktop.services.imports.looking import FileLook, look_at, others_of
from smartpns_desktop.services.imports.person_questions import person_questions
from smartpns_desktop.services.imports.plan import ImportPlan, Source
from smartpns_desktop.services.imports.planning import make_plan, with_likely
from smartpns_desktop.services.imports.questions import Question, questions_about
from smartpns_desktop.services.imports.review import Review
from smartpns_desktop.services.imports.wishes import NO_WISHES, Wishes, as_wished
from smartpns_desktop.services.watch import Watch
from smartpns_desktop.words.reasons import import_reason


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What applying a plan did; `batch` is `None` where there was nothing to write.

    `created` tells what came into being besides the rows; `rejected` and `left_out` count rows that were not taken,
    `absent` people whom a complete list does not name and about whom nothing is decided.
    """

    batch: int | None
    changes: Changes
    new: int = 0
    changed: int = 0
    same: int = 0
    rejected: int = 0
    left_out: int = 0
    created: tuple[Notice, ...] = ()
    absent: int = 0


class ImportService:
    """Reads a file, judges it against the store, and writes what was shown, whole or not at all.

    For a window: `look`, `columns_of`, `plan_of`, `questions_of`, `review`, `write_rejected`, `apply`. The command
    line goes the short way from `plan` to `apply`.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor

    @collector_at_rest()
    def plan(
        self,
        path: Path,
        *,
        kind: str | None = None,
        sheet: str | None = None,
        sender: str = "",
        password: str = "",
        keep: bool = False,
        take_likely: bool = False,
        repair_ids: bool = False,
        wishes: Wishes = NO_WISHES,
        watch: Watch | None = None,
    ) -> ImportPlan:
        """Read and judge a file; nothing is written. `keep` keeps its cells, which `write_rejected` needs.

        `take_likely` takes spellings that are certainly a known name or heading for it, and tells them in a notice;
        `wishes` say what becomes of hidden rows and columns and of columns that nobody knows; `repair_ids` mends
        damaged NIPs where only one person can be meant, and tells each. The `password` is that of a protected file
        and is not kept.

        Raises `CannotDo` (`file.*`, `sheet.*`, `heading.missing`, `kind.*`) where the file cannot be used.
        """
        watch = watch or Watch()
        watch.begin("read")
        if kind is not None:
            _check_kind(kind)
        with self._database.read() as reader:
            specs = {it: spec_for(reader, it, sender) for it in SPECS}
        source = choose_sheet(path, kind, sheet, specs, sender, password, take_misspelled=take_likely)
        source = as_wished(source, wishes, repair_ids=repair_ids)
        with self._database.read() as reader:
            plan = make_plan(reader, source, watch, keep=keep or take_likely)
            plan = with_likely(reader, plan, watch) if take_likely else plan
            return plan if keep else replace(plan, source=None)

    @collector_at_rest()
    def look(
        self,
        path: Path,
        watch: Watch | None = None,
        *,
        sheet: str | None = None,
        sender: str = "",
        password: str = "",
    ) -> FileLook:
        """Read a file once: its sheets, and the cells of the one that `plan` would take, or of the one named.

        A sheet whose kind nobody knows is shown all the same. Raises `CannotDo`: `file.*`, `sheet.missing`,
        `sheet.empty`.
        """
        with self._database.read() as reader:
            specs = [spec_for(reader, kind, sender) for kind in SPECS]
        return look_at(path, sheet, specs, watch or Watch(), password)

    def columns_of(self, look: FileLook, kind: str, header_row: int | None = None, *, sender: str = "") -> SheetColumns:
        """What the columns of the sheet mean if it is of that kind and its heading ends in that row.

        Without a row the heading is looked for. Raises `CannotDo`: `heading.missing`, `heading.empty`,
        `argument.unknown_kind`.
        """
        _check_kind(kind)
        with self._database.read() as reader:
            spec = spec_for(reader, kind, sender)
        return columns_in(look, layout_of(look, spec, header_row))

    @collector_at_rest()
    def plan_of(self, look: FileLook, choices: ImportChoices, watch: Watch | None = None) -> ImportPlan:
        """Judge a sheet as the clerk wants it read; nothing is written, the file is not needed.

        Raises `CannotDo`: `heading.*`, `columns.missing`, `columns.twice`, `argument.unknown_*`.
        """
        _check_kind(choices.kind)
        if choices.sheet not in ("", look.sheet):
            raise ValueError(f"{choices.sheet!r} is not the sheet that was looked at")
        with self._database.read() as reader:
            spec = spec_for(reader, choices.kind, choices.sender)
            layout = chosen_layout(look, spec, choices)
            others = others_of([it.name for it in look.sheets if it.visible], look.sheet)
            notices = (others,) if others else ()
            source = Source(look.path, look.digest, look.content, layout, choices, notices)
            return make_plan(reader, source, watch or Watch(), keep=True)

    def questions_of(self, plan: ImportPlan) -> tuple[Question, ...]:
        """What the clerk should say about a plan whose cells were kept, questions already answered included."""
        with self._database.read() as reader:
            return (*questions_about(plan, reader), *person_questions(plan, reader))

    def questions_of_people(self, plan: ImportPlan) -> tuple[Question, ...]:
        """Those of them that ask whom a row means; the plan's cells are not needed."""
        with self._database.read() as reader:
            return tuple(person_questions(plan, reader))

    def review(self, plan: ImportPlan) -> Review:
        """The rows of a plan whose cells were kept, by what becomes of them."""
        return Review(plan)

    def write_rejected(self, plan: ImportPlan, out: Path, watch: Watch | None = None, password: str = "") -> int:
        """Write the refused rows of a plan whose cells were kept, with the reasons, and return how many there are.

        Where the sender's file is protected, what is written is so with the same `password`; without it it is plain.
        Raises `CannotDo`: `export.unsupported_ending`, `export.onto_source`, `file.in_use`, `folder.not_writable`,
        `disk.full`.
        """
        from smartpns_desktop.services.imports import rejected  # the writer of workbooks takes long to load

        return rejected.write(plan, out, watch or Watch(), password)

    def senders(self) -> list[str]:
        """Names of the senders of past imports, in order."""
        with self._database.read() as reader:
            names = {it.casefold(): it for it in (*learned_senders(reader), *batches.senders(reader))}
        return sorted(names.values(), key=str.casefold)

    @collector_at_rest()
    def apply(
        self,
        plan: ImportPlan,
        *,
        good_rows_only: bool = False,
        leave_out: frozenset[int] = frozenset(),
        watch: Watch | None = None,
    ) -> ImportResult:
        """Write a plan as one batch in one transaction, and remember what it teaches about its sender.

        Rows in `leave_out` (numbers of the sheet, for a plan whose cells were kept) are not written. Raises
        `CannotDo`: `import.rejected` where rows were refused and not left out on purpose, `plan.stale` where the
        store has changed since the plan was made.
        """
        watch = watch or Watch()
        plan = self._without(plan, leave_out, watch)
        if plan.rejected and not good_rows_only:
            raise CannotDo("import.rejected", rejected=plan.rejected)
        if plan.judgement.spent:
            raise CannotDo("plan.stale", Outcome.FORBIDDEN)
        if not plan.has_work:
            self._learn_alone(plan)
            return _result(plan, None, Changes())
        said = import_reason(plan.path.name, plan.notices)
        header = ChangeSetHeader("import", self._actor, said, plan.path.name, plan.digest)
        watch.begin("write")
        with self._database.write(header, watch.go_on) as writer:
            if plan.seen != writer.change_set_id - 1:
                raise CannotDo("plan.stale", Outcome.FORBIDDEN)
            plan.judgement.spent = True
            tables = plan.judgement.bundle.tables
            write_bundle(writer, plan.judgement.bundle, watch.step)
            if "position_standards" in tables:
                standard_items.follow(writer)
            batches.add_header(writer, _header_of(plan))
            _learn(writer, plan)
        plan.judgement.bundle.let_go()
        return _result(plan, writer.change_set_id, Changes.of_tables(writer.change_set_id, tables))

    def _without(self, plan: ImportPlan, leave_out: frozenset[int], watch: Watch) -> ImportPlan:
        """The plan of the same sheet without these rows; made anew too where a cancelled write has spent it."""
        if not leave_out and (not plan.judgement.spent or plan.source is None):
            return plan
        choices = replace(plan.choices, leave_out=plan.choices.leave_out | leave_out)
        with self._database.read() as reader:
            fewer = make_plan(reader, replace(plan.kept, choices=choices), watch, keep=True)
        if fewer.seen != plan.seen:
            raise CannotDo("plan.stale", Outcome.FORBIDDEN)
        return fewer

    def _learn_alone(self, plan: ImportPlan) -> None:
        if not plan.lesson.is_empty:
            with self._database.maintain() as writer:
                _learn(writer, plan)


def _learn(writer: Reader, plan: ImportPlan) -> None:
    if not plan.lesson.is_empty:
        remember(writer, plan.kind, plan.lesson)


def _check_kind(kind: str) -> None:
    if kind not in SPECS:
        raise CannotDo("argument.unknown_kind", kind=kind, known=", ".join(SPECS))


def _result(plan: ImportPlan, batch: int | None, changes: Changes) -> ImportResult:
    judged = plan.judgement
    return ImportResult(
        batch=batch,
        changes=changes,
        new=judged.new,
        changed=judged.changed,
        same=judged.same,
        rejected=plan.rejected,
        left_out=plan.skipped["left_out"],
        created=tuple(it for it in plan.notices if it.code.endswith(".created")),
        absent=judged.absent,
    )


def _header_of(plan: ImportPlan) -> dict[str, object]:
    return {
        "kind": plan.kind,
        "sheet": plan.sheet,
        "sender": plan.choices.sender or None,
        "row_count": plan.rows,
        "new_count": plan.judgement.new,
        "changed_count": plan.judgement.changed,
        "same_count": plan.judgement.same,
        "rejected_count": plan.rejected,
    }
