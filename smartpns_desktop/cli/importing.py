"""The commands import, undo and redo."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from smartpns_desktop.app import App
from smartpns_desktop.cli.interruption import asking_to_stop
from smartpns_desktop.cli.output import Output, table
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.cli.password_file import read_password
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.domain.problems import Notice, Problem
from smartpns_desktop.services.imports.plan import FieldChange, ImportPlan
from smartpns_desktop.services.imports.wishes import Wishes
from smartpns_desktop.services.undo import UndoResult
from smartpns_desktop.words import labels, notices, problems

_SHOWN = 40
"""Problems and changes that are printed for people; programs get all of them."""


def import_file(app: App, call: Call, output: Output) -> Outcome:
    """Plan, show, and apply where that was asked for and may be."""
    password = read_password(call.password_file) if call.password_file else ""
    plan = app.imports.plan(
        call.file,
        kind=call.kind,
        sheet=call.sheet,
        sender=call.sender,
        password=password,
        keep=bool(call.errors),
        take_likely=call.yes,
        repair_ids=call.repair_ids,
        wishes=_wishes(call),
    )
    obstacle = "" if call.dry_run else _obstacle(plan, call, output)
    told = _told_notices(app, plan, obstacle)
    with asking_to_stop() as watch:
        if call.errors and plan.rejected:
            app.imports.write_rejected(plan, call.errors, watch, password)
        batch = None
        if not call.dry_run and not obstacle:
            batch = app.imports.apply(plan, good_rows_only=call.good_rows_only, watch=watch).batch
        conclusion = _DRY_RUN if call.dry_run else _OBSTACLES.get(obstacle) or _stored(batch)
        mended = _errors(plan, call)
        lines = [*_as_lines(plan, told), *(f"Baris yang ditolak: {it}" for it in mended.values() if it), conclusion]
        absent = {"absent": plan.judgement.absent} if call.full_list else {}
        output.result({**_as_object(plan, batch, told), **absent, **mended}, lines)
    if obstacle:
        return Outcome.BAD_INPUT
    return Outcome.SOME_REJECTED if plan.rejected else Outcome.DONE


def _told_notices(app: App, plan: ImportPlan, obstacle: str) -> list[Notice]:
    """The plan's notices, what waits for a yes, and whether people have a new NIP, which only the window asks."""
    told = [*plan.notices]
    if obstacle == "consent":
        created = [name for it in told if it.code.endswith(".created") for name in it.names]
        told.append(Notice("import.needs_yes", {"count": str(len(created))}))
    asked = [it for it in app.imports.questions_of_people(plan) if it.is_open and it.code == "whom.same"]
    if asked:
        names = tuple(f"{it.spellings[0]} = {it.proposals[0].label}?" for it in asked)
        told.append(Notice("plan.questions", {"count": str(len(asked))}, names))
    return told


def _wishes(call: Call) -> Wishes:
    if call.agency is not None and not call.full_list:
        raise CannotDo("argument.unusable", detail="--agency hanya berlaku bersama --full-list")
    of = (call.agency or "") if call.full_list else None
    return Wishes(call.leave_hidden_rows, call.leave_hidden_columns, call.keep_unknown, of)


def _errors(plan: ImportPlan, call: Call) -> dict[str, str | None]:
    """Where the refused rows were written, told only to those who asked; `None` where there were none."""
    return {"errors": str(call.errors) if plan.rejected else None} if call.errors else {}


_DRY_RUN = "Hanya diperiksa; tidak ada yang disimpan."
_OBSTACLES = {
    "rejected": "Tidak ada yang disimpan. Perbaiki baris yang ditolak, atau simpan yang benar saja: --good-rows-only",
    "consent": "Tidak ada yang disimpan sebelum disetujui: ulangi dengan --yes",
}


def _stored(batch: int | None) -> str:
    if batch is None:
        return "Tidak ada yang perlu disimpan."
    return f"Tersimpan sebagai impor nomor {batch}. Untuk mengurungkannya: smartpns undo {batch}"


def _obstacle(plan: ImportPlan, call: Call, output: Output) -> str:
    """Why a plan may not be applied: rows were rejected, or new names need consent."""
    if plan.rejected and not call.good_rows_only:
        return "rejected"
    if plan.needs_consent and not call.yes and not _agreed(plan, output):
        return "consent"
    return ""


def _agreed(plan: ImportPlan, output: Output) -> bool:
    """Ask the person at the terminal; a program or a pipe is not asked."""
    if output.as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    for line in notice_lines(plan.notices):
        print(line)
    return input("Buat yang belum dikenal itu dan terapkan impor? [y/T] ").strip().casefold() in ("y", "ya")


def _as_object(plan: ImportPlan, batch: int | None, told: list[Notice]) -> dict[str, Any]:
    judged = plan.judgement
    return {
        "kind": plan.kind,
        "sheet": plan.sheet,
        "header_row": plan.header_row,
        "rows": plan.rows,
        "new": judged.new,
        "changed": judged.changed,
        "same": judged.same,
        "rejected": plan.rejected,
        "skipped": dict(plan.skipped),
        "batch": batch,
        "notices": [notice_object(it) for it in told],
        "problems": [_problem(it) for it in plan.problems],
        "changes": [
            {"row": it.row, "label": it.label, "field": it.field, "before": it.before, "after": it.after}
            for it in judged.changes
        ],
    }


def notice_object(notice: Notice) -> dict[str, Any]:
    """A notice for programs."""
    return {"code": notice.code, **notice.facts, "names": list(notice.names), "message": notices.say(notice)}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "message": problems.say(problem),
    }


def _as_lines(plan: ImportPlan, told: list[Notice]) -> Iterator[str]:
    judged = plan.judgement
    yield f"{plan.path.name}: {labels.kind_label(plan.kind)}, lembar {plan.sheet}, judul di baris {plan.header_row}"
    yield (
        f"{plan.rows} baris data: {judged.new} baru, {judged.changed} berubah, {judged.same} sama, "
        f"{plan.rejected} ditolak; {sum(plan.skipped.values())} baris lain"
    )
    yield from notice_lines(told)
    for problem in plan.problems[:_SHOWN]:
        yield f"  {_place(problem)}: {problems.say(problem)}"
    if len(plan.problems) > _SHOWN:
        yield f"  … dan {len(plan.problems) - _SHOWN} catatan lain (semua ada di --json)."
    rows = [
        (it.row, it.label, labels.field_label(plan.kind, it.field), *_values(plan.kind, it))
        for it in judged.changes[:_SHOWN]
    ]
    if rows:
        yield from table(("Baris", "Siapa/apa", "Kolom", "Semula", "Menjadi"), rows)


def _values(kind: str, change: FieldChange) -> tuple[str, str]:
    return labels.show_value(kind, change.field, change.before), labels.show_value(kind, change.field, change.after)


def _place(problem: Problem) -> str:
    column = f", kolom {problem.column}" if problem.column else ""
    return f"Baris {problem.row}{column}"


def notice_lines(told: tuple[Notice, ...] | list[Notice]) -> list[str]:
    """Notices for people."""
    return [f"  {notices.say(it)}" for it in told]


def undo(app: App, call: Call, output: Output) -> Outcome:
    """Take a change set back."""
    with asking_to_stop() as watch:
        return _told(app.undo.undo(call.batch, watch), "diurungkan", output)


def redo(app: App, call: Call, output: Output) -> Outcome:
    """Do a change set again that was taken back."""
    with asking_to_stop() as watch:
        return _told(app.undo.redo(call.batch, watch), "diulangi", output)


def _told(result: UndoResult, verb: str, output: Output) -> Outcome:
    kept = [{"kind": it.kind, "label": it.label, "reason": it.reason} for it in result.kept]
    found = {
        "batch": result.batch,
        "change_set": result.change_set,
        "reverted": result.reverted,
        "kept": kept,
        "notices": [notice_object(it) for it in result.notices],
    }
    lines = [f"Perubahan nomor {result.batch} {verb}: {result.reverted} data.", *notice_lines(result.notices)]
    output.result(found, lines)
    return Outcome.SOME_REJECTED if result.kept else Outcome.DONE
