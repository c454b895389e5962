"""The profile on paper: everything in it, nothing that a name could break."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from smartpns_desktop.app import App
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.office import OfficeProfile
from ui.context import Context
from ui.people.header import jp_note
from ui.people.initials import initials
from ui.people.person import read_person
from ui.people.profile import profile_html
from ui.printing.document_print import write_pdf
from ui.waiting import settle

TODAY = date(2026, 11, 22)
OFFICE = OfficeProfile("BKPSDM", "Uji")


def test_a_profile_tells_person_histories_and_trainings(city: App) -> None:
    key = city.lists.keys("trainings", ListQuery())[0]
    person = read_person(city, city.trainings.record(key).employee_id, 2026)
    html = profile_html(person, OFFICE, TODAY)
    for told in (person.name, person.number, "PEMERINTAH KOTA UJI", "BKPSDM", person.trainings[0]["name"]):
        assert told.replace("'", "&#x27;") in html
    for state in person.record.grades:
        assert str(state.grade) in html


def test_signs_of_html_in_a_name_are_text(city: App) -> None:
    key = city.lists.keys("employees", ListQuery())[0]
    city.employees.change(key, {"name": "Ani <b>& Budi"})
    assert "Ani &lt;b&gt;&amp; Budi" in profile_html(read_person(city, key, 2026), OFFICE, TODAY)


def test_the_pdf_has_one_or_two_pages(context: Context, city: App, tmp_path: Path) -> None:
    told: list[str] = []
    context.told.connect(lambda text, _number: told.append(text))
    person = read_person(city, city.lists.keys("employees", ListQuery())[0], 2026)
    out = tmp_path / "profil.pdf"
    write_pdf(context, "Profil", lambda: profile_html(person, OFFICE, TODAY), out)
    settle(context.operations)
    assert told in (["1 halaman: profil.pdf"], ["2 halaman: profil.pdf"])
    assert out.read_bytes().startswith(b"%PDF")


def test_initials_are_of_the_first_and_the_last_word() -> None:
    assert [initials(name) for name in ("Agnesia Lahang", "Siti", "Budi 'Adi Karya", "")] == ["AL", "S", "BK", ""]


def test_the_note_beside_the_meter_says_what_is_missing(city: App) -> None:
    key = city.lists.keys("employees", ListQuery(where=(("jp_band", "none"),), year=2026))[0]
    assert jp_note(read_person(city, key, 2026).year).startswith("Kurang 20 JP")


def test_every_training_and_every_year_is_on_the_profile(city: App) -> None:
    key = city.trainings.record(city.lists.keys("trainings", ListQuery())[0]).employee_id
    person = read_person(city, key, 2026)
    html = profile_html(person, OFFICE, TODAY)
    assert all(html.count(str(row["certificate"])) == 1 for row in person.trainings)
    assert html.count(" pelatihan</td>") == len({row["year"] for row in person.trainings})


def test_without_an_office_there_is_no_letterhead(city: App) -> None:
    person = read_person(city, city.lists.keys("employees", ListQuery())[0], 2026)
    assert "<hr>" not in profile_html(person, OfficeProfile(), TODAY)
