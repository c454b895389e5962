"""Quotas of posts and the reference of competencies: added, changed, removed, refused with the field named, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.lists import ListQuery
from tests.services.edit_checks import done, refused

DAY = date(2025, 1, 1)
OWN = {"name": "Kearsipan dinamis", "kind": "technical", "effective_from": DAY, "source": "Kepwal 1/2025"}


@pytest.fixture
def place(app: App) -> dict[str, int]:
    agency, _ = app.agencies.add({"name": "Dinas A"})
    post, _ = app.positions.add({"name": "Arsiparis Mahir"})
    return {"position_id": post, "agency_id": agency}


def quota_of(app: App, on: date | None = None) -> Any:
    return app.lists.rows("positions", ListQuery(as_of=on))[1][0]["quota"]


def test_a_quota_holds_from_its_day_until_the_next(app: App, place: dict[str, int]) -> None:
    quotas = app.positions.quotas
    first = {**place, "effective_date": DAY, "needed": 3, "filled": 1}
    done(app, lambda: quotas.add(first)[1], "Catat kebutuhan Arsiparis Mahir di Dinas A")
    key, _ = quotas.add({**place, "effective_date": date(2025, 6, 1), "needed": 4})
    assert [quota_of(app, on) for on in (date(2024, 12, 31), DAY, date(2025, 6, 1))] == [None, 3, 4]
    told = [(row["needed"], row["in_force"]) for row in app.lists.rows("position-quotas", ListQuery())[1]]
    assert told == [(4, True), (3, False)]
    held = ListQuery(where=(("in_force", "True"),))
    assert [row["needed"] for row in app.lists.rows("position-quotas", held)[1]] == [4]
    assert [row["needed"] for row in app.lists.rows("position-quotas", replace(held, as_of=DAY))[1]] == [3]
    assert quotas.record(key) == {**place, "effective_date": date(2025, 6, 1), "needed": 4, "filled": None}
    done(app, lambda: quotas.change(key, {"needed": 5}), "Ubah kebutuhan Arsiparis Mahir di Dinas A")
    assert quota_of(app) == 5
    done(app, lambda: quotas.delete(key), "Hapus kebutuhan Arsiparis Mahir di Dinas A")
    assert quota_of(app) == 3


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"needed": None}, ["value.missing"]),
        ({"needed": -1}, ["value.outside"]),
        ({"position_id": None}, ["value.missing"]),
        ({"agency_id": None}, ["value.missing"]),
        ({"needed": 1}, ["quota.taken"]),
        ({"needed": 1, "effective_date": date(2026, 1, 1)}, []),
    ],
)
def test_what_is_wrong_with_a_quota(app: App, place: dict[str, int], values: dict[str, Any], codes: list[str]) -> None:
    known = {**place, "effective_date": DAY, "needed": 3}
    key, _ = app.positions.quotas.add(known)
    assert app.positions.quotas.problems({}, key) == ()
    found = app.positions.quotas.problems({**known, **values})
    assert [it.code for it in found if it.code != "quota.taken" or codes == ["quota.taken"]] == codes
    if codes:
        refused(app, "record.rejected", lambda: app.positions.quotas.add({**known, **values}))


def test_a_competency_of_the_office_gets_a_code_and_its_kind(app: App) -> None:
    """What posts ask by its name is then of that kind."""
    reference, shipped = app.positions.reference, app.lists.count("competencies", ListQuery())
    done(app, lambda: reference.add(OWN)[1], "Tambah kompetensi Kearsipan dinamis")
    key, _ = reference.add(OWN | {"name": "Kearsipan statis"})
    rows = {row["name"]: row for row in app.lists.rows("competencies", ListQuery())[1]}
    assert len(rows) == shipped + 2
    assert [rows[name]["code"] for name in ("Kearsipan dinamis", "Kearsipan statis")] == ["T-1", "T-2"]
    assert "Kearsipan statis" in app.positions.competency_names()
    assert dict(app.positions.competencies())["Kearsipan statis"] == "technical"
    done(app, lambda: reference.change(key, {"source": None}), "Ubah kompetensi Kearsipan statis")
    assert reference.record(key)["source"] == ""
    done(app, lambda: reference.delete(key), "Hapus kompetensi Kearsipan statis")


def test_competencies_of_regulations_stay(app: App) -> None:
    key = app.lists.keys("competencies", ListQuery("integritas"))[0]
    reference = app.positions.reference
    acts = (lambda: reference.record(key), lambda: reference.change(key, {"name": "X"}), lambda: reference.delete(key))
    for act in acts:
        refused(app, "competency.shipped", act, name="Integritas")


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"name": ""}, ["value.missing"]),
        ({"name": "KERJASAMA"}, ["competency.taken"]),
        ({"kind": None}, ["value.missing"]),
        ({"kind": "soft"}, ["value.not_in_list"]),
        ({"effective_from": None}, ["value.missing"]),
    ],
)
def test_what_is_wrong_with_a_competency(app: App, values: dict[str, Any], codes: list[str]) -> None:
    assert [it.code for it in app.positions.reference.problems(OWN | values)] == codes
    refused(app, "record.rejected", lambda: app.positions.reference.add(OWN | values))
