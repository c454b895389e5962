"""Import as a use-case: plan, show, apply."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db import ChangeSetHeader, Database, Reader
from db.queries import batches
from db.queries.bundle import write_bundle
from smartpns_desktop.domain import education
from smartpns_desktop.domain.agencies import names_agency
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.layout import Layout, find_layout
from smartpns_desktop.exchange.lines import Lines, read_lines
from smartpns_desktop.exchange.workbooks import Sheet, Workbook, open_workbook
from smartpns_desktop.services import reference
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.collector import collector_at_rest
from smartpns_desktop.services.imports import agencies, employees, study_needs, trainings
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import ImportPlan, Judgement, sorted_problems
from smartpns_desktop.services.watch import Watch


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What applying a plan did; `batch` is `None` where there was nothing to write."""

    batch: int | None
    changes: Changes


class ImportService:
    """Reads a file, judges it against the store, and writes what was shown, whole or not at all."""

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
        watch: Watch | None = None,
    ) -> ImportPlan:
        """Read and judge a file; nothing is written.

        Raises `CannotDo` (`file.*`, `sheet.*`, `heading.missing`, `kind.*`) where the file cannot be used.
        """
        watch = watch or Watch()
        watch.begin("read")
        if kind is not None and kind not in SPECS:
            raise CannotDo("argument.unknown_kind", kind=kind, known=", ".join(SPECS))
        with open_workbook(path) as workbook:
            chosen, layout, others = _choose(workbook, kind, sheet, path)
        digest = _digest(path)
        watch.begin("check")
        with self._database.read() as reader:
            judgement = Judgement()
            names = Names(reader, judgement.bundle)
            lines = read_lines(chosen, layout, lambda text: _section_of(text, names))
            watch.step(len(lines), len(lines))
            _judge(lines, reader, names, judgement)
            return _plan(path, digest, sender, lines, judgement, names, [*others], batches.newest(reader))

    @collector_at_rest()
    def apply(self, plan: ImportPlan, *, good_rows_only: bool = False, watch: Watch | None = None) -> ImportResult:
        """Write a plan as one batch in one transaction.

        Raises `CannotDo`: `import.rejected` where rows were refused and not left out on purpose,
        `plan.stale` where the store has changed since the plan was made.
        """
        watch = watch or Watch()
        if plan.rejected and not good_rows_only:
            raise CannotDo("import.rejected", rejected=plan.rejected)
        if not plan.has_work:
            return ImportResult(None, Changes())
        header = ChangeSetHeader("import", self._actor, f"Impor {plan.path.name}", plan.path.name, plan.digest)
        watch.begin("write")
        with self._database.write(header) as writer:
            if plan.seen != writer.change_set_id - 1:
                raise CannotDo("plan.stale", Outcome.FORBIDDEN)
            plan.judgement.spend()
            tables = set(plan.judgement.bundle.inserts) | set(plan.judgement.bundle.updates)
            write_bundle(writer, plan.judgement.bundle, watch.step)
            batches.add_header(writer, _header_of(plan))
        return ImportResult(writer.change_set_id, Changes.of_tables(writer.change_set_id, tables))


def _choose(workbook: Workbook, kind: str | None, name: str | None, path: Path) -> tuple[Sheet, Layout, list[Notice]]:
    """The asked sheet, else the first visible one with a heading that we know."""
    wanted: dict[str, SheetSpec] = {kind: SPECS[kind]} if kind else SPECS
    visible = [info.name for info in workbook.sheets if info.visible]
    candidates = [name] if name else visible
    refusal = CannotDo("heading.missing", path=path.name, sheet=", ".join(candidates))
    for sheet in _filled(workbook, candidates):
        layout = find_layout(sheet.rows, wanted.values())
        if layout is not None and not layout.incomplete and (kind or not layout.doubtful):
            rest = tuple(other for other in visible if other != sheet.name)
            return sheet, layout, [Notice("sheet.others", {"count": str(len(rest))}, rest)] if rest else []
        other = find_layout(sheet.rows, SPECS.values()) if kind else None
        if other is not None and not other.incomplete:
            raise CannotDo("kind.mismatch", path=path.name, expected=kind, found=other.spec.kind)
        if layout is not None and layout.incomplete:
            refusal = CannotDo("columns.missing", path=path.name, columns=", ".join(layout.incomplete))
        elif layout is not None:
            refusal = CannotDo("kind.unknown", path=path.name, sheet=sheet.name)
    raise refusal


def _filled(workbook: Workbook, names: Sequence[str]) -> Iterator[Sheet]:
    """These sheets in turn, those without a cell left out; `sheet.empty` where none is left."""
    empty: CannotDo | None = CannotDo("sheet.empty", path=workbook.path.name, sheet=", ".join(names))
    for name in names:
        try:
            yield workbook.read(name)
            empty = None
        except CannotDo as error:
            if error.code != "sheet.empty":
                raise
    if empty is not None:
        raise empty


def _section_of(text: str, names: Names) -> str:
    if names.is_agency(text) or names_agency(text):
        return "agency"
    return "level" if education.level_of(text) is not None else ""


def _judge(lines: Lines, reader: Reader, names: Names, judgement: Judgement) -> None:
    today = date.today()
    if lines.spec.kind == "employees":
        employees.judge(lines, reader, names, judgement, today)
    elif lines.spec.kind == "trainings":
        trainings.judge(lines, reader, reference.regulations(reader), judgement, today)
    elif lines.spec.kind == "study-needs":
        study_needs.judge(lines, reader, names, judgement)
    else:
        agencies.judge(lines, reader, judgement, today)


def _plan(
    path: Path,
    digest: str,
    sender: str,
    lines: Lines,
    judgement: Judgement,
    names: Names,
    others: list[Notice],
    seen: int,
) -> ImportPlan:
    created = names.notices()
    return ImportPlan(
        path=path,
        digest=digest,
        kind=lines.spec.kind,
        sheet=lines.sheet,
        sender=sender,
        header_row=lines.header_row,
        sheet_rows=lines.sheet_rows,
        skipped=lines.skipped,
        rejected=len(lines.rejected),
        problems=sorted_problems(lines.problems),
        notices=(*lines.notices, *created, *judgement.notices, *others),
        judgement=judgement,
        seen=seen,
        needs_consent=bool(created),
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _header_of(plan: ImportPlan) -> dict[str, object]:
    return {
        "kind": plan.kind,
        "sheet": plan.sheet,
        "sender": plan.sender or None,
        "row_count": plan.rows,
        "new_count": plan.judgement.new,
        "changed_count": plan.judgement.changed,
        "same_count": plan.judgement.same,
        "rejected_count": plan.rejected,
    }
