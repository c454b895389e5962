"""Blank workbooks for offices to fill in: headings, drop-downs, a guide, the mark that tells them ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec
from smartpns_desktop.exchange.new_files import new_workbook
from smartpns_desktop.exchange.workbooks import MARKER_SHEET
from smartpns_desktop.exchange.writing import A4, AS_TEXT, as_text, cell_format, write_headings, writer_of
from smartpns_desktop.words import workbooks as words

SCHEMA_VERSION = "1"
"""Of the template's make-up; to be raised when an importer must tell old templates from new ones."""
FILLABLE_ROWS = 2_000
"""Rows that are prepared (text format, drop-downs) below the headings."""

_REQUIRED_COLOUR = "#FFE08A"


@dataclass(frozen=True, slots=True)
class _Field:
    """A column of the template: its code name, what it is, what stands above it."""

    name: str
    column: Column
    heading: str


def write_template(
    path: Path,
    spec: SheetSpec,
    choices: Mapping[str, Sequence[str]],
    *,
    sample: Mapping[str, object] | None = None,
    prefilled: Iterable[Sequence[object]] = (),
    agency: str = "",
    years: Sequence[int] = (),
) -> None:
    """Write the workbook that an office fills in and sends back.

    `choices` gives the lists that columns name; `sample` an example by field, shown in the guide and not in
    the sheet, where it would be read as data; `prefilled` rows in the order of the columns that the template
    shows. A YEAR_COUNT column stands once for each of `years` (this year and the four after it if empty).
    Raises CannotDo as `new_workbook` does.
    """
    fields = _fields(spec, years)
    with new_workbook(path) as workbook:
        sheet = workbook.add_worksheet(spec.title)
        guide = workbook.add_worksheet(words.GUIDE_SHEET)
        lists = _write_lists(workbook, fields, choices)
        _write_marker(workbook, spec, agency)
        _write_sheet(workbook, sheet, fields, list(prefilled), lists)
        _write_guide(workbook, guide, spec, fields, lists, sample or {}, agency)


def _fields(spec: SheetSpec, years: Sequence[int]) -> list[_Field]:
    this_year = date.today().year
    fields: list[_Field] = []
    for column in spec.columns:
        if not column.template:
            continue
        if column.kind is CellKind.YEAR_COUNT:
            span = years or range(this_year, this_year + 5)
            fields += [_Field(f"{column.field}_{year}", column, str(year)) for year in span]
        else:
            fields.append(_Field(column.field, column, column.heading))
    return fields


def _write_lists(workbook: Workbook, fields: Iterable[_Field], choices: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The lists side by side on a hidden sheet; gives the defined name of each. (A list written into the
    validation itself may have 255 characters only.)"""
    sheet = workbook.add_worksheet(words.CODES_SHEET)
    sheet.hide()
    names: dict[str, str] = {}
    wanted = dict.fromkeys(field.column.choices for field in fields if choices.get(field.column.choices))
    for place, wanted_list in enumerate(wanted):
        values = choices[wanted_list]
        sheet.write_string(0, place, wanted_list)
        for row, value in enumerate(values, start=1):
            sheet.write_string(row, place, value)
        names[wanted_list] = "daftar_" + re.sub(r"\W", "_", wanted_list)
        column = _letters(place)
        workbook.define_name(names[wanted_list], f"={words.CODES_SHEET}!${column}$2:${column}${len(values) + 1}")
    return names


def _letters(place: int) -> str:
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(65 + place % 26)


def _write_marker(workbook: Workbook, spec: SheetSpec, agency: str) -> None:
    sheet = workbook.add_worksheet(MARKER_SHEET)
    sheet.very_hidden()
    for row, pair in enumerate((("kind", spec.kind), ("schema", SCHEMA_VERSION), ("agency", agency))):
        sheet.write_row(row, 0, pair)


def _write_sheet(
    workbook: Workbook,
    sheet: Worksheet,
    fields: Sequence[_Field],
    prefilled: Sequence[Sequence[object]],
    lists: Mapping[str, str],
) -> None:
    write_headings(workbook, sheet, [(field.column, field.heading) for field in fields])
    required = workbook.add_format(
        {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": _REQUIRED_COLOUR}
    )
    last = max(FILLABLE_ROWS, len(prefilled))
    for place, field in enumerate(fields):
        if field.column.required:
            sheet.write_string(0, place, field.heading, required)
            sheet.write_comment(0, place, words.REQUIRED_NOTE)
        if field.column.kind in AS_TEXT:
            look = cell_format(workbook, field.column.kind)
            for row in range(1, last + 1):
                sheet.write_blank(row, place, None, look)
        if field.column.choices in lists:
            sheet.data_validation(1, place, last, place, _validation(lists[field.column.choices]))
        write = writer_of(workbook, sheet, field.column.kind)
        for row, values in enumerate(prefilled, start=1):
            if values[place] is not None and values[place] != "":
                write(row, place, values[place])


def _validation(name: str) -> dict[str, object]:
    """A drop-down that warns: a new unit or post may be right and yet not be listed."""
    return {
        "validate": "list",
        "source": f"={name}",
        "error_type": "warning",
        "error_title": words.NOT_LISTED_TITLE,
        "error_message": words.NOT_LISTED,
    }


def _write_guide(
    workbook: Workbook,
    sheet: Worksheet,
    spec: SheetSpec,
    fields: Sequence[_Field],
    lists: Mapping[str, str],
    sample: Mapping[str, object],
    agency: str,
) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    bold = workbook.add_format({"bold": True})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for place, width in enumerate((30, 8, 70, 36)):
        sheet.set_column(place, place, width, wrapped)
    plain = workbook.add_format({"text_wrap": False})
    sheet.write_string(0, 0, words.GUIDE_TITLE.format(title=spec.title), bold)
    notes = [words.GUIDE_AGENCY.format(agency=agency)] if agency else []
    notes += [note.format(title=spec.title) for note in words.GUIDE_NOTES]
    for row, note in enumerate(notes, start=1):
        sheet.write_string(row, 0, note, plain)
    start = len(notes) + 2
    sheet.write_row(start, 0, words.GUIDE_HEADINGS, bold)
    for row, field in enumerate(fields, start=start + 1):
        sheet.write_row(row, 0, _guide_line(field, lists, sample), wrapped)


def _guide_line(field: _Field, lists: Mapping[str, str], sample: Mapping[str, object]) -> tuple[str, str, str, str]:
    column = field.column
    how = column.help or words.HOW_TO_FILL[column.kind]
    if column.choices in lists:
        how = f"{how} {words.CHOOSE}"
    example = sample.get(field.name, sample.get(column.field))
    return (
        field.heading,
        words.REQUIRED if column.required else words.OPTIONAL,
        how,
        "" if example is None else as_text(example),
    )
