"""What is remembered of answers, for whom, and what comes into being or is taken without a question."""

from __future__ import annotations

from datetime import date

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, nip, refused, warned
from tests.services.imports.test_questions import DINAS, agency, asked, planned, units, with_agencies

__all__ = ["with_agencies"]


def test_a_senders_own_answer_stands_above_the_common_one(with_agencies: App, sheet: SheetWriter) -> None:
    app, path = with_agencies, sheet(units("Diskominfo Btg"))
    for sender, name in (("A", DINAS), ("B", "Dinas Pendidikan")):
        app.imports.apply(planned(app, path, sender=sender, values={("agency", "Diskominfo Btg"): agency(app, name)}))
    own = {sender: asked(app, planned(app, path, sender=sender))["agency.unknown"].answer for sender in ("A", "B", "C")}
    assert own == {"A": agency(app, DINAS), "B": agency(app, "Dinas Pendidikan"), "C": agency(app, "Dinas Pendidikan")}


def test_which_unit_a_name_of_many_means_is_never_shared(with_agencies: App, sheet: SheetWriter) -> None:
    app = with_agencies
    rows = [["Kode", "Nama Unit", "Kode Induk"], ["1.1", "Sekretariat", "1"], ["2.1", "Sekretariat", "2"]]
    imported(app, sheet(rows, "unit.xlsx"))
    path = sheet(units("Sekretariat"))
    (question,) = app.imports.questions_of(planned(app, path))
    values = {("agency", "Sekretariat"): question.proposals[1].answer}
    app.imports.apply(planned(app, path, sender="A", values=values))
    other = sheet([["NIP", "Nama", "Unit Kerja"], [nip(9), "Lain", "Sekretariat"]], "lain.xlsx")
    assert counts(planned(app, other, sender="A")) == {"new": 1}
    assert refused(planned(app, other, sender="B")) == {2: "value.ambiguous"}


def test_an_answer_whose_agency_is_closed_is_asked_again(with_agencies: App, sheet: SheetWriter) -> None:
    app, path = with_agencies, sheet(units("Diskominfo Btg"))
    key = agency(app, DINAS)
    app.imports.apply(planned(app, path, values={("agency", "Diskominfo Btg"): key}))
    assert asked(app, planned(app, path))["agency.unknown"].remembered
    app.agencies.close(int(key), date(2020, 1, 1))
    assert asked(app, planned(app, path))["agency.unknown"].is_open


POSTED: list[list[Cell]] = [["NIP", "Nama", "Jabatan"], [nip(1), "Siti", "Arsiparis Terampil"]]


def test_a_post_that_is_like_a_known_one_is_asked_for_and_can_be_new(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(POSTED))
    path = sheet([["NIP", "Nama", "Jabatan"], [nip(2), "Budi", "Arsiparis Terampl"]], "lain.xlsx")
    question = asked(app, planned(app, path))["post.unknown"]
    assert (question.proposals[0].label, question.likely) == ("Arsiparis Terampil", question.proposals[0].answer)
    assert [it.label for it in question.details if it.answer == "create:2"] == ["Fungsional Tertentu"]
    plan = planned(app, path, values={("post", "Arsiparis Terampl"): question.likely})
    assert not plan.needs_consent
    plan = planned(app, path, values={("post", "Arsiparis Terampl"): "create:2"})
    (row,) = plan.judgement.bundle.inserts["positions"]
    assert (row["name"], row["kind_code"]) == ("Arsiparis Terampl", "2")


def test_a_new_unit_stands_below_the_agency_that_was_told(with_agencies: App, sheet: SheetWriter) -> None:
    app = with_agencies
    below = f"create:{agency(app, DINAS)}"
    app.imports.apply(planned(app, sheet(units("Klinik Zebra")), values={("agency", "Klinik Zebra"): below}))
    (unit,) = next(it for it in app.agencies.tree() if it.name == DINAS).units
    assert (unit.name, unit.kind) == ("Klinik Zebra", "unit")


def test_an_unknown_sex_and_an_unknown_source_of_funds_are_asked_for(app: App, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nama", "L/P"], [nip(1), "Siti", "X"], [nip(2, sex=1), "Budi", "Lk"]])
    assert warned(planned(app, path)) == [(2, "value.unknown")]
    assert asked(app, planned(app, path))["sex.unknown"].spellings == ("X",)
    plan = planned(app, path, values={("sex", "X"): "F"})
    sexes = {it["name"]: it["sex"] for it in plan.judgement.bundle.new_rows("employees")}
    assert (sexes, warned(plan)) == ({"Siti": "F", "Budi": "M"}, [])
    head: list[Cell] = ["OPD", "Periode", "Jenjang", "Program Studi", "Sumber Biaya", "2026"]
    path = sheet([head, ["Dinas A", "2026-2030", "S-1", "Hukum", "APBD & APBN", 1.0]], "butuh.xlsx")
    assert asked(app, planned(app, path, kind="study-needs"))["funding.unknown"].rows == 1
    plan = planned(app, path, kind="study-needs", values={("funding", "APBD & APBN"): "COST_SHARING"})
    assert plan.judgement.bundle.inserts["study_needs"][0]["funding"] == "COST_SHARING"


def test_a_first_import_asks_for_one_consent_and_not_for_each_name(app: App, sheet: SheetWriter) -> None:
    names = [f"Bidang {first}{second}" for first in "ABCDEFGHIJKLMNOPQRST" for second in "abcdefghij"]
    questions = app.imports.questions_of(planned(app, sheet(units(*names))))
    assert [(it.code, len(it.spellings)) for it in questions] == [("agencies.created", 200)]


def test_certain_spellings_are_taken_only_when_asked_to_and_told(with_agencies: App, sheet: SheetWriter) -> None:
    app, path = with_agencies, sheet(units("Dinas Penddikan", "Dinas Kominfo", "Dinas Lain"))
    plain, taking = app.imports.plan(path), app.imports.plan(path, take_likely=True)
    assert {it.code: it.names for it in plain.notices}["agencies.created"] == ("Dinas Penddikan", "Dinas Lain")
    told = {it.code: it.names for it in taking.notices}
    assert told["agencies.created"] == ("Dinas Lain",)
    assert told["agencies.read_as"] == (f"Dinas Kominfo = {DINAS}",)
    assert [it.partition(" (")[0] for it in told["spellings.taken"]] == ["Dinas Penddikan = Dinas Pendidikan"]
    assert (taking.lesson.is_empty, taking.source) == (True, None)
    app.imports.apply(taking)
    assert {it["agency"] for it in listed(app, "employees")} == {"Dinas Pendidikan", DINAS, "Dinas Lain"}
