"""Tables for people as a workbook: one sheet each, every cell a text but for numbers, headings on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter import Workbook

from smartpns_desktop.exchange.new_workbooks import new_workbook
from smartpns_desktop.words.workbooks import PAGE, REPORT_SHEET

_NARROWEST, _WIDEST = 8, 60
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title, which becomes the name of the sheet."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str | int | float]]


def write_tables(path: Path, tables: Sequence[Table]) -> None:
    """Write the tables in this order. Raises CannotDo as `new_workbook` does."""
    with new_workbook(path) as workbook:
        taken: set[str] = set()
        for table in tables:
            name = _name(table.title, taken)
            taken.add(name.casefold())
            _write(workbook, name, table)


def _name(title: str, taken: set[str]) -> str:
    """A sheet's name that Excel takes and that no other sheet has."""
    wanted = _FORBIDDEN.sub(" ", title).strip(" '")[:_LONGEST_NAME].strip(" '") or REPORT_SHEET
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = wanted[: _LONGEST_NAME - len(ending)] + ending
    return name


def _write(workbook: Workbook, name: str, table: Table) -> None:
    sheet = workbook.add_worksheet(name)
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = workbook.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    for place, heading in enumerate(table.headings):
        longest = max((len(str(row[place])) for row in table.rows), default=0)
        sheet.set_column(place, place, min(max(longest, len(heading), _NARROWEST) + 2, _WIDEST))
        sheet.write_string(0, place, heading, head)
    for number, row in enumerate(table.rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, place, value, text)
            else:
                sheet.write_number(number, place, value)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C" + PAGE.format(page="&P", pages="&N"))
