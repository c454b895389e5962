"""What is kept of trainings to be counted by: after any change it tells what counting anew would."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from db import Database
from db.queries import searching, training_counts
from db.tables.training_counts import training_facets, training_numbers, training_titles
from smartpns_desktop.app import App
from smartpns_desktop.domain.searching import bare
from smartpns_desktop.services import listings
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported, nip

FIELDS = ("year", "verified", "form", "source")
ALL = ListQuery()


@pytest.fixture
def office(app: App, sheet: SheetWriter) -> App:
    imported(app, sheet([["NIP", "Nama"], [nip(1), "Ani"], [nip(2), "Budi"]], "people.xlsx"))
    courses: list[list[Cell]] = [
        ["NIP", "Nama Pelatihan", "Mulai", "JP", "Penyelenggara", "Nomor Sertifikat", "Terverifikasi"],
        [nip(1), "Seminar A", date(2026, 3, 2), 4, "LAN", "A/1", "Ya"],
        [nip(2), "Seminar A", date(2025, 3, 2), 4, "LAN", "A/2", "Tidak"],
        [nip(2), "Bimtek", date(2025, 5, 2), 8, None, None, "Tidak"],
    ]
    imported(app, sheet(courses, "trainings.xlsx"))
    return app


def kept(app: App) -> tuple[object, ...]:
    """What the kept tables tell, brought up to date as readers do."""
    listings.bring_counts_up_to_date(app.database)
    with app.database.read() as reader:
        assert all(training_counts.holds(reader, table) for table in training_counts.KEPT)
        run = reader.connection.execute
        facets = {tuple(row)[:-1]: row.trainings for row in run(training_facets.select())}
        titles = {tuple(row)[:-1]: row.trainings for row in run(training_titles.select())}
        numbers = {tuple(row) for row in run(training_numbers.select())}
    return facets, titles, numbers


def counted(app: App) -> tuple[object, ...]:
    """The same, counted one by one."""
    keys = app.lists.keys("trainings", ALL)
    rows = [app.trainings.record(key) for key in keys]
    facets = Counter((it.year, it.form_code, it.verified, it.source) for it in rows)
    titles = Counter((it.name, it.organiser) for it in rows)
    numbers = {(bare(it.certificate_number), it.key) for it in rows if it.certificate_number}
    return dict(facets), dict(titles), numbers


def test_counts_are_those_of_the_rows_after_every_kind_of_change(office: App, sheet: SheetWriter) -> None:
    assert kept(office) == counted(office)
    first, second, third = office.lists.keys("trainings", ALL)
    office.trainings.change(first, {"name": "Lain", "organiser": None, "certificate_number": "B / 9"})
    assert kept(office) == counted(office)
    changes = office.trainings.delete(second)
    assert kept(office) == counted(office)
    assert changes.change_set is not None
    office.undo.undo(changes.change_set)
    assert kept(office) == counted(office)
    office.trainings.verify([first, second, third], yes=True)
    office.trainings.change(third, {"start_date": date(2023, 1, 1)})
    office.trainings.delete(third)
    assert kept(office) == counted(office)
    more: list[list[Cell]] = [["NIP", "Nama Pelatihan", "Mulai", "JP"], [nip(1), "Baru", date(2024, 1, 1), 3]]
    imported(office, sheet(more, "more.xlsx"))
    office.merging.merge(nip(1), nip(2))
    assert kept(office) == counted(office)
    office.undo.undo(office.lists.rows("batches", ALL, 1)[1][0]["batch"])
    assert kept(office) == counted(office)


_ACTS = st.tuples(st.sampled_from(["change", "delete", "undo", "look"]), st.integers(0, 5), st.integers(0, 3))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ACTS, min_size=1, max_size=6))
def test_any_order_of_changes_and_looks_leaves_the_counts_right(office: App, acts: list[tuple[str, int, int]]) -> None:
    for act, which, value in acts:
        keys = office.lists.keys("trainings", ALL)
        if act == "look":
            kept(office)
        elif act == "undo":
            if turn := office.undo.next_undo():
                office.undo.undo(turn.number)
        elif keys and act == "delete":
            office.trainings.delete(keys[which % len(keys)])
        elif keys:
            office.trainings.change(keys[which % len(keys)], {"organiser": f"O{value}", "jp": float(value + 1)})
    assert kept(office) == counted(office)


def test_facets_out_of_kept_counts_are_those_of_the_rows(office: App) -> None:
    for query in (
        ALL,
        ListQuery(where=(("year", "2025"),)),
        ListQuery(where=(("verified", "false"), ("year", "2026"))),
    ):
        out_of_counts = office.lists.facets("trainings", query, FIELDS)
        rows = office.lists.rows("trainings", query)[1]
        for field in FIELDS:
            if field not in dict(query.where):
                told = Counter("" if row[field] is None else str(row[field]) for row in rows)
                assert {it.value: it.count for it in out_of_counts[field]} == told


def test_a_store_that_cannot_be_written_is_counted_row_by_row(office: App) -> None:
    told = office.lists.facets("trainings", ALL, FIELDS)
    office.trainings.delete(office.lists.keys("trainings", ALL)[0])
    still = Database(office.database.path, derives=False)
    listings.bring_counts_up_to_date(still)
    with still.read() as reader:
        assert not training_counts.holds(reader, training_facets)
        assert sum(searching.training_names(reader).values()) == 2
        assert searching.Single("a").keys(reader)
    still.close()
    assert told != office.lists.facets("trainings", ALL, FIELDS)


def test_counts_under_an_agency_or_words_do_not_read_every_row_by_the_year(office: App) -> None:
    """A million trainings: whose they are leads to them through an index alone, as does a word that no training has
    itself; a word of their names looks at the rows as they lie."""
    statements: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, told: object, *_: object) -> None:
        if "count(*)" in statement and "FROM trainings" in statement:
            statements.append((statement, told))

    agency = ListQuery(where=(("root_agency", "Dinas A"), ("year", "2026")))
    with office.database.read() as reader:
        engine = reader.connection.engine
    office.lists.facets("trainings", ALL, FIELDS)
    event.listen(engine, "before_cursor_execute", note)
    for query in (agency, ListQuery(search="ani"), ListQuery(search="seminar")):
        office.lists.facets("trainings", query, FIELDS)
    event.remove(engine, "before_cursor_execute", note)
    plans = []
    with office.database.read() as reader:
        for statement, told in statements:
            rows = reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", told)  # type: ignore[arg-type]
            plans.append([str(row[-1]) for row in rows if " trainings" in f" {row[-1]}".replace("trainings_", "")])
    of_agency, of_person, of_words = plans
    for plan in (of_agency, of_person):
        assert plan[0].startswith("SEARCH trainings USING COVERING INDEX ix_trainings_employee_id_start_date_facets")
    assert of_words[0] == "SCAN trainings"


def test_counts_under_words_are_those_of_the_list(office: App) -> None:
    """Words of the training, of its certificate and of its person, each in any of them."""
    for words, count in (("seminar", 2), ("seminar budi", 1), ("a/2", 1), ("ani bimtek", 0), ("SEMINAR a/1 ani", 1)):
        query = ListQuery(search=words)
        years = office.lists.facets("trainings", query, FIELDS)["year"]
        assert sum(it.count for it in years) == office.lists.count("trainings", query) == count
        assert len(office.lists.keys("trainings", query)) == count
