"""From a sheet to a plan: its lines are read, judged against the store, and summed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db import Reader
from db.queries import batches
from smartpns_desktop.domain import education
from smartpns_desktop.domain.agencies import names_agency
from smartpns_desktop.exchange.layout import headings_of
from smartpns_desktop.exchange.lines import read_lines
from smartpns_desktop.services.imports.choices import lexicon_of, recall, taught
from smartpns_desktop.services.imports.kinds import KINDS
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import ImportPlan, Judgement, Source, sorted_problems
from smartpns_desktop.services.watch import Watch


def make_plan(reader: Reader, source: Source, watch: Watch, *, keep: bool) -> ImportPlan:
    """Judge a sheet; unless it is to be kept, its cells are gone afterwards."""
    watch.begin("check")
    judgement = Judgement()
    choices = source.choices
    lexicon = lexicon_of(recall(reader, choices.kind, choices.sender), choices)
    lesson = taught(choices, headings_of(source.sheet.rows, source.layout))
    sheet = replace(source.sheet, rows=[*source.sheet.rows]) if keep else source.sheet
    names = Names(reader, judgement.bundle, lexicon)
    lines = read_lines(sheet, source.layout, lambda text: _section_of(text, names), lexicon)
    watch.step(0, len(lines))
    KINDS[choices.kind].judge(lines, reader, names, judgement, date.today())
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
        needs_consent=bool(created),
        lesson=lesson,
        source=source if keep else None,
    )


def _section_of(text: str, names: Names) -> str:
    if names.is_agency(text) or names_agency(text):
        return "agency"
    return "level" if education.level_of(text) is not None else ""
