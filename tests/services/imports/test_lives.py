"""Rows of sheets against the lives of their people: posts for a time, standings that end, service after its end."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.employee_states import History
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, listed, nip, refused, warned

SITI = nip(1)
POSTS: list[Cell] = ["NIP", "Nama", "Nama Jabatan", "Unit Kerja", "TMT Jabatan", "Berlaku Sampai", "No SK"]
STANDINGS: list[Cell] = ["NIP", "Nama", "Kedudukan Hukum", "TMT Kedudukan Hukum", "Berlaku Sampai"]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah, born in 1985, CPNS since December 2010, a Kepala Seksi since 2018."""
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja", "Tanggal Lahir", "TMT CPNS"],
        [
            SITI,
            "Siti Aminah",
            "Kepala Seksi",
            date(2018, 4, 1),
            "Dinas Kesehatan",
            date(1985, 3, 12),
            date(2010, 12, 1),
        ],
    ]
    imported(app, sheet(rows, "people.xlsx"))
    return app


def row(post: str, day: date, until: date | None = None) -> list[Cell]:
    return [SITI, "Siti Aminah", post, "Dinas Kesehatan", day, until, "1"]


def test_a_post_for_a_time_stands_beside_the_own_one(staffed: App, sheet: SheetWriter) -> None:
    rows = [POSTS, row("Plt. Kepala Bidang", date(2025, 1, 1), date(2025, 6, 30)), row("Camat", date(2025, 3, 1))]
    plan = imported(staffed, sheet(rows), kind="post-history")
    assert (counts(plan), refused(plan)) == ({"new": 2}, {})
    told = [(it["post"], it["appointment"], it["until"]) for it in listed(staffed, "post-history")]
    assert told == [
        ("Kepala Seksi", "definitif", None),
        ("Kepala Bidang", "Plt.", date(2025, 6, 30)),
        ("Camat", "definitif", None),
    ]
    assert employee(staffed, SITI, date(2025, 2, 1))["post"] == "Kepala Seksi"
    assert employee(staffed, SITI)["post"] == "Camat"
    assert counts(imported(staffed, sheet(rows), kind="post-history")) == {"same": 2}
    assert employee(staffed, SITI)["post"] == "Camat"


def test_the_own_post_and_one_for_a_time_may_begin_on_one_day(staffed: App, sheet: SheetWriter) -> None:
    day = date(2025, 1, 1)
    rows = [POSTS, row("Lurah", day), row("Plh. Camat", day, date(2025, 1, 31)), row("Plh. Camat", day)]
    plan = imported(staffed, sheet(rows), kind="post-history")
    assert (counts(plan), refused(plan)) == ({"new": 2, "rejected": 1}, {4: "row.duplicate"})


def test_a_column_tells_how_a_post_is_held(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Nama Jabatan", "Status Jabatan", "Unit Kerja", "TMT Jabatan"]
    plan = imported(staffed, sheet([
        heading,
        [SITI, "Siti Aminah", "Lurah", "Plt", "Dinas Kesehatan", date(2025, 1, 1)],
        [SITI, "Siti Aminah", "Camat", "Definitif", "Dinas Kesehatan", date(2025, 2, 1)],
        [SITI, "Siti Aminah", "Sekretaris", "Entah", "Dinas Kesehatan", date(2025, 3, 1)],
    ]), kind="post-history")  # fmt: skip
    assert warned(plan)[:1] == [(4, "value.unknown")]
    told = [(it["post"], it["appointment"]) for it in listed(staffed, "post-history")]
    assert told[1:] == [("Lurah", "Plt."), ("Camat", "definitif"), ("Sekretaris", "definitif")]


def test_two_own_posts_at_once_are_refused(staffed: App, sheet: SheetWriter) -> None:
    far = date(date.today().year + 2, 1, 1)
    rows = [POSTS, row("Lurah", date(2024, 1, 1), far), row("Camat", date(2025, 1, 1))]
    plan = imported(staffed, sheet(rows), kind="post-history")
    assert refused(plan) == {2: "post.two_at_once", 3: "post.two_at_once"}
    assert {it.row: it.facts["stored"][:5] for it in plan.problems} == {2: "Camat", 3: "Lurah"}
    past = [POSTS, row("Lurah", date(2019, 1, 1), date(2021, 1, 1)), row("Camat", date(2020, 1, 1))]
    plan = imported(staffed, sheet(past), kind="post-history")
    assert (refused(plan), warned(plan)) == ({}, [(2, "post.overlaps"), (3, "post.overlaps")])


def test_a_leave_ends_and_what_held_before_holds_again(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        STANDINGS,
        [SITI, "Siti Aminah", "Aktif", date(2010, 12, 1), None],
        [SITI, "Siti Aminah", "CLTN", date(2020, 1, 1), date(2022, 12, 31)],
    ]), kind="standing-history")  # fmt: skip
    assert (counts(plan), refused(plan)) == ({"new": 2}, {})
    leave = "Cuti di Luar Tanggungan Negara"
    for day, expected in ((date(2019, 12, 31), "Aktif"), (date(2020, 1, 1), leave), (date(2022, 12, 31), leave),
                          (date(2023, 1, 1), "Aktif")):  # fmt: skip
        assert employee(staffed, SITI, day)["standing"] == expected
    assert employee(staffed, SITI)["standing"] == "Aktif"


@pytest.mark.parametrize(
    ("standing", "day", "until", "code"),
    [
        ("Pensiun", date(1980, 1, 1), None, "event.before_birth"),
        ("Pensiun", date(1985, 3, 12), None, "event.before_birth"),
        ("CLTN", date(2020, 1, 1), date(2019, 1, 1), "event.ends_before_start"),
        ("Pensiun", date(2010, 11, 30), None, "event.before_entry"),
    ],
)
def test_impossible_standings_are_refused(
    staffed: App, sheet: SheetWriter, standing: str, day: date, until: date | None, code: str
) -> None:
    plan = imported(staffed, sheet([STANDINGS, [SITI, "Siti Aminah", standing, day, until]]), kind="standing-history")
    assert (refused(plan), counts(plan)) == ({2: code}, {"rejected": 1})


def test_after_the_end_of_service_nothing_of_it_begins(staffed: App, sheet: SheetWriter) -> None:
    key = staffed.employees.by_nip(SITI).key
    staffed.employees.add_state(key, History.STANDING, date(2024, 5, 1), {"standing": "Pensiun"})
    posts = imported(staffed, sheet([POSTS, row("Camat", date(2025, 1, 1)), row("Lurah", date(2020, 1, 1))]))
    assert refused(posts) == {2: "event.after_end"}
    assert posts.problems[0].facts == {"stored": "retired", "expected": "2024-05-01"}
    ratings = imported(staffed, sheet([
        ["NIP", "Nama", "Tahun", "Predikat Kinerja"],
        [SITI, "Siti Aminah", 2025, "Baik"],
        [SITI, "Siti Aminah", 2023, "Baik"],
        [SITI, "Siti Aminah", 2009, "Baik"],
    ]))  # fmt: skip
    assert (refused(ratings), warned(ratings)) == ({2: "event.after_end"}, [(4, "rating.before_entry")])
    actions = imported(staffed, sheet([
        ["NIP", "Nama", "Jenis Hukuman", "TMT Hukuman"],
        [SITI, "Siti Aminah", "Teguran lisan", date(2025, 1, 1)],
        [SITI, "Siti Aminah", "Teguran lisan", date(2023, 1, 1)],
    ]))  # fmt: skip
    assert refused(actions) == {2: "event.after_end"}


def test_who_came_back_is_in_service_again(staffed: App, sheet: SheetWriter) -> None:
    key = staffed.employees.by_nip(SITI).key
    staffed.employees.add_state(key, History.STANDING, date(2020, 1, 1), {"standing": "Pindah Instansi"})
    staffed.employees.add_state(key, History.STANDING, date(2022, 1, 1), {"standing": "Mutasi masuk"})
    plan = imported(staffed, sheet([POSTS, row("Camat", date(2025, 1, 1))]))
    assert refused(plan) == {}


def test_a_decree_dated_after_its_day_is_told(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["NIP", "Nama", "Golongan", "TMT Golongan", "No SK", "Tanggal SK"],
        [SITI, "Siti Aminah", "III/a", date(2020, 4, 1), "1", date(2020, 5, 1)],
    ]))  # fmt: skip
    assert (refused(plan), warned(plan)) == ({}, [(2, "decree.after_effective")])
