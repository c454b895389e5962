"""The program as it is installed here: its version, its folder, whose updates it takes, and how a setup is started."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from smartpns_desktop import __version__
from smartpns_desktop.domain.changelog import Release, releases
from smartpns_desktop.domain.updates import CHANGELOG
from smartpns_desktop.domain.versions import Version

_SWITCHES = ("/S", "/UPDATE")
"""Say nothing, and wait for this program to end instead of asking for it."""
_AGAIN = "/START"
RESULT = "hasil.txt"
"""Beside the setup, empty when it starts: one that installs nothing writes its exit code there."""
_LONGEST_PATH = 32_768


@dataclass(frozen=True, slots=True)
class Installation:
    """What an update replaces.

    `folder` is where the program stands, `None` where no setup put it there; `key` the public key as PEM of whoever
    makes updates for it; `changelog` what it tells about its own versions; a setup is copied into `scratch`.
    """

    version: Version
    folder: Path | None
    key: bytes | None
    changelog: str
    scratch: Path

    @classmethod
    def present(cls) -> Installation:
        """The program that runs now."""
        key = files("resources") / "update" / "public-key.pem"
        return cls(
            Version.read(__version__),
            _program_folder(),
            key.read_bytes() if key.is_file() else None,
            _changelog(),
            Path(tempfile.gettempdir()),
        )

    @property
    def releases(self) -> tuple[Release, ...]:
        """The versions up to this one, newest first."""
        return tuple(it for it in releases(self.changelog) if it.version <= self.version)

    def obstacle(self) -> str:
        """Code of the reason why no setup of ours can replace this program; "" where one can."""
        if self.folder is None:
            return "update.not_installed"
        return "" if _may_write(self.folder) else "update.no_rights"

    def start(self, setup: Path, *, again: bool) -> None:
        """Start a setup that goes on when this program has ended, and opens it `again`, be it the old one.

        Raises OSError.
        """
        switches = (*_SWITCHES, *((_AGAIN,) if again else ()))
        setup.with_name(RESULT).touch()
        with _own_libraries_left_out():
            process = subprocess.Popen(
                command_line(setup, switches, self.folder or setup.parent),
                cwd=setup.parent,
                env=os.environ | {"PYINSTALLER_RESET_ENVIRONMENT": "1"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                **_detached(),
            )
        # It outlives this program: nobody waits for it.
        process.returncode = 0


def exit_code(setup: Path) -> int | None:
    """The exit code with which a setup refused to install; `None` where it was not there to tell one."""
    try:
        return int(setup.with_name(RESULT).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def command_line(setup: Path, switches: tuple[str, ...], folder: Path) -> str | list[str]:
    """How the setup is called: NSIS takes the folder only as the last argument, and in quotes it does not take it."""
    call: str | list[str] = [str(setup), *switches, f"/D={folder}"]
    if sys.platform == "win32":
        call = f"{subprocess.list2cmdline([str(setup), *switches])} /D={folder}"
    return call


def _program_folder() -> Path | None:
    folder = None
    if sys.platform == "win32" and hasattr(sys, "frozen"):
        folder = Path(sys.executable).resolve().parent
    return folder


def _changelog() -> str:
    """What ships beside the resources of a built program stands one folder higher in the source tree."""
    shipped = files("resources")
    for place in (shipped / CHANGELOG, shipped / ".." / CHANGELOG):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    return ""


def _detached() -> dict[str, Any]:
    """What lets a program live on when this one ends."""
    settings: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        settings = {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}
    return settings


@contextmanager
def _own_libraries_left_out() -> Iterator[None]:
    """A built program looks for libraries in its own folder, and its children would; a setup shall replace them."""
    if sys.platform == "win32":
        import ctypes

        kernel, folder = ctypes.windll.kernel32, ctypes.create_unicode_buffer(_LONGEST_PATH)
        kernel.GetDllDirectoryW(len(folder), folder)
        kernel.SetDllDirectoryW(None)
        try:
            yield
        finally:
            kernel.SetDllDirectoryW(folder.value or None)
    else:
        yield


def _may_write(folder: Path) -> bool:
    """Tried: what Windows says about rights is not what it does."""
    trial = folder / f".smartpns-{secrets.token_hex(8)}"
    try:
        trial.touch(exist_ok=False)
        trial.unlink()
    except OSError:
        return False
    return True
