"""The setup tried after damage: stopped by a power cut at any moment, or with files deleted behind its back."""

from __future__ import annotations

import shutil

import installed
from faults import none, require
from setup_calls import add_own, clear, remove, run, until
from toy_setup import Setup
from wine import Prefix


def stopped_halfway(prefix: Prefix, old: Setup, new: Setup) -> None:
    """The power fails while files are laid out: the older version is whole; run again, the newer is."""
    run(prefix, old)
    kept = add_own(installed.place(prefix))
    process = prefix.start(new.file, "/S")
    staging = installed.place(prefix) / installed.WORKING[0]
    until(lambda: any(staging.rglob("*.dll")), 120, "the setup lays out no files")
    prefix.kill()
    process.wait(30)
    require(staging.is_dir(), "the setup was stopped too late for this trial")
    found = installed.digests(installed.place(prefix))
    wanted = installed.digests(old.program)
    none([name for name in wanted if found.get(name) != wanted[name]], "stopped halfway, the old program is not whole")
    run(prefix, new)
    installed.whole(prefix, new, kept=kept)
    remove(prefix)
    installed.gone(prefix, kept=kept)
    clear(prefix)


def stopped_changing(prefix: Prefix, old: Setup, new: Setup) -> None:
    """The power fails between two renames, at each of them, and while the old is deleted: run again, all is whole."""
    home = installed.place(prefix)
    staging, replaced = (home / name for name in installed.WORKING)
    run(prefix, new)
    kept = add_own(home)
    for moved in (("SmartPNS.exe",), ("SmartPNS.exe", "_internal"), ("SmartPNS.exe", "_internal", "uninstall.txt")):
        shutil.copytree(old.program, staging)
        shutil.copy(home / "uninstall.txt", staging)
        replaced.mkdir()
        for name in moved:
            (home / name).rename(replaced / name)
        for name in moved[:-1]:
            (staging / name).rename(home / name)
        run(prefix, new)
        installed.whole(prefix, new, kept=kept)
    staging.mkdir()
    shutil.copytree(old.program / "_internal" / "resources", replaced / "_internal" / "resources")
    run(prefix, new)
    installed.whole(prefix, new, kept=kept)
    remove(prefix)
    installed.gone(prefix, kept=kept)
    clear(prefix)


def half_deleted(prefix: Prefix, setup: Setup) -> None:
    """Somebody, or an antivirus, deleted files, the list of them among others: run again, all is there."""
    run(prefix, setup)
    home = installed.place(prefix)
    for name in ("SmartPNS.exe", "uninstall.txt", "uninstall.exe", f"_internal/hanya {setup.version}.dll"):
        (home / name).unlink()
    run(prefix, setup)
    installed.whole(prefix, setup)
    remove(prefix)
    installed.gone(prefix)
