"""The search over everything: what it finds and in which order, and that it is never behind what is stored."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from weakref import ref

import pytest

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.backups import restore_store
from smartpns_desktop.services.lists import FOUND, ListQuery
from smartpns_desktop.services.search import Answers, Results
from tests.conftest import Cell, Fill, SheetWriter
from tests.services.imports.outcomes import imported, nip

ANI, BUDI, SURI, TINI = nip(1), nip(2), nip(3), nip(4)
PEOPLE: list[list[Cell]] = [
    ["NIP", "Nama", "NIK", "Unit Kerja"],
    [ANI, "Dra. Ani Suryanti, M.Si.", "6474015203850001", "Dinas Komunikasi dan Informatika"],
    [BUDI, "Budi Ani Santoso", None, "Dinas Pendidikan"],
    [SURI, "Soeriyanti Djoko", None, "Dinas Pendidikan"],
    [TINI, "Kartini", None, None],
]
COURSES: list[list[Cell]] = [
    ["NIP", "Nama Pelatihan", "Mulai", "JP", "Penyelenggara", "Nomor Sertifikat"],
    [ANI, "Seminar Kearsipan", date(2026, 3, 2), 4, "LAN RI", "800/123/BKPSDM/2026"],
    [BUDI, "Seminar Kearsipan", date(2026, 3, 2), 4, "LAN RI", "800/124/BKPSDM/2026"],
    [ANI, "Bimtek Anggaran", date(2025, 3, 2), 20, "BPSDM", None],
]


def fill_office(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(PEOPLE, "people.xlsx"))
    imported(app, sheet(COURSES, "trainings.xlsx"))


@pytest.fixture
def office(filled_app: Callable[[Fill], App]) -> App:
    """Four people in two agencies, three trainings."""
    return filled_app(fill_office)


def answers(found: Results, kind: str) -> Answers:
    return next((it for it in found.answers if it.kind == kind), Answers(kind, 0, ()))


def people(app: App, text: str) -> list[str]:
    return [hit.row["name"] for hit in answers(app.search.find(text), "employees").hits]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (ANI, ["Ani Suryanti"]),
        (f"{ANI[:8]} {ANI[8:12]}", ["Ani Suryanti", "Budi Ani Santoso", "Kartini", "Soeriyanti Djoko"]),
        ("647401520385", ["Ani Suryanti"]),
        ("ani", ["Ani Suryanti", "Budi Ani Santoso"]),
        ("suryanti", ["Ani Suryanti", "Soeriyanti Djoko"]),
        ("suriyanti ani", ["Ani Suryanti"]),
        ("soeryanti", ["Ani Suryanti", "Soeriyanti Djoko"]),
        ("Dra. Ani S", ["Ani Suryanti", "Budi Ani Santoso"]),
        ("joko", ["Soeriyanti Djoko"]),
        ("kratini", ["Kartini"]),
        ("katini", ["Kartini"]),
        ("karttini", ["Kartini"]),
        ("karxyni", []),
        ("bu", ["Budi Ani Santoso"]),
    ],
)
def test_people_are_found_by_number_and_by_names_however_spelled(office: App, text: str, names: list[str]) -> None:
    found = people(office, text)
    assert (found if len(names) < 3 else sorted(found)) == names


def test_what_answers_better_stands_first_and_what_was_opened_lately_a_little_higher(office: App) -> None:
    for name in ("Anita", "Rani", "Ani", "Anang Ali"):
        office.employees.add({"nip": nip(20 + len(name) + ord(name[0]) % 7), "name": name})
    assert people(office, "ani") == ["Ani", "Ani Suryanti", "Budi Ani Santoso", "Anita", "Rani"]
    key = answers(office.search.find("budi ani"), "employees").hits[0].key
    assert key is not None
    office.search.opened("employees", key)
    assert people(office, "ani") == ["Budi Ani Santoso", "Ani", "Ani Suryanti", "Anita", "Rani"]


def test_every_kind_answers_with_its_count_and_the_part_that_matched(office: App) -> None:
    assert answers(office.search.find("dikominfo"), "agencies").count == 1
    agency = answers(office.search.find("komunikasi"), "agencies").hits[0]
    assert (agency.field, agency.text[slice(*agency.ranges[0])]) == ("name", "Komunikasi")
    courses = answers(office.search.find("arsip"), "trainings")
    assert [(hit.text, hit.row["count"], hit.ranges) for hit in courses.hits] == [("Seminar Kearsipan", 2, ((10, 15),))]
    assert courses.count == 2
    assert [(hit.text, hit.row["count"]) for hit in answers(office.search.find("lan"), "organisers").hits] == [
        ("LAN RI", 2)
    ]


@pytest.mark.parametrize("text", ["800/123", "800123", "800 123 BKPSDM"])
def test_a_training_is_found_by_the_number_of_its_certificate(office: App, text: str) -> None:
    courses = answers(office.search.find(text), "trainings")
    assert [(hit.row["person"], hit.field) for hit in courses.hits] == [("Ani Suryanti", "certificate")]
    keys = office.lists.keys("trainings", ListQuery(where=((FOUND, text),)))
    assert list(keys) == [hit.key for hit in courses.hits]


@pytest.mark.parametrize("kind", ["employees", "trainings", "agencies"])
@pytest.mark.parametrize("text", ["ani", "seminar", "dinas", "s", "suriyanti"])
def test_the_list_of_what_is_found_has_as_many_rows_as_the_search_counts(office: App, kind: str, text: str) -> None:
    query = ListQuery(where=((FOUND, text),))
    count = answers(office.search.find(text), kind).count
    assert office.lists.count(kind, query) == len(office.lists.keys(kind, query)) == count


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("diskominfo", "Dinas Komunikasi dan Informatika"),
        ("Kominfo", "Dinas Komunikasi dan Informatika"),
        ("disdik", "Dinas Pendidikan"),
    ],
)
def test_an_agency_is_found_by_the_short_word_that_offices_make_of_its_name(office: App, text: str, name: str) -> None:
    (hit,) = answers(office.search.find(text), "agencies").hits
    assert (hit.text, hit.field, hit.ranges) == (name, "name", ())
    assert office.lists.count("agencies", ListQuery(where=((FOUND, text),))) == 1


def test_a_former_name_and_a_former_nip_find_the_person(office: App) -> None:
    key = answers(office.search.find("kartini"), "employees").hits[0].key
    assert key is not None
    changes = office.employees.change(key, {"name": "Raden Ajeng"})
    hit = answers(office.search.find("kartini"), "employees").hits[0]
    assert (hit.row["name"], hit.field, hit.text) == ("Raden Ajeng", "former_name", "Kartini")
    assert changes.change_set is not None
    office.undo.undo(changes.change_set)
    assert people(office, "ajeng") == []
    assert people(office, "kartini") == ["Kartini"]
    office.merging.merge(ANI, TINI)
    assert people(office, "kartini") == ["Ani Suryanti"]
    assert people(office, TINI) == ["Ani Suryanti"]


def test_no_answer_is_behind_what_is_stored(office: App, sheet: SheetWriter) -> None:
    assert people(office, "zubaidah") == []
    key, changes = office.employees.add({"nip": nip(9), "name": "Zubaidah"})
    assert people(office, "zubaidah") == ["Zubaidah"]
    office.employees.change(key, {"name": "Zulaikha"})
    assert people(office, "zulaikha") == ["Zulaikha"]
    office.employees.delete(key)
    assert people(office, "zulaikha") == []
    assert changes.change_set is not None
    imported(office, sheet([["NIP", "Nama"], [nip(8), "Yohana"]], "more.xlsx"))
    assert people(office, "yohana") == ["Yohana"]
    office.undo.undo(office.lists.rows("batches", ListQuery(), 1)[1][0]["batch"])
    assert people(office, "yohana") == []
    course = office.lists.keys("trainings", ListQuery(where=(("name", "Bimtek Anggaran"),)))[0]
    office.trainings.change(course, {"name": "Bimtek Perpajakan", "certificate_number": "KEU-77/1"})
    assert answers(office.search.find("anggaran"), "trainings").count == 0
    assert answers(office.search.find("perpajakan"), "trainings").count == 1
    assert answers(office.search.find("keu77"), "trainings").count == 1
    office.trainings.delete(course)
    assert answers(office.search.find("keu77"), "trainings").count == 0


def test_another_store_in_its_place_is_another_index(office: App, tmp_path: Path) -> None:
    kept = office.backups.backup(tmp_path / "kept.smartpns")
    office.employees.add({"nip": nip(9), "name": "Zubaidah"})
    assert people(office, "zubaidah") == ["Zubaidah"]
    office.close()
    restore_store(tmp_path, Path(str(getattr(kept, "path", kept))))
    again = open_app(tmp_path, "penguji")
    assert people(again, "zubaidah") == []
    assert people(again, "kartini") == ["Kartini"]
    again.close()
    assert (tmp_path / STORE).exists()


def test_before_the_index_is_made_pieces_of_words_answer(office: App) -> None:
    at_once = office.search.find("surya", at_once=True)
    assert not at_once.whole
    assert [hit.row["name"] for hit in answers(at_once, "employees").hits] == ["Ani Suryanti"]
    office.search.prepare()
    assert office.search.find("surya", at_once=True).whole


def test_pages_and_acts_of_the_window_answer_by_other_words_too(office: App) -> None:
    for text, page in (("impor", "exchange"), ("excel", "exchange"), ("backup", "settings"), ("opd", "agencies")):
        assert page in {hit.row["page"] for hit in answers(office.search.find(text), "commands").hits}
    assert not office.search.find("zzz").answers


def test_a_slip_that_makes_another_sound_is_one_all_the_same(office: App) -> None:
    """Without its vowel, "kh" is heard as one letter."""
    person, course = office.employees.by_nip(ANI).key, "Workshop Penulisan Naskah Dinas"
    office.trainings.add({"employee_id": person, "name": course, "start_date": date(2026, 3, 2)})
    assert [hit.text for hit in answers(office.search.find("penulisan naskh"), "trainings").hits] == [course]


@pytest.mark.parametrize(
    ("text", "name"),
    [("kesehatn data", "Kesehatan Data"), ("cadangkn", "Cadangan"), ("jtuh tempo", "Jatuh tempo"),
     ("kesenjngan", "Kesenjangan kompetensi")],
)  # fmt: skip
def test_a_mistyped_command_is_found_where_nothing_else_is(office: App, text: str, name: str) -> None:
    assert answers(office.search.find(text), "commands").hits[0].text == name


def test_what_only_resembles_a_command_is_not_shown_beside_what_answers(office: App) -> None:
    assert "commands" in {it.kind for it in office.search.find("impr").answers}
    office.employees.add({"nip": nip(77), "name": "Impr Setia"})
    assert {it.kind for it in office.search.find("impr").answers} == {"employees"}


def test_an_empty_text_finds_nothing(office: App) -> None:
    assert office.search.find("  .. ").answers == ()
    assert office.lists.count("employees", ListQuery(where=((FOUND, " "),))) == 0


def test_a_closed_store_is_let_go_of_with_its_index(tmp_path: Path) -> None:
    app = open_app(tmp_path, "penguji")
    app.search.prepare()
    store = ref(app.database)
    app.close()
    del app
    gc.collect()
    assert store() is None
