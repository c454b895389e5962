"""Use-cases on files that prove something: attached to a row of any table, opened, taken off, and looked after."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from db import Database, Reader
from db.queries import attachments as queries
from db.queries import history_lists, record_lists
from smartpns_desktop.domain.attachments import FileFormat, format_of
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.new_files import new_file
from smartpns_desktop.services.attachment_files import AttachmentFiles, KeptFile
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Edit, Editor, require
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.row_words import RowWords
from smartpns_desktop.words.reasons import reason

LIMIT = "lampiran.ukuran_maksimal"
"""The regulation parameter that says how many megabytes a file may have."""
_MEGABYTE = 1024 * 1024


_SUBJECTS = {kind: table.name for kind, table in {**history_lists.TABLES, **record_lists.TABLES}.items()} | {
    "employees": "employees",
    "trainings": "trainings",
    "agencies": "agencies",
    "positions": "positions",
}


def subject_of(kind: str) -> str:
    """The table to whose rows the files of a kind of list are attached; CannotDo("argument.unknown_kind")."""
    if kind not in _SUBJECTS:
        raise CannotDo("argument.unknown_kind", kind=kind, known=", ".join(_SUBJECTS))
    return _SUBJECTS[kind]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is attached to a row (`key`) of a table (`subject`); `size` in bytes, `is_there` on the disk."""

    id: int
    subject: str
    key: int
    name: str
    format: FileFormat
    size: int
    sha256: str
    is_there: bool


class AttachmentService:
    """Files by content beside the store, and the rows that name them.

    A writing method is one change set, which undo names; a file stays on the disk as long as undo can ask for it.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)
        self.files = AttachmentFiles.beside(database.path)

    def limit(self) -> int:
        """How many bytes a file may have."""
        with self._database.read() as reader:
            return _limit(reader)

    def of(self, subject: str, key: int) -> tuple[Attachment, ...]:
        """The files of one row of a table, in the order in which they were attached."""
        with self._database.read() as reader:
            return tuple(map(self._attachment, queries.of_row(reader, subject, key)))

    def attach(self, subject: str, key: int, file: Path) -> Changes:
        """Attach a copy of a file to a row; the same content again changes nothing.

        Raises `CannotDo`: `record.missing`, `file.missing`, `file.empty`, `file.unreadable`, `attachment.too_large`,
        `attachment.format`, and the refusals of a folder that cannot be written.
        """
        with self._database.read() as reader:
            require(queries.subject_row(reader, subject, key))
        (kept,) = self.keep((file,))
        row = {"subject": subject, "subject_id": key, **asdict(kept)}
        return self._editor.carry_out(lambda reader: _attach(reader, row))

    def keep(self, files: Sequence[Path]) -> tuple[KeptFile, ...]:
        """Keep copies of files for a row that an edit is about to write; all are looked at before the first is kept.

        Raises as `attach` does. What no row names is collected later.
        """
        limit = self.limit()
        contents = [_content(file, limit) for file in files]
        formats = [_format(file, content).value for file, content in zip(files, contents, strict=True)]
        # On the disk before its row: a row never names what is not there.
        return tuple(
            KeptFile(file.name, kind, len(content), self.files.put(content))
            for file, kind, content in zip(files, formats, contents, strict=True)
        )

    def check(self, file: Path) -> None:
        """Refuse a file that `attach` would refuse."""
        _format(file, _content(file, self.limit()))

    def detach(self, attachment: int) -> Changes:
        """Take a file off its row. Raises `record.missing`."""
        return self._editor.carry_out(lambda reader: _detach(reader, attachment))

    def path(self, attachment: int) -> Path:
        """Where the content of an attached file stands, under a name of digits; open a copy (`copy_to`) instead.

        Raises `record.missing`, and `attachment.missing` or `attachment.altered` where the file is not what it was.
        """
        found = self._find(attachment)
        if not found.is_there:
            raise CannotDo("attachment.missing", path=found.name)
        if not self.files.is_sound(found.sha256):
            raise CannotDo("attachment.altered", path=found.name)
        return self.files.path(found.sha256)

    def copy_to(self, attachment: int, folder: Path) -> Path:
        """A copy under the file's own name in a folder, to be opened or handed on. Raises as `path` does."""
        source, found = self.path(attachment), self._find(attachment)
        folder.mkdir(parents=True, exist_ok=True)
        ending = f".{found.format.value}"
        name = found.name if found.name.lower().endswith(_endings(found.format)) else f"{found.name}{ending}"
        with new_file(folder / name) as draft:
            draft.write_bytes(source.read_bytes())
        return folder / name

    def faults(self) -> tuple[list[str], list[str]]:
        """Names of attached files that are no longer on the disk, and of those that are no longer what they were."""
        with self._database.read() as reader:
            found = [self._attachment(row) for row in queries.all_files(reader)]
        altered = [it.name for it in found if it.is_there and not self.files.is_sound(it.sha256)]
        return [it.name for it in found if not it.is_there], altered

    def _find(self, attachment: int) -> Attachment:
        with self._database.read() as reader:
            return self._attachment(require(queries.by_key(reader, attachment)))

    def _attachment(self, row: object) -> Attachment:
        told = row._mapping  # type: ignore[attr-defined]
        return Attachment(
            id=told["id"],
            subject=told["subject"],
            key=told["subject_id"],
            name=told["name"],
            format=FileFormat(told["format"]),
            size=told["size"],
            sha256=told["sha256"],
            is_there=self.files.is_there(told["sha256"]),
        )


def _limit(reader: Reader) -> int:
    megabytes = regulations(reader).on(date.today()).number(LIMIT)
    return int((megabytes or Decimal(0)) * _MEGABYTE)


def _content(file: Path, limit: int) -> bytes:
    if not file.is_file():
        raise CannotDo("file.missing", path=file.name)
    try:
        if file.stat().st_size > limit:
            raise CannotDo("attachment.too_large", path=file.name, limit=f"{limit / _MEGABYTE:g} MB")
        content = file.read_bytes()
    except OSError as error:
        raise CannotDo("file.unreadable", path=file.name) from error
    if not content:
        raise CannotDo("file.empty", path=file.name)
    return content


def _format(file: Path, content: bytes) -> FileFormat:
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.namelist()
    except (zipfile.BadZipFile, OSError, NotImplementedError):
        parts = []
    found = format_of(content, parts)
    if found is None:
        raise CannotDo("attachment.format", path=file.name)
    return found


def _endings(kind: FileFormat) -> tuple[str, ...]:
    return (".jpg", ".jpeg") if kind is FileFormat.JPG else (f".{kind.value}",)


def _attach(reader: Reader, row: dict[str, object]) -> Edit:
    subject, key = str(row["subject"]), int(str(row["subject_id"]))
    edit = Edit(reason("attachment.add", name=str(row["name"]), thing=_thing(reader, subject, key)))
    if all(it.sha256 != row["sha256"] for it in queries.of_row(reader, subject, key)):
        edit.bundle.add("attachments", row)
    return edit


def _detach(reader: Reader, attachment: int) -> Edit:
    row = require(queries.by_key(reader, attachment))
    thing = _thing(reader, row.subject, row.subject_id)
    return Edit(reason("attachment.delete", name=row.name, thing=thing), gone={"attachments": [attachment]})


def _thing(reader: Reader, subject: str, key: int) -> str:
    return RowWords(reader).thing(subject, require(queries.subject_row(reader, subject, key))._mapping)
