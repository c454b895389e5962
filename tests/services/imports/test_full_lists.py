"""Lists that are said to be complete: whom they lack is noted, asked about once, and decided, never deleted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.absences import Decision
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.wishes import Wishes
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words import errors
from smartpns_desktop.words.problems import say
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported, listed, nip, notices

HEAD: list[Cell] = ["NIP", "Nama", "Unit Kerja"]
PLACES = {1: "Dinas A", 2: "Dinas A", 3: "Dinas A", 4: "Dinas B", 5: "Dinas B", 6: None}


def number_of(number: int) -> str:
    """NIPs whose first digits tell people apart, as Excel leaves them."""
    return nip(number, born=f"198{number}0312")


def line(number: int) -> list[Cell]:
    return [number_of(number), f"Orang {number}", PLACES[number]]


@pytest.fixture
def city(app: App, sheet: SheetWriter) -> App:
    """Three people in one agency, two in another, one in none."""
    imported(app, sheet([HEAD, *map(line, PLACES)]))
    return app


def full(app: App, sheet: SheetWriter, numbers: list[int], of: str = "", name: str = "lengkap.xlsx") -> ImportPlan:
    return imported(app, sheet([HEAD, *map(line, numbers)], name), wishes=Wishes(full_list=of))


def absent(app: App, decision: str = "open") -> list[str]:
    return [row["person"] for row in listed(app, "absences", decision=decision)]


def keys(app: App, *names: str) -> list[int]:
    return list(app.lists.keys("absences", ListQuery(where=tuple(("person", name) for name in names))))


def employee(app: App, name: str) -> dict[str, Any]:
    (row,) = listed(app, "employees", name=name)
    return row


def test_a_list_of_everybody_tells_who_is_missing_everywhere(city: App, sheet: SheetWriter) -> None:
    plan = full(city, sheet, [1, 2, 4])
    assert plan.judgement.absent == 3
    assert [name.split(" ", 1)[1] for name in notices(plan)["employees.absent"]] == ["Orang 3", "Orang 5", "Orang 6"]
    assert "employees.missing" not in notices(plan)
    assert absent(city) == ["Orang 3", "Orang 5", "Orang 6"]
    assert city.lists.count("employees", ListQuery()) == 6


def test_a_list_of_an_agency_tells_of_that_agency_alone(city: App, sheet: SheetWriter) -> None:
    full(city, sheet, [1], "Dinas A")
    assert absent(city) == ["Orang 2", "Orang 3"]
    assert {row["list_of"] for row in listed(city, "absences")} == {"Dinas A"}


def test_a_list_that_is_not_said_to_be_complete_notes_nobody(city: App, sheet: SheetWriter) -> None:
    imported(city, sheet([HEAD, *map(line, [1, 2, 4])], "sebagian.xlsx"))
    assert absent(city) == []


def test_whoever_stands_in_a_row_that_was_refused_is_not_absent(city: App, sheet: SheetWriter) -> None:
    """A damaged NIP, a name alone, and a NIP twice: nobody knows more, but they are in the list."""
    damaged: list[Cell] = [float(number_of(2)), "Orang Dua", "Dinas A"]
    nameless: list[Cell] = ["12", "Orang 3", "Dinas A"]
    rows = [HEAD, line(1), damaged, nameless, line(4), line(4), line(6)]
    plan = imported(city, sheet(rows, "rusak.xlsx"), wishes=Wishes(full_list=""))
    assert plan.rejected == 3
    assert absent(city) == ["Orang 5"]


def test_a_decision_writes_the_standing_and_is_not_asked_again(city: App, sheet: SheetWriter) -> None:
    full(city, sheet, [1, 4, 6])
    assert absent(city) == ["Orang 2", "Orang 3", "Orang 5"]
    told = {"decree_number": "800/1", "decree_date": date(2026, 2, 1), "note": "dari SIASN"}
    city.absences.decide(keys(city, "Orang 2"), Decision.RETIRED, date(2026, 3, 1), told)
    city.absences.decide(keys(city, "Orang 3"), Decision.STAYS, None)
    row = employee(city, "Orang 2")
    assert (row["standing"], row["standing_date"], row["service"]) == ("Pensiun", date(2026, 3, 1), "left")
    (history,) = [it for it in listed(city, "standing-history") if it["person"] == "Orang 2"]
    assert (history["decree_number"], history["decree_date"]) == ("800/1", date(2026, 2, 1))
    assert (absent(city), absent(city, "stays"), absent(city, "retired")) == (["Orang 5"], ["Orang 3"], ["Orang 2"])
    again = full(city, sheet, [1, 4, 6], name="lagi.xlsx")
    assert again.judgement.absent == 1
    assert absent(city) == ["Orang 5"]


def test_many_are_decided_at_once_and_undone_at_once(city: App, sheet: SheetWriter) -> None:
    full(city, sheet, [1, 4, 6])
    done = city.absences.decide(keys(city, "Orang 2", "Orang 3", "Orang 5"), Decision.MOVED, date(2025, 7, 1))
    assert city.lists.count("employees", ListQuery(as_of=date(2025, 6, 30))) == 6
    assert city.lists.count("employees", ListQuery(as_of=date(2025, 7, 1))) == 3
    assert done.change_set is not None
    assert city.undo.turns(1)[0].reason == "Putuskan 3 pegawai yang tidak ada dalam daftar: pindah keluar"
    city.undo.undo(done.change_set)
    assert city.lists.count("employees", ListQuery(as_of=date(2025, 7, 1))) == 6
    assert absent(city) == ["Orang 2", "Orang 3", "Orang 5"]


def test_whoever_is_named_again_is_asked_about_the_next_time(city: App, sheet: SheetWriter) -> None:
    full(city, sheet, [1, 2, 4, 5, 6])
    city.absences.decide(keys(city, "Orang 3"), Decision.STAYS, None)
    full(city, sheet, [1, 2, 3, 4, 5, 6], name="kembali.xlsx")
    assert listed(city, "absences") == []
    full(city, sheet, [1, 2, 4, 5, 6], name="hilang lagi.xlsx")
    assert absent(city) == ["Orang 3"]
    assert [row["file"] for row in listed(city, "absences")] == ["hilang lagi.xlsx"]


def test_undoing_the_import_takes_its_absences_back(city: App, sheet: SheetWriter) -> None:
    full(city, sheet, [1, 4])
    city.undo.undo(city.undo.turns(1)[0].number)
    assert listed(city, "absences") == []


@pytest.mark.parametrize("decision", [Decision.DIED, Decision.DISMISSED, Decision.ARCHIVED])
def test_every_end_of_service_ends_it(city: App, sheet: SheetWriter, decision: Decision) -> None:
    full(city, sheet, [1, 2, 3, 4, 6])
    city.absences.decide(keys(city, "Orang 5"), decision, date(2026, 1, 1))
    assert employee(city, "Orang 5")["service"] == "left"
    assert city.lists.count("employees", ListQuery(number_of(5))) == 1


def test_what_cannot_be_decided_is_refused(city: App, sheet: SheetWriter) -> None:
    full(city, sheet, [1, 2, 3, 4, 6])
    (key,) = keys(city, "Orang 5")
    for refused, code in (
        (lambda: city.absences.decide([key], Decision.DIED, None), "absence.no_date"),
        (lambda: city.absences.decide([key], Decision.DIED, date(1980, 1, 1)), "state.before_birth"),
        (lambda: city.absences.decide([key + 99], Decision.STAYS, None), "record.missing"),
        (lambda: city.absences.keys_of([number_of(1)]), "absence.unknown"),
        (lambda: city.absences.keys_of([nip(99)]), "employee.unknown"),
    ):
        with pytest.raises(CannotDo) as raised:
            refused()
        assert raised.value.code == code
    assert absent(city) == ["Orang 5"]


def test_nobody_retires_before_the_service_began(city: App, sheet: SheetWriter) -> None:
    full(city, sheet, [1, 2, 3, 4])
    who = keys(city, "Orang 5", "Orang 6")
    city.employees.change(city.employees.by_nip(number_of(6)).key, {"cpns_date": date(2010, 1, 1)})
    with pytest.raises(CannotDo) as raised:
        city.absences.decide(who, Decision.RETIRED, date(2009, 12, 31))
    assert errors.say(raised.value) == (
        "Data Orang 6 belum dapat disimpan. TMT: pegawai ini baru mulai bertugas pada 1 Jan 2010. "
        "Periksa tanggal ini, atau TMT masuknya pada SK. Perbaiki, lalu simpan kembali."
    )
    assert absent(city) == ["Orang 5", "Orang 6"]


def test_only_lists_of_people_can_be_complete(city: App, sheet: SheetWriter) -> None:
    path = sheet([["Kode", "Nama Perangkat Daerah"], ["1", "Dinas A"]], "opd.xlsx")
    with pytest.raises(CannotDo) as raised:
        city.imports.plan(path, kind="agencies", wishes=Wishes(full_list=""))
    assert raised.value.code == "import.no_full_list"
    with pytest.raises(CannotDo) as raised:
        full(city, sheet, [1], "Dinas Antah")
    assert raised.value.code == "agency.unknown"


def test_two_records_of_one_person_keep_one_absence(city: App, sheet: SheetWriter) -> None:
    full(city, sheet, [1, 2, 3])
    assert absent(city) == ["Orang 4", "Orang 5", "Orang 6"]
    city.merging.merge(number_of(4), number_of(5))
    assert absent(city) == ["Orang 4", "Orang 6"]
    (key,) = city.lists.keys("employees", ListQuery(number_of(6)))
    city.employees.delete(key)
    assert absent(city) == ["Orang 4"]


def test_somebody_who_is_gone_and_still_listed_is_told_since_when_and_why(city: App, sheet: SheetWriter) -> None:
    """A warning for each row, which keeps nobody out; a list that is not complete, or tells the standing, is silent."""
    full(city, sheet, [1, 4, 5, 6])
    for name, decision in (("Orang 2", Decision.RETIRED), ("Orang 3", Decision.MOVED)):
        city.absences.decide(keys(city, name), decision, date(2026, 3, 1), {})
    plan = full(city, sheet, [1, 2, 3, 4, 5, 6], name="lagi.xlsx")
    found = [it for it in plan.problems if it.code == "person.gone"]
    assert [(it.row, it.severity.value) for it in found] == [(3, "warn"), (4, "warn")]
    assert say(found[0]).startswith("Pegawai ini tercatat pensiun sejak 1 Mar 2026, tetapi masih ada")
    assert say(found[1]).startswith("Pegawai ini tercatat pindah instansi sejak 1 Mar 2026")
    assert plan.rejected == 0
    silent = imported(city, sheet([HEAD, *map(line, PLACES)], "biasa.xlsx"))
    assert "person.gone" not in {it.code for it in silent.problems}
    told = [[*HEAD, "Kedudukan"], *([*line(number), "Pensiun" if number == 2 else None] for number in (2, 3))]
    both = imported(city, sheet(told, "dengan.xlsx"), wishes=Wishes(full_list="Dinas A"))
    assert [it.row for it in both.problems if it.code == "person.gone"] == [3]
