"""The sample files, as offices send them: everything that `expected.json` says, and nothing new the second time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from tests.contents import content_digest
from tests.services.imports.outcomes import counts, imported, listed, notices, reconciles, refused, warned

EMPLOYEES = "siasn_profil_asn.xlsx"
SAMPLES = (
    EMPLOYEES,
    "riwayat_kursus_siasn.csv",
    "rekap_diklat_diskominfo_2025.xlsx",
    "usulan_kebutuhan_tb_diskominfo.xlsx",
    "usulan_kebutuhan_tb_dpuprk.xlsx",
    "pegawai_lama.xls",
    "pegawai_kecamatan.ods",
    "ipasn_bkn_2025.csv",
)
FORMS = tuple(name for name in SAMPLES if name.startswith("usulan"))


@pytest.fixture(scope="session")
def expected(samples: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((samples / "expected.json").read_text())
    return found


@pytest.fixture
def staffed(app: App, samples: Path) -> App:
    """The program with the employees of the profile sheet, to whom all other samples belong."""
    imported(app, samples / EMPLOYEES)
    return app


def prepared(app: App, samples: Path, name: str) -> Path:
    if name != EMPLOYEES:
        imported(app, samples / EMPLOYEES)
    return samples / name


@pytest.mark.parametrize("name", SAMPLES)
def test_every_row_of_a_sample_is_what_it_should_be(
    app: App, samples: Path, expected: dict[str, Any], name: str
) -> None:
    told = expected[name]
    plan = app.imports.plan(prepared(app, samples, name))
    assert reconciles(plan)
    assert plan.kind == told["kind"]
    assert plan.rows == told["rows"]
    assert counts(plan) == {it: told[it] for it in ("new", "rejected") if told.get(it)}
    assert (plan.sheet, plan.header_row) == (told.get("sheet", plan.sheet), told.get("header_row", plan.header_row))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_plan_writes_nothing(app: App, samples: Path, name: str) -> None:
    path = prepared(app, samples, name)
    before = content_digest(app.database.path)
    app.imports.plan(path)
    assert content_digest(app.database.path) == before


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_tells_nothing_new_the_second_time(app: App, samples: Path, name: str) -> None:
    path = prepared(app, samples, name)
    first = imported(app, path)
    before = content_digest(app.database.path)
    again = imported(app, path)
    assert counts(again).get("same") == first.judgement.new
    assert (again.judgement.new, again.judgement.changed, again.rejected) == (0, 0, first.rejected)
    assert not again.has_work
    assert content_digest(app.database.path) == before


def test_the_rejected_rows_of_the_profile_sheet_and_why(app: App, samples: Path, expected: dict[str, Any]) -> None:
    plan = app.imports.plan(samples / EMPLOYEES)
    assert refused(plan) == {int(row): code for row, code in expected[EMPLOYEES]["why"].items()}
    with pytest.raises(CannotDo, match=r"import\.rejected"):
        app.imports.apply(plan)
    assert listed(app, "employees") == []


def test_trainings_of_the_siasn_file_add_up(staffed: App, samples: Path, expected: dict[str, Any]) -> None:
    imported(staffed, samples / "riwayat_kursus_siasn.csv")
    assert sum(row["jp"] for row in listed(staffed, "trainings")) == expected["riwayat_kursus_siasn.csv"]["jp"]


def test_the_recap_loses_nothing_but_damaged_nips(staffed: App, samples: Path, expected: dict[str, Any]) -> None:
    told = expected["rekap_diklat_diskominfo_2025.xlsx"]
    plan = imported(staffed, samples / "rekap_diklat_diskominfo_2025.xlsx")
    assert refused(plan) == dict.fromkeys(told["damaged_rows"], "nip.damaged")
    assert notices(plan)["rows.hidden"] == tuple(map(str, told["hidden_rows"]))
    assert warned(plan) == [(38, "cell.formula_without_value")]
    assert sum(row["jp"] or 0 for row in listed(staffed, "trainings")) == told["jp_good"]


@pytest.mark.parametrize("name", FORMS)
def test_people_and_levels_of_a_form_add_up(staffed: App, samples: Path, expected: dict[str, Any], name: str) -> None:
    told = expected[name]
    imported(staffed, samples / name)
    needs = listed(staffed, "study-needs")
    assert len(needs) == told["lines"]
    assert {row["agency"].casefold() for row in needs} == {told["agency"].casefold()}
    assert sum(sum(row["heads"].values()) for row in needs) == told["people"]
    assert len({row["level"] for row in needs}) == told["levels"]
    assert {row["period"] for row in needs} == {"2026-2030"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("README.md", "heading.missing"),
        ("nirgendwo.xlsx", "file.missing"),
    ],
)
def test_what_cannot_be_read_is_refused_calmly(app: App, samples: Path, name: str, code: str) -> None:
    with pytest.raises(CannotDo) as raised:
        app.imports.plan(samples / name)
    assert raised.value.code == code
