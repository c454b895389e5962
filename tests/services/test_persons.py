"""Everything of one person at one moment: what holds on a day, and how the unit stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.smart_asn import ATTRIBUTES
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.persons import Row
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported

SITI, BUDI, ANI = "198503122010012001", "199001012015011001", "199203012020122002"
DAY = date(2022, 6, 30)


@pytest.fixture
def office(app: App, sheet: SheetWriter) -> App:
    """Three people of one unit, the first with two posts, two grades and two indices."""
    people: list[list[Cell]] = [
        ["NIP", "Nama", "Golongan", "TMT Golongan", "Jabatan", "Unit Organisasi", "TMT Jabatan"]
    ]
    people += [[nip, name, "III/c", "01-04-2020", "Analis Kebijakan Ahli Muda", "Dinas Contoh", "01-01-2021"]
               for nip, name in ((SITI, "Siti Aminah"), (BUDI, "Budi Santoso"), (ANI, "Ani Lestari"))]  # fmt: skip
    imported(app, sheet(people, "pegawai.xlsx"))
    index: list[list[Cell]] = [
        ["NIP", "Nama", "Kualifikasi", "Kompetensi", "Kinerja", "Disiplin", "Total", "Tahun"],
        [SITI, "Siti Aminah", 15, 20, 25, 5, 65, 2022],
        [SITI, "Siti Aminah", 20, 20, 25, 5, 70, 2025],
    ]
    imported(app, sheet(index, "index.xlsx"))
    app.employees.change(key_of(app, SITI), {"birth_date": date(1985, 3, 12)})
    app.employees.add_state(key_of(app, SITI), History.GRADE, date(2024, 4, 1), {"grade_code": "34"})
    return app


def key_of(app: App, number: str) -> int:
    return app.employees.by_nip(number).key


def test_what_holds_is_that_of_the_day_and_what_came_later_is_told_too(office: App) -> None:
    key = key_of(office, SITI)
    now, then = office.persons.whole(key, 2026), office.persons.whole(key, 2022, DAY)
    for whole, grade, index in ((now, "III/d", 70), (then, "III/c", 65)):
        assert whole.record.current["grade"] == grade
        assert [it.grade for it in whole.record.grades if it.in_force] == [grade]
        assert len(whole.record.grades) == 2
        assert whole.index is not None
        assert whole.index["total"] == index
        assert len(whole.records["ip-asn"]) == 2
    assert then.on == DAY


def test_the_pension_begins_in_the_month_after_the_birthday_of_the_age_of_the_post(office: App) -> None:
    pension = office.persons.whole(key_of(office, SITI), 2026).pension
    assert pension is not None
    assert (pension.age, pension.day) == (58, date(2043, 4, 1))


def test_nobody_who_has_left_and_nobody_without_a_birth_date_has_a_pension_to_come(office: App) -> None:
    office.employees.add_state(
        key_of(office, SITI), History.STANDING, date(2025, 1, 1), {"standing": "Meninggal dunia"}
    )
    office.employees.change(key_of(office, BUDI), {"birth_date": None})
    assert office.persons.whole(key_of(office, SITI), 2026).pension is None
    assert office.persons.whole(key_of(office, BUDI), 2026).pension is None


def test_the_jp_of_the_people_of_a_unit(office: App) -> None:
    for number, jp in ((SITI, 24), (BUDI, 9)):
        office.trainings.add({"employee_id": key_of(office, number), "name": "Bimtek", "jp": jp,
                              "start_date": date(2026, 2, 2), "end_date": date(2026, 2, 4)})  # fmt: skip
    team = office.persons.team("Dinas Contoh", 2026)
    assert (team.people, team.met, team.short) == (3, 1, 2)
    assert team.mean == pytest.approx(33 / 3)


def test_a_unit_without_people_has_no_mean(office: App) -> None:
    assert office.persons.team("Dinas Lain", 2026).mean == 0.0


def test_an_unknown_person_is_refused(app: App) -> None:
    with pytest.raises(CannotDo) as refused:
        app.persons.whole(77, 2026)
    assert refused.value.code == "record.missing"


def test_the_smart_asn_profile_tells_what_was_found_last_of_each_attribute(office: App) -> None:
    key = key_of(office, SITI)
    for name, level, day in (
        ("Integritas", 2, date(2020, 5, 4)),
        ("Integritas", 4, date(2024, 5, 6)),
        ("Networking", 3, date(2024, 5, 6)),
        ("Kerja sama", 5, date(2024, 5, 6)),
        ("Nasionalisme", 3, date(2099, 1, 1)),
    ):
        office.records.add("competency-assessments", key, {"competency": name, "level": level, "assessed_on": day})
    now, then = office.persons.whole(key, 2026).smart_asn, office.persons.whole(key, 2022, DAY).smart_asn
    assert list(now) == list(then) == list(ATTRIBUTES)
    assert levels(now) == {"Integritas": 4, "Berjejaring luas (networking)": 3}
    assert levels(then) == {"Integritas": 2}


def levels(profile: Mapping[str, Row | None]) -> dict[str, int]:
    return {name: row["level"] for name, row in profile.items() if row is not None}
