"""Sheets of assessed competencies: recognised, brought in, refused with the reason, and held against posts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.gap import Verdict
from smartpns_desktop.domain.requirements import CompetencyKind, Requirement, RequirementKind
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, nip, reconciles, refused

HEAD: list[Cell] = ["NIP", "NAMA", "NAMA KOMPETENSI", "LEVEL CAPAIAN", "TANGGAL ASESMEN", "ASESOR", "NO LAPORAN"]
DAY = date(2025, 8, 20)
KIND = "competency-assessments"


@pytest.fixture
def staffed(app: App) -> App:
    """Siti (1) and Budi (2), analysts who must have Integritas 3 and Kerja sama 2."""
    for number, name in ((1, "Siti"), (2, "Budi")):
        post = (History.POST, date(2020, 1, 1), {"post": "Analis"})
        app.employees.add({"nip": nip(number), "name": name, "birth_date": date(1985, 3, 12)}, [post])
    items = (
        Requirement(RequirementKind.COMPETENCY, "Integritas", competency_kind=CompetencyKind.MANAGERIAL, level=3),
        Requirement(RequirementKind.COMPETENCY, "Kerja sama", competency_kind=CompetencyKind.MANAGERIAL, level=2),
    )
    key = app.positions.named("Analis")
    app.positions.add_version(key, {"effective_date": date(2020, 1, 1), "items": items})
    return app


def sheet_of(sheet: SheetWriter, *rows: list[Cell]) -> Path:
    return sheet([["HASIL PENILAIAN KOMPETENSI"], HEAD, *rows])


def listed(app: App) -> list[tuple[object, ...]]:
    names = ("person", "competency", "level", "assessed_on", "assessor", "number")
    return [tuple(row[name] for name in names) for row in app.lists.rows(KIND, ListQuery())[1]]


def test_levels_are_brought_in_under_the_known_name(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet_of(
        sheet,
        [nip(1), "Siti", "INTEGRITAS", "Level 3", DAY, "UPT Penilaian", "12/2025"],
        [nip(1), "Siti", "Kerjasama", 1, DAY, "UPT Penilaian", None],
        [nip(2), "Budi", "Analisis Data", "IV", DAY, None, None],
    ))  # fmt: skip
    assert (plan.kind, counts(plan), reconciles(plan)) == (KIND, {"new": 3}, True)
    assert listed(staffed) == [
        ("Budi", "Analisis Data", 4, DAY, None, None),
        ("Siti", "Integritas", 3, DAY, "UPT Penilaian", "12/2025"),
        ("Siti", "Kerja sama", 1, DAY, "UPT Penilaian", None),
    ]


def test_the_same_day_corrects_and_another_day_is_a_new_row(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [nip(1), "Siti", "Integritas", 2, DAY, None, None]
    imported(staffed, sheet_of(sheet, row))
    plan = imported(staffed, sheet_of(sheet, [*row[:3], 3, DAY, None, None], [*row[:4], date(2023, 1, 5), None, None]))
    assert counts(plan) == {"changed": 1, "new": 1}
    assert [(it[2], it[3]) for it in listed(staffed)] == [(3, DAY), (2, date(2023, 1, 5))]
    assert counts(staffed.imports.plan(sheet_of(sheet, row))) == {"changed": 1}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Integritas", "7", DAY], "value.outside"),
        (["Integritas", "Baik", DAY], "value.outside"),
        (["Integritas", None, DAY], "value.missing"),
        ([None, 3, DAY], "value.missing"),
        (["Integritas", 3, None], "event.missing_day"),
        (["Integritas", 3, date(1980, 1, 1)], "event.before_birth"),
    ],
)
def test_what_tells_no_level_is_refused(staffed: App, sheet: SheetWriter, row: list[Cell], code: str) -> None:
    good: list[Cell] = [nip(2), "Budi", "Integritas", 3, DAY, None, None]
    plan = imported(staffed, sheet_of(sheet, [nip(1), "Siti", *row, None, None], good))
    assert list(refused(plan).values()) == [code]
    assert (counts(plan), reconciles(plan)) == ({"new": 1, "rejected": 1}, True)
    assert [it[0] for it in listed(staffed)] == ["Budi"]


def test_a_gap_counts_what_was_found_and_leaves_the_rest_untested(staffed: App, sheet: SheetWriter) -> None:
    people = {row["name"]: row["nip"] for row in staffed.lists.rows("employees", ListQuery())[1]}
    keys = dict(zip(people, staffed.lists.keys("employees", ListQuery()), strict=True))
    assert staffed.lists.count("gaps", ListQuery()) == 0
    imported(staffed, sheet_of(
        sheet,
        [nip(1), "Siti", "Integritas", 2, DAY, None, None],
        [nip(2), "Budi", "Kerja sama", 2, DAY, None, None],
    ))  # fmt: skip

    def verdicts(name: str, on: date | None = None) -> dict[str, Verdict]:
        return {it.name: it.verdict for it in staffed.positions.gap(keys[name], None, on).findings}

    assert verdicts("Siti") == {"Integritas": Verdict.MISSING, "Kerja sama": Verdict.UNCLEAR}
    assert verdicts("Budi") == {"Integritas": Verdict.UNCLEAR, "Kerja sama": Verdict.MET}
    assert verdicts("Siti", date(2025, 8, 19)) == {"Integritas": Verdict.UNCLEAR, "Kerja sama": Verdict.UNCLEAR}
    (row,) = staffed.lists.rows("gaps", ListQuery())[1]
    assert (row["person"], row["requirement_kind"], row["requirement"], row["verdict"]) == (
        "Siti", "competency", "Integritas", "missing",
    )  # fmt: skip
    staffed.records.add(KIND, keys["Siti"], {"competency": "Integritas", "level": 3, "assessed_on": date(2026, 2, 1)})
    assert staffed.lists.count("gaps", ListQuery()) == 0
    assert staffed.lists.count("gaps", ListQuery(as_of=DAY)) == 1


def test_the_template_comes_back(staffed: App, tmp_path: Path) -> None:
    staffed.records.add(KIND, 1, {"competency": "Integritas", "level": 3, "assessed_on": DAY, "number": "1/2025"})
    out = tmp_path / "keluar.xlsx"
    assert staffed.exports.export(KIND, out) == 1
    plan = staffed.imports.plan(out)
    assert (plan.kind, counts(plan)) == (KIND, {"same": 1})
    staffed.templates.write(KIND, tmp_path / "templat.xlsx")
    assert staffed.imports.plan(tmp_path / "templat.xlsx").kind == KIND


def test_a_label_above_a_further_table_holds_below_it(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = []
    for number, day in ((1, "13 Mei 2024"), (2, "14 Juni 2025")):
        rows += [[f"Tanggal Penilaian : {day}"], ["NO", "NIP", "NAMA", "INTEGRITAS", "KOMUNIKASI"]]
        rows += [[1, nip(number), ("Siti", "Budi")[number - 1], 3, 4], []]
    plan = imported(staffed, sheet(rows), kind=KIND)
    assert (counts(plan), reconciles(plan)) == ({"new": 2}, True)
    days = {(row["nip"], row["assessed_on"]) for row in staffed.lists.rows(KIND, ListQuery())[1]}
    assert days == {(nip(1), date(2024, 5, 13)), (nip(2), date(2025, 6, 14))}


def test_a_column_for_each_attribute_of_a_smart_asn_is_known(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["PROFIL SMART ASN"],
        ["NIP", "NAMA", "TANGGAL ASESMEN", "Nasionalisme", "Wawasan Global", "Penguasaan IT dan Bahasa Asing",
         "Hospitality"],
        [nip(1), "Siti", DAY, 4, 3, 2, 5],
    ]))  # fmt: skip
    assert (plan.kind, reconciles(plan)) == (KIND, True)
    assert {row[1]: row[2] for row in listed(staffed)} == {
        "Nasionalisme": 4,
        "Berwawasan global": 3,
        "Menguasai TI dan bahasa asing": 2,
        "Berjiwa melayani (hospitality)": 5,
    }
    key = staffed.employees.by_nip(nip(1)).key
    assert sum(row is not None for row in staffed.persons.whole(key, 2026).smart_asn.values()) == 4
