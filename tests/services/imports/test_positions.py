"""Sheets of posts: what they ask since when, and how many people a unit needs, as offices map their posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import changes, counts, imported, listed, partitions, reconciles, refused, warned

FIELDS = ("name", "position_class", "education_level", "programmes", "trainings")


def posts(app: App) -> list[tuple[object, ...]]:
    """What every post asks today."""
    return [tuple(row[name] for name in FIELDS) for row in listed(app, "positions")]


def quotas(app: App) -> list[tuple[object, ...]]:
    """How many people units need and have."""
    rows = listed(app, "position-quotas")
    return [tuple(row[name] for name in ("agency", "name", "needed", "filled")) for row in rows]


STANDARD: list[list[Cell]] = [
    ["STANDAR JABATAN"],
    ["Nama Jabatan", "Jenis", "Eselon", "Kelas Jabatan", "Unit Kerja", "Syarat Pendidikan", "Syarat Jurusan",
     "Diklat Wajib", "Kebutuhan (ABK)", "Bezetting"],
    ["Arsiparis Ahli Muda", "Fungsional", "", 9, "Dinas A", "S-1", "Kearsipan; Administrasi", "Kearsipan", 2, 1],
    ["Kepala Bidang", "Struktural", "III.b", 11, "Dinas A", "S1/D-IV", "Hukum", "PKA", 1, 1],
]  # fmt: skip
MAP: list[list[Cell]] = [
    ["PEMERINTAH KOTA"],
    ["PETA JABATAN DAN ANALISIS BEBAN KERJA"],
    [],
    ["No", "Jabatan", "Jenis Jabatan", "Kelas", "Syarat Jabatan", "", "", "Pegawai", "", "Selisih"],
    ["", "", "", "", "Pendidikan", "Jurusan", "Diklat", "Kebutuhan", "Bezetting", ""],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ["Dinas A"],
    [1, "Arsiparis Ahli Muda", "JFT", "9", "Sarjana", "Kearsipan; Administrasi", "Kearsipan", "2 orang", "1", "-1"],
    [2, "Kepala Bidang", "Jabatan Struktural", "11", "S-1", "Hukum", "PKA", "1", "1", "0"],
    ["", "Jumlah", "", "", "", "", "", 3, 2, -1],
]
PLAIN: list[list[Cell]] = [
    ["KELAS JABATAN", "NOMENKLATUR JABATAN", "KUALIFIKASI PENDIDIKAN", "KUALIFIKASI JURUSAN", "SYARAT DIKLAT", "OPD",
     "ABK", "EKSISTING"],
    [9.0, "Arsiparis Ahli Muda", "S1", "Kearsipan; Administrasi", "Kearsipan", "Dinas A", 2.0, 1.0],
    [11.0, "Kepala Bidang", "S1", "Hukum", "PKA", "Dinas A", 1.0, 1.0],
]  # fmt: skip


@pytest.mark.parametrize("rows", [STANDARD, MAP, PLAIN], ids=["standard", "map", "plain"])
def test_every_office_s_style_tells_the_same(app: App, sheet: SheetWriter, rows: list[list[Cell]]) -> None:
    plan = imported(app, sheet(rows))
    assert (plan.kind, counts(plan), plan.problems) == ("positions", {"new": 2}, ())
    assert reconciles(plan)
    assert posts(app) == [
        ("Arsiparis Ahli Muda", 9, "S-1/Sarjana", "Kearsipan; Administrasi", "Kearsipan"),
        ("Kepala Bidang", 11, "S-1/Sarjana", "Hukum", "PKA"),
    ]
    assert quotas(app) == [("Dinas A", "Arsiparis Ahli Muda", 2, 1), ("Dinas A", "Kepala Bidang", 1, 1)]


@pytest.mark.parametrize("rows", [STANDARD, MAP, PLAIN], ids=["standard", "map", "plain"])
def test_it_tells_nothing_new_the_second_time(app: App, sheet: SheetWriter, rows: list[list[Cell]]) -> None:
    imported(app, sheet(rows))
    again = imported(app, sheet(rows))
    assert (counts(again), again.has_work) == ({"same": 2}, False)


def asking(since: Cell, level: Cell, **more: Cell) -> list[list[Cell]]:
    heading: list[Cell] = ["Nama Jabatan", "Berlaku Mulai", "Syarat Pendidikan", *more]
    return [heading, ["Arsiparis Ahli Muda", since, level, *more.values()]]


def test_a_new_day_is_a_new_version_and_the_same_corrects(app: App, sheet: SheetWriter) -> None:
    assert counts(imported(app, sheet(asking(date(2020, 1, 1), "D-III")))) == {"new": 1}
    assert counts(imported(app, sheet(asking(date(2024, 1, 1), "S-1")))) == {"new": 1}
    assert posts(app)[0][2] == "S-1/Sarjana"
    plan = imported(app, sheet(asking(date(2024, 1, 1), "S-2")))
    assert counts(plan) == {"changed": 1}
    assert changes(plan) == [("education_code", "S-1/Sarjana", "S-2")]
    assert counts(imported(app, sheet(asking(None, "S-2")))) == {"same": 1}
    assert counts(imported(app, sheet(asking(date(2020, 1, 1), "D-III")))) == {"same": 1}
    assert counts(imported(app, sheet(asking(date(2090, 1, 1), "S-3")))) == {"new": 1}
    assert posts(app)[0][2] == "S-2", "what a later day brings does not hold yet"


def test_a_post_s_own_retirement_age(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama", "Jabatan"], ["198503122010011001", "Ani", "Dokter Ahli Madya"]]))
    plan = imported(app, sheet([["Nama Jabatan", "BUP"], ["Dokter Ahli Madya", 65]]))
    assert (counts(plan), changes(plan)) == ({"changed": 1}, [("retirement_age", "", "65")])
    assert [row["retirement_age"] for row in listed(app, "positions")] == [65]
    plan = imported(app, sheet([["Nama Jabatan", "BUP", "Kelas Jabatan"], ["Dokter Ahli Madya", 605, 99]]))
    assert (counts(plan), warned(plan)) == ({"same": 1}, [(2, "value.out_of_range"), (2, "value.out_of_range")])


def test_one_post_in_two_units_and_what_repeats_or_contradicts(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["Nama Jabatan", "Unit Kerja", "Syarat Pendidikan", "Kebutuhan"]
    rows: list[list[Cell]] = [
        ["Arsiparis Ahli Muda", "Dinas A", "S-1", 2],
        ["Arsiparis Ahli Muda", "Dinas B", "S-1", 3],
        ["Arsiparis Ahli Muda", "Dinas A", "S-1", 4],
        ["Arsiparis Ahli Muda", "Dinas C", "S-2", 1],
        ["Arsiparis Ahli Muda", None, "S-1", 1],
        ["Pengadministrasi", None, "SMA", None],
    ]
    plan = imported(app, sheet([heading, *rows]))
    assert refused(plan) == {4: "row.duplicate", 5: "state.contradicts", 6: "value.missing"}
    assert counts(plan) == {"new": 3, "rejected": 3}
    assert quotas(app) == [
        ("Dinas A", "Arsiparis Ahli Muda", 2, None),
        ("Dinas B", "Arsiparis Ahli Muda", 3, None),
    ]


def test_a_list_of_people_is_no_list_of_posts(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Pendidikan", "Jurusan"]
    row: list[Cell] = ["198503122010011001", "Ani", "Arsiparis", "Dinas A", "S-1", "Hukum"]
    assert app.imports.plan(sheet([["PETA JABATAN"], heading, row])).kind == "employees"


def test_export_undo_and_the_window(app: App, sheet: SheetWriter) -> None:
    path = sheet(STANDARD)
    plan = app.imports.plan(path, keep=True)
    assert partitions(app, plan)
    batch = app.imports.apply(plan).batch
    out = path.with_name("out.xlsx")
    assert app.exports.export("positions", out, agency="Dinas A") == 2
    again = app.imports.plan(out)
    assert (again.kind, counts(again), again.problems) == ("positions", {"same": 2}, ())
    assert batch is not None
    app.undo.undo(batch)
    assert listed(app, "positions") == listed(app, "position-quotas") == []


def test_a_post_told_with_and_without_its_kind_is_one(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["Nama Jabatan", "Jenis Jabatan", "Eselon", "Kelas Jabatan"]
    rows: list[list[Cell]] = [["Sekretaris", "Struktural", "III.a", 12], ["Sekretaris", None, None, 11]]
    plan = imported(app, sheet([heading, *rows]))
    assert (counts(plan), refused(plan)) == ({"new": 1, "rejected": 1}, {3: "row.duplicate"})
    assert counts(imported(app, sheet([heading, *rows]))) == {"same": 1, "rejected": 1}
    assert counts(imported(app, sheet([heading, rows[1]]))) == {"changed": 1}


def test_an_unknown_level_is_asked_about_once(app: App, sheet: SheetWriter) -> None:
    path = sheet([["Nama Jabatan", "Syarat Pendidikan"], ["Arsiparis", "Semua tingkat"]])
    look = app.imports.look(path)
    columns = app.imports.columns_of(look, "positions")
    choices = ImportChoices("positions", mapping=columns.mapping())
    plan = app.imports.plan_of(look, choices)
    assert warned(plan) == [(2, "education.unknown")]
    (question,) = app.imports.questions_of(plan)
    assert question.code == "education.unknown"
    answered = replace(choices, values={(question.field, question.spellings[0]): "40"})
    plan = app.imports.plan_of(look, answered)
    app.imports.apply(plan)
    assert (plan.problems, posts(app)[0][2]) == ((), "S-1/Sarjana")


@pytest.mark.parametrize(
    ("titles", "agency"),
    [
        (["PETA JABATAN", "DINAS A"], "Dinas A"),
        (["DINAS B", "PETA JABATAN DINAS A"], "Dinas A"),
        (["DINAS A", "PETA JABATAN"], None),
        (["PETA JABATAN", "DINAS A", "DINAS B"], None),
    ],
)
def test_a_map_is_of_the_agency_named_below_its_title(
    app: App, sheet: SheetWriter, titles: list[str], agency: str | None
) -> None:
    imported(app, sheet([["Kode", "Nama Unit"], ["A", "Dinas A"], ["B", "Dinas B"]], "units.xlsx"))
    rows: list[list[Cell]] = [["No", "Nama Jabatan", "Kelas", "B", "K"], [1, "Arsiparis Ahli Muda", 9, 1, 2]]
    plan = imported(app, sheet([*([title] for title in titles), *rows]))
    assert [(row[0], row[2:]) for row in quotas(app)] == ([(agency, (2, 1))] if agency else [])
    assert list(refused(plan).values()) == ([] if agency else ["value.missing"])
