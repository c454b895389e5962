"""The setup tried where it must say no, and change nothing."""

from __future__ import annotations

import time

import installed
from faults import require
from setup_calls import (
    DOWNGRADE,
    OLD_WINDOWS,
    RUNNING,
    SMALL_DISK,
    given_back,
    not_given_back,
    remove,
    run,
    unchanged,
    until,
)
from toy_setup import SIGN, Setup
from wine import Prefix

# Seconds until what was started has surely begun.
PAUSE = 3


def downgrade(prefix: Prefix, old: Setup, new: Setup) -> None:
    """An older version is refused, for this user and for all."""
    run(prefix, new)
    with unchanged(prefix, "a refused downgrade"):
        run(prefix, old, code=DOWNGRADE)
        run(prefix, old, "/ALLUSERS", code=DOWNGRADE)
        not_given_back(prefix, old, DOWNGRADE)
        given_back(prefix, old, DOWNGRADE)
    remove(prefix)
    installed.gone(prefix)


def running(prefix: Prefix, old: Setup, new: Setup) -> None:
    """While the program runs: refused, removal too; an update waits for its end, and starts it again when told so."""
    run(prefix, old)
    home = installed.place(prefix)
    before = installed.digests(home)
    for face in ("smartpns-cli.exe", "SmartPNS.exe"):
        process = prefix.start(home / face, "300")
        time.sleep(PAUSE)
        run(prefix, new, code=RUNNING)
        update = prefix.start(new.file, "/S", "/UPDATE", "/START")
        prefix.run(home / "uninstall.exe", "/S")
        time.sleep(PAUSE)
        require(installed.digests(home) == before, f"a setup changes the program while {face} runs")
        require(process.poll() is None and update.poll() is None, "program or update ended before their time")
        process.kill()
        require(update.wait(90) == 0, "the update does not go on when the program has ended")
        until((home / SIGN).exists, 20, "the program is not started after its update")
        (home / SIGN).unlink()
        installed.whole(prefix, new)
        before = installed.digests(home)
    remove(prefix)
    installed.gone(prefix)


def unending(prefix: Prefix, old: Setup, hasty: Setup) -> None:
    """A program that runs on, in another account say, while an update waits for its end: that gives up in time."""
    run(prefix, old)
    home = installed.place(prefix)
    before = installed.digests(home)
    process = prefix.start(home / "smartpns-cli.exe", "300")
    time.sleep(PAUSE)
    given_back(prefix, hasty, RUNNING)
    require(process.poll() is None, "the program ended before its time")
    require(installed.digests(home) == before, "an update that gave up leaves something changed")
    prefix.kill()
    remove(prefix)
    installed.gone(prefix)


def held(prefix: Prefix, old: Setup, new: Setup) -> None:
    """Another program holds one of the files while the new version comes in: all goes back, as if nothing had been."""
    run(prefix, old)
    home = installed.place(prefix)
    before = installed.digests(home)
    holder = prefix.start(old.program / "SmartPNS.exe", "120", home / "uninstall.txt")
    time.sleep(PAUSE)
    given_back(prefix, new, RUNNING)
    require(holder.poll() is None, "nothing held the file")
    require(installed.digests(home) == before, "a setup that could not go on leaves something changed")
    prefix.kill()
    run(prefix, new)
    installed.whole(prefix, new)
    remove(prefix)
    installed.gone(prefix)


def small_disk(prefix: Prefix, old: Setup, setup: Setup) -> None:
    """Where the disk has less room than the program needs, nothing is installed, and the older version stays."""
    with unchanged(prefix, "a setup refused for the disk's size"):
        run(prefix, setup, code=SMALL_DISK)
    installed.gone(prefix)
    run(prefix, old)
    with unchanged(prefix, "an update refused for the disk's size"):
        given_back(prefix, setup, SMALL_DISK)
    remove(prefix)
    installed.gone(prefix)


def old_windows(prefix: Prefix, setup: Setup) -> None:
    """On a Windows before 10 nothing is installed."""
    prefix.become("win81")
    try:
        run(prefix, setup, code=OLD_WINDOWS)
    finally:
        prefix.become("win10")
    installed.gone(prefix)
