"""A store file that is opened like a document says whose it is, and moving house brings everything along."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from db.migrate import known_revisions, upgrade_to
from db.sqlite.connection import open_engine
from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.office import OfficeProfile
from smartpns_desktop.services.store_files import glance
from tests.contents import content_digest

OFFICE = OfficeProfile("BKPSDM", "Nusa Jaya", "city", "Nusa Raya")


@pytest.fixture
def old(tmp_path: Path) -> App:
    """The old computer: an office with two people and an attached file."""
    app = open_app(tmp_path / "lama", "siti")
    app.office.save(OFFICE)
    people, proof = tmp_path / "pegawai.csv", tmp_path / "SK Pangkat.pdf"
    people.write_text("nip;nama\n199001012015011001;Contoh Satu\n199102022016022002;Contoh Dua\n", encoding="utf-8")
    proof.write_bytes(b"%PDF-1.4\n%%EOF\n")
    app.imports.apply(app.imports.plan(people))
    app.attachments.attach("employees", app.lists.keys("employees", ListQuery())[0], proof)
    return app


def test_a_backup_is_recognised(old: App, tmp_path: Path) -> None:
    backup = old.backups.backup(tmp_path / "usb" / "cadangan.smartpns")
    old.close()
    before = backup.read_bytes()
    found = glance(backup)
    assert (found.office, found.people) == ("BKPSDM · Kota Nusa Jaya", 2)
    assert (found.attached, found.missing) == (1, 0)
    assert (datetime.now() - found.changed).total_seconds() < 60
    assert found.revision == known_revisions()[-1]
    assert not found.has_folder
    assert backup.read_bytes() == before
    assert {it.name for it in backup.parent.iterdir()} == {"cadangan.smartpns", "cadangan.smartpns.json", "attachments"}


def test_a_store_that_is_open_elsewhere_is_recognised_with_its_newest_changes(old: App) -> None:
    old.office.save(OfficeProfile("Badan Kepegawaian", "Nusa Jaya", "regency"))
    found = glance(old.data_dir / STORE)
    assert found.office == "Badan Kepegawaian · Kabupaten Nusa Jaya"
    assert found.has_folder
    old.close()


def test_attached_files_that_stayed_behind_are_counted(old: App, tmp_path: Path) -> None:
    backup = old.backups.backup(tmp_path / "usb" / "cadangan.smartpns")
    old.close()
    alone = shutil.copy(backup, tmp_path)
    found = glance(Path(alone))
    assert (found.attached, found.missing) == (1, 1)


def test_a_store_of_an_older_program_is_recognised(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "lama.smartpns", busy_seconds=1)
    upgrade_to(engine, "0001")
    engine.dispose()
    found = glance(tmp_path / "lama.smartpns")
    assert (found.revision, found.office, found.people, found.attached) == ("0001", "", 0, 0)


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "file.missing"), (b"", "restore.not_a_backup"), (b"surat" * 99, "restore.not_a_backup")],
)
def test_what_is_no_store_is_refused(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "surat.smartpns"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CannotDo) as refused:
        glance(path)
    assert refused.value.code == code


def test_moving_to_another_computer(old: App, tmp_path: Path) -> None:
    """Step by step as resources/help/moving.md tells it."""
    assert old.health.check().sound
    old.backups.backup(tmp_path / "usb" / "Pindahan" / "smartpns-20261122.smartpns")
    expected, trail = old.lists.rows("employees", ListQuery()), old.undo.turns()
    old.close()
    # Nothing but the folder on the stick comes along.
    shutil.move(tmp_path / "usb", tmp_path / "usb di komputer baru")
    shutil.rmtree(old.data_dir)
    [backup] = (tmp_path / "usb di komputer baru" / "Pindahan").glob("*.smartpns")

    new = open_app(tmp_path / "baru", "budi")
    assert not new.office.is_set_up()
    found = glance(backup)
    assert (found.people, found.missing) == (2, 0)
    new.backups.restore(backup)
    assert new.office.profile() == OFFICE
    assert new.lists.rows("employees", ListQuery()) == expected
    assert new.undo.turns() == trail
    assert new.health.check().sound
    attached = new.attachments.of("employees", new.lists.keys("employees", ListQuery())[0])
    assert new.attachments.path(attached[0].id).read_bytes().startswith(b"%PDF")
    assert new.backups.backup().is_file()
    new.close()


def test_the_data_of_one_account_become_everybodys(old: App, tmp_path: Path) -> None:
    """Step by step as resources/help/shared.md tells it: the store itself serves as the backup, too."""
    old.close()
    digest = content_digest(old.data_dir / STORE)
    shared = open_app(tmp_path / "bersama", "budi")
    shared.backups.restore(old.data_dir / STORE)
    assert shared.lists.count("employees", ListQuery()) == 2
    assert not shared.attachments.faults()[0]
    shared.close()
    assert content_digest(old.data_dir / STORE) == digest
