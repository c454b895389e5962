"""Updating: nothing is started that was not proven, the data are backed up first, and the next start tells."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.versions import Version
from smartpns_desktop.services.installation import Installation
from smartpns_desktop.services.updates import Prepared, UpdateService
from smartpns_desktop.services.watch import Watch
from tests.updates import LATEST, NEW, OLD, Office

starts = pytest.mark.skipif(sys.platform == "win32", reason="the setup of these tests is a shell script")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.made(tmp_path / "kantor")


def service(app: App, program: Installation) -> UpdateService:
    return UpdateService(app.database, app.backups, app.preferences, program)


def refused(work: object, *arguments: object) -> str:
    assert callable(work)
    with pytest.raises(CannotDo) as refusal:
        work(*arguments)
    return refusal.value.code


def test_a_look_tells_what_a_file_brings_and_changes_nothing(app: App, office: Office) -> None:
    path = office.update(LATEST)
    offer = service(app, office.program()).look(path)
    assert (offer.version, offer.installed, offer.day.isoformat()) == (LATEST, OLD, "2027-03-01")
    assert [it.version for it in offer.releases] == [LATEST, NEW]
    assert offer.size == (office.folder / "SmartPNS-0.3.0-setup.exe").stat().st_size
    assert offer.obstacle is None
    assert office.left_behind() == []
    assert list(app.backups.kept()) == []


def test_a_program_without_a_key_takes_nothing(app: App, office: Office) -> None:
    program = Installation(OLD, office.folder, None, "", office.folder)
    assert refused(service(app, program).look, office.update()) == "update.no_key"


@starts
def test_the_setup_is_started_with_its_switches_after_a_backup(app: App, office: Office) -> None:
    updates = service(app, office.program())
    prepared = updates.prepare(updates.look(office.update()))
    assert [it.path for it in app.backups.kept()] == [prepared.backup]
    assert not office.was_called()
    updates.start(prepared)
    assert office.called() == ["/S", "/UPDATE", "/START", f"/D={office.folder / 'program'}"]
    assert prepared.setup.parent.stat().st_mode & 0o777 == 0o700


@starts
def test_the_setup_lives_on_its_own_and_opens_nothing_where_nobody_asks(app: App, office: Office) -> None:
    updates = service(app, office.program())
    updates.start(updates.prepare(updates.look(office.update(lines=('ps -o sid= -p $$ >> "$0.sid"',)))), again=False)
    assert "/START" not in office.called()
    (session,) = (office.folder / "scratch").glob("*/*.sid")
    import os

    assert int(session.read_text()) != os.getsid(0)


def test_a_file_that_changed_after_the_look_is_not_taken(app: App, office: Office) -> None:
    updates, path = service(app, office.program()), office.update()
    offer, raw = updates.look(path), bytearray(path.read_bytes())
    raw[-200] ^= 1
    path.write_bytes(raw)
    assert refused(updates.prepare, offer) == "update.damaged"
    path.unlink()
    assert refused(updates.prepare, offer) == "file.missing"
    office.update(LATEST).rename(path)
    assert refused(updates.prepare, offer) == "update.damaged", "another version under the old name"
    assert office.left_behind() == []
    assert list(app.backups.kept()) == []


def test_a_wish_to_stop_leaves_nothing_behind(app: App, office: Office) -> None:
    updates, watch = service(app, office.program()), Watch()
    offer = updates.look(office.update())
    watch.cancelled = True
    assert refused(updates.prepare, offer, watch) == "cancelled"
    assert refused(updates.look, offer.path, watch) == "cancelled"
    assert office.left_behind() == []


def test_without_a_setup_of_windows_the_check_works_and_the_rest_is_refused(app: App, office: Office) -> None:
    updates = service(app, office.program(installed=False))
    offer = updates.look(office.update())
    assert offer.version == NEW
    assert offer.obstacle is not None
    assert refused(updates.prepare, offer) == offer.obstacle.code == "update.not_installed"
    assert list(app.backups.kept()) == []


def test_a_program_that_this_user_may_not_write_is_for_somebody_else_to_update(app: App, office: Office) -> None:
    # A file in the place of the folder refuses every account, an administrator's too.
    place = office.folder / "program"
    place.rmdir()
    place.touch()
    offer = service(app, office.program()).look(office.update())
    assert offer.obstacle is not None
    assert offer.obstacle.code == "update.no_rights"


def test_too_little_room_is_told_before_anything_is_written(
    app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    import smartpns_desktop.services.updates as module

    updates = service(app, office.program())
    offer = updates.look(office.update())
    monkeypatch.setattr(module, "_SPARE", 10**18)
    with pytest.raises(CannotDo) as refusal:
        updates.prepare(offer)
    assert refusal.value.code == "update.no_room"
    assert refusal.value.facts["limit"].endswith(" MB")
    assert office.left_behind() == []


def test_a_scratch_folder_that_cannot_be_written_is_told(app: App, office: Office) -> None:
    program = office.program()
    updates = service(app, program)
    offer = updates.look(office.update())
    (office.folder / "scratch").rmdir()
    (office.folder / "scratch").touch()
    assert refused(updates.prepare, offer) == "folder.not_writable"


@starts
def test_a_setup_that_cannot_be_started_leaves_nothing_and_is_not_told_later(app: App, office: Office) -> None:
    updates = service(app, office.program())
    prepared = updates.prepare(updates.look(office.update()))
    prepared.setup.write_bytes(b"")
    prepared.setup.chmod(0o600)
    assert refused(updates.start, prepared) == "update.not_started"
    assert office.left_behind() == []
    assert updates.arrive() is None


def test_what_is_given_up_is_gone_but_its_backup_stays(app: App, office: Office) -> None:
    updates = service(app, office.program())
    prepared = updates.prepare(updates.look(office.update()))
    updates.discard(prepared)
    assert office.left_behind() == []
    assert prepared.backup.exists()


def test_the_first_start_of_a_newer_version_tells_once_what_is_new(app: App, office: Office) -> None:
    assert service(app, office.program(OLD)).arrive() is None, "who never had another version asks for nothing"
    arrival = service(app, office.program(LATEST)).arrive()
    assert arrival is not None
    assert (arrival.version, arrival.failed) == (LATEST, None)
    assert [it.version for it in arrival.releases] == [LATEST, NEW]
    assert service(app, office.program(LATEST)).arrive() is None


def test_an_older_program_tells_nothing(app: App, office: Office) -> None:
    service(app, office.program(LATEST)).arrive()
    assert service(app, office.program(OLD)).arrive() is None
    assert service(app, office.program(NEW)).arrive() is not None


@starts
def test_an_update_that_came_to_nothing_is_told_once_and_its_copy_removed(app: App, office: Office) -> None:
    before = service(app, office.program())
    before.arrive()
    before.start(before.prepare(before.look(office.update())))
    office.called()
    arrival = service(app, office.program()).arrive()
    assert arrival is not None
    assert (arrival.version, arrival.failed, arrival.releases) == (OLD, NEW, ())
    assert office.left_behind() == []
    assert service(app, office.program()).arrive() is None


@starts
@pytest.mark.parametrize(("line", "code"), [("printf 5 > {}", 5), ("printf x > {}", None), ("rm {}", None)])
def test_the_reason_is_what_the_setup_left_where_the_program_made_room_for_it(
    app: App, office: Office, line: str, code: int | None
) -> None:
    before = service(app, office.program())
    result = '"$(dirname "$0")/hasil.txt"'
    update = office.update(lines=(f"test -f {result} || exit 1", line.format(result)))
    before.start(before.prepare(before.look(update)))
    office.called()
    arrival = service(app, office.program()).arrive()
    assert arrival is not None
    assert (arrival.failed, arrival.code) == (NEW, code)


@starts
def test_an_update_that_was_installed_is_told_as_news_and_its_copy_removed(app: App, office: Office) -> None:
    before = service(app, office.program())
    before.arrive()
    before.start(before.prepare(before.look(office.update())))
    office.called()
    arrival = service(app, office.program(NEW)).arrive()
    assert arrival is not None
    assert (arrival.failed, [it.version for it in arrival.releases]) == (None, [NEW])
    assert office.left_behind() == []


def test_only_what_a_setup_left_is_removed(app: App, office: Office) -> None:
    (office.folder / "scratch" / "smartpns-update-x").mkdir()
    (office.folder / "scratch" / "surat.docx").touch()
    service(app, office.program()).arrive()
    assert len(office.left_behind()) == 2, "no update was begun here"
    app.preferences.put("update.started", str(Version(9, 9, 9)))
    service(app, office.program()).arrive()
    assert office.left_behind() == ["surat.docx"]


def test_the_program_names_its_own_services(app: App) -> None:
    assert app.updates is app.updates
    assert isinstance(app.updates.program, Installation)
    assert Prepared(NEW, Path("a"), Path("b")).version == NEW
