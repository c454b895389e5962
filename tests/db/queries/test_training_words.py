"""Words that are searched for among trainings: what is kept of them finds what every row tells, and no other."""

from __future__ import annotations

from datetime import date

import pytest

from db import ChangeSetHeader, Database, Writer
from db.queries import listing, training_counts, training_words, writing
from db.queries.containing import words_of
from db.queries.development_lists import trainings_listing
from db.queries.listing import Filter, View

TODAY = date(2026, 6, 1)
TRAININGS = (
    ("Bimtek Keuangan", "800/12-A"),
    ("Seminar 100%", "SIT I/7"),
    ("Pelatihan Dasar", None),
    ("Diklat PIM_IV", "É-1"),
    ("Seminar 100%", "8 0 0.12"),
)


@pytest.fixture
def filled(database: Database) -> Database:
    """Siti has all trainings but the last, which is Budi's; what is kept of them tells of all."""
    with database.write(ChangeSetHeader("edit", "penguji", "Uji")) as writer:
        for person, name in enumerate(("Siti", "Budi"), start=1):
            row = {"nip": f"{person:018}", "name": name, "kind": "PNS"}
            key = writing.insert_one(writer, "employees", row)
            for course, number in TRAININGS[:4] if name == "Siti" else TRAININGS[4:]:
                add(writer, key, course, number)
    refresh(database)
    return database


def add(writer: Writer, person: int, course: str, number: str | None) -> None:
    row = {"employee_id": person, "name": course, "name_key": course.casefold(), "certificate_number": number}
    writing.insert_one(writer, "trainings", {**row, "verified": False})


def refresh(database: Database) -> None:
    with database.maintain() as writer:
        for table in training_counts.KEPT:
            training_counts.refresh(writer, table)


@pytest.mark.parametrize(
    ("text", "found", "is_settled"),
    [
        ("siti", 4, True),
        ("SITI", 4, True),
        ("sit i", 4, False),
        ("sit", 4, True),
        ("800/12", 1, True),
        ("80012", 0, True),
        ("8001", 0, True),
        ("0.12", 1, True),
        ("12-a", 1, True),
        ("É-1", 1, True),
        ("siti 800", 1, True),
        ("seminar", 2, False),
        ("100%", 2, False),
        ("m_iv", 1, False),
        ("%", 2, False),
        ("/", 2, False),
        ("tidakada", 0, True),
    ],
)
def test_the_same_is_found_whether_kept_or_read(filled: Database, text: str, found: int, is_settled: bool) -> None:
    known = trainings_listing(View(TODAY, TODAY.year))
    with filled.read() as reader:
        every_row = Filter(text)
        settled = listing.settle(reader, known, every_row)
        assert len(listing.keys(reader, known, every_row)) == found
        assert listing.keys(reader, known, settled) == listing.keys(reader, known, every_row)
        assert listing.count(reader, known, settled) == found
        assert (len(settled.settled) == len(words_of(text))) is is_settled


def test_what_lags_behind_settles_nothing(filled: Database) -> None:
    with filled.write(ChangeSetHeader("edit", "penguji", "Uji")) as writer:
        add(writer, 1, "Kursus", "Z/9")
    with filled.read() as reader:
        assert training_words.said(reader, "z/9") is None
        known = trainings_listing(View(TODAY, TODAY.year))
        assert listing.count(reader, known, Filter("z/9")) == 1
        assert listing.settle(reader, known, Filter("z/9")).settled == {}
    refresh(filled)
    with filled.read() as reader:
        assert training_words.said(reader, "z/9") is not None


def test_of_very_many_numbers_every_row_is_read(filled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_words, "_MOST", 1)
    with filled.read() as reader:
        assert training_words.said(reader, "12") is None
        assert training_words.said(reader, "12-a") is not None
