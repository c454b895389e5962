"""The NIP that somebody has and the one of nine digits that he had, in one cell; forms whose label has no colon."""

from __future__ import annotations

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, listed, nip, refused

SITI, BUDI, WATI = nip(1), nip(2), nip(3)
GRADES: list[list[Cell]] = [
    ["No", "Gol", "TMT", "Nomor SK"],
    [1, "III/a", "01-04-2010", "1"],
    [2, "III/b", "01-04-2014", "2"],
]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti"], [BUDI, "Budi"]], "people.xlsx"))
    return app


@pytest.mark.parametrize("heading", ["NIP", "NIP BARU / NIP LAMA", "NIP (LAMA/BARU)", "NIP Baru dan NIP Lama"])
def test_both_are_taken(app: App, sheet: SheetWriter, heading: str) -> None:
    plan = imported(app, sheet([
        [heading, "Nama"],
        [f"{SITI} / 480123456", "Siti"],
        [f"NIP BARU : {BUDI} NIP LAMA : 480 123 457", "Budi"],
        [f"480123458\n{WATI}", "Wati"],
        [nip(4), "Ani"],
        ["480123459", "Tuti"],
        [f"{nip(5)} / {nip(6)}", "Dua"],
    ]))  # fmt: skip
    assert (counts(plan), refused(plan)) == (
        {"new": 4, "rejected": 2}, {6: "nip.not_18_digits", 7: "nip.not_18_digits"},
    )  # fmt: skip
    told = {it["name"]: it["previous_nip"] for it in listed(app, "employees")}
    assert told == {"Siti": "480123456", "Budi": "480123457", "Wati": "480123458", "Ani": None}


def test_other_numbers_beside_a_nip_are_no_nip(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([["NIP", "Nama"], [f"{SITI} / 0812345678", "Siti"], [BUDI, "Budi"]]))
    assert refused(plan) == {2: "nip.not_18_digits"}


def test_an_old_number_that_lost_a_digit_is_kept_as_it_is_written(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP BARU / NIP LAMA", "Nama"], [f"{SITI} / NIP. 48012345", "Siti"]]))
    assert employee(app, SITI)["previous_nip"] == "48012345"


def test_histories_know_whose_they_are_also_where_a_clerk_takes_the_columns(staffed: App, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nama", "Gol", "TMT"], [f"{SITI} / 480123456", "Siti", "III/a", "01-04-2010"]])
    look = staffed.imports.look(path)
    columns = staffed.imports.columns_of(look, "grade-history")
    staffed.imports.apply(staffed.imports.plan_of(look, ImportChoices("grade-history", mapping=columns.mapping())))
    assert [it["nip"] for it in listed(staffed, "grade-history")] == [SITI]


@pytest.mark.parametrize(
    "head",
    [
        [["NAMA : Siti"], [f"NIP. {SITI}"]],
        [["NAMA", "Siti"], ["NIP.", SITI]],
        [[f"NIP {SITI}"]],
        [["Nama", ": Siti"], [f"NIP BARU. {SITI[:8]} {SITI[8:14]} {SITI[14]} {SITI[15:]}"]],
        [["NAMA : Siti"], [f"NIP BARU/LAMA : {SITI} / 480123456"]],
        [["NAMA : Siti"], [f"NIP. {SITI} / 480123456"]],
    ],
)
def test_a_form_of_one_person(staffed: App, sheet: SheetWriter, head: list[list[Cell]]) -> None:
    signature: list[list[Cell]] = [[], [None, None, "Bontang, 3 Mei 2026"], [None, None, "Kepala Dinas"],
                                   [None, None, "Drs. Anwar"], [None, None, f"NIP. {nip(9)}"]]  # fmt: skip
    plan = imported(staffed, sheet([["RIWAYAT PANGKAT"], *head, *GRADES, *signature]))
    assert (plan.kind, counts(plan), refused(plan)) == ("grade-history", {"new": 2}, {})
    assert {it["nip"] for it in listed(staffed, "grade-history")} == {SITI}


def test_forms_of_several_people_without_a_colon_are_refused_whole(staffed: App, sheet: SheetWriter) -> None:
    with pytest.raises(CannotDo):
        imported(staffed, sheet([[f"NIP. {SITI}"], *GRADES, [], [f"NIP. {BUDI}"], *GRADES]))


def test_a_signature_tells_nobody_whose_rows_they_are(staffed: App, sheet: SheetWriter) -> None:
    with pytest.raises(CannotDo):
        imported(staffed, sheet([["RIWAYAT PANGKAT"], *GRADES, [], ["Kepala Dinas"], [f"NIP. {nip(9)}"]]))


def test_a_place_and_its_day_in_the_column_of_days_are_a_signature(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["RIWAYAT PANGKAT"],
        [f"NIP : {SITI}"],
        *GRADES,
        [None, None, "Bontang, 3 Mei 2026"],
        [None, None, "Kepala Dinas"],
        [],
        GRADES[0],
        [3, "III/c", "Rabu, 1 April 2020", "3"],
        [4, None, "Rabu, 1 April 2022", None],
    ]))  # fmt: skip
    assert (counts(plan), refused(plan)) == ({"new": 3, "rejected": 1}, {11: "value.missing"})


@pytest.mark.parametrize("label", [f"NIP : {nip(3)}", f"NIP. {nip(3)}"])
def test_where_each_row_names_its_person_a_nip_above_is_anothers(staffed: App, sheet: SheetWriter, label: str) -> None:
    rows: list[list[Cell]] = [["REKAP DIKLAT"], ["Pengelola : Sri"], [label]]
    rows += [["No", "Nama", "Nama Pelatihan", "Tanggal", "JP"], [1, "Siti", "Bimtek Arsip", "3 Juni 2025", 8]]
    with pytest.raises(CannotDo):
        imported(staffed, sheet(rows))
