"""The commands health and export data-findings, and how health stands apart from check."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from tests.cli.program import Program, outcome_of
from tests.conftest import SheetWriter


def test_health_tells_score_checks_and_agencies_and_writes_nothing(city: Program) -> None:
    before = city.digest()
    answer = city("health")

    assert city.digest() == before
    assert answer.keys() == {
        "on", "agency", "people", "score", "dimensions", "unjudged_points", "found", "unjudged", "checks", "agencies",
        "kept",
    }  # fmt: skip
    assert (
        answer["people"] == city("list", "employees", "--where", "service=active", "--where", "service=away")["count"]
    )
    assert 0 < answer["score"] < 100
    assert set(answer["dimensions"]) == {"kelengkapan", "ketepatan waktu", "ketepatan isi", "kesesuaian"}
    assert len(answer["checks"]) == 27
    assert (
        sum(it["found"] for it in answer["checks"]) == answer["found"] == sum(it["found"] for it in answer["agencies"])
    )
    assert 100 - answer["score"] == pytest.approx(sum(it["lost"] for it in answer["checks"]), abs=0.15)


def test_every_count_of_health_is_that_of_a_list(city: Program) -> None:
    answer = city("health")
    rows = city.rows("data-findings")

    assert Counter(it["check"] for it in rows if it["verdict"] == "found") == {
        it["code"]: it["found"] for it in answer["checks"] if it["found"]
    }
    assert sum(it["verdict"] == "open" for it in rows) == answer["unjudged"]


def test_health_of_a_day_and_an_agency(city: Program) -> None:
    names = [it["agency"] for it in city("health")["agencies"]]
    one = city("health", "--agency", names[0])
    past = city("health", "--as-of", "2015-06-30")

    assert (one["agency"], one["people"]) == (names[0], sum(it["people"] for it in one["agencies"]))
    assert past["on"] == "2015-06-30"
    assert past["people"] < city("health")["people"]
    assert city.refusal("health", "--agency", "Dinas Entah") == "agency.unknown"
    assert city.refusal("health", "--as-of", "kemarin") == "argument.unusable"


def test_health_for_people(city: Program) -> None:
    said = city.say("health")
    assert said.code == 0
    assert said.out.startswith("Kesehatan data semua perangkat daerah per ")
    assert "list data-findings --where check=KODE" in said.out


def test_an_empty_store_has_no_score(smartpns: Program) -> None:
    assert smartpns("health")["score"] is None
    assert smartpns.say("health").out.rstrip().endswith("0 pegawai")


def test_figures_are_kept_where_that_is_asked_for(city: Program) -> None:
    agencies = len(city("health")["agencies"])
    assert city("health", "--keep", "--as-of", "2025-12-31")["kept"] % 27 == 0
    assert city("health", "--keep")["kept"] == 27 * agencies


def test_people_to_be_mended_go_out_and_come_back(city: Program, sheet: SheetWriter, tmp_path: Path) -> None:
    city("import", sheet([["NIP", "Nama"], ["199404042018041004", "Dedi"]]))
    out = tmp_path / "perbaikan.xlsx"
    rows = city("export", "data-findings", out)["rows"]
    same = city("import", out, "--dry-run")

    assert rows > 0
    assert (same["kind"], outcome_of(same)) == (
        "employees", {"rows": rows, "new": 0, "changed": 0, "same": rows, "rejected": 0},
    )  # fmt: skip
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    mailless = next(row for row in range(3, 3 + rows) if not sheet.cell(row, heads["EMAIL"]).value)
    assert "Surel kosong" in str(sheet.cell(mailless, heads["YANG PERLU DIPERBAIKI"]).value)
    sheet.cell(mailless, heads["EMAIL"]).value = "baru@surel.example"
    book.save(out)
    nip = sheet.cell(mailless, heads["NIP BARU"]).value

    mended = city("import", out)
    assert [(it["field"], it["after"]) for it in mended["changes"]] == [("email", "baru@surel.example")]
    assert mended["changed"] == 1
    assert not [it for it in city.rows("data-findings", "--where", "check=COM_6") if it["nip"] == nip]


def test_what_narrows_other_exports_does_not_narrow_this_one(city: Program, tmp_path: Path) -> None:
    out = tmp_path / "perbaikan.xlsx"
    assert city.refusal("export", "data-findings", out, "--year", "2025") == "argument.unusable"
    assert city.refusal("export", "data-findings", out, "--agency", "Dinas Entah") == "agency.unknown"
    assert not out.exists()
