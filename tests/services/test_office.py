"""The office's profile: empty at first, the invented city's with its data, and the office's own once it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.demo.agencies import CITY
from smartpns_desktop.services.office import SAMPLE, OfficeProfile

OWN = OfficeProfile("BKPSDM Kabupaten Contoh", "Contoh", "regency", "Provinsi Contoh")


def test_at_first_nothing_is_known(app: App) -> None:
    assert app.office.profile() == OfficeProfile()
    assert (app.office.is_set_up(), app.office.profile().place) == (False, "")


def test_a_saved_profile_comes_back_tidy(app: App) -> None:
    app.office.save(replace(OWN, office="  BKPSDM  Kabupaten Contoh "))
    assert app.office.profile() == OWN
    assert (app.office.is_set_up(), OWN.place) == (True, "Kabupaten Contoh")


def test_the_invented_city_brings_its_office_and_takes_it_away_again(app: App) -> None:
    made = app.demo.fill(20).change_set
    assert app.office.profile() == SAMPLE
    assert (SAMPLE.sample, SAMPLE.place, app.office.is_set_up()) == (True, CITY, True)
    app.undo.undo(made)
    assert app.office.profile() == OfficeProfile()
    app.undo.redo(made)
    assert app.office.profile() == SAMPLE


def test_an_office_of_its_own_stands_above_the_invented_one(app: App) -> None:
    """But whoever looks still sees that the people are invented."""
    app.demo.fill(20)
    app.office.save(OWN)
    assert app.office.profile() == replace(OWN, sample=True)


def test_no_change_set_is_made(app: App) -> None:
    newest = app.health.check().change_sets
    app.office.save(OWN)
    assert app.health.check().change_sets == newest
    assert app.undo.next_undo() is None


@pytest.mark.parametrize(
    ("wrong", "columns"),
    [
        ({"office": " "}, "Nama kantor"),
        ({"region": ""}, "Nama daerah"),
        ({"region_kind": "desa"}, "Jenis daerah"),
        ({"office": "", "region": ""}, "Nama kantor, Nama daerah"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_kept(app: App, wrong: dict[str, str], columns: str) -> None:
    profile = replace(OWN, **wrong)
    assert [it.column for it in app.office.problems(profile)] == list(wrong)
    with pytest.raises(CannotDo) as raised:
        app.office.save(profile)
    assert (raised.value.code, raised.value.facts["columns"]) == ("record.rejected", columns)
    assert not app.office.is_set_up()


def test_the_word_before_the_region_is_not_kept_twice(app: App) -> None:
    app.office.save(OfficeProfile("BKPSDM", "Kabupaten Contoh", "city"))
    assert app.office.profile() == OfficeProfile("BKPSDM", "Contoh", "regency")
    with pytest.raises(CannotDo):
        app.office.save(OfficeProfile("BKPSDM", "Kota"))
