"""What an import asks, what its answers change, and that they are remembered for the sender and nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.questions import Question
from smartpns_desktop.words import questions as words
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, listed, nip, refused, warned

DINAS = "Dinas Komunikasi dan Informatika"


def planned(app: App, path: Path, **choices: Any) -> ImportPlan:
    kind = choices.pop("kind", "employees")
    return app.imports.plan_of(app.imports.look(path), ImportChoices(kind, **choices))


def asked(app: App, plan: ImportPlan) -> dict[str, Question]:
    """The questions by their code, each of which is asked once here."""
    found = app.imports.questions_of(plan)
    for question in found:
        assert words.say(question.code, question.heading, question.spellings, question.rows)
    assert len({it.code for it in found}) == len(found)
    return {it.code: it for it in found}


BORN: list[list[Cell]] = [
    ["NIP", "Nama", "Tgl Lahir"], [nip(1), "Siti", "03/08/1985"], [nip(2), "Budi", "07/07/1985"],
    [nip(3), "Wati", "04/05/1985"],
]  # fmt: skip


@pytest.mark.parametrize(("answer", "day"), [("dmy", date(1985, 8, 3)), ("mdy", date(1985, 3, 8))])
def test_an_order_of_dates_is_asked_answered_and_remembered(
    app: App, sheet: SheetWriter, answer: str, day: date
) -> None:
    path = sheet(BORN)
    plan = planned(app, path, sender="Dinas A")
    assert refused(plan) == {2: "date.ambiguous", 4: "date.ambiguous"}
    question = asked(app, plan)["date.order"]
    assert (question.field, question.heading, question.rows) == ("birth_date", "Tgl Lahir", 2)
    assert (question.is_open, question.rejects, question.spellings) == (True, True, ("03/08/1985", "04/05/1985"))
    assert [(it.answer, it.label) for it in question.proposals] == [
        ("dmy", "3 Agu 1985 (hari lebih dahulu)"), ("mdy", "8 Mar 1985 (bulan lebih dahulu)"),
    ]  # fmt: skip
    plan = planned(app, path, sender="Dinas A", date_orders={"birth_date": answer})
    assert counts(plan) == {"new": 3}
    assert (asked(app, plan)["date.order"].answer, asked(app, plan)["date.order"].remembered) == (answer, False)
    app.imports.apply(plan)
    assert employee(app, nip(1))["birth_date"] == day
    again = planned(app, path, sender="dinas  a")
    assert (counts(again), asked(app, again)["date.order"].remembered) == ({"same": 3}, True)
    assert counts(app.imports.plan(path, sender="Dinas A")) == {"same": 3}
    assert counts(planned(app, path, sender="Dinas B")) == {"same": 1, "rejected": 2}


def test_an_answer_never_stands_above_what_the_column_proves(app: App, sheet: SheetWriter) -> None:
    rows = [*BORN, [nip(4), "Omar", "25/04/1985"]]
    plan = planned(app, sheet(rows), date_orders={"birth_date": "mdy"})
    assert "date.order" not in asked(app, plan)
    app.imports.apply(plan)
    assert employee(app, nip(1))["birth_date"] == date(1985, 8, 3)


def test_a_column_of_two_minds_keeps_its_clear_days_whatever_the_answer(app: App, sheet: SheetWriter) -> None:
    rows = [*BORN, [nip(4), "Omar", "25/04/1985"], [nip(5), "Rina", "04/25/1985"]]
    plan = planned(app, sheet(rows), date_orders={"birth_date": "mdy"})
    app.imports.apply(plan)
    assert employee(app, nip(1))["birth_date"] == date(1985, 3, 8)
    assert {employee(app, nip(number))["birth_date"] for number in (4, 5)} == {date(1985, 4, 25)}


def units(*names: Cell) -> list[list[Cell]]:
    return [["NIP", "Nama", "Unit Kerja"], *([nip(at), f"Pegawai {at}", it] for at, it in enumerate(names, start=1))]


@pytest.fixture
def with_agencies(app: App, sheet: SheetWriter) -> App:
    rows = [["Kode", "Nama Unit"], ["1", DINAS], ["2", "Dinas Pendidikan"], ["3", "Kecamatan Bontang Utara"]]
    imported(app, sheet(rows, "opd.xlsx"))
    return app


def agency(app: App, name: str) -> str:
    """The answer that means that agency."""
    return str(next(it.key for it in app.agencies.tree() if it.name == name))


def test_a_shortened_agency_is_proposed_answered_and_remembered(with_agencies: App, sheet: SheetWriter) -> None:
    app, path = with_agencies, sheet(units("Diskominfo Btg", "DISKOMINFO BTG", DINAS))
    plan = planned(app, path, sender="Diskominfo")
    question = asked(app, plan)["agency.unknown"]
    assert (question.field, question.heading, question.spellings) == ("agency", "Unit Kerja", ("Diskominfo Btg",))
    assert (question.rows, question.is_open, question.rejects) == (2, True, False)
    best, *_, last = question.proposals
    assert (best.label, last.answer) == (DINAS, "create")
    assert best.score > 50
    plan = planned(app, path, sender="Diskominfo", values={("agency", "diskominfo btg"): best.answer})
    assert not plan.needs_consent
    assert asked(app, plan)["agency.unknown"].answer == best.answer
    app.imports.apply(plan)
    assert {row["agency"] for row in listed(app, "employees")} == {DINAS}
    again = planned(app, path, sender="Diskominfo")
    assert (counts(again), asked(app, again)["agency.unknown"].remembered) == ({"same": 3}, True)
    stranger = planned(app, path, sender="Dinas Lain")
    assert asked(app, stranger)["agency.unknown"].remembered, "a spelling is asked about once, whoever sends it"
    assert not stranger.needs_consent


def test_an_agency_can_be_new_although_it_looks_like_another(with_agencies: App, sheet: SheetWriter) -> None:
    app, values = with_agencies, {("agency", "Dinas Pendidikan Tinggi"): "create"}
    plan = planned(app, sheet(units("Dinas Pendidikan Tinggi")), values=values)
    assert asked(app, plan)["agency.unknown"].answer == "create"
    app.imports.apply(plan)
    assert employee(app, nip(1))["agency"] == "Dinas Pendidikan Tinggi"


def test_an_answer_that_means_no_open_agency_is_asked_again(with_agencies: App, sheet: SheetWriter) -> None:
    plan = planned(with_agencies, sheet(units("Diskominfo Btg")), values={("agency", "Diskominfo Btg"): "99999"})
    assert asked(with_agencies, plan)["agency.unknown"].is_open
    assert plan.needs_consent


def test_a_name_that_several_bear_is_asked_for(with_agencies: App, sheet: SheetWriter) -> None:
    app = with_agencies
    rows = [["Kode", "Nama Unit", "Kode Induk"], ["1.1", "Sekretariat", "1"], ["2.1", "Sekretariat", "2"]]
    imported(app, sheet(rows, "unit.xlsx"))
    path = sheet(units("Sekretariat"))
    plan = planned(app, path, sender="Dinas Pendidikan")
    assert refused(plan) == {2: "value.ambiguous"}
    question = asked(app, plan)["agency.ambiguous"]
    assert [it.label for it in question.proposals] == [f"Sekretariat ({DINAS})", "Sekretariat (Dinas Pendidikan)"]
    values = {("agency", "Sekretariat"): question.proposals[1].answer}
    plan = planned(app, path, sender="Dinas Pendidikan", values=values)
    app.imports.apply(plan)
    assert employee(app, nip(1))["agency_code"] == "2.1"
    assert counts(planned(app, path, sender="Dinas Pendidikan")) == {"same": 1}


def test_all_that_would_be_created_is_consented_to_at_once(app: App, sheet: SheetWriter) -> None:
    head: list[Cell] = ["NIP", "Nama", "Unit Kerja", "Jabatan", "Pendidikan", "Jurusan"]
    rows = [head, [nip(1), "Siti", "Dinas A", "Arsiparis", "S-1", "Hukum"], [nip(2), "Budi", "Badan B", "", "", ""]]
    found = asked(app, planned(app, sheet(rows)))
    assert {code: (it.field, it.spellings, it.rows) for code, it in found.items()} == {
        "agencies.created": ("agency", ("Dinas A", "Badan B"), 2),
        "positions.created": ("post", ("Arsiparis",), 1),
        "programmes.created": ("education", ("Hukum",), 1),
    }
    agreed = planned(app, sheet(rows), values={("agency", ""): "create"}, sender="Dinas A")
    assert asked(app, agreed)["agencies.created"].answer == "create"
    app.imports.apply(agreed)
    more = planned(app, sheet([head, [nip(3), "Wati", "Kantor C", "", "", ""]], "lain.xlsx"), sender="Dinas A")
    alone = asked(app, more)["agency.unknown"]
    assert (alone.is_open, alone.is_consent, alone.spellings) == (True, True, ("Kantor C",))


CODED: list[list[Cell]] = [
    ["NIP", "Nama", "Golongan", "Pendidikan"], [nip(1), "Siti", "Tiga Ce", "Sekolah Tinggi"],
    [nip(2), "Budi", "tiga ce", "S-1"],
]  # fmt: skip


def test_unknown_grades_and_levels_are_asked_for(app: App, sheet: SheetWriter) -> None:
    plan = planned(app, sheet(CODED), sender="X")
    found = asked(app, plan)
    assert (found["grade.unknown"].spellings, found["grade.unknown"].rows) == (("Tiga Ce",), 2)
    assert found["education.unknown"].proposals[-1].answer == "leave"
    values = {("grade", "Tiga Ce"): "33", ("education_level", "Sekolah Tinggi"): "40"}
    plan = planned(app, sheet(CODED), sender="X", values=values)
    assert warned(plan) == []
    app.imports.apply(plan)
    assert [(it["grade"], it["education_level"]) for it in listed(app, "employees")] == [
        ("III/c", "S-1/Sarjana"), ("III/c", "S-1/Sarjana"),
    ]  # fmt: skip
    assert counts(planned(app, sheet(CODED), sender="X")) == {"same": 2}


def test_what_is_to_be_left_is_no_warning_any_more(app: App, sheet: SheetWriter) -> None:
    values = {("grade", "tiga ce"): "leave", ("education_level", "Sekolah Tinggi"): "leave"}
    plan = planned(app, sheet(CODED), values=values)
    assert warned(plan) == []
    app.imports.apply(plan)
    assert {it["grade"] for it in listed(app, "employees")} == {None}


def test_an_unknown_form_of_training_is_asked_for(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [nip(1), "Siti"]], "orang.xlsx"))
    path = sheet([["NIP", "Nama Pelatihan", "Bentuk", "JP"], [nip(1), "Arsip", "Arisan", "12"]])
    question = asked(app, planned(app, path, kind="trainings"))["form.unknown"]
    assert (question.field, question.spellings) == ("form", ("Arisan",))
    plan = planned(app, path, kind="trainings", sender="X", values={("form", "Arisan"): "B6"})
    assert plan.judgement.bundle.inserts["trainings"][0]["form_code"] == "B6"
    assert warned(plan) == []
    app.imports.apply(plan)
    assert counts(planned(app, path, kind="trainings", sender="X")) == {"same": 1}
    assert warned(planned(app, path, kind="trainings", sender="Y")) == []


def test_a_level_above_its_lines_is_asked_for(app: App, sheet: SheetWriter) -> None:
    head: list[Cell] = ["OPD", "Periode", "Jenjang", "Program Studi", "2026"]
    path = sheet([head, ["Dinas A", "2026-2030", "Sarjono", "Hukum", 1.0]])
    plan = planned(app, path, kind="study-needs")
    assert asked(app, plan)["education.unknown"].field == "level"
    plan = planned(app, path, kind="study-needs", values={("level", "Sarjono"): "40"})
    assert plan.judgement.bundle.inserts["study_needs"][0]["level_code"] == "40"


def test_answers_are_learned_although_there_is_nothing_to_write(app: App, sheet: SheetWriter) -> None:
    path = sheet(BORN)
    app.imports.apply(planned(app, path, date_orders={"birth_date": "dmy"}))
    plan = planned(app, path, sender="Dinas A", date_orders={"birth_date": "dmy"})
    assert app.imports.apply(plan).batch is None
    assert counts(planned(app, path, sender="Dinas A")) == {"same": 3}
    assert app.imports.senders() == ["Dinas A"]


def test_a_plan_that_is_refused_teaches_nothing(app: App, sheet: SheetWriter) -> None:
    plan = planned(app, sheet(BORN), sender="Dinas A", date_orders={"birth_date": "dmy"})
    imported(app, sheet([["NIP", "Nama"], [nip(9), "Lain"]], "lain.xlsx"))
    with pytest.raises(Exception, match=r"plan\.stale"):
        app.imports.apply(plan)
    assert app.imports.senders() == []
    assert counts(planned(app, sheet(BORN), sender="Dinas A")) == {"new": 1, "rejected": 2}


def test_newer_answers_stand_above_older_ones(app: App, sheet: SheetWriter) -> None:
    first = planned(app, sheet(BORN), sender="A", date_orders={"birth_date": "dmy"})
    app.imports.apply(first)
    second = replace(first.choices, date_orders={"birth_date": "mdy"})
    app.imports.apply(app.imports.plan_of(app.imports.look(sheet(BORN)), second))
    assert employee(app, nip(1))["birth_date"] == date(1985, 3, 8)
    assert counts(planned(app, sheet(BORN), sender="A")) == {"same": 3}
