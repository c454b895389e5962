"""Sheets of ours are known again whatever happened to them outside: by their marks first, by their headings else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.origins import BEGUN, KIND, KNOWN, mark
from smartpns_desktop.exchange.returned import known_of, layout_in, unfilled_rows, with_origin
from smartpns_desktop.exchange.sheets import Sheet

TRAINING = ("nip", "person", "name", "jp")
MARKS = [mark("trainings", name) for name in TRAINING]
DATA = ["199001012015011001", "Ani", "Diklat", 20.0]
MARKER = [[KIND, "trainings", ""], [BEGUN, "nip", "person"], [BEGUN, "199001012015011001", "Ani"]]


def returned(rows: Sequence[Sequence[Any]], marker: Sequence[Sequence[Any]] = MARKER, **more: Any) -> Sheet:
    return with_origin(Sheet("Lembar", [list(row) for row in rows], **more), marker)


def layout_of(sheet: Sheet) -> Layout:
    layout = layout_in(sheet, SPECS.values())
    assert layout is not None
    return layout


def fields(sheet: Sheet) -> tuple[str, dict[int, str]]:
    layout = layout_of(sheet)
    return layout.spec.kind, {mapped.index: mapped.field for mapped in layout.columns}


IN_ORDER = dict(enumerate(TRAINING))


@pytest.mark.parametrize(
    ("headings", "marks", "meant"),
    [
        pytest.param(["NIP", "Nama", "Nama Pelatihan", "JP"], MARKS, IN_ORDER, id="as-it-went"),
        pytest.param(["Number", "Who", "Course", "Hours"], MARKS, IN_ORDER, id="translated"),
        pytest.param(
            ["Hours", "Course", "Number", "Who"],
            [MARKS[3], MARKS[2], MARKS[0], MARKS[1]],
            {0: "jp", 1: "name", 2: "nip", 3: "person"},
            id="translated-and-moved",
        ),
        pytest.param(
            ["JP", "NIP", "Nama Pelatihan", "Nama"],
            MARKS,
            {0: "jp", 1: "nip", 2: "name", 3: "person"},
            id="moved-without-the-marks",
        ),
        pytest.param(
            ["Number", "Who", "Note", "Course", "Hours"],
            [MARKS[0], MARKS[1], "", MARKS[2], MARKS[3]],
            {0: "nip", 1: "person", 3: "name", 4: "jp"},
            id="a-column-put-between",
        ),
        pytest.param(["NIP", "Nama", "Nama Pelatihan", "JP"], ["", "", "", ""], IN_ORDER, id="marks-deleted"),
    ],
)
def test_each_column_is_known(headings: list[str], marks: list[str], meant: dict[int, str]) -> None:
    sheet = returned([headings, marks, ["x"] * len(headings)], hidden_rows=frozenset({2}))
    assert fields(sheet) == ("trainings", meant)
    assert not any(str(cell).startswith("smartpns:") for row in sheet.rows for cell in row)
    assert sheet.hidden_rows == (frozenset() if any(marks) else {2})


def test_marks_do_without_the_hidden_sheet_and_below_title_rows() -> None:
    sheet = returned([["Rekap 2026"], [], ["Number", "Who", "Course", "Hours"], MARKS, DATA], marker=())
    assert fields(sheet) == ("trainings", IN_ORDER)
    assert layout_of(sheet).header_row == 3


def test_what_is_typed_over_marks_is_data() -> None:
    sheet = returned([["NIP", "Nama", "Nama Pelatihan", "JP"], [*DATA[:3], MARKS[3]]])
    assert sheet.rows[1] == [*DATA[:3], ""]


def test_marks_that_were_sorted_away_are_no_data() -> None:
    rows = [["NIP", "Nama", "Nama Pelatihan", "JP"], *[DATA] * 100, MARKS, DATA]
    sheet = returned(rows)
    assert sheet.rows[101] == [""] * 4
    assert fields(sheet) == ("trainings", IN_ORDER)


def test_two_columns_of_one_translated_heading_are_not_guessed() -> None:
    sheet = returned([["NIP", "Nama", "Nama Pelatihan", "X", "X"], [*MARKS, mark("trainings", "form")]])
    assert fields(sheet)[1] == {0: "nip", 1: "person", 2: "name"}
    assert layout_of(sheet).unknown == ("X", "X")


def test_next_years_form_is_last_years_with_other_years() -> None:
    names = ("agency", "period", "level", "programme", "heads_2026")
    rows = [["A", "B", "C", "D", "2027"], [mark("study-needs", name) for name in names]]
    assert fields(returned(rows, marker=()))[1][4] == "heads_2027"


def test_a_field_that_is_no_more_is_an_unknown_column() -> None:
    sheet = returned([["NIP", "Nama", "Nama Pelatihan", "Lama"], [*MARKS[:3], mark("trainings", "gone")]])
    assert layout_of(sheet).unknown == ("Lama",)


def test_a_kind_that_nobody_knows_is_read_by_its_headings() -> None:
    sheet = returned([["NIP", "Nama", "Nama Pelatihan", "JP"], [mark("gone", "nip")]], marker=[[KIND, "gone"]])
    assert fields(sheet) == ("trainings", IN_ORDER)


def test_the_agency_holds_for_sheets_with_marks_only() -> None:
    marker = [*MARKER, [KNOWN, "agency", "Dinas A"]]
    ours = returned([["NIP", "Nama", "Nama Pelatihan", "JP"], MARKS], marker)
    added = returned([["NIP", "Nama", "Nama Pelatihan", "JP"]], marker)
    assert known_of(ours, layout_of(ours)) == {"agency": "Dinas A"}
    assert known_of(added, layout_of(added)) == {}


@pytest.mark.parametrize(
    ("row", "unfilled"),
    [
        pytest.param(["199001012015011001", "Ani", "", ""], True, id="as-begun"),
        pytest.param(["199001012015011001", " Ani ", "", ""], True, id="other-spaces"),
        pytest.param(["199001012015011001", "Ani", "Diklat", ""], False, id="filled-in"),
        pytest.param(["199001012015011001", "Ani", "", 20.0], False, id="half-filled-in"),
        pytest.param(["199001012015011001", "Budi", "", ""], False, id="another-name"),
        pytest.param(["199001012015011002", "Ani", "", ""], False, id="another-number"),
    ],
)
def test_only_rows_as_we_began_them_are_unfilled(row: list[Any], *, unfilled: bool) -> None:
    sheet = returned([["NIP", "Nama", "Nama Pelatihan", "JP"], MARKS, row])
    assert unfilled_rows(sheet, layout_of(sheet)) == ({3} if unfilled else frozenset())


def test_a_running_number_fills_nothing_in_and_a_note_does() -> None:
    head, marks = ["No", "NIP", "Nama", "Nama Pelatihan", "JP", "Catatan"], ["", *MARKS, ""]
    sheet = returned([head, marks, [1.0, *DATA[:2], "", "", ""], [2.0, *DATA[:2], "", "", "cuti"]])
    assert unfilled_rows(sheet, layout_of(sheet)) == {3}


def test_without_the_columns_that_we_filled_nothing_is_left_out() -> None:
    sheet = returned([["NIP", "Nama Pelatihan", "JP"], [MARKS[0], *MARKS[2:]], ["199001012015011001", "", ""]])
    assert unfilled_rows(sheet, layout_of(sheet)) == frozenset()
