"""Calls of a setup and of its uninstaller, what trials lay out before them, and what they compare afterwards."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import installed
from faults import require
from toy_setup import SIGN, Setup
from wine import Done, Prefix

from smartpns_desktop.services.installation import RESULT

REFUSED, DOWNGRADE, RUNNING, SMALL_DISK, OLD_WINDOWS = 2, 3, 4, 5, 6
NOTE = b"milik saya\r\n"


def run(prefix: Prefix, setup: Setup, *switches: str, code: int = 0, folder: str = "") -> float:
    """Run a setup silently until all is done, and require its exit code; how many seconds it took."""
    began = time.monotonic()
    done = started(prefix, setup, *switches, folder=folder)
    seconds = time.monotonic() - began
    require(done.code == code, f"setup {' '.join(switches)} {folder} ends with {done.code}, not {code}", done.text)
    return seconds


def started(prefix: Prefix, setup: Setup, *switches: str, folder: str = "") -> Done:
    """NSIS takes a folder only at the end and without quotes: in words, as Wine puts quotes around what has spaces."""
    words = f"/D={folder}".split(" ") if folder else []
    return prefix.run(setup.file, "/S", *switches, *words, seconds=240)


def given_back(prefix: Prefix, setup: Setup, code: int) -> None:
    """An update that is refused, called as the program does: that is opened again, and finds the exit code."""
    home = installed.place(prefix)
    with result_beside(setup) as result:
        run(prefix, setup, "/UPDATE", "/START", code=code, folder=prefix.windows(home))
        until((home / SIGN).exists, 20, "the program is not opened again after a refused update")
        require(result.read_bytes() == b"%d" % code, "a refused update does not leave its reason", result.read_bytes())
    (home / SIGN).unlink()


def not_given_back(prefix: Prefix, setup: Setup, code: int) -> None:
    """A refused setup opens nothing that nobody asked for, and leaves nothing where no program waits for it."""
    beside = {path.name for path in setup.file.parent.iterdir()}
    for switches in ((), ("/START",), ("/UPDATE",)):
        run(prefix, setup, *switches, code=code)
    require({path.name for path in setup.file.parent.iterdir()} == beside, "a refused setup leaves something beside it")
    with result_beside(setup) as result:
        run(prefix, setup, "/UPDATE", code=code)
        require(result.read_bytes() == b"%d" % code, "a refused update does not leave its reason", result.read_bytes())
    require(not (installed.place(prefix) / SIGN).exists(), "the program is opened although nobody asked for it")


@contextmanager
def result_beside(setup: Setup) -> Iterator[Path]:
    """The file that the program makes beside a setup which it starts."""
    result = setup.file.with_name(RESULT)
    result.touch()
    yield result
    result.unlink()


def remove(prefix: Prefix, *switches: str, folder: Path | None = None) -> None:
    """Uninstall silently; the uninstaller goes on after the call has come back."""
    home = folder or installed.place(prefix)
    prefix.run(home / "uninstall.exe", "/S", *switches)
    prefix.wait()


def add_own(home: Path) -> frozenset[str]:
    """Files of the user's own in the program's folder and deep inside it; their paths in it."""
    names = ("catatan.txt", "_internal/milik saya.txt", "_internal/arsip saya/é/daftar.txt")
    for name in names:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(NOTE)
    return frozenset(names)


def add_data(prefix: Prefix) -> Path:
    """A store as the program would leave it."""
    store = installed.data(prefix) / "data.smartpns"
    store.parent.mkdir(exist_ok=True)
    store.write_bytes(NOTE)
    return store


def clear(prefix: Prefix, *folders: Path) -> None:
    """Delete what trials leave on purpose."""
    for folder in (installed.place(prefix), installed.data(prefix), installed.shared(prefix), *folders):
        shutil.rmtree(folder, ignore_errors=True)


def until(holds: Callable[[], bool], seconds: float, sentence: str) -> None:
    """Wait for something. Raises `Fault` when it does not come."""
    end = time.monotonic() + seconds
    while not holds():
        require(time.monotonic() < end, sentence)
        time.sleep(0.05)


@contextmanager
def unchanged(prefix: Prefix, what: str) -> Iterator[None]:
    """Files, data and registry of the program are afterwards what they were before."""
    before = state(prefix)
    yield
    require(state(prefix) == before, f"{what} changes something")


def state(prefix: Prefix) -> object:
    """All that a setup may change."""
    prefix.wait()
    folders = (installed.place(prefix), installed.place(prefix, everybody=True), installed.data(prefix))
    keys = [installed.registry(prefix, everybody) for everybody in (False, True)]
    ours = [{name: it for name, it in hive.items() if "smartpns" in name.lower()} for hive in keys]
    return [installed.digests(folder) for folder in folders if folder.exists()], ours
