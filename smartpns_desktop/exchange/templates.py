"""Workbooks for offices to fill in: headings, what is known, drop-downs, a guide, the marks that tell them ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, repeat, zip_longest
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec
from smartpns_desktop.exchange.new_workbooks import new_workbook
from smartpns_desktop.exchange.origins import BEGUN, KIND, KNOWN, MARKER_SHEET, SCHEMA, mark, plain
from smartpns_desktop.exchange.sheets import column_letters
from smartpns_desktop.exchange.writing import A4, AS_TEXT, OVERFLOWS, as_text, cell_format, write_headings, writer_of
from smartpns_desktop.words import workbooks as words
from smartpns_desktop.words.figures import show_date

SCHEMA_VERSION = "2"
"""Of the template's make-up; to be raised when an importer must tell old templates from new ones."""
FILLABLE_ROWS = 2_000
"""Rows that are prepared (text format, drop-downs) below the headings."""

_REQUIRED_COLOUR = "#FFE08A"
_MARK = {"font_color": "#A6A6A6", "font_size": 8, "num_format": "@"}
_HEADING_HEIGHT = 32
"""Points, for two lines."""
_HEAD = 2
"""The heading and the hidden row of marks below it."""

Row = Mapping[str, object]
"""Values by field."""


@dataclass(frozen=True, slots=True)
class Prefill:
    """What a template holds when it goes out.

    `rows` are whole; `begun` rows only say whose they are, in the fields `begun_fields`: until more is filled in
    they are no data. Rows without an agency are of the one that the template is for where `owns_rows`. `remark` heads a
    first column that tells something of each row (its value of `REMARK`) and is not read when the workbook comes back.
    """

    rows: Sequence[Row] = ()
    begun_fields: tuple[str, ...] = ()
    begun: Sequence[Row] = ()
    owns_rows: bool = False
    years: Sequence[int] = ()
    remark: str = ""


REMARK = ""
"""The name of the field that holds a row's remark: no field of any kind."""

_REMARK_WIDTH = 60


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
    sample: Row | None = None,
    prefill: Prefill | None = None,
    agency: str = "",
) -> None:
    """Write the workbook that an office fills in and sends back.

    `choices` gives the lists that columns name; `sample` an example by field, shown in the guide and not in
    the sheet, where it would be read as data. A YEAR_COUNT column stands once for each year of the `prefill` (this
    year and the four after it if it names none). Raises CannotDo as `new_workbook` does, and file.too_large.
    """
    prefill = prefill or Prefill()
    fields = [*_remark(prefill), *_fields(spec, prefill.years)]
    with new_workbook(path, constant_memory=True) as workbook:
        sheet = workbook.add_worksheet(spec.title)
        guide = workbook.add_worksheet(words.GUIDE_SHEET)
        lists = _write_lists(workbook, fields, choices)
        _write_marker(workbook, spec, prefill, agency)
        _write_sheet(path, workbook, sheet, spec, fields, prefill, lists)
        _write_guide(workbook, guide, spec, fields, lists, sample or {}, _notes(spec, prefill, agency))


def _remark(prefill: Prefill) -> list[_Field]:
    told = Column(REMARK, prefill.remark, help=words.REMARK_HELP, width=_REMARK_WIDTH)
    return [_Field(REMARK, told, prefill.remark)] if prefill.remark else []


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
    wanted = list(dict.fromkeys(field.column.choices for field in fields if choices.get(field.column.choices)))
    for row, values in enumerate(zip_longest(*((name, *choices[name]) for name in wanted), fillvalue="")):
        for place, value in enumerate(values):
            if value:
                sheet.write_string(row, place, value)
    names = {name: "daftar_" + re.sub(r"\W", "_", name) for name in wanted}
    for place, name in enumerate(wanted):
        column, last = column_letters(place), len(choices[name]) + 1
        workbook.define_name(names[name], f"={words.CODES_SHEET}!${column}$2:${column}${last}")
    return names


def _write_marker(workbook: Workbook, spec: SheetSpec, prefill: Prefill, agency: str) -> None:
    """What the workbook says of itself (`origins`)."""
    sheet = workbook.add_worksheet(MARKER_SHEET)
    sheet.very_hidden()
    lines: list[Sequence[str]] = [(KIND, spec.kind), (SCHEMA, SCHEMA_VERSION)]
    if prefill.owns_rows:
        lines.append((KNOWN, "agency", agency))
    if prefill.begun:
        lines.append((BEGUN, *prefill.begun_fields))
        lines += [(BEGUN, *(plain(_said(row, name)) for name in prefill.begun_fields)) for row in prefill.begun]
    for number, line in enumerate(lines):
        for place, text in enumerate(line):
            sheet.write_string(number, place, text)


def _said(row: Row, name: str) -> str:
    value = row.get(name)
    return "" if value is None else as_text(value)


def _write_sheet(
    path: Path,
    workbook: Workbook,
    sheet: Worksheet,
    spec: SheetSpec,
    fields: Sequence[_Field],
    prefill: Prefill,
    lists: Mapping[str, str],
) -> None:
    """Row by row, as they go into the file: the heading, the marks, what is known, and room for more."""
    required = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": _REQUIRED_COLOUR}
    needed = workbook.add_format(required)
    sheet.set_row(0, _HEADING_HEIGHT)
    write_headings(workbook, sheet, [(field.column, field.heading) for field in fields])
    sheet.freeze_panes(_HEAD, 0)
    for place, field in enumerate(fields):
        if field.column.required:
            sheet.write_string(0, place, field.heading, needed)
            sheet.write_comment(0, place, words.REQUIRED_NOTE)
    sheet.set_row(1, None, None, {"hidden": True})
    marked = workbook.add_format(_MARK)
    for place, field in enumerate(fields):
        sheet.write_string(1, place, mark(spec.kind, field.name), marked)
    filled = len(prefill.rows) + len(prefill.begun)
    last = max(FILLABLE_ROWS, filled + FILLABLE_ROWS // 4) + _HEAD - 1
    for place, field in enumerate(fields):
        if field.column.choices in lists:
            sheet.data_validation(1, place, last, place, _validation(lists[field.column.choices]))
    _write_rows(
        path, workbook, sheet, fields, chain(prefill.rows, prefill.begun, repeat({}, last + 1 - _HEAD - filled))
    )


def _write_rows(
    path: Path, workbook: Workbook, sheet: Worksheet, fields: Sequence[_Field], rows: Iterable[Row]
) -> None:
    """Where nothing is known yet, cells of ids and dates are text all the same: so they stay what is typed."""
    columns = [
        (field.name, writer_of(workbook, sheet, field.column.kind), cell_format(workbook, field.column.kind))
        for field in fields
    ]
    as_texts = [field.column.kind in AS_TEXT for field in fields]
    for number, row in enumerate(rows, start=_HEAD):
        for place, (name, write, look) in enumerate(columns):
            value = row.get(name)
            if value is not None and value != "":
                if full := write(number, place, value):
                    raise limits.too_large(path.name, *OVERFLOWS[full])
            elif as_texts[place]:
                sheet.write_blank(number, place, None, look)


def _validation(name: str) -> dict[str, object]:
    """A drop-down that warns: a new unit or post may be right and yet not be listed."""
    return {
        "validate": "list",
        "source": f"={name}",
        "error_type": "warning",
        "error_title": words.NOT_LISTED_TITLE,
        "error_message": words.NOT_LISTED,
    }


def _notes(spec: SheetSpec, prefill: Prefill, agency: str) -> list[str]:
    """The sentences above the guide's table."""
    notes = [words.GUIDE_AGENCY.format(agency=agency)] if agency else []
    notes.append(words.GUIDE_DATE.format(date=show_date(date.today())))
    notes += [note.format(title=spec.title) for note in words.GUIDE_NOTES]
    if prefill.rows:
        notes.append(words.GUIDE_KNOWN)
    if prefill.begun:
        notes.append(words.GUIDE_BEGUN)
    if prefill.owns_rows:
        notes.append(words.GUIDE_OWNED.format(agency=agency))
    return notes


def _write_guide(
    workbook: Workbook,
    sheet: Worksheet,
    spec: SheetSpec,
    fields: Sequence[_Field],
    lists: Mapping[str, str],
    sample: Row,
    notes: Sequence[str],
) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    title = workbook.add_format({"bold": True, "font_size": 14})
    heading = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    needed = workbook.add_format({"text_wrap": True, "valign": "top", "bg_color": _REQUIRED_COLOUR})
    plainly = workbook.add_format({"text_wrap": False})
    for place, width in enumerate((30, 8, 70, 36)):
        sheet.set_column(place, place, width, wrapped)
    sheet.write_string(0, 0, words.GUIDE_TITLE.format(title=spec.title), title)
    for row, note in enumerate(notes, start=1):
        sheet.write_string(row, 0, note, plainly)
    start = len(notes) + 2
    sheet.write_row(start, 0, words.GUIDE_HEADINGS, heading)
    for row, field in enumerate(fields, start=start + 1):
        name, *line = _guide_line(field, lists, sample)
        sheet.write_string(row, 0, name, needed if field.column.required else wrapped)
        for place, text in enumerate(line, start=1):
            sheet.write_string(row, place, text, wrapped)


def _guide_line(field: _Field, lists: Mapping[str, str], sample: Row) -> tuple[str, str, str, str]:
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
