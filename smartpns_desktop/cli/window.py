"""The window as the command line knows it: handed in by the door, and opened where there is a display for it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo, Outcome

_SHOWING = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LIBRARY = re.compile(r"[\w+.-]+\.so[.\d]*|PySide6")
_REFUSED = "DLL load failed"
"""How Python for Windows begins to tell of a library that is there and cannot be loaded."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the door hands in; each call loads Qt first, so that it may raise `ImportError`.

    `run` takes the data folder and files to open and returns the exit code; `check` opens the window
    unseen on the folder it is given and tells in one line what it found.
    """

    run: Callable[[Path, Sequence[str]], int]
    check: Callable[[Path], str]


def open_window(window: Window, data_dir: Path, files: Sequence[str]) -> int:
    """Open the window until it is closed; the exit code. Raises `CannotDo("window.…")` where it cannot be shown."""
    if not has_display(os.environ, sys.platform):
        raise CannotDo("window.no_display", Outcome.FORBIDDEN)
    try:
        return window.run(data_dir, files)
    except ImportError as error:
        told = missing_library(error)
        if told is None:
            raise
        raise told from error


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display is named."""
    return platform in ("win32", "darwin") or any(environment.get(name) for name in _SHOWING)


def missing_library(error: ImportError) -> CannotDo | None:
    """What a system without Qt's libraries is told; `None` where the import failed through a bug of ours."""
    if str(error).startswith(_REFUSED):
        return CannotDo("window.broken_library", Outcome.FORBIDDEN, path=Path(error.path or error.name or "Qt").name)
    named = _LIBRARY.match(error.name if isinstance(error, ModuleNotFoundError) and error.name else str(error))
    return CannotDo("window.no_library", Outcome.FORBIDDEN, names=named[0]) if named else None


def check_unseen(window: Window, data_dir: Path) -> str:
    """Open the window where nobody sees it, whatever display there is; what it found."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return window.check(data_dir)
