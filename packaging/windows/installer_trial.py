"""The setup tried as offices would: silently, over older versions, stopped, refused, in odd places, and removed again.

Every trial leaves its Windows without the program, and raises `Fault` where something is not as it must be.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import damage_trial as damage
import installed
import places_trial as places
import refusal_trial as refusal
from faults import none, require
from setup_calls import NOTE, add_data, add_own, clear, remove, run
from toy_setup import BULK, HUGE_KB, Setup, toy
from wine import Prefix, screen

SILENT_SECONDS = 30
# What the installer's script takes; the rest of Windows' 259 letters is for the program's own files.
LONGEST_FOLDER = 120
LONGEST_FILE = 259 - LONGEST_FOLDER - len("\\.smartpns-baru\\")
OLD, NEW = "0.0.1", "0.0.2"
# Half seconds that an update waits for the program, where waiting is not what is tried.
HASTE = 6
ODD_USER = "Ñoño Ünal Šarić é"

Trial = Callable[[Prefix], None]


def trials(setup: Setup, folder: Path) -> dict[str, Trial]:
    """All trials of a setup by what they try, in order; the small setups they need are packed in a folder."""
    old, new = toy(folder, OLD), toy(folder, NEW)
    return {
        "installed silently": partial(silently, setup=setup),
        "upgraded": partial(upgraded, old=old, new=setup),
        "stopped halfway": partial(damage.stopped_halfway, old=old, new=setup),
        "stopped while it changed over": partial(damage.stopped_changing, old=old, new=new),
        "half deleted": partial(damage.half_deleted, setup=new),
        "a downgrade": partial(refusal.downgrade, old=old, new=new),
        "the program running": partial(refusal.running, old=old, new=new),
        "a program that does not end": partial(refusal.unending, old=old, hasty=toy(folder, NEW, PATIENCE=HASTE)),
        "a file held by another program": partial(refusal.held, old=old, new=new),
        "a disk too small": partial(refusal.small_disk, old=old, setup=toy(folder, NEW, EXTRA_KB=HUGE_KB)),
        "Windows too old": partial(refusal.old_windows, setup=new),
        "files and data of the user's own": partial(places.own_files, setup=new),
        "odd folders": partial(places.odd_folders, setup=new),
        "another folder than before": partial(places.moved, old=old, new=new),
        "a portable copy": partial(places.portable, old=old, new=new),
        "for all users": partial(places.for_all_users, old=old, new=new),
        "shared data": partial(places.shared_data, setup=new),
    }


def silently(prefix: Prefix, setup: Setup) -> None:
    """A first installation in time, whole, and removed without a trace."""
    fits(setup.program)
    seconds = run(prefix, setup)
    require(seconds <= SILENT_SECONDS, f"the silent installation took {seconds:.0f} s, not {SILENT_SECONDS}")
    installed.whole(prefix, setup)
    remove(prefix)
    installed.gone(prefix)


def fits(program: Path) -> None:
    """In the longest folder that the setup takes, no file's path is longer than Windows takes."""
    names = (path.relative_to(program).as_posix() for path in program.rglob("*"))
    none([name for name in names if len(name) > LONGEST_FILE], "paths too long for the longest folder")


def upgraded(prefix: Prefix, old: Setup, new: Setup) -> None:
    """Over an older version: what only that had is gone, what the user put there and the data are not; then again."""
    run(prefix, old)
    kept = add_own(installed.place(prefix))
    store = add_data(prefix)
    for _ in range(2):
        run(prefix, new)
        installed.whole(prefix, new, kept=kept)
    require(store.read_bytes() == NOTE, "the upgrade changed the data")
    remove(prefix)
    installed.gone(prefix, kept=kept)
    clear(prefix)


def main(arguments: list[str]) -> int:
    """FOLDER [NAME]   every trial, or those whose name holds NAME, with a toy program, without a chain around it."""
    folder = Path(arguments[0]).resolve()
    setup = toy(folder, "1.2.3", bulk=BULK)
    (folder / "shims").mkdir(exist_ok=True)
    with screen():
        prefix = Prefix.made(folder / "windows", folder / "shims", ODD_USER)
        for name, trial in trials(setup, folder).items():
            if not arguments[1:] or arguments[1] in name:
                began = time.monotonic()
                trial(prefix)
                print(f"{time.monotonic() - began:4.0f} s  {name}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
