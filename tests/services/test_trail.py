"""The history of a thing: every change with its values in words, also of rows, names and people that are gone."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import ChangeSetHeader
from db.journal import payload_digest
from db.queries import references, writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.trail import TrailEntry
from smartpns_desktop.words.trail import UNKNOWN
from tests.conftest import SheetWriter
from tests.services.imports.outcomes import imported, nip


def edit(app: App, table: str, key: int, reason: str = "Uji", **values: object) -> int:
    """One edit of one row; the number of its change set."""
    with app.database.write(ChangeSetHeader("edit", "Siti", reason)) as writer:
        writing.update_rows(writer, table, [(key, values)])
    return writer.change_set_id


def add(app: App, table: str, **values: object) -> int:
    with app.database.write(ChangeSetHeader("edit", "Budi", "Tambah")) as writer:
        return writing.insert_one(writer, table, values)


def remove(app: App, table: str, key: int) -> int:
    """A thing goes with all that belongs to it."""
    with app.database.write(ChangeSetHeader("edit", "Wati", "Hapus")) as writer:
        references.remove(writer, table, [key])
    return writer.change_set_id


def told(entries: tuple[TrailEntry, ...]) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Operation, thing, and label, before and after of each field."""
    return [(it.operation, it.thing, [(f.label, f.before, f.after) for f in it.fields]) for it in entries]


@pytest.fixture
def siti(app: App) -> int:
    return add(app, "employees", nip=nip(1), name="Siti", kind="CPNS", sex="F", birth_date=date(1985, 3, 12))


def test_each_change_tells_the_values_before_and_after_it(app: App, siti: int) -> None:
    edit(app, "employees", siti, "Ubah Siti: nomor HP", phone="0811")
    edit(app, "employees", siti, "Ubah Siti: nomor HP dan jenis ASN", phone="0822", kind="PNS")
    assert told(app.trail.of("employees", siti)) == [
        ("update", "Pegawai Siti", [("Nomor HP", "0811", "0822"), ("Jenis ASN", "CPNS", "PNS")]),
        ("update", "Pegawai Siti", [("Nomor HP", "", "0811")]),
        (
            "insert",
            "Pegawai Siti",
            [
                ("NIP", "", nip(1)),
                ("Nama", "", "Siti"),
                ("Tanggal lahir", "", "12 Mar 1985"),
                ("Jenis kelamin", "", "Perempuan"),
                ("Jenis ASN", "", "CPNS"),
            ],
        ),
    ]


def test_who_when_why_and_from_which_file(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama", "Golongan"], [nip(1), "Siti", "III/c"]], "pegawai.xlsx"))
    entries = app.trail.of("employees", 1)
    assert {(it.kind, it.reason, it.file, it.actor) for it in entries} == {
        ("import", "Impor pegawai.xlsx", "pegawai.xlsx", "penguji")
    }
    assert [(it.table, it.thing) for it in entries] == [
        ("grade_history", "Riwayat golongan III/c"),
        ("employees", "Pegawai Siti"),
    ]
    assert all(abs(it.at.timestamp() - time.time()) < 60 and it.at.tzinfo for it in entries)


def test_keys_and_codes_are_told_by_name_even_of_what_is_gone(app: App, siti: int) -> None:
    first = add(app, "agencies", name="Dinas Lama", name_key="dinas lama", kind="agency")
    second = add(app, "agencies", name="Dinas Baru", name_key="dinas baru", kind="agency")
    post = add(app, "post_history", employee_id=siti, effective_date=None, agency_id=first)
    grade = add(app, "grade_history", employee_id=siti, effective_date=date(2020, 4, 1), grade_code="33")
    edit(app, "post_history", post, agency_id=second, effective_date=date(2024, 1, 2))
    edit(app, "grade_history", grade, grade_code="34")
    remove(app, "agencies", first)
    entries = told(app.trail.of("employees", siti))
    assert entries[:4] == [
        ("update", "Riwayat golongan III/d", [("Golongan", "III/c", "III/d")]),
        ("update", "Riwayat jabatan", [("TMT", "", "2 Jan 2024"), ("Perangkat daerah", "Dinas Lama", "Dinas Baru")]),
        ("insert", "Riwayat golongan III/c", [("TMT", "", "1 Apr 2020"), ("Golongan", "", "III/c")]),
        (
            "insert",
            "Riwayat jabatan",
            [("Perangkat daerah", "", "Dinas Lama"), ("Status jabatan", "", "Definitif")],
        ),
    ]


def test_trainings_belong_to_their_person_also_those_that_are_gone(app: App, siti: int) -> None:
    budi = add(app, "employees", nip=nip(2), name="Budi", kind="PNS")
    row = {"name_key": "x", "verified": False, "form_code": "B6", "jp": 4.5}
    kept = add(app, "trainings", employee_id=siti, name="Seminar", **row)
    gone = add(app, "trainings", employee_id=siti, name="Bimtek", **row)
    add(app, "trainings", employee_id=budi, name="Kursus", **row)
    edit(app, "trainings", kept, verified=True)
    edit(app, "trainings", gone, jp=8.0)
    remove(app, "trainings", gone)
    entries = [it for it in told(app.trail.of("employees", siti)) if it[1] != "Pegawai Siti"]
    assert [(operation, thing) for operation, thing, _ in entries] == [
        ("delete", "Pelatihan Bimtek"),
        ("update", "Pelatihan Bimtek"),
        ("update", "Pelatihan Seminar"),
        ("insert", "Pelatihan Bimtek"),
        ("insert", "Pelatihan Seminar"),
    ]
    assert entries[1][2] == [("JP", "4,5", "8")]
    assert entries[2][2] == [("Terverifikasi", "tidak", "ya")]
    made = {label: after for label, _, after in entries[3][2]}
    form = made.pop("Bentuk pengembangan kompetensi")
    assert form.startswith("Seminar")
    assert made == {"Nama pelatihan": "Bimtek", "JP": "4,5", "Terverifikasi": "tidak"}
    assert told(app.trail.of("trainings", kept))[0] == entries[2]


def test_a_person_who_is_gone_still_has_a_history(app: App, siti: int) -> None:
    add(app, "grade_history", employee_id=siti, effective_date=date(2020, 4, 1), grade_code="33")
    number = remove(app, "employees", siti)
    entries = app.trail.of("employees", siti)
    assert [(it.change_set == number, it.operation, it.table) for it in entries] == [
        (True, "delete", "employees"),
        (True, "delete", "grade_history"),
        (False, "insert", "grade_history"),
        (False, "insert", "employees"),
    ]
    assert ("Nama", "Siti", "") in told(entries)[0][2]
    app.undo.undo(number)
    back = app.trail.of("employees", siti)
    assert [it.undone for it in back] == [False, False, True, True, False, False]
    assert [it.kind for it in back[:2]] == ["undo", "undo"]


def test_undone_changes_stay_in_the_history_and_are_marked(app: App, siti: int) -> None:
    number = edit(app, "employees", siti, phone="0811")
    marks = []
    for turn in (app.undo.undo, app.undo.redo, app.undo.undo):
        turn(number)
        marks.append([(it.kind, it.undone) for it in app.trail.of("employees", siti) if it.kind == "edit"])
    assert marks == [
        [("edit", True), ("edit", False)],
        [("edit", False), ("edit", False)],
        [("edit", True), ("edit", False)],
    ]
    newest = app.trail.of("employees", siti)[0]
    assert [(it.before, it.after) for it in newest.fields] == [("0811", "")]


def test_of_an_import_that_was_taken_back_in_part_what_stayed_is_not_marked(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [nip(1), "Siti"], [nip(2), "Budi"]]))
    batch = app.trail.of("employees", 1)[0].change_set
    edit(app, "employees", 1, phone="0811")
    assert len(app.undo.undo(batch).kept) == 1
    assert [it.undone for it in app.trail.of("employees", 1)] == [False, False]
    assert [it.undone for it in app.trail.of("employees", 2)] == [False, True]


def test_a_plan_tells_its_lines_and_heads_also_those_that_are_gone(app: App) -> None:
    agency = add(app, "agencies", name="Dinas", name_key="dinas", kind="agency")
    programme = add(app, "study_programmes", name="Ilmu Komputer", name_key="ilmu komputer")
    years = {"first_year": 2026, "last_year": 2030}
    plan = add(app, "study_plans", agency_id=agency, state="BELUM", **years)
    need = add(app, "study_needs", plan_id=plan, programme_id=programme, state="DIAJUKAN", amount_apbd=1_250_000)
    add(app, "study_need_heads", need_id=need, year=2027, heads=2)
    edit(app, "study_plans", plan, state="DIASISTENSI")
    edit(app, "study_needs", need, state="DIVERIFIKASI", amount_apbd=2_000_000)
    remove(app, "study_needs", need)
    entries = told(app.trail.of("study_plans", plan))
    assert [entry[:2] for entry in entries] == [
        ("delete", "Kebutuhan studi Ilmu Komputer"),
        ("delete", "Jumlah orang 2027"),
        ("update", "Kebutuhan studi Ilmu Komputer"),
        ("update", "Rencana kebutuhan studi 2026"),
        ("insert", "Jumlah orang 2027"),
        ("insert", "Kebutuhan studi Ilmu Komputer"),
        ("insert", "Rencana kebutuhan studi 2026"),
    ]
    assert {label: (before, after) for label, before, after in entries[2][2]} == {
        "Status": ("Diajukan", "Diverifikasi"),
        "Biaya APBD": ("Rp1.250.000", "Rp2.000.000"),
    }
    assert entries[3][2] == [("Status rencana", "Belum disusun", "Diasistensi")]
    assert ("Perangkat daerah", "", "Dinas") in entries[6][2]


def test_destroyed_images_are_told_as_such_and_nothing_is_invented(app: App, siti: int) -> None:
    edit(app, "employees", siti, phone="1")
    number = edit(app, "employees", siti, phone="2", email="a@b.go.id")
    edit(app, "employees", siti, phone="3")
    with app.database.maintain() as writer:
        rows = writer.connection.exec_driver_sql("SELECT id, before FROM journal WHERE change_set_id = ?", (number,))
        for entry, before in rows.all():
            values = (payload_digest(before), entry)
            writer.connection.exec_driver_sql("UPDATE journal SET before = NULL, digest = ? WHERE id = ?", values)
    entries = app.trail.of("employees", siti)
    assert [it.destroyed for it in entries] == [False, True, False, False]
    assert [it.fields for it in entries][1] == ()
    assert told(entries)[0][2] == [("Nomor HP", "2", "3")]
    assert told(entries)[2][2] == [("Nomor HP", "", UNKNOWN)]
    assert entries[3].thing == "Pegawai"


def test_only_the_newest_are_told(app: App, siti: int) -> None:
    numbers = [edit(app, "employees", siti, phone=str(value)) for value in range(6)]
    entries = app.trail.of("employees", siti, limit=3)
    assert [it.change_set for it in entries] == numbers[:2:-1]
    assert told(entries)[2][2] == [("Nomor HP", "2", "3")]


@pytest.mark.parametrize("table", ["settings", "nothing", "journal"])
def test_what_has_no_journal_has_no_history(app: App, table: str) -> None:
    with pytest.raises(CannotDo) as raised:
        app.trail.of(table, 1)
    assert raised.value.code == "argument.unknown_kind"


def test_who_never_was_has_no_history(app: App) -> None:
    assert app.trail.of("employees", 99) == ()


FIELDS = ("phone", "email", "address")
EDITS = st.lists(st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["", "a", "b", None])), max_size=8)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_the_history_replayed_from_the_beginning_ends_where_the_row_stands(app: App, edits: list[Any]) -> None:
    """Before-images alone give every state: each change begins where the one before it ended."""
    key = add(app, "employees", nip=f"{time.monotonic_ns()}", name="Siti", kind="PNS")
    states: list[dict[str, Any]] = [dict.fromkeys(FIELDS)]
    for values in edits:
        if any(states[-1][name] != value for name, value in values.items()):
            edit(app, "employees", key, **values)
            states.append({**states[-1], **values})
    entries = app.trail.of("employees", key)[::-1]
    assert len(entries) == len(states)
    for entry, before, after in zip(entries[1:], states[:-1], states[1:], strict=True):
        differing = [name for name in FIELDS if before[name] != after[name]]
        told_of = {it.name: (it.before, it.after) for it in entry.fields}
        assert told_of == {name: (before[name] or "", after[name] or "") for name in differing}
