"""What is recorded of the invented city's people: competencies that some of them were assessed in."""

from __future__ import annotations

from collections import Counter

from smartpns_desktop.app import App
from smartpns_desktop.services.demo.service import REFERENCE_DAY
from smartpns_desktop.services.lists import ListQuery

PEOPLE = 300


def test_some_people_were_assessed_in_what_their_posts_ask(app: App) -> None:
    app.demo.fill(PEOPLE)
    rows = app.lists.rows("competency-assessments", ListQuery())[1]
    people = Counter(row["nip"] for row in rows)
    assert 0.03 * PEOPLE < len(people) < 0.3 * PEOPLE
    assert set(people.values()) == {9}, "eight of managers and that of culture"
    assert {row["level"] for row in rows} <= set(range(1, 6))
    assert all(row["assessed_on"] <= REFERENCE_DAY for row in rows)
    found = app.lists.rows("gaps", ListQuery(where=(("requirement_kind", "competency"),), as_of=REFERENCE_DAY))[1]
    assert 0 < len(found) < len(rows) / 2, "most reach what is asked"
