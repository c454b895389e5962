"""How a file of ours comes to be: written beside its place, then put there whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.exchange.passwords import lock

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No room: on the disk, in the user's share of it, or for a file of that size."""
_NOT_WRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR})


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A place to write to; when the block ends well the file is at `path`, else nothing has changed there.

    Raises CannotDo with Outcome.FORBIDDEN: file.in_use (another program holds the old file),
    folder.not_writable, disk.full. Whatever the block raises, a cancelling too, leaves no file behind.
    """
    with _in_our_words(path):
        _check_free(path)
        # In the same folder, so that the last step is a rename; a folder, for the writer's own scratch files.
        # (tempfile tries for hours where Windows forbids to write.)
        folder = path.parent / f".smartpns-{secrets.token_hex(8)}"
        folder.mkdir(mode=0o700)
        try:
            draft = folder / path.name
            yield draft
            with draft.open("r+b") as file:
                os.fsync(file.fileno())
            _put(draft, path)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def new_workbook(path: Path, *, constant_memory: bool = False, password: str = "") -> Iterator[Workbook]:
    """An XlsxWriter workbook that comes to be as `new_file` says; texts stay texts, however they begin.

    With a password nobody reads it without that.
    """
    options = {
        "constant_memory": constant_memory,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with new_file(path) as draft:
        workbook = Workbook(str(draft), {**options, "tmpdir": str(draft.parent)})
        try:
            yield workbook
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            _release(workbook)
        if password:
            lock(draft, password)


def _release(workbook: Workbook) -> None:
    """Closes the scratch files of rows, which a file system may refuse to delete while they are open."""
    for worksheet in workbook.worksheets():
        scratch: IO[str] | None = getattr(worksheet, "row_data_fh", None)
        if scratch is not None:
            with suppress(OSError):
                scratch.close()


def _check_free(path: Path) -> None:
    """Told before the work, not after it: a program that holds the old file open."""
    if path.is_dir():
        raise CannotDo("folder.not_writable", Outcome.FORBIDDEN, path=path.name)
    if path.exists():
        _in_use_if_refused(path)


def _in_use_if_refused(path: Path) -> None:
    try:
        path.open("r+b").close()
    except PermissionError as error:
        raise CannotDo("file.in_use", Outcome.FORBIDDEN, path=path.name) from error


def _put(draft: Path, path: Path) -> None:
    try:
        draft.replace(path)
    except PermissionError as error:
        raise CannotDo("file.in_use", Outcome.FORBIDDEN, path=path.name) from error


@contextmanager
def _in_our_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise CannotDo("disk.full", Outcome.FORBIDDEN, path=path.name) from error
        if error.errno in _NOT_WRITABLE:
            raise CannotDo("folder.not_writable", Outcome.FORBIDDEN, path=path.parent.name) from error
        raise
