"""Sheets with one column for each competency: read as their rows, asked about once, told from other figures."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.exchange.lexicon import CREATE
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, nip, reconciles, refused, warned

KIND = "competency-assessments"
DAY = date(2025, 8, 20)


@pytest.fixture
def staffed(app: App) -> App:
    """Siti (1) and Budi (2)."""
    for number, name in ((1, "Siti"), (2, "Budi")):
        app.employees.add({"nip": nip(number), "name": name, "birth_date": date(1985, 3, 12)}, [])
    return app


def found(app: App) -> dict[tuple[object, object], object]:
    rows = app.lists.rows(KIND, ListQuery())[1]
    return {(row["person"], row["competency"]): row["level"] for row in rows}


def test_a_column_for_each_competency_below_merged_headings(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["HASIL PENILAIAN KOMPETENSI"],
        ["Lembaga Penilai : UPT Penilaian Kompetensi"],
        ["NO", "NIP", "NAMA", "JABATAN", "Kompetensi Manajerial", None, None, "Kompetensi Sosial Kultural",
         "Kompetensi Teknis", None, "TANGGAL ASESMEN"],
        [None, None, None, None, "1. Integritas", "Kerjasama", "JPM", "Perekat Bangsa", "Analisis Data", "Jumlah"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
        [1, nip(1), "Siti", "Analis", 3, "Level 2", "81,2", "III", 4, 12, DAY],
        [2, nip(2), "Budi", "Analis", 2, "-", "64,5", 1, None, 3, DAY],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), reconciles(plan)) == (KIND, {"new": 2}, True)
    assert found(staffed) == {
        ("Siti", "Integritas"): 3, ("Siti", "Kerja sama"): 2, ("Siti", "Perekat bangsa"): 3,
        ("Siti", "Analisis Data"): 4, ("Budi", "Integritas"): 2, ("Budi", "Perekat bangsa"): 1,
    }  # fmt: skip
    rows = staffed.lists.rows(KIND, ListQuery())[1]
    assert {(row["assessed_on"], row["assessor"]) for row in rows} == {(DAY, "UPT Penilaian Kompetensi")}
    assert warned(plan) == [(6, "value.kept")], "an unknown competency is told once"


def test_codes_and_shortenings_head_columns_and_a_title_tells_the_day(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["Tanggal Penilaian : 20 Agustus 2025"],
        ["NIP", "Nama", "INT", "M2", "Pengembangan Diri & Orang Lain", "PB"],
        [nip(1), "Siti", 3, 2, 1, 4],
    ]
    plan = imported(staffed, sheet(rows))
    assert (plan.kind, counts(plan)) == (KIND, {"new": 1})
    assert found(staffed) == {
        ("Siti", "Integritas"): 3, ("Siti", "Kerja sama"): 2, ("Siti", "Pengembangan diri dan orang lain"): 1,
        ("Siti", "Perekat bangsa"): 4,
    }  # fmt: skip
    assert {row["assessed_on"] for row in staffed.lists.rows(KIND, ListQuery())[1]} == {DAY}
    assert counts(staffed.imports.plan(sheet(rows, "lagi.xlsx"))) == {"same": 1}
    rows[2][3] = 3
    changed = staffed.imports.plan(sheet(rows, "baru.xlsx"), keep=True)
    assert counts(changed) == {"changed": 1}
    review = staffed.imports.review(changed)
    (change,) = review.row(3).changes
    assert (change.field, change.before, change.after, change.cell) == ("level", "2", "3", "D3")
    assert review.changed_fields == {"M2"}


def test_a_competency_of_the_office_heads_a_column_by_name_or_code(staffed: App, sheet: SheetWriter) -> None:
    told = {"kind": "sociocultural", "effective_from": date(2024, 1, 1), "source": "Profil ASN"}
    for name in ("Nasionalisme", "Berwawasan Global"):
        staffed.positions.reference.add({"name": name, **told})
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "NASIONALISME", "S-2", "Tanggal Asesmen"],
        [nip(1), "Siti", 4, 3, DAY],
    ]
    plan = imported(staffed, sheet(rows))
    assert (plan.kind, warned(plan)) == (KIND, [])
    assert found(staffed) == {("Siti", "Nasionalisme"): 4, ("Siti", "Berwawasan Global"): 3}


def test_of_columns_for_standard_and_result_the_result_is_read(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet([
        ["NIP", "Nama", "Integritas", None, None, "Komunikasi", None, None, "Tanggal Asesmen"],
        [None, None, "Standar", "Capaian", "Gap", "Standar", "Capaian", "Gap"],
        [nip(1), "Siti", 3, 2, -1, 2, 3, 1, DAY],
    ]))  # fmt: skip
    assert found(staffed) == {("Siti", "Integritas"): 2, ("Siti", "Komunikasi"): 3}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ([7, 2, None, DAY], "value.outside"),
        ([None, None, None, DAY], "value.missing"),
        ([3, 2, 3, None], "event.missing_day"),
        ([3, 2, 1, DAY], "state.contradicts"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused_whole(
    staffed: App, sheet: SheetWriter, cells: list[Cell], code: str
) -> None:
    head: list[Cell] = ["NIP", "Nama", "Integritas", "Kerja Sama", "INT", "Tanggal Asesmen"]
    good: list[Cell] = [nip(2), "Budi", 2, 2, None, DAY]
    plan = imported(staffed, sheet([head, [nip(1), "Siti", *cells], good]))
    assert list(refused(plan).values()) == [code]
    assert found(staffed) == {("Budi", "Integritas"): 2, ("Budi", "Kerja sama"): 2}


def test_points_of_work_behaviour_are_no_levels(staffed: App, sheet: SheetWriter) -> None:
    plan = staffed.imports.plan(sheet([
        ["NIP", "Nama", "Tahun", "Nilai SKP", "Integritas", "Kerja Sama", "Komitmen"],
        [nip(1), "Siti", 2020, "85,5", 88, 86, 90],
    ]))  # fmt: skip
    assert plan.kind == "performance-ratings"


def test_an_unknown_competency_is_asked_about_once_and_remembered(staffed: App, sheet: SheetWriter) -> None:
    def rows(day: date) -> list[list[Cell]]:
        return [
            ["NIP", "Nama", "Kompetensi Manajerial", None, None, "Tanggal Asesmen"],
            [None, None, "Komunikasi", "Integrity", "Kepemimpinan"],
            [nip(1), "Siti", 3, 2, 4, day],
            [nip(2), "Budi", 3, 3, None, day],
        ]

    look = staffed.imports.look(sheet(rows(DAY)))
    asked = staffed.imports.questions_of(staffed.imports.plan_of(look, ImportChoices(KIND)))
    told = {it.spellings[0]: (it.code, it.field, it.rows, it.rejects) for it in asked}
    assert told == {
        "Integrity": ("competency.unknown", "competency", 2, False),
        "Kepemimpinan": ("competency.unknown", "competency", 1, False),
    }
    assert asked[0].proposals[0].answer == "Integritas"
    assert asked[0].proposals[-1].answer == CREATE
    answers = {("competency", "Integrity"): "Integritas", ("competency", "Kepemimpinan"): CREATE}
    plan = staffed.imports.plan_of(look, ImportChoices(KIND, values=answers))
    assert warned(plan) == []
    staffed.imports.apply(plan)
    assert found(staffed) == {
        ("Siti", "Komunikasi"): 3, ("Siti", "Integritas"): 2, ("Siti", "Kepemimpinan"): 4,
        ("Budi", "Komunikasi"): 3, ("Budi", "Integritas"): 3,
    }  # fmt: skip
    again = staffed.imports.plan(sheet(rows(date(2026, 2, 3)), "lagi.xlsx"))
    assert (warned(again), counts(again)) == ([], {"new": 2})


def test_a_column_that_nobody_knows_can_be_said_to_be_one(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Integritas", "Analisis Kebijakan", "Tanggal Asesmen"],
        [nip(1), "Siti", 3, 2, DAY],
    ]
    look = staffed.imports.look(sheet(rows))
    columns = staffed.imports.columns_of(look, KIND)
    assert [(it.heading, it.field) for it in columns.columns][2:4] == [
        ("Integritas", "level_of"), ("Analisis Kebijakan", None),
    ]  # fmt: skip
    mapping = columns.mapping() | {3: "level_of"}
    plan = staffed.imports.plan_of(look, ImportChoices(KIND, mapping=mapping, sender="BKD"))
    assert [label for _, label in staffed.imports.review(plan).fields][2:4] == ["Integritas", "Analisis Kebijakan"]
    staffed.imports.apply(plan)
    assert found(staffed) == {("Siti", "Integritas"): 3, ("Siti", "Analisis Kebijakan"): 2}
    rows[1][4] = date(2026, 2, 3)
    rows[1][3] = 5
    imported(staffed, sheet(rows, "lagi.xlsx"), sender="BKD")
    newest = [row for row in staffed.lists.rows(KIND, ListQuery())[1] if row["assessed_on"] == rows[1][4]]
    assert {row["competency"]: row["level"] for row in newest} == {"Integritas": 3, "Analisis Kebijakan": 5}
