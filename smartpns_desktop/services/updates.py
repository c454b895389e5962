"""Updating the program from a file without a network: look at the file, make ready, hand over, and tell afterwards."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db import Database
from smartpns_desktop.domain.changelog import Release, between, releases
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.domain.updates import setup_name
from smartpns_desktop.domain.versions import Version
from smartpns_desktop.exchange.new_files import in_our_words
from smartpns_desktop.services.backups import BackupService
from smartpns_desktop.services.installation import Installation, exit_code
from smartpns_desktop.services.preferences import PreferenceService
from smartpns_desktop.services.update_files import Head, damaged, read_head, setup_chunks
from smartpns_desktop.services.watch import Watch

_FOLDER = "smartpns-update-"
_SEEN, _STARTED = "update.seen", "update.started"
_SPARE = 20_000_000
"""Bytes that stay free beside what an update needs here."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a sound update file brings: the size of its setup in bytes, and what is new since the installed version.

    `obstacle` is the reason why it cannot be installed from here, `None` where it can.
    """

    path: Path
    version: Version
    installed: Version
    day: date
    size: int
    releases: tuple[Release, ...]
    obstacle: CannotDo | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An update that only waits for being started: the version, its setup in a folder of its own, and the backup."""

    version: Version
    setup: Path
    backup: Path


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a start has to tell once: the releases that are new to the user, or the version that was not installed.

    `code` is the exit code of its setup (`words.updates.REASONS`), `None` where that was cut off.
    """

    version: Version
    releases: tuple[Release, ...] = ()
    failed: Version | None = None
    code: int | None = None


class UpdateService:
    """Takes signed update files; nothing is stored, copied or started before a file is proven."""

    def __init__(
        self, database: Database, backups: BackupService, preferences: PreferenceService, program: Installation
    ) -> None:
        self._store, self._backups, self._preferences = database.path, backups, preferences
        self.program = program

    def look(self, path: Path, watch: Watch | None = None) -> Offer:
        """Prove a whole update file and tell what it brings.

        Raises `CannotDo`: `update.no_key`, `cancelled`, and what `update_files.read_head` and `setup_chunks` raise.
        """
        head = self._head(path)
        for _chunk in setup_chunks(head, watch or Watch()):
            pass
        told, installed = head.manifest, self.program.version
        news = between(releases(head.changelog), installed, told.version)
        return Offer(path, told.version, installed, told.day, told.setup.size, news, self._obstacle(told.version))

    def prepare(self, offer: Offer, watch: Watch | None = None) -> Prepared:
        """Copy the setup to a folder of this user alone, prove that copy, and make a backup of the data.

        Raises what `look` raises, `CannotDo`: `update.not_installed`, `update.no_rights`, `update.no_room`,
        `disk.full`, `folder.not_writable`, and what a backup raises. Nothing but a finished backup is left behind.
        """
        if offer.obstacle is not None:
            raise offer.obstacle
        watch, head = watch or Watch(), self._head(offer.path)
        if head.manifest.version != offer.version:
            raise damaged(offer.path)
        self._need_room(offer)
        with self._folder() as folder:
            setup = _copied(head, folder / setup_name(offer.version), watch)
            watch.begin("backup")
            return Prepared(offer.version, setup, self._backups.backup(watch=watch))

    def start(self, prepared: Prepared, *, again: bool = True) -> None:
        """Start the setup, which waits until this program has ended, and opens the new one `again`.

        Raises `CannotDo` (`update.not_started`), and leaves no copy behind then.
        """
        self._preferences.put(_STARTED, str(prepared.version))
        try:
            self.program.start(prepared.setup, again=again)
        except OSError as error:
            self.discard(prepared)
            raise CannotDo("update.not_started", Outcome.FORBIDDEN, after=prepared.version) from error

    def discard(self, prepared: Prepared) -> None:
        """Give up a prepared update; its backup stays as any other."""
        self._preferences.put(_STARTED, None)
        shutil.rmtree(prepared.setup.parent, ignore_errors=True)

    def arrive(self) -> Arrival | None:
        """What the first start after an update, or after one that failed, has to tell; it is told once to each user."""
        now, before = self.program.version, self._version(_SEEN)
        started, code = self._version(_STARTED), None
        if started is not None:
            self._preferences.put(_STARTED, None)
            code = self._clear_away(started)
        if before != now:
            self._preferences.put(_SEEN, str(now))
        if started is not None and started > now:
            return Arrival(now, failed=started, code=code)
        if before is None or before >= now:
            return None
        return Arrival(now, between(self.program.releases, before, now))

    def _clear_away(self, started: Version) -> int | None:
        """Delete the copies of setups; the exit code that the one of the version `started` left, if any."""
        code = None
        for folder in self.program.scratch.glob(f"{_FOLDER}*"):
            setup = folder / setup_name(started)
            code = exit_code(setup) if setup.exists() else code
            shutil.rmtree(folder, ignore_errors=True)
        return code

    def _version(self, preference: str) -> Version | None:
        try:
            return Version.read(str(self._preferences.get(preference)))
        except ValueError:
            return None

    def _head(self, path: Path) -> Head:
        if self.program.key is None:
            raise CannotDo("update.no_key", Outcome.FORBIDDEN)
        return read_head(path, self.program.key, self.program.version)

    def _obstacle(self, version: Version) -> CannotDo | None:
        code = self.program.obstacle()
        return CannotDo(code, Outcome.FORBIDDEN, after=version) if code else None

    def _need_room(self, offer: Offer) -> None:
        """The copy of the setup and the backup, which may go to one disk."""
        needs: dict[int, tuple[Path, int]] = {}
        for folder, size in ((self.program.scratch, offer.size), (self._store.parent, _size_of(self._store))):
            device = folder.stat().st_dev
            needs[device] = (folder, needs.get(device, (folder, 0))[1] + size)
        for folder, size in needs.values():
            if shutil.disk_usage(folder).free < size + _SPARE:
                megabytes = f"{(size + _SPARE) / 1e6:.0f} MB"
                raise CannotDo("update.no_room", Outcome.FORBIDDEN, path=folder, limit=megabytes)

    @contextmanager
    def _folder(self) -> Iterator[Path]:
        """A folder that nobody else may look into, gone again where the block fails."""
        with in_our_words(self.program.scratch):
            folder = Path(tempfile.mkdtemp(prefix=_FOLDER, dir=self.program.scratch))
        try:
            yield folder
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


def _copied(head: Head, target: Path, watch: Watch) -> Path:
    """The setup as it stands on this disk; what will be started is read once more."""
    watch.begin("copy")
    with in_our_words(target):
        with target.open("xb") as file:
            for chunk in setup_chunks(head, watch):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        target.chmod(0o700)
        with target.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != head.manifest.setup.sha256:
        raise damaged(head.path)
    return target


def _size_of(store: Path) -> int:
    """Bytes of a store and of its write-ahead log."""
    parts = (store, store.with_name(store.name + "-wal"))
    return sum(part.stat().st_size for part in parts if part.exists())
