"""A plan row by row: every row has one outcome, and each is shown with its cells, changes and problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.review import RowOutcome
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, nip, partitions, reconciles, refused

NEW, CHANGED, SAME, REJECTED, SKIPPED = RowOutcome
HEAD: list[Cell] = ["No", "NIP", "Nama", "Gol", "HP", "Nama Unor"]
OLD: list[list[Cell]] = [
    HEAD, [1.0, nip(1), "Siti", "III/a", "0812", "Dinas A"], [2.0, nip(2), "Budi", "III/b", "0813", "Dinas A"],
]  # fmt: skip
LATER: list[list[Cell]] = [
    ["Daftar pegawai"], [], HEAD, [1.0, nip(1), "Siti", "III/b", "0899", "Dinas A"],
    [2.0, nip(2), "Budi", "III/b", "0813", "Dinas A"], [3.0, nip(3), "Wati", "III/c", None, "Dinas A"],
    [4.0, "123", "Omar", "III/c", None, "Dinas A"], ["Jumlah", None, "4 orang"],
]  # fmt: skip


@pytest.fixture
def later(app: App, sheet: SheetWriter) -> ImportPlan:
    imported(app, sheet(OLD))
    return app.imports.plan_of(app.imports.look(sheet(LATER, "baru.xlsx")), ImportChoices("employees"))


def test_rows_are_found_by_their_outcome(app: App, later: ImportPlan) -> None:
    review = app.imports.review(later)
    assert partitions(app, later)
    assert {outcome: list(review.rows(outcome)) for outcome in RowOutcome} == {
        NEW: [6], CHANGED: [4], SAME: [5], REJECTED: [7], SKIPPED: [1, 2, 3, 8],
    }  # fmt: skip
    assert [it.reason for it in review.page(SKIPPED)] == ["title", "blank", "heading", "total"]
    assert [name for name, _ in review.fields] == ["nip", "name", "grade", "phone", "agency"]


def test_a_changed_row_tells_each_cell_before_and_after(app: App, later: ImportPlan) -> None:
    review = app.imports.review(later)
    (row,) = review.page(CHANGED)
    assert (row.number, row.label) == (4, f"{nip(1)} Siti")
    assert row.cells == {"nip": nip(1), "name": "Siti", "grade": "III/b", "phone": "0899", "agency": "Dinas A"}
    told = {it.field: (it.label, it.before, it.after, it.heading, it.cell) for it in row.changes}
    assert told["phone"] == ("Nomor HP", "0812", "0899", "HP", "E4")
    assert told["grade"] == ("Golongan", "III/a", "III/b", "Gol", "D4")
    assert (review.changed_cells, review.changed_fields) == (2, {"phone", "grade"})


def test_a_refused_row_tells_why(app: App, later: ImportPlan) -> None:
    (row,) = app.imports.review(later).page(REJECTED)
    assert (row.label, [it.code for it in row.problems]) == ("123 Omar", ["nip.not_18_digits"])


def test_a_page_is_a_part_of_the_rows(app: App, samples: Path) -> None:
    plan = app.imports.plan(samples / "siasn_profil_asn.xlsx", keep=True)
    review = app.imports.review(plan)
    assert [it.number for it in review.page(NEW, 160, 100)] == list(review.rows(NEW))[160:]
    assert [it.number for it in review.page(REJECTED)] == [169, 170, 171, 172]
    assert partitions(app, plan)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("rekap_diklat_diskominfo_2025.xlsx", "trainings"), ("usulan_kebutuhan_tb_diskominfo.xlsx", "study-needs")],
)
def test_every_change_has_a_cell(app: App, samples: Path, name: str, kind: str) -> None:
    imported(app, samples / "siasn_profil_asn.xlsx")
    imported(app, samples / name)
    look = app.imports.look(samples / name)
    columns = {it.field: it.index for it in app.imports.columns_of(look, kind).columns}
    changed = "jp" if kind == "trainings" else "heads_2026"
    for row in look.content.rows[look.header_row :]:
        if isinstance(row[columns[changed]], float) and row[columns[changed]] > 0:
            row[columns[changed]] += 1
    review = app.imports.review(app.imports.plan_of(look, ImportChoices(kind)))
    rows = review.page(CHANGED)
    assert rows
    assert all(change.cell and change.before != change.after for row in rows for change in row.changes)


def test_a_plan_without_its_cells_cannot_be_shown(app: App, samples: Path) -> None:
    plan = app.imports.plan(samples / "siasn_profil_asn.xlsx")
    with pytest.raises(ValueError, match="not kept"):
        app.imports.review(plan)


def test_unticked_rows_are_left_out(app: App, later: ImportPlan) -> None:
    result = app.imports.apply(later, good_rows_only=True, leave_out=frozenset({4, 7}))
    assert (result.new, result.changed, result.same, result.rejected, result.left_out) == (1, 0, 1, 0, 2)
    phones = {row["nip"]: row["phone"] for row in listed(app, "employees")}
    assert phones == {nip(1): "0812", nip(2): "0813", nip(3): None}


def test_a_plan_without_unticked_rows_is_a_plan_of_the_rest(app: App, sheet: SheetWriter) -> None:
    look = app.imports.look(sheet([["NIP", "Nama"], [nip(1), "Siti"], [nip(1), "Sita"], [nip(2), "Budi"]]))
    assert refused(app.imports.plan_of(look, ImportChoices("employees"))) == {3: "row.duplicate"}
    plan = app.imports.plan_of(look, ImportChoices("employees", leave_out=frozenset({1, 2, 99})))
    assert (counts(plan), plan.skipped["left_out"], reconciles(plan)) == ({"new": 2}, 1, True)
    assert plan.skipped_rows == {1: "heading", 2: "left_out"}


def test_what_was_shown_must_still_hold_when_rows_are_unticked(app: App, later: ImportPlan, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [nip(9), "Lain"]], "lain.xlsx"))
    with pytest.raises(CannotDo, match=r"plan\.stale"):
        app.imports.apply(later, good_rows_only=True, leave_out=frozenset({4}))


def test_hidden_rows_can_be_left_out(app: App, samples: Path) -> None:
    imported(app, samples / "siasn_profil_asn.xlsx")
    look = app.imports.look(samples / "rekap_diklat_diskominfo_2025.xlsx")
    plan = app.imports.plan_of(look, ImportChoices("trainings", leave_hidden=True))
    assert plan.skipped["left_out"] == 2
    assert plan.rows == 25
    assert "rows.hidden" not in {it.code for it in plan.notices}
    assert partitions(app, plan)


def test_the_result_says_what_came_into_being(app: App, samples: Path) -> None:
    result = app.imports.apply(app.imports.plan(samples / "siasn_profil_asn.xlsx"), good_rows_only=True)
    assert (result.new, result.rejected, result.left_out) == (167, 4, 0)
    assert {it.code for it in result.created} == {"agencies.created", "positions.created", "programmes.created"}
