"""Study-need forms: whose plan, which lines, how many people a year."""

from __future__ import annotations

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import changes, counts, imported, listed, notices, reconciles, refused, warned

FLAT = ["Perangkat Daerah", "Periode", "Jenjang", "Program Studi", "Jabatan Sasaran", "Sumber Biaya", "2026", "2027"]


def need(
    programme: Cell = "Magister Hukum",
    first: Cell = 1,
    second: Cell = None,
    *,
    agency: Cell = "Dinas A",
    period: Cell = "2026-2030",
    level: Cell = "S-2",
    post: Cell = None,
    funding: Cell = "APBD",
) -> list[Cell]:
    return [agency, period, level, programme, post, funding, first, second]


def form(*lines: list[Cell]) -> list[list[Cell]]:
    """A form as it is printed: title rows, levels as sections, years under one heading, a total, a signature."""
    return [
        ["RENCANA KEBUTUHAN TUGAS BELAJAR TAHUN 2026-2027"],
        ["Perangkat Daerah", ": Dinas A"],
        [],
        ["No", "Program Studi", "Tahun", None, "Jumlah", "Sumber Biaya"],
        [None, None, 2026, 2027, None, None],
        ["S-2"],
        *([number, *line] for number, line in enumerate(lines, start=1)),
        ["Jumlah", None, 9, 9, 18, None],
        [],
        [None, None, None, None, "Bontang, 2 Januari 2026"],
        [None, None, None, None, "Kepala Dinas"],
    ]


def heads(app: App) -> dict[str, dict[str, int]]:
    return {row["programme"]: row["heads"] for row in listed(app, "study-needs")}


def test_a_printed_form_is_read_with_its_title_sections_and_years(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet(form(["Magister Hukum", 1, 2, 3, "APBN"], ["Magister Sains", 2, "", 2, "Mandiri"])))
    assert (counts(plan), plan.problems, reconciles(plan)) == ({"new": 2}, (), True)
    expected = {"title": 2, "heading": 2, "section": 1, "total": 1, "signature": 2, "blank": 2}
    assert {name: count for name, count in plan.skipped.items() if count} == expected
    assert notices(plan) == {
        "agencies.created": ("Dinas A",),
        "programmes.created": ("Magister Hukum", "Magister Sains"),
    }
    rows = {row["programme"]: row for row in listed(app, "study-needs")}
    told = rows["Magister Hukum"]
    assert (told["agency"], told["period"], told["level"], told["funding"], told["status"], told["plan_status"]) == (
        "Dinas A", "2026-2027", "S-2", "APBN", "DIAJUKAN", "DIAJUKAN"
    )  # fmt: skip
    assert heads(app) == {"Magister Hukum": {"2026": 1, "2027": 2}, "Magister Sains": {"2026": 2}}


def test_changed_heads_are_told_and_empty_ones_erase_nothing(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([FLAT, need(first=1, second=2)]))
    plan = imported(app, sheet([FLAT, need(first=3, second=None)]))
    assert (counts(plan), changes(plan)) == ({"changed": 1}, [("heads_2026", "1", "3")])
    plan = imported(app, sheet([FLAT, need(first=0, second=2)]))
    assert changes(plan) == [("heads_2026", "3", "0")]
    assert heads(app) == {"Magister Hukum": {"2026": 0, "2027": 2}}


def test_lines_are_told_apart_by_level_programme_post_and_funding(app: App, sheet: SheetWriter) -> None:
    lines = [
        need(),
        need(level="S-3"),
        need("Magister Sains"),
        need(post="Analis"),
        need(funding="Mandiri"),
        need(agency="Dinas B"),
        need(period="2031-2035"),
    ]
    plan = imported(app, sheet([FLAT, *lines, need("MAGISTER  HUKUM")]))
    assert (counts(plan), refused(plan)) == ({"new": 7, "rejected": 1}, {9: "row.duplicate"})
    assert counts(imported(app, sheet([FLAT, *lines]))) == {"same": 7}


def test_another_source_of_funds_changes_the_only_line(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([FLAT, need(funding="APBD")]))
    plan = imported(app, sheet([FLAT, need(funding="Beasiswa LPDP")]))
    assert (counts(plan), changes(plan)) == ({"changed": 1}, [("funding", "APBD", "SPONSOR")])
    assert counts(imported(app, sheet([FLAT, need(funding=None)]))) == {"same": 1}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (need(agency=None), "value.missing"),
        (need(level=None), "value.missing"),
        (need(programme="-"), "value.missing"),
    ],
)
def test_a_line_without_agency_level_or_programme_is_refused(
    app: App, sheet: SheetWriter, line: list[Cell], code: str
) -> None:
    plan = imported(app, sheet([FLAT, line, need()]))
    assert (refused(plan), reconciles(plan)) == ({2: code}, True)
    assert len(listed(app, "study-needs")) == 1


def test_without_a_period_the_years_of_the_columns_are_the_plan(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([FLAT, need(period=None)]))
    assert [row["period"] for row in listed(app, "study-needs")] == ["2026-2027"]


def test_doubts_are_told_and_refuse_nobody(app: App, sheet: SheetWriter) -> None:
    rows = [
        need("Satu", "banyak", -1, funding="Sumbangan"),
        need("Dua", "2 orang", 10**30, level="Kursus"),
    ]
    plan = imported(app, sheet([FLAT, *rows]))
    assert sorted(warned(plan)) == [
        (2, "number.unreadable"),
        (2, "value.out_of_range"),
        (2, "value.unknown"),
        (3, "education.unknown"),
        (3, "value.out_of_range"),
    ]
    assert heads(app) == {"Satu": {}, "Dua": {"2026": 2}}


def test_a_name_that_several_agencies_bear_is_asked_for(app: App, sheet: SheetWriter) -> None:
    units: list[list[Cell]] = [["Kode", "Nama Unit"], ["1", "Sekretariat"], ["2", "Sekretariat"]]
    imported(app, sheet(units, "units.xlsx"))
    plan = app.imports.plan(sheet([FLAT, need(agency="SEKRETARIAT")]))
    assert (refused(plan), reconciles(plan)) == ({2: "value.ambiguous"}, True)


def test_the_agency_may_stand_in_the_title_alone(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["Kode", "Nama Unit"], ["1", "Dinas Kesehatan"]], "units.xlsx"))
    rows: list[list[Cell]] = [
        ["USULAN KEBUTUHAN TUGAS BELAJAR DINAS KESEHATAN PERIODE 2026-2030"],
        ["No", "Jenjang", "Program Studi", "2026", "2027"],
        [1, "S-2", "Magister Keperawatan", 1, None],
    ]
    assert counts(imported(app, sheet(rows))) == {"new": 1}
    (row,) = listed(app, "study-needs")
    assert (row["agency"], row["heads"]) == ("Dinas Kesehatan", {"2026": 1})


def test_forms_of_two_agencies_below_one_another_stay_apart(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = []
    for agency, programme in (("DINAS A", "Gizi"), ("DINAS B", "Statistika")):
        rows += [["PERANGKAT DAERAH", ":", agency], ["NO", "JENJANG", "PROGRAM STUDI", "2026", "TA 2027"]]
        rows += [[1, "S1", programme, 1, 2], []]
    plan = imported(app, sheet(rows))
    assert (counts(plan), plan.problems, reconciles(plan)) == ({"new": 2}, (), True)
    told = {(row["agency"], row["programme"]) for row in listed(app, "study-needs")}
    assert told == {("DINAS A", "Gizi"), ("DINAS B", "Statistika")}


def test_a_period_holds_until_another_is_told(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = []
    for agency, period, year in (("DINAS A", "2026-2030", 2026), ("DINAS B", "2027-2031", 2027)):
        rows += [[f"Periode : {period}"], [f"Perangkat Daerah : {agency}"], ["NO", "JENJANG", "PROGRAM STUDI", year]]
        rows += [[1, "S1", "Gizi", 1], []]
    plan = imported(app, sheet(rows))
    assert (counts(plan), plan.problems) == ({"new": 2}, ())
    told = {(row["agency"], row["period"]) for row in listed(app, "study-needs")}
    assert told == {("DINAS A", "2026-2030"), ("DINAS B", "2027-2031")}


def test_titles_of_further_forms_name_agency_and_period(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["Kode", "Nama Unit"], ["1", "Dinas A"], ["2", "Dinas B"]], "opd.xlsx"))
    rows: list[list[Cell]] = []
    for agency, period, year in (("DINAS A", "2026-2030", 2026), ("DINAS B", "2027-2031", 2027)):
        rows += [[f"RENCANA KEBUTUHAN TUGAS BELAJAR {agency} PERIODE {period}"]]
        rows += [["NO", "JENJANG", "PROGRAM STUDI", year], [1, "S1", "Gizi", 1], []]
    plan = imported(app, sheet(rows))
    assert (counts(plan), plan.problems) == ({"new": 2}, ())
    told = {(row["agency"], row["period"]) for row in listed(app, "study-needs")}
    assert told == {("Dinas A", "2026-2030"), ("Dinas B", "2027-2031")}


def test_agencies_as_sections_need_not_be_known(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["NO", "JENJANG", "JURUSAN", "2026", "Tahun Anggaran 2027"]]
    for number, agency in (("I", "Dinas A"), ("II", "BAPPERIDA")):
        rows += [[number, agency], [1, "S1", "Gizi", 1, 2]]
    plan = imported(app, sheet(rows))
    assert (counts(plan), plan.problems) == ({"new": 2}, ())
    assert {row["agency"] for row in listed(app, "study-needs")} == {"Dinas A", "BAPPERIDA"}
    assert all(row["heads"] == {"2026": 1, "2027": 2} for row in listed(app, "study-needs"))


def test_levels_side_by_side_are_refused_and_not_added_up(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["PERANGKAT DAERAH : DINAS A"], ["TAHUN 2026"], ["NO", "PROGRAM STUDI", "JENJANG", None, None, "JUMLAH"],
        [None, None, "D3", "S1", "S2", None], [1, "Gizi", 1, 2, 3, 6], [2, "Farmasi", 2, 0, 0, 2],
    ]  # fmt: skip
    plan = imported(app, sheet(rows))
    assert {row: code for row, code in refused(plan).items() if row > 4} == dict.fromkeys((5, 6), "value.not_in_list")
    assert listed(app, "study-needs") == []


def test_the_agency_may_stand_below_the_title(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["Kode", "Nama Unit"], ["1", "Dinas A"], ["2", "Dinas B"]], "opd.xlsx"))
    titles: list[list[Cell]] = [["DINAS B"], ["USULAN KEBUTUHAN TUGAS BELAJAR"], ["DINAS A"], ["TAHUN 2026-2030"]]
    plan = imported(app, sheet([*titles, ["No", "Jenjang", "Program Studi", "2026"], [1, "S-1", "Gizi", 1]]))
    assert (counts(plan), [row["agency"] for row in listed(app, "study-needs")]) == ({"new": 1}, ["Dinas A"])
