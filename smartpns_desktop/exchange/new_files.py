"""How a file of ours comes to be: written beside its place, then put there whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo, Outcome

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No room: on the disk, in the user's share of it, or for a file of that size."""
_NOT_WRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR})


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A place to write to; when the block ends well the file is at `path`, else nothing has changed there.

    Raises CannotDo with Outcome.FORBIDDEN: file.in_use (another program holds the old file),
    folder.not_writable, disk.full. Whatever the block raises, a cancelling too, leaves no file behind.
    """
    with in_our_words(path):
        _check_free(path)
        # In the same folder, so that the last step is a rename; a folder, for the writer's own scratch files.
        # (tempfile tries for hours where Windows forbids to write.)
        folder = path.parent / f".smartpns-{secrets.token_hex(8)}"
        # As open as its folder: a newer Python on Windows would keep a private one's files from all other accounts.
        folder.mkdir()
        try:
            draft = folder / path.name
            yield draft
            with draft.open("r+b") as file:
                os.fsync(file.fileno())
            _put(draft, path)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


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
def in_our_words(path: Path) -> Iterator[None]:
    """What the system refuses while a file is written, as CannotDo: disk.full, folder.not_writable."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise CannotDo("disk.full", Outcome.FORBIDDEN, path=path.name) from error
        if error.errno in _NOT_WRITABLE:
            raise CannotDo("folder.not_writable", Outcome.FORBIDDEN, path=path.parent.name) from error
        raise
