"""A Windows made of Wine in a folder of its own: made for one user, given what Wine lacks, and programs run in it."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

SOURCES = Path(__file__).resolve().parent / "shims"
COMPILER = "x86_64-w64-mingw32-gcc-win32"
USER = "Siti Nurhaliza"
# Nothing of .NET, browsers, menus of this desktop or debuggers; Python's `platform` asks a service that hangs.
OVERRIDES = "mscoree,mshtml,winemenubuilder.exe,winedbg.exe,wbemprox=d"
OURS = ("PATH", "DISPLAY", "XAUTHORITY", "TMPDIR")
TIMED_OUT = 124
# Beside drive C: what else belongs to a prefix, and which fonts of this machine its programs see.
KEPT, FONTS = "prefix.json", "fonts.conf"
# Of the packages that a trial asks for: how a window looks hangs on no others that stand here, nor how soon it does;
# unlike Windows Wine reads every font anew in each program that shows text, hundreds in a second.
FOLDERS_OF_FONTS = ("liberation", "dejavu")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """How a program ended, 124 when it was stopped for taking too long, and all it printed."""

    code: int
    raw: bytes

    @property
    def text(self) -> str:
        """What it printed, as lines without Windows' carriage returns."""
        return self.raw.decode(errors="replace").replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class Prefix:
    """One Windows: a user with profile and registry, drive C under `path`, this machine's files as drive Z."""

    path: Path
    user: str = USER
    shims: tuple[str, ...] = ()

    @classmethod
    def made(cls, folder: Path, shims: Path, user: str = USER) -> Prefix:
        """A new one in the place of what stands in `folder`; `shims` holds the DLLs that Wine lacks."""
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "home").mkdir(parents=True)
        (folder / FONTS).write_text(only(FOLDERS_OF_FONTS, folder / "home"), encoding="utf-8")
        libraries = sorted(shims.glob("*.dll"))
        prefix = cls(folder.resolve(), user, tuple(it.stem for it in libraries))
        done = prefix.run("wineboot", "-u", seconds=300)
        prefix.wait()
        if done.code or not prefix.local.is_dir():
            raise OSError(f"no Windows could be made in {folder} ({done.code}): {done.text[-500:]}")
        for library in libraries:
            shutil.copy(library, prefix.drive / "windows" / "system32")
        (folder / KEPT).write_text(json.dumps({"user": user, "shims": prefix.shims}), encoding="utf-8")
        # Of itself it is Windows 7, on which nothing of ours runs.
        prefix.become("win10")
        return prefix

    def become(self, version: str) -> None:
        """From now on this Windows says that it is `version`: win7, win81 or win10."""
        done = self.run("winecfg", "-v", version)
        self.wait()
        if done.code:
            raise OSError(f"this Windows does not become {version} ({done.code}): {done.text[-500:]}")

    @classmethod
    def opened(cls, folder: Path) -> Prefix:
        """One that was made before, in this process or another."""
        kept = json.loads((folder / KEPT).read_text(encoding="utf-8"))
        return cls(folder.resolve(), kept["user"], tuple(kept["shims"]))

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.path / "drive_c"

    @property
    def home(self) -> Path:
        """The user's profile, as a path of this machine."""
        return self.drive / "users" / self.user

    @property
    def local(self) -> Path:
        """The user's AppData\\Local, as a path of this machine."""
        return self.home / "AppData" / "Local"

    def windows(self, path: Path) -> str:
        """A path of this machine as Windows names it."""
        full = path if path.is_absolute() else Path.cwd() / path
        inside = full.is_relative_to(self.drive)
        return ("C:" if inside else "Z:") + "\\" + "\\".join(full.relative_to(self.drive if inside else "/").parts)

    def run(
        self, *command: str | Path, seconds: float = 120, quiet: bool = True, env: Mapping[str, str] | None = None
    ) -> Done:
        """Run a program to its end; paths are told in Windows' way. `quiet` leaves out Wine's own remarks.

        What takes longer than `seconds` is stopped, with all else that runs in this Windows.
        """
        began = time.monotonic()
        process = self.start(*command, quiet=quiet, env=env)
        parts: list[bytes] = []
        reader = Thread(target=_drain, args=(process, parts), daemon=True)
        reader.start()
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            code = TIMED_OUT
            self.kill()
            process.kill()
            process.wait()
        # A child that lives on may hold the other end of the pipe.
        reader.join(5)
        done = Done(code, b"".join(parts))
        _log.info("%.1f s, ends with %s: %s\n%s", time.monotonic() - began, code, process.args, done.text)
        return done

    def start(
        self, *command: str | Path, quiet: bool = True, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program and leave it running; its output is a pipe, its input nothing."""
        told = [self.windows(it) if isinstance(it, Path) else it for it in command]
        # What begins with QT_ is for this machine, Wine thinks, unless it is named so.
        more = {f"WINE{name}" if name.startswith("QT_") else name: it for name, it in (env or {}).items()}
        # Into a regular file, or without any input, Windows' Python dies here.
        return subprocess.Popen(
            ("wine", *told), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            cwd=self.drive if self.drive.is_dir() else self.path, env=self._environment(quiet) | more,
        )  # fmt: skip

    def wait(self) -> None:
        """Until every program has ended and the registry is written."""
        self._server("-w")

    def kill(self) -> None:
        """End every program at once, as a power cut does."""
        self._server("-k")
        self._server("-w")

    def _server(self, wish: str) -> None:
        subprocess.run(
            ("wineserver", wish), env=self._environment(quiet=True), timeout=120, check=False, capture_output=True
        )

    def _environment(self, quiet: bool) -> dict[str, str]:
        """Ours is not handed on: a program tested here finds nothing of this machine."""
        shims = "".join(f";{name}=n,b" for name in self.shims)
        return {name: os.environ[name] for name in OURS if name in os.environ} | {
            "HOME": str(self.path / "home"),
            "USER": self.user,
            "LC_ALL": "C.UTF-8",
            "WINEPREFIX": str(self.path),
            "WINEARCH": "win64",
            "FONTCONFIG_FILE": str(self.path / FONTS),
            "WINEDEBUG": "-all" if quiet else "err+all,fixme-all",
            "WINEDLLOVERRIDES": OVERRIDES + shims,
        }


def _drain(process: subprocess.Popen[bytes], parts: list[bytes]) -> None:
    assert process.stdout is not None
    with process.stdout as pipe:
        while part := os.read(pipe.fileno(), 65536):
            parts.append(part)


def only(fonts: Iterable[str], cache: Path) -> str:
    """What fontconfig reads: folders of fonts, and where it may note what it found there."""
    told = ElementTree.Element("fontconfig")
    for name in fonts:
        ElementTree.SubElement(told, "dir").text = f"/usr/share/fonts/truetype/{name}"
    ElementTree.SubElement(told, "cachedir").text = str(cache.resolve())
    return ElementTree.tostring(told, encoding="unicode")


def shims(folder: Path) -> Path:
    """Compile what Wine lacks into `folder`; test prefixes get it, the program never."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted(SOURCES.glob("*.c")):
        libraries = ("-ladvapi32",)
        command = (COMPILER, "-O2", "-s", "-shared", "-o", folder / f"{source.stem}.dll", source, *libraries)
        subprocess.run(command, check=True)
    return folder


@contextmanager
def screen(size: str = "1920x1200x24") -> Iterator[str]:
    """A screen that nobody sees, as DISPLAY of this process and all it starts; its name."""
    before = os.environ.get("DISPLAY")
    read, write = os.pipe()
    command = ("Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp")
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                os.environ["DISPLAY"] = f":{answer.readline().strip()}"
            yield os.environ["DISPLAY"]
        finally:
            server.terminate()
            os.environ.pop("DISPLAY", None)
            os.environ.update({"DISPLAY": before} if before else {})
