"""Finding people who were recorded twice in a store, and remembering who are two."""

from __future__ import annotations

import pytest

from db import ChangeSetHeader
from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.duplicates import Sign
from tests.services.edit_checks import done, refused, unchanged

NIK = "6474015203850001"
SITI, SITTI = "198503122010012001", "198503122021212001"
BUDI, BUDY = "199001012015011001", "199001012015011002"


def record(app: App, *people: tuple[str, str, str | None, str]) -> None:
    """People by NIP, name, NIK and kind; born as their NIP says."""
    rows = [
        {"nip": nip, "name": name, "nik": nik, "kind": kind, "birth_date": f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}"}
        for nip, name, nik, kind in people
    ]
    with app.database.write(ChangeSetHeader("edit", "penguji", "Orang")) as writer:
        writing.insert_rows(writer, "employees", rows)


def pairs(app: App) -> list[tuple[str, str]]:
    return [(it.keep.nip, it.other.nip) for it in app.duplicates.pairs()]


@pytest.fixture
def office(app: App) -> App:
    record(
        app,
        (SITTI, "Sitti Aminah", NIK, "PPPK"),
        (SITI, "Siti Aminah", NIK, "PNS"),
        (BUDI, "Budi Santoso", None, "PNS"),
        (BUDY, "Budi Santoso", None, "PNS"),
        ("196503122010011001", "Budi Santoso", None, "PNS"),
        ("198503122010012009", "Rahmawati", None, "PNS"),
    )
    return app


def test_pairs_are_told_the_surest_first_with_their_signs(office: App) -> None:
    first, second = office.duplicates.pairs()
    assert (first.keep.name, first.other.name, first.score > second.score) == ("Siti Aminah", "Sitti Aminah", True)
    assert set(first.signs) == {Sign.SAME_NIK, Sign.ALIKE_NAME, Sign.SAME_BIRTH, Sign.STATUS_CHANGED}
    assert (second.keep.nip, second.other.nip) == (BUDI, BUDY)


def test_nobody_is_recorded_twice_in_an_empty_store(app: App) -> None:
    assert app.duplicates.pairs() == ()


def test_two_people_are_not_shown_again_until_that_is_undone(office: App) -> None:
    reason = f"Orang yang berbeda: Budi Santoso {BUDI} dan Budi Santoso {BUDY}"
    changes = done(office, lambda: office.duplicates.judge_different(BUDY, BUDI), reason)
    assert changes.employees
    assert pairs(office) == [(SITI, SITTI)]
    unchanged(office, lambda: office.duplicates.judge_different(BUDI, BUDY))
    office.undo.undo(changes.change_set or 0)
    assert len(pairs(office)) == 2


def test_what_is_written_is_seen_at_once(office: App) -> None:
    assert len(pairs(office)) == 2
    number = office.merging.merge(SITI, SITTI).change_set
    assert pairs(office) == [(BUDI, BUDY)]
    office.undo.undo(number)
    assert len(pairs(office)) == 2
    office.employees.change(office.employees.by_nip(BUDY).key, {"name": "Wawan Setiawan"})
    assert pairs(office) == [(SITI, SITTI)]


def test_a_nik_that_stands_in_for_many_finds_nobody(app: App) -> None:
    record(
        app,
        *(
            (f"19{80 + place}0101201001{1 + place % 2}001", f"Orang {chr(65 + place) * 5}", NIK, "PNS")
            for place in range(8)
        ),
    )
    assert pairs(app) == []


@pytest.mark.parametrize(("one", "other", "code"), [(SITI, SITI, "merge.same_person"), (SITI, "1", "employee.unknown")])
def test_who_cannot_be_two_people(office: App, one: str, other: str, code: str) -> None:
    refused(office, code, lambda: office.duplicates.judge_different(one, other))


def test_a_pair_that_meets_in_several_ways_is_told_once(app: App) -> None:
    """One NIK, one name, and NIPs that end alike."""
    twin = "198503132010012001"
    record(app, (SITI, "Siti Aminah", NIK, "PNS"), (twin, "Siti Aminah", NIK, "PNS"))
    assert pairs(app) == [(SITI, twin)]
