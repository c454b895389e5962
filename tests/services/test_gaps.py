"""Gaps of all people at once: the same as one by one, for any day, kept for today, and counted as they are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from db import ChangeSetHeader, Database
from db.queries import person_gaps, settings, writing
from db.queries import positions as queries
from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.gap import Reason, Verdict
from smartpns_desktop.domain.requirements import CompetencyKind, Requirement, RequirementKind
from smartpns_desktop.services.gap_figures import bring_up_to_date
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, Fill, SheetWriter
from tests.services.imports.outcomes import imported, listed

NIP, OTHER = "198503122010011001", "199003122015011002"
PEOPLE: list[list[Cell]] = [
    ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja", "Pendidikan", "TMT CPNS"],
    [NIP, "Ani", "Arsiparis Terampil", date(2020, 1, 1), "Dinas A", "D-III Kearsipan", date(2010, 1, 1)],
    [OTHER, "Budi", "Arsiparis Terampil", date(2021, 1, 1), "Dinas B", "SMA", date(2015, 1, 1)],
]
LISTS: dict[str, Cell] = {
    "Syarat Pendidikan": "D-III",
    "Syarat Jurusan": "Kearsipan",
    "Diklat Wajib": "1. Pelatihan Kearsipan (wajib, berlaku 3 tahun)\n2. Sertifikasi Arsiparis",
    "Pengalaman": "Pengalaman minimal 2 tahun",
    "Kompetensi": "Integritas (level 2), Kearsipan dinamis (teknis, level 3)",
    "Berlaku Mulai": date(2022, 1, 1),
}
STANDARDS: list[list[Cell]] = [["Nama Jabatan", *LISTS], ["Arsiparis Terampil", *LISTS.values()]]


def fill_office(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(PEOPLE))
    imported(app, sheet(STANDARDS))


@pytest.fixture
def office(filled_app: Callable[[Fill], App]) -> App:
    return filled_app(fill_office)


def train(app: App, nip: str, name: str, end: date) -> None:
    key = app.employees.by_nip(nip).key
    app.trainings.add({"employee_id": key, "name": name, "start_date": end, "end_date": end})


def told(app: App, as_of: date | None = None) -> set[tuple[str, str, str]]:
    """Person, what is asked, verdict."""
    rows = app.lists.rows("gaps", ListQuery(as_of=as_of))[1]
    return {(row["person"], row["requirement"], row["verdict"]) for row in rows}


def one_by_one(app: App, on: date) -> Counter[tuple[str, str]]:
    """Kind and verdict of everybody's gaps, each person asked about alone; what nobody tested is none."""
    found: Counter[tuple[str, str]] = Counter()
    for key in app.lists.keys("employees", ListQuery(as_of=on)):
        for it in app.positions.gap(key, on=on).findings:
            if it.verdict is not Verdict.MET and it.reason is not Reason.NOT_ASSESSED:
                found[str(it.kind), it.verdict.value] += 1
    return found


def test_lists_of_a_sheet_become_items_and_go_out_as_they_came(office: App, tmp_path: Path) -> None:
    version = office.positions.record(office.positions.named("Arsiparis Terampil")).version
    assert version is not None
    assert [(it.kind.value, it.name) for it in version.items] == [
        ("programme", "Kearsipan"),
        ("training", "Pelatihan Kearsipan"),
        ("certificate", "Sertifikasi Arsiparis"),
        ("experience", "Pengalaman minimal 2 tahun"),
        ("competency", "Integritas"),
        ("competency", "Kearsipan dinamis"),
    ]
    assert version.items[1] == Requirement(RequirementKind.TRAINING, "Pelatihan Kearsipan", mandatory=True, validity=36)
    assert (version.items[3].months, version.items[3].post_level) == (24, "SERVICE")
    assert version.items[5].competency_kind is CompetencyKind.TECHNICAL
    assert version.lists["trainings"] == LISTS["Diklat Wajib"], "what the sheet wrote stays"
    office.exports.export("positions", tmp_path / "out.xlsx")
    again = office.imports.plan(tmp_path / "out.xlsx", kind="positions")
    assert (again.judgement.new, again.judgement.changed, again.judgement.same) == (0, 0, 1)


def test_a_corrected_list_replaces_the_items_and_undo_brings_them_back(office: App, sheet: SheetWriter) -> None:
    key = office.positions.named("Arsiparis Terampil")
    before = office.positions.record(key).version
    rows: list[list[Cell]] = [["Nama Jabatan", "Diklat Wajib"], ["Arsiparis Terampil", "Pelatihan Arsip Digital"]]
    plan = office.imports.plan(sheet(rows), take_likely=True)
    batch = office.imports.apply(plan).batch
    now = office.positions.record(key).version
    assert now is not None
    assert [it.name for it in now.items if it.kind is RequirementKind.TRAINING] == ["Pelatihan Arsip Digital"]
    assert len(now.items) == 5
    office.undo.undo(batch or 0)
    assert office.positions.record(key).version == before


def test_everybody_at_once_is_everybody_one_by_one(office: App) -> None:
    train(office, NIP, "Pelatihan Kearsipan Angkatan II", date.today() - timedelta(days=100))
    assert told(office) == {
        ("Ani", "Sertifikasi Arsiparis", "missing"),
        ("Budi", "Diploma III/Sarjana Muda", "missing"),
        ("Budi", "Kearsipan", "missing"),
        ("Budi", "Pelatihan Kearsipan", "missing"),
        ("Budi", "Sertifikasi Arsiparis", "missing"),
    }
    rows = listed(office, "gaps")
    assert Counter((row["requirement_kind"], row["verdict"]) for row in rows) == one_by_one(office, date.today())


@pytest.mark.parametrize("years", [0, 1, 3, 6])
def test_a_city_of_any_day_is_its_people_one_by_one(app: App, years: int) -> None:
    app.demo.fill(40)
    day = date(2026, 6, 30) - timedelta(days=365 * years)
    rows = app.lists.rows("gaps", ListQuery(as_of=day))[1]
    assert Counter((row["requirement_kind"], row["verdict"]) for row in rows) == one_by_one(app, day)
    assert bool(rows) == (years < 6), "nothing was asked before the standards held"


def test_a_gap_opens_and_closes_with_what_is_written(office: App) -> None:
    told(office)
    train(office, OTHER, "Diklat Kearsipan", date.today() - timedelta(days=1))
    with office.database.read() as reader:
        assert person_gaps.touched(reader, date.today()) == [office.employees.by_nip(OTHER).key]
    assert ("Budi", "Pelatihan Kearsipan", "missing") not in told(office)
    office.undo.undo(newest(office))
    with office.database.read() as reader:
        assert person_gaps.touched(reader, date.today()) == [office.employees.by_nip(OTHER).key]
    assert ("Budi", "Pelatihan Kearsipan", "missing") in told(office)
    key = office.positions.named("Arsiparis Terampil")
    office.positions.add_version(key, {"effective_date": date.today(), "items": ()})
    with office.database.read() as reader:
        assert person_gaps.touched(reader, date.today()) is None, "another standard is everybody's"
    assert told(office) == set()


def newest(app: App) -> int:
    return max(row["change_set"] for row in app.lists.rows("changes", ListQuery())[1])


def test_an_expiring_training_is_told_before_and_after_its_end(office: App) -> None:
    end = date.today()
    train(office, NIP, "Pelatihan Kearsipan", end.replace(year=end.year - 3, day=min(end.day, 28)))
    last = end.replace(day=min(end.day, 28))
    states = {
        day: {verdict for _, name, verdict in told(office, day) if name == "Pelatihan Kearsipan"} - {"missing"}
        for day in (last - timedelta(days=91), last - timedelta(days=90), last, last + timedelta(days=1))
    }
    assert list(states.values()) == [set(), {"soon"}, {"soon"}, {"expired"}]


def test_numbers_are_those_of_the_rows_they_open(app: App) -> None:
    app.demo.fill(60)
    counts = app.positions.gap_of_agency()
    assert sum(it.people for it in counts) == app.lists.count("gaps", ListQuery())
    for it in counts[:8]:
        where = (("requirement_kind", it.kind), ("requirement", it.name), ("verdict", it.verdict))
        assert app.lists.count("gaps", ListQuery(where=where)) == it.people
    for node in app.agencies.tree():
        of_agency = sum(it.people for it in app.positions.gap_of_agency(node.key))
        assert of_agency == app.lists.count("gaps", ListQuery(where=(("root_agency", node.name),)))
    facets = app.lists.facets("gaps", ListQuery(), ["verdict", "requirement_kind", "post"])
    assert all(sum(it.count for it in values) == sum(it.people for it in counts) for values in facets.values())


def test_a_program_that_must_not_write_gives_the_same_answer(office: App, tmp_path: Path) -> None:
    expected = told(office)
    train(office, NIP, "Pelatihan Kearsipan", date.today())
    other = open_app(tmp_path, "penguji", derives=False)
    before = (tmp_path / STORE).stat().st_size
    assert told(other) == expected - {("Ani", "Pelatihan Kearsipan", "missing")}
    assert (tmp_path / STORE).stat().st_size == before
    other.close()
    assert told(office) == expected - {("Ani", "Pelatihan Kearsipan", "missing")}


def test_while_another_program_writes_the_list_is_reckoned_for_its_reader_alone(office: App, tmp_path: Path) -> None:
    blocked = Database(tmp_path / STORE, busy_seconds=0.1)
    with blocked.maintain():
        bring_up_to_date(office.database)
        assert len(told(office)) == 6
    blocked.close()


def test_those_who_left_lack_nothing(office: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["NIP", "Kedudukan Hukum", "TMT Kedudukan"], [OTHER, "Pensiun", date(2024, 1, 1)]]
    imported(office, sheet(rows))
    assert {person for person, _, _ in told(office)} == {"Ani"}
    assert {person for person, _, _ in told(office, date(2023, 12, 31))} == {"Ani", "Budi"}


def test_a_person_against_a_next_post_and_without_one(office: App, sheet: SheetWriter) -> None:
    key = office.employees.by_nip(NIP).key
    post, _ = office.positions.add({"name": "Kepala Seksi"})
    assert office.positions.gap(key, post).findings == ()
    item = Requirement(RequirementKind.TRAINING, "PKP")
    office.positions.add_version(post, {"effective_date": None, "items": (item,), "education_code": "40"})
    gap = office.positions.gap(key, post)
    assert (gap.is_own, [it.verdict for it in gap.findings]) == (False, [Verdict.MISSING, Verdict.MISSING])
    assert len(gap.gaps) == 2
    imported(office, sheet([["NIP", "Nama"], ["199103122015011003", "Cici"]]))
    alone = office.employees.by_nip("199103122015011003").key
    with pytest.raises(Exception, match=r"position\.none_held"):
        office.positions.gap(alone)
    assert office.positions.gap(alone, post).post == "Kepala Seksi"


def test_a_store_of_an_older_version_gets_its_items_when_it_is_opened(office: App, tmp_path: Path) -> None:
    key = office.positions.named("Arsiparis Terampil")
    before = office.positions.record(key)
    with office.database.write(ChangeSetHeader("edit", "uji", "seperti versi lama")) as writer:
        rows = [row.id for row in queries.items_of(writer)]
        writing.delete_rows(writer, "standard_requirements", rows)
        settings.put(writer, "reference.digest", "lama")
    assert office.positions.record(key) != before
    office.close()
    again = open_app(tmp_path, "penguji")
    assert again.positions.record(key) == before
    again.close()
