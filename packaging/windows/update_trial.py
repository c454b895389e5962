"""The installed program updates itself from a file, as it comes on a USB stick, and refuses what is not ours or old."""

from __future__ import annotations

from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import installed
import window_trial
from build import FACES, ROOT
from faults import require
from setup_calls import SMALL_DISK, until
from toy_setup import HUGE_KB, Setup, toy
from update_file import make_update
from wine import Done, Prefix

from smartpns_desktop.services.installation import RESULT

OLDER, NEWER = "0.0.1", "99.0.0"
CHANGELOG = ROOT / "CHANGELOG.md"


def updated(prefix: Prefix, folder: Path, key: Path) -> None:
    """A newer version is installed after a backup, and the data stay; `key` signs for the installed program."""
    newer = toy(folder, NEWER)
    stick = brought(prefix, newer, key)
    store = installed.data(prefix) / "data.smartpns"
    done = asked(prefix, stick)
    require(done.code == 0, "the update is not taken", done.text)
    prefix.wait()
    installed.whole(prefix, newer)
    require(store.is_file() and any(store.parent.glob("backups/*.smartpns")), "an update without a backup", done.text)


def refused(prefix: Prefix, setup: Setup, folder: Path, key: Path) -> None:
    """One changed byte, or an older version: each answered in its own words, and the program stays that of `setup`."""
    tampered = brought(prefix, toy(folder, NEWER), key)
    content = bytearray(tampered.read_bytes())
    content[len(content) // 2] ^= 1
    tampered.write_bytes(content)
    older = brought(prefix, toy(folder, OLDER), key)
    answers = []
    for stick in (tampered, older):
        done = asked(prefix, stick)
        require(done.code != 0 and "Traceback" not in done.text, "an update that must be refused is taken", done.text)
        installed.whole(prefix, setup)
        answers.append(done.text)
    require(answers[0] != answers[1], "refusals do not say why", answers[0])


def came_to_nothing(prefix: Prefix, setup: Setup, folder: Path, key: Path, picture: Path) -> None:
    """A setup that says no leaves the program of `setup` as it is, which tells why at its next start, and clears up."""
    stick = brought(prefix, toy(folder, NEWER, EXTRA_KB=HUGE_KB), key)
    done = asked(prefix, stick)
    require(done.code == 0, "the update is not taken", done.text)
    prefix.wait()
    installed.whole(prefix, setup)
    left = [path.read_text(encoding="ascii") for path in prefix.home.rglob(RESULT)]
    require(left == [str(SMALL_DISK)], "a refused setup does not leave its reason", left)
    with window_trial.opened(prefix, installed.place(prefix)):
        until(lambda: not any(prefix.home.rglob(RESULT)), 60, "the next start does not look for the reason")
        window_trial.until_painted(picture, settled=1)


def brought(prefix: Prefix, setup: Setup, key: Path) -> Path:
    """The update file of a setup in a folder of the clerk's, in the place of one of that version."""
    stick = prefix.home / "Documents" / "Berkas dari USB é"
    stick.mkdir(parents=True, exist_ok=True)
    # That our changelog tells nothing of such versions is no news.
    with redirect_stderr(StringIO()):
        return make_update(setup.file, CHANGELOG, stick, key)


def asked(prefix: Prefix, stick: Path) -> Done:
    """What the installed program says to an update file."""
    return prefix.run(installed.place(prefix) / FACES[1], "update", stick, seconds=240)
