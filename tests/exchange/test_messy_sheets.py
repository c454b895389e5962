"""Any mixture of the styles of handmade sheets: every row is what it is, every value arrives, nothing else does."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartpns_desktop.domain import education
from smartpns_desktop.domain.agencies import names_agency
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.layout import find_layout
from smartpns_desktop.exchange.lexicon import Lexicon
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.sheet_lines import read_lines
from smartpns_desktop.exchange.workbooks import open_workbook
from tests.exchange.messy import Maker
from tests.exchange.messy_parts import COLUMNS, Style, write

SECTIONS = ("", "plain", "letter", "roman", "label", "label2", "label3", "count", "count2", "numbercell", "nested")


@st.composite
def styles(draw: st.DrawFn) -> Style:
    """Any mixture."""
    kind = draw(st.sampled_from(list(COLUMNS)))
    sections = draw(st.sampled_from(SECTIONS)) if kind == "employees" else ""
    if kind == "study-needs":
        sections = draw(st.sampled_from(("", "plain", "label", "letter")))
    return Style(
        kind=kind,
        titles=draw(st.integers(0, 12)),
        title_pairs=draw(st.sampled_from(("", "one", "two", "three"))),
        left=draw(st.integers(0, 3)),
        heading=draw(st.sampled_from(("one", "two", "three", "breaks", "numbered", "shouted"))),
        numbers=draw(st.sampled_from(("", "plain", "text", "brackets", "roman", "letters", "sums"))),
        repeat_after=draw(st.sampled_from((0, 0, 3, 4))),
        sections=sections,
        gap=draw(st.sampled_from((0, 0, 1, 3, 20))),
        totals=draw(st.sampled_from(("", "Jumlah", "TOTAL", "Jml.", "Rata-rata", "colon", "late", "between"))),
        signature=draw(st.sampled_from(("", "one", "two", "low", "misaligned", "pages"))),
        notes=draw(st.sampled_from(("", "yes"))),
        legend=draw(st.booleans()),
        number_gaps=draw(st.booleans()),
        spare_rows=draw(st.sampled_from((0, 0, 2))),
        lost_nips=draw(st.booleans()),
        rows=draw(st.integers(2, 9)),
    )


def section_of(text: str) -> str:
    if names_agency(text):
        return "agency"
    return "level" if education.level_of(text) is not None else ""


def read(path: Path) -> Lines:
    with open_workbook(path) as workbook:
        sheet = workbook.read(workbook.sheets[0].name)
    layout = find_layout(sheet.rows, SPECS.values())
    assert layout is not None
    return read_lines(sheet, layout, section_of, Lexicon())


def check(folder: Path, style: Style) -> None:
    maker = Maker(style)
    grid = maker.make()
    lines = read(write(folder / "messy.xlsx", grid, maker.merges))
    truth = maker.truth
    filled = {number for number, row in enumerate(grid, start=1) if any(cell != "" for cell in row)}
    last = max(filled)
    assert lines.spec.kind == style.kind
    assert lines.headings.keys() == {it.field for it in COLUMNS[style.kind]} - {""}
    assert lines.rows == sorted(truth.rows)
    assert lines.skipped == {row: role for row, role in truth.skipped.items() if row <= last}
    for line, row in enumerate(lines.rows):
        for name, expected in truth.rows[row].items():
            own, _, part = name.partition(".")
            if own == "section":
                assert lines.sections[line].get(part, "") == expected, (row, name)
            elif own == "level" and style.sections:
                assert lines.sections[line]["level"].endswith(expected)
            else:
                assert told(lines, name, line) == expected, (row, name)


def told(lines: Lines, name: str, line: int) -> str:
    value = lines.column(name)[line]
    if value is None:
        return ""
    if hasattr(value, "strftime"):
        return str(value.strftime("%d-%m-%Y"))
    return str(int(value)) if isinstance(value, float) else str(value)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(style=styles())
def test_every_row_is_what_it_is(tmp_path: Path, style: Style) -> None:
    check(tmp_path, style)
