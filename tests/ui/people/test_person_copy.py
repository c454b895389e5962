"""The copy of a person's data on paper: all of it, nothing that a name could break."""

from __future__ import annotations

from datetime import date

from smartpns_desktop.app import App
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.office import OfficeProfile
from smartpns_desktop.services.person_copy import tables
from ui.people.person_copy import copy_html


def test_every_row_of_the_copy_is_on_the_paper(city: App) -> None:
    key = city.trainings.record(city.lists.keys("trainings", ListQuery())[0]).employee_id
    city.employees.change(key, {"note": "Ani <b>& Budi"})
    made = city.person_copies.copy(key)
    html = copy_html(made, OfficeProfile("BKPSDM", "Uji"), date(2026, 11, 22))
    assert "Ani &lt;b&gt;&amp; Budi" in html
    for it in tables(made):
        assert f">{it.title}</p>" in html or not it.rows
    (trainings,) = [it for it in tables(made) if it.title == "Pelatihan"]
    assert all(str(row[0]) in html for row in trainings.rows)
