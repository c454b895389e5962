"""Backups: verified copies with the journal's head and the attached files beside them, and restoring one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db import Database, StoreError, errors
from db.queries import batches, settings
from db.sqlite import backup as copies
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.services.data_places import STORE, make_store_file
from smartpns_desktop.services.reference import load_standings
from smartpns_desktop.services.watch import Watch

if TYPE_CHECKING:
    from smartpns_desktop.services.attachment_files import AttachmentFiles

KEPT = 14
"""Backups without a name of their own that are kept; older ones make room."""

RESTORED = "restored.at"
"""Name of the setting that says when a backup was last put in the place of the store."""


class Manifest(NamedTuple):
    """What stands beside a backup: when it was made, the journal's head at that time, the copy's SHA-256.

    `attachments` are the contents of attached files that the folder beside the backup held then.
    """

    created_at: str
    change_set: int
    link: str
    digest: str
    attachments: int = 0


class Backup(NamedTuple):
    """A backup that is kept: when it was made, in local time, and its size in bytes."""

    path: Path
    made: datetime
    size: int


class BackupService:
    """Makes, lists and restores copies of the store.

    Attached files never change, so that all backups of a folder share one copy of each, in a folder beside them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.folder = database.path.parent / "backups"

    @cached_property
    def _files(self) -> AttachmentFiles:
        return _contents_beside(self._database.path)

    def backup(self, out: Path | None = None, watch: Watch | None = None) -> Path:
        """Copy the store beside everything else that runs; the copy was opened and compared before it counts.

        `out` is a file or a folder. Raises `CannotDo` (`folder.not_writable`, `argument.bad_value` for the store
        itself) and the store's errors.
        """
        made = self._copy(self._place(out), watch or Watch())
        self._collect()
        if out is None:
            self._rotate()
        return made

    def _place(self, out: Path | None) -> Path:
        store = self._database.path
        if out is not None and out.exists() and store.exists() and out.samefile(store):
            raise CannotDo("argument.bad_value", value=out.name)
        if out is None or out.is_dir():
            return (out or self.folder) / f"smartpns-{datetime.now():%Y%m%d-%H%M%S-%f}.smartpns"
        return out

    def _copy(self, target: Path, watch: Watch) -> Path:
        _writable(target)
        files = _contents_beside(target)
        # What takes long and can fail goes first: where it does, no store has been written.
        self._files.copy_into(files, watch.step)
        copies.copy_database(self._database.path, target, watch.step)
        copy = Database(target)
        try:
            with copy.read() as reader:
                change_set, link = batches.head(reader)
        finally:
            copy.close()
        # And once more, so that no row of the copy lacks its file.
        count = self._files.copy_into(files)
        manifest = Manifest(datetime.now(UTC).isoformat(), change_set, link, _digest(target), count)
        _manifest_of(target).write_text(json.dumps(manifest._asdict(), indent=1), encoding="utf-8")
        return target

    def _collect(self) -> None:
        """Remove contents of files that nothing names and undo cannot ask for."""
        from db.queries import attachments

        with self._database.read() as reader:
            kept = attachments.kept_contents(reader)
        self._files.collect(kept)

    def restore(self, source: Path, watch: Watch | None = None) -> Path:
        """Put a backup in the place of the store, whole or not at all; returns the copy kept of what was there.

        A store too damaged to be opened is replaced too. Raises `CannotDo` (`file.missing`,
        `restore.not_a_backup`), `StoreNewer`, `StoreForeign`, `StoreLocked`.
        """
        self._refuse_unsound(source)
        try:
            self._database.upgrade()
            kept = self._copy(self._place(None), watch or Watch())
        except (errors.StoreDamaged, errors.BackupDiffers):
            return self._replace_damaged(source)
        self._put(source)
        # Only now: the backup itself may be the oldest of all.
        self._rotate()
        return kept

    def _put(self, source: Path) -> None:
        _contents_beside(source).copy_into(self._files, mend=True)
        self._database.close()
        copies.copy_into(source, self._database.path)
        self._database.upgrade()
        load_standings(self._database)
        with self._database.maintain() as writer:
            settings.put(writer, RESTORED, datetime.now(UTC).isoformat())

    def _replace_damaged(self, source: Path) -> Path:
        """What cannot be copied page by page is set aside as it is, and put back where the backup does not fit."""
        self._database.close()
        store, kept = self._database.path, self.folder / f"damaged-{datetime.now():%Y%m%d-%H%M%S-%f}.smartpns"
        _writable(kept)
        _move(store, kept)
        try:
            self._put(source)
        except BaseException:
            self._database.close()
            _move(kept, store)
            raise
        return kept

    def _refuse_unsound(self, source: Path) -> None:
        store = self._database.path
        if source.is_file() and store.exists() and source.samefile(store):
            raise CannotDo("restore.not_a_backup", path=source.name)
        with opened(source):
            pass

    def manifests(self) -> Iterator[tuple[Path, Manifest]]:
        """The backups in the store's own folder, oldest first."""
        for file in sorted(self.folder.glob("*.smartpns.json")):
            try:
                yield file.with_suffix(""), Manifest(**json.loads(file.read_text(encoding="utf-8")))
            except (ValueError, TypeError, OSError):
                continue

    def kept(self) -> Iterator[Backup]:
        """The backups in the store's own folder that are still there, newest first."""
        for path, manifest in sorted(self.manifests(), key=lambda it: it[1].created_at, reverse=True):
            if path.is_file():
                made = datetime.fromisoformat(manifest.created_at).astimezone().replace(tzinfo=None)
                yield Backup(path, made, path.stat().st_size)

    def last(self) -> datetime | None:
        """When the newest backup in the store's own folder was made, in local time; `None` where there is none."""
        made = [datetime.fromisoformat(manifest.created_at) for _, manifest in self.manifests()]
        return max(made).astimezone() if made else None

    def ahead_of_store(self) -> list[str]:
        """Backups that hold a change set which the store no longer has, or has otherwise: its tail was cut."""
        with self._database.read() as reader:
            restored = settings.get(reader, RESTORED) or ""
            return [
                path.name
                for path, manifest in self.manifests()
                if manifest.created_at > restored
                and manifest.change_set
                and batches.link_of(reader, manifest.change_set) != manifest.link
            ]

    def _rotate(self) -> None:
        made = sorted(self.folder.glob("smartpns-*.smartpns"))
        for old in made[:-KEPT]:
            old.unlink(missing_ok=True)
            _manifest_of(old).unlink(missing_ok=True)


def restore_store(data_dir: Path, backup: Path, watch: Watch | None = None) -> Path:
    """Put a backup in the place of the store in a folder, sound or not; returns what is kept of that store."""
    make_store_file(data_dir / STORE)
    database = Database(data_dir / STORE)
    try:
        return BackupService(database).restore(backup, watch)
    finally:
        database.close()


@contextmanager
def opened(source: Path) -> Iterator[Database]:
    """A backup, or another store of ours, to look into; it stays as it is.

    Raises `CannotDo` (`file.missing`, `restore.not_a_backup`) and `StoreNewer`.
    """
    if not source.is_file():
        raise CannotDo("file.missing", path=source.name)
    if not copies.looks_like_ours(source):
        raise CannotDo("restore.not_a_backup", path=source.name)
    other = Database(source)
    try:
        other.revision()
        yield other
    except errors.StoreNewer:
        raise
    except StoreError as error:
        raise CannotDo("restore.not_a_backup", path=source.name) from error
    finally:
        other.close()


def _contents_beside(store: Path) -> AttachmentFiles:
    # Loaded when a backup is made or restored: the first page only asks how old the last one is.
    from smartpns_desktop.services.attachment_files import AttachmentFiles

    return AttachmentFiles.beside(store)


def _manifest_of(backup: Path) -> Path:
    return backup.with_name(backup.name + ".json")


def _move(store: Path, target: Path) -> None:
    """A store with its write-ahead log, which holds the newest changes."""
    try:
        for ending in ("", "-wal", "-shm"):
            if (part := store.with_name(store.name + ending)).exists():
                part.replace(target.with_name(target.name + ending))
    except PermissionError as error:
        raise CannotDo("file.in_use", Outcome.FORBIDDEN, path=store.name) from error


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _writable(target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotDo("folder.not_writable", Outcome.FORBIDDEN, path=str(target.parent)) from error
