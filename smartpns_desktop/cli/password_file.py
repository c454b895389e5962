"""The password of a workbook, handed over in a file: on the command line every other user could read it."""

from __future__ import annotations

from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo, Outcome

_LONGEST = 4096


def read_password(path: Path) -> str:
    """The file's first line without its end.

    Raises CannotDo: file.missing, file.in_use, file.unreadable, password.empty.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST)
    except FileNotFoundError as error:
        raise CannotDo("file.missing", path=path.name) from error
    except PermissionError as error:
        raise CannotDo("file.in_use", Outcome.FORBIDDEN, path=path.name) from error
    except OSError as error:
        raise CannotDo("file.unreadable", path=path.name) from error
    lines = _decoded(content).splitlines()
    if not lines or not lines[0]:
        raise CannotDo("password.empty", path=path.name)
    return lines[0]


def _decoded(content: bytes) -> str:
    """As editors on Windows write it: UTF-8 with or without a mark, UTF-16, or Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
