"""From a sheet to a plan: its lines are read, judged against the store, and summed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from db import Reader
from db.queries import batches
from smartpns_desktop.domain import education
from smartpns_desktop.domain.agencies import names_agency, told_in_title
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.domain.study_needs import period_of
from smartpns_desktop.domain.trainings import names_training
from smartpns_desktop.domain.years import year_told
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.layout import headings_of
from smartpns_desktop.exchange.sheet_lines import read_lines
from smartpns_desktop.services.imports.choices import lexicon_of, recall, taught
from smartpns_desktop.services.imports.full_lists import is_full_list, note_absent
from smartpns_desktop.services.imports.kinds import KINDS
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import ImportPlan, Judgement, Source, sorted_problems
from smartpns_desktop.services.imports.questions import questions_about_names
from smartpns_desktop.services.imports.settling import settled
from smartpns_desktop.services.watch import Watch


def make_plan(reader: Reader, source: Source, watch: Watch, *, keep: bool) -> ImportPlan:
    """Judge a sheet; unless it is to be kept, its cells are gone afterwards."""
    watch.begin("check")
    source = settled(source)
    judgement = Judgement()
    choices, sheet = source.choices, source.sheet
    lexicon = lexicon_of(recall(reader, choices.kind, choices.sender), choices)
    lesson = taught(choices, headings_of(source.sheet.rows, source.layout))
    if keep or is_full_list(choices):
        sheet = replace(sheet, rows=[*sheet.rows])
    names = Names(reader, judgement.bundle, lexicon)
    section_of = partial(_section_of, names=names, spec=source.layout.spec)
    lines = read_lines(sheet, source.layout, section_of, lexicon, watch.go_on)
    lines.context["file"] = source.path.stem
    watch.step(0, len(lines))
    KINDS[choices.kind].judge(lines, reader, names, judgement, date.today())
    if is_full_list(choices):
        note_absent(lines, reader, judgement, source)
    watch.step(len(lines), len(lines))
    created = names.notices()
    return ImportPlan(
        path=source.path,
        digest=source.digest,
        kind=lines.spec.kind,
        sheet=lines.sheet,
        choices=choices,
        header_row=lines.header_row,
        sheet_rows=lines.sheet_rows,
        row_numbers=lines.rows,
        sections=lines.sections,
        skipped_rows=lines.skipped,
        rejected_rows=frozenset(lines.rows[line] for line in lines.rejected),
        problems=sorted_problems(lines.problems),
        notices=(*lines.notices, *created, *judgement.notices, *source.notices),
        judgement=judgement,
        seen=batches.newest(reader),
        needs_consent=any(it.code.endswith(".created") for it in created),
        lesson=lesson,
        source=source if keep else None,
    )


def with_likely(reader: Reader, plan: ImportPlan, watch: Watch) -> ImportPlan:
    """The plan of the same sheet with every answer taken that is certain; told in a notice, and never learned.

    The plan's cells must have been kept.
    """
    if not plan.needs_consent:
        return plan
    asked = [it for it in questions_about_names(plan, reader) if it.is_open and it.likely]
    if not asked:
        return plan
    taken = {(it.field, it.spellings[0]): it.likely for it in asked}
    choices = replace(plan.choices, values={**plan.choices.values, **taken})
    again = make_plan(reader, replace(plan.kept, choices=choices), watch, keep=True)
    names = tuple(f"{it.spellings[0]} = {it.proposals[0].label} ({it.proposals[0].score:.0f} %)" for it in asked)
    told = Notice("spellings.taken", {"count": str(len(names))}, names)
    return replace(again, lesson=plan.lesson, notices=(*again.notices, told))


def _section_of(text: str, names: Names, spec: SheetSpec) -> str:
    if "year" in spec.sections and year_told(text) is not None:
        return "year"
    if "name" in spec.sections:
        return "name" if names_training(text) else ""
    if names.is_agency(text) or names_agency(text) or names.is_agency(told_in_title(text)):
        return "agency"
    if "period" in spec.context and period_of(text):
        return "period"
    return "level" if education.level_of(text) is not None else ""
