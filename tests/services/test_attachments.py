"""Attached files: checked, kept by content beside the store, undone, backed up and restored, missed when gone."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from smartpns_desktop.app import App, open_app
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.attachments import LIMIT
from smartpns_desktop.services.employee_states import History
from tests.services.edit_checks import done, refused
from tests.services.imports.outcomes import nip

PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.fixture
def person(app: App) -> int:
    key, _ = app.employees.add({"nip": nip(1), "name": "Siti"})
    app.employees.add_state(key, History.GRADE, date(2020, 4, 1), {"grade_code": "31"})
    return key


@pytest.fixture
def grade(app: App, person: int) -> int:
    return app.employees.record(person).grades[0].key


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    file = tmp_path / "SK Pangkat.pdf"
    file.write_bytes(PDF)
    return file


def names(app: App, key: int) -> list[str]:
    return [it.name for it in app.attachments.of("grade_history", key)]


def test_a_file_is_kept_by_content_and_named_by_its_row(app: App, grade: int, decree: Path) -> None:
    changes = app.attachments.attach("grade_history", grade, decree)
    assert changes.attachments
    (found,) = app.attachments.of("grade_history", grade)
    assert (found.name, found.format.value, found.size, found.is_there) == ("SK Pangkat.pdf", "pdf", len(PDF), True)
    stored = app.attachments.path(found.id)
    assert stored == app.data_dir / "attachments" / found.sha256[:2] / found.sha256
    assert stored.read_bytes() == PDF


def test_the_same_content_twice_changes_nothing(app: App, grade: int, decree: Path) -> None:
    app.attachments.attach("grade_history", grade, decree)
    assert app.attachments.attach("grade_history", grade, decree).change_set is None
    assert names(app, grade) == ["SK Pangkat.pdf"]


def test_a_copy_has_the_ending_of_what_it_is(app: App, grade: int, tmp_path: Path) -> None:
    file = tmp_path / "pindai.tmp"
    file.write_bytes(PDF)
    app.attachments.attach("grade_history", grade, file)
    (found,) = app.attachments.of("grade_history", grade)
    copy = app.attachments.copy_to(found.id, tmp_path / "out")
    assert copy == tmp_path / "out" / "pindai.tmp.pdf"
    assert copy.read_bytes() == PDF


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "file.empty"), (b"MZ\x90", "attachment.format"), (None, "file.missing")],
)
def test_what_is_no_document_is_refused(app: App, grade: int, tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "berkas.pdf"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CannotDo) as refused:
        app.attachments.attach("grade_history", grade, file)
    assert refused.value.code == code
    assert names(app, grade) == []
    assert not (app.data_dir / "attachments").exists()


def test_a_file_above_the_limit_is_refused_with_the_limit(app: App, grade: int, tmp_path: Path) -> None:
    file = tmp_path / "besar.pdf"
    file.write_bytes(PDF)
    os.truncate(file, app.attachments.limit() + 1)
    with pytest.raises(CannotDo) as refused:
        app.attachments.attach("grade_history", grade, file)
    assert (refused.value.code, refused.value.facts["limit"]) == ("attachment.too_large", "10 MB")
    assert LIMIT == "lampiran.ukuran_maksimal"


@pytest.mark.parametrize(("subject", "key"), [("grade_history", 999), ("settings", 1), ("no_table", 1)])
def test_only_a_row_that_stands_takes_a_file(app: App, decree: Path, subject: str, key: int) -> None:
    with pytest.raises(CannotDo) as refused:
        app.attachments.attach(subject, key, decree)
    assert refused.value.code == "record.missing"


def test_a_row_and_its_first_files_are_one_change(app: App, person: int, decree: Path, tmp_path: Path) -> None:
    """A record, a row of a history and a commitment each with two files: one step back, one forth."""
    photo = tmp_path / "Foto.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 foto")
    agency, _ = app.agencies.add({"name": "Dinas A"})
    day, kept = date(2024, 4, 1), app.attachments.keep([decree, photo])
    certificate = {"name": "PBJ", "issued_on": day}
    commitment = {"signed_on": day, "signer": "Kepala", "subject": "Pakta"}
    done(app, lambda: app.records.add("certificates", person, certificate, kept)[1], "Tambah sertifikat Siti")
    done(app, lambda: app.employees.add_state(person, History.GRADE, day, {"grade_code": "32"}, kept),
         "Ubah Siti: golongan")  # fmt: skip
    done(app, lambda: app.agency_duties.add_commitment(agency, commitment, kept)[1], "Tambah komitmen Dinas A")
    rows = {"certificates": 1, "grade_history": app.employees.record(person).grades[0].key, "agency_commitments": 1}
    for table, key in rows.items():
        assert [it.name for it in app.attachments.of(table, key)] == ["SK Pangkat.pdf", "Foto.jpg"]


def test_a_row_that_is_corrected_takes_the_files_it_lacks(app: App, person: int, grade: int, decree: Path) -> None:
    """The same TMT corrects the row that stands; a content it has already is not attached twice."""
    kept = app.attachments.keep([decree])
    for number in ("1", "2"):
        values = {"grade_code": "31", "decree_number": number}
        assert app.employees.add_state(person, History.GRADE, date(2020, 4, 1), values, kept).attachments
        assert names(app, grade) == ["SK Pangkat.pdf"]


def test_of_files_none_is_kept_where_one_is_refused(app: App, decree: Path, tmp_path: Path) -> None:
    bad = tmp_path / "kosong.pdf"
    bad.write_bytes(b"")
    refused(app, "file.empty", lambda: app.attachments.keep([decree, bad]))
    assert not list((app.data_dir / "attachments").rglob("*"))


def test_attaching_and_taking_off_are_undone_by_name(app: App, grade: int, decree: Path) -> None:
    added = app.attachments.attach("grade_history", grade, decree)
    (found,) = app.attachments.of("grade_history", grade)
    gone = app.attachments.detach(found.id)
    assert names(app, grade) == []
    assert gone.change_set is not None
    app.undo.undo(gone.change_set)
    assert names(app, grade) == ["SK Pangkat.pdf"]
    assert added.change_set is not None
    app.undo.undo(added.change_set)
    assert names(app, grade) == []
    app.undo.redo(added.change_set)
    assert app.attachments.path(app.attachments.of("grade_history", grade)[0].id).read_bytes() == PDF


def test_a_row_that_comes_back_has_its_files_again(app: App, grade: int, decree: Path) -> None:
    app.attachments.attach("grade_history", grade, decree)
    gone = app.employees.remove_state(History.GRADE, grade)
    app.backups.backup()
    assert gone.change_set is not None
    app.undo.undo(gone.change_set)
    assert names(app, grade) == ["SK Pangkat.pdf"]


def test_undo_finds_the_file_however_late(app: App, grade: int, decree: Path) -> None:
    app.attachments.attach("grade_history", grade, decree)
    (found,) = app.attachments.of("grade_history", grade)
    os.utime(app.attachments.path(found.id), (0, 0))
    gone = app.attachments.detach(found.id)
    stray = app.attachments.files.put(b"left behind")
    os.utime(app.attachments.files.path(stray), (0, 0))
    app.backups.backup()
    assert not app.attachments.files.is_there(stray)
    assert gone.change_set is not None
    app.undo.undo(gone.change_set)
    assert app.attachments.path(found.id).read_bytes() == PDF


def test_a_check_names_files_that_are_gone_or_altered(app: App, grade: int, decree: Path, tmp_path: Path) -> None:
    other = tmp_path / "SK lain.pdf"
    other.write_bytes(PDF + b"lain")
    for file in (decree, other):
        app.attachments.attach("grade_history", grade, file)
    assert app.health.check().sound
    one, two = app.attachments.of("grade_history", grade)
    app.attachments.path(one.id).unlink()
    app.attachments.path(two.id).write_bytes(b"x")
    found = [(it.code, it.facts["detail"]) for it in app.health.check().findings]
    assert found == [("attachment.missing", "SK Pangkat.pdf"), ("attachment.altered", "SK lain.pdf")]
    for attachment, code in ((one, "attachment.missing"), (two, "attachment.altered")):
        with pytest.raises(CannotDo) as refused:
            app.attachments.path(attachment.id)
        assert refused.value.code == code


def test_a_backup_brings_the_files_back(app: App, grade: int, decree: Path, tmp_path: Path) -> None:
    app.attachments.attach("grade_history", grade, decree)
    backup = app.backups.backup(tmp_path / "usb" / "cadangan.smartpns")
    (found,) = app.attachments.of("grade_history", grade)
    app.attachments.path(found.id).unlink()
    assert not app.health.check().sound
    app.backups.restore(backup)
    assert app.health.check().sound
    assert app.attachments.path(found.id).read_bytes() == PDF


def test_a_backup_mends_what_was_altered(app: App, grade: int, decree: Path, tmp_path: Path) -> None:
    app.attachments.attach("grade_history", grade, decree)
    backup = app.backups.backup(tmp_path / "usb" / "cadangan.smartpns")
    (found,) = app.attachments.of("grade_history", grade)
    app.attachments.path(found.id).write_bytes(bytes(len(PDF)))
    app.backups.backup()
    app.backups.restore(backup)
    assert app.health.check().sound
    assert app.attachments.path(found.id).read_bytes() == PDF


def test_a_backup_is_a_folder_that_opens_elsewhere_with_its_files(
    app: App, grade: int, decree: Path, tmp_path: Path
) -> None:
    app.attachments.attach("grade_history", grade, decree)
    app.backups.backup(tmp_path / "elsewhere" / "data.smartpns")
    other = open_app(tmp_path / "elsewhere", "penguji")
    try:
        assert other.health.check().sound
        assert names(other, grade) == ["SK Pangkat.pdf"]
    finally:
        other.close()


def test_a_backup_without_files_has_no_folder_beside_it(app: App, tmp_path: Path) -> None:
    app.backups.backup(tmp_path / "usb" / "cadangan.smartpns")
    assert sorted(it.name for it in (tmp_path / "usb").iterdir()) == ["cadangan.smartpns", "cadangan.smartpns.json"]


def test_files_follow_their_rows_into_a_merged_record(app: App, grade: int, decree: Path, tmp_path: Path) -> None:
    other, _ = app.employees.add({"nip": nip(2), "name": "Siti"})
    app.employees.add_state(other, History.GRADE, date(2020, 4, 1), {"grade_code": "31"})
    twin = app.employees.record(other).grades[0].key
    scan = tmp_path / "SK lain.pdf"
    scan.write_bytes(PDF + b"lain")
    app.attachments.attach("grade_history", grade, decree)
    app.attachments.attach("grade_history", twin, scan)
    merged = app.merging.merge(nip(1), nip(2))
    assert names(app, grade) == ["SK Pangkat.pdf", "SK lain.pdf"]
    app.unmerging.unmerge(merged.change_set)
    assert names(app, grade) == ["SK Pangkat.pdf"]
    assert names(app, twin) == ["SK lain.pdf"]


def test_the_history_of_a_person_tells_of_files(app: App, person: int, grade: int, decree: Path) -> None:
    app.attachments.attach("grade_history", grade, decree)
    (found,) = app.attachments.of("grade_history", grade)
    app.attachments.detach(found.id)
    told = [(it.operation, it.thing) for it in app.trail.of("employees", person) if it.table == "attachments"]
    assert told == [("delete", "Lampiran SK Pangkat.pdf"), ("insert", "Lampiran SK Pangkat.pdf")]
