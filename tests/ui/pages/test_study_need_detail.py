"""What the panel says about a line, and what the list says about its level."""

from __future__ import annotations

from ui.lists.columns import Record
from ui.pages.study_need_detail import facts_of, why_fixed
from ui.pages.study_needs_table import study_of

LINE: Record = {
    "level": "S-2", "programme": "Ilmu Komputer", "post": None, "field": "Informatika", "funding": "COST_SHARING",
    "heads": {"2026": 1, "2027": 0, "2028": 1200}, "amount_apbn": None, "amount_apbd": 60_000_000,
    "amount_sponsor": 0, "amount_self": 40_000_000, "basis": "Renstra", "note": None, "plan_status": "DIAJUKAN",
    "agency_short": "Diskominfo",
}  # fmt: skip


def test_years_and_sources_of_money_stand_on_lines_of_their_own() -> None:
    assert facts_of(LINE) == (
        ("Jabatan", ""),
        ("Rumpun ilmu", "Informatika"),
        ("2026", "1 orang"),
        ("2028", "1.200 orang"),
        ("Jumlah", "1.201 orang"),
        ("Sumber biaya", "Biaya bersama (cost sharing)"),
        ("Biaya APBD", "Rp60.000.000"),
        ("Biaya mandiri", "Rp40.000.000"),
        ("Jumlah biaya", "Rp100.000.000"),
        ("Dasar", "Renstra"),
        ("Keterangan", ""),
    )
    alone = dict(facts_of({**LINE, "amount_self": None, "amount_sponsor": 5, "amount_apbd": None}))
    assert alone["Biaya sponsor"] == "Rp5"
    assert "Jumlah biaya" not in alone


def test_the_level_is_told_once() -> None:
    assert study_of(LINE) == "S-2 Ilmu Komputer"
    assert study_of({**LINE, "programme": "S-2 Ilmu Hukum"}) == "S-2 Ilmu Hukum"
    assert study_of({**LINE, "level": "S-1/Sarjana", "programme": "Statistika"}) == "S-1 Statistika"
    assert study_of({**LINE, "level": None}) == "Ilmu Komputer"


def test_a_sealed_plan_says_why() -> None:
    assert why_fixed(None) == why_fixed(LINE) == ""
    assert "Diskominfo" in why_fixed({**LINE, "plan_status": "DISAHKAN"})
