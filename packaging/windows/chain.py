"""The whole way from the sources to an installer that was tried: `python3 dev.py windows`, on Debian with Wine.

Each step prints one line with its seconds; all that programs said stands in out/windows/log.txt. `--hold` holds sizes
and contents as they are found, in held.json; `--measure` adds the benchmark of the start, which takes a while.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import build
import controls
import hashes
import installed
import installer_trial
import leaks
import program_trial
import setup_calls
import setup_file
import signing
import sizes
import update_file
import update_trial
import window_trial
import windows_python
import wine
from faults import Fault, none, require
from toy_setup import Setup, toy

import dev
from smartpns_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "out" / "windows"
PACKAGES = (
    "wine64 wine nsis osslsigncode xvfb xauth imagemagick fonts-liberation fonts-dejavu-core gcc-mingw-w64-x86-64-win32"
).split()
# The account that tries the program: a space, an apostrophe, and letters within and outside of Windows' code page.
CLERK = "Désy Nur'aini Ł"
# Made anew in each run, and of no use after one that went well.
BETWEEN = ("python", "build", "clerk", "toys")

_log = logging.getLogger("chain")


class Chain:
    """The steps in their order, each with what it leaves for those after it."""

    def __init__(self, hold: bool, measures: bool) -> None:
        self.hold, self.measures = hold, measures
        self.program = OUT / "dist" / "SmartPNS"
        self.setup = Setup(OUT / f"SmartPNS-{__version__}-setup.exe", self.program, __version__)
        self.key = OUT / "secret" / "update-key.pem"

    @cached_property
    def shims(self) -> Path:
        """What Wine lacks, built."""
        return wine.shims(OUT / "shims")

    @cached_property
    def clerk(self) -> wine.Prefix:
        """A PC on which nothing of the build is."""
        return wine.Prefix.made(OUT / "clerk", self.shims, CLERK)

    def steps(self) -> Iterator[str]:
        """Do one step after the other; each tells what was done when it is done. Raises what is wrong."""
        self.fetch()
        yield "Windows' Python and all packages fetched, hashes checked; a wrong hash is refused"
        self.make()
        yield "program built by PyInstaller, all its files in it; lost migrations are seen"
        self.search()
        yield "nothing of Wine, the shims or this machine in it; a planted shim is seen"
        self.pack()
        yield "signed, packed, signed again, sums written"
        yield self.weigh()
        self.make_update()
        yield "update file made"
        yield from self.try_program()
        yield from self.try_update()
        yield from self.try_setup()

    def fetch(self) -> None:
        self.python = windows_python.made(OUT / "python", OUT / "cache")
        controls.wrong_hash()

    def make(self) -> None:
        update_file.make_key(self.key)
        builder = wine.Prefix.made(OUT / "builder", self.shims)
        build.built(builder, self.python, OUT, self.key, self.measures)
        shutil.rmtree(builder.path)
        none(build.lacking(self.program), "files are missing in the build")
        controls.lost_migrations(self.program)

    def search(self) -> None:
        ours = (ROOT / name for name in ("smartpns_desktop", "ui", "db"))
        none(leaks.leaks(self.program, self.shims, OUT, *ours), "leaked into the build")
        controls.planted_shim(self.program, self.shims)

    def pack(self) -> None:
        self.trusted = believe_own_certificate() if not signing.is_wanted() else None
        require(setup_file.packed(self.program, __version__, OUT) == self.setup.file, "the setup has another name")
        for file in (self.setup.file, *(self.program / face for face in build.FACES)):
            signing.check(file, self.trusted)
        none(hashes.faults(hashes.written(self.setup.file)), "the list of sums does not hold")
        # Tried no further than that: this Windows has no 32-bit half.
        toy(OUT / "toys", update_trial.OLDER, STUB="x86-unicode")

    def weigh(self) -> str:
        found = sizes.contents(self.program, sizes.modules_in(self.program / build.FACES[0])).packed(self.setup.file)
        if self.hold:
            sizes.hold(found)
        none(sizes.too_much(found, sizes.read_held()), "more than is held (--hold, after a look)")
        return f"within what is held: {found.told()}"

    def make_update(self) -> None:
        update_file.make_update(self.setup.file, ROOT / "CHANGELOG.md", OUT, self.key)

    def try_program(self) -> Iterator[str]:
        """Install into a Windows on which nothing of the build is, and try what was installed."""
        clerk, program = self.clerk, installed.place(self.clerk)
        took = setup_calls.run(clerk, self.setup)
        installed.whole(clerk, self.setup)
        signing.check(program / "uninstall.exe", self.trusted)
        yield f"installed silently in {took:.0f} s for “{clerk.user}”, every file compared"
        program_trial.self_test(clerk, program, clerk.home / "Documents" / "Uji coba é")
        controls.unproved(clerk, program)
        yield "self-test with window passes; without migrations it fails"
        program_trial.imports(clerk, program)
        program_trial.pipes(clerk, program)
        yield "import of the SIASN sample and UTF-8 on pipes as on Linux, byte for byte"
        program_trial.quarantined(clerk, program)
        window_trial.tells_what_is_missing(clerk, program, OUT / "pictures")
        yield "a missing library is named by commands and by the window"
        program_trial.long_path(clerk, program)
        yield "works in a long path with spaces"
        window_trial.pictures(clerk, program, OUT / "pictures")
        window_trial.starts_once(clerk, program)
        yield "pictures of the window at 100, 150 and 200 %; a second start hands over; it closes when asked"
        if self.measures:
            yield self.measure(program)

    def measure(self, program: Path) -> str:
        """The start of the installed program against an empty window, by the benchmark."""
        for name in build.MEASURED:
            shutil.copy(OUT / "build" / "build" / name, program)
        command = (sys.executable, ROOT / "benchmarks" / "start_frozen.py", "--wine", self.clerk.path, program)
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
        for name in build.MEASURED:
            (program / name).unlink()
        require(done.returncode == 0, "the start cannot be measured", done.stdout)
        return done.stdout.strip()

    def try_update(self) -> Iterator[str]:
        """From the installed program to a newer one through an update file, then away with it."""
        update_trial.refused(self.clerk, self.setup, OUT / "toys", self.key)
        yield "update files that were changed or are older are refused"
        update_trial.came_to_nothing(
            self.clerk, self.setup, OUT / "toys", self.key, OUT / "pictures" / "window-not-updated.png"
        )
        yield "after an update that was refused halfway the window tells why"
        update_trial.updated(self.clerk, OUT / "toys", self.key)
        yield "updated from a file after a backup"
        store = installed.data(self.clerk) / "data.smartpns"
        setup_calls.remove(self.clerk)
        installed.gone(self.clerk)
        require(store.is_file(), "removing the program deletes the data")
        setup_calls.clear(self.clerk)
        yield "removed without leftovers, the data stay"

    def try_setup(self) -> Iterator[str]:
        """Upgrades, refusals, damage and odd places, each on a Windows without the program."""
        for name, trial in installer_trial.trials(self.setup, OUT / "toys").items():
            trial(self.clerk)
            yield f"setup: {name}"


def believe_own_certificate() -> Path:
    """Have everything signed by a certificate made for this run; the PEM with which that is checked."""
    password = secrets.token_hex(16)
    container, trusted = signing.self_signed(OUT / "secret", password)
    os.environ |= {signing.CERTIFICATE: str(container), signing.PASSWORD: password}
    return trusted


def need_packages() -> None:
    """Install what is missing of Debian's; raises `dev.Failed` where that needs a password."""
    require(shutil.which("dpkg-query") is not None, "this runs on Debian; on Windows `dev.py build` makes the program")
    missing = [name for name in PACKAGES if name not in dev.installed_packages()]
    if missing:
        dev.install_system(missing, needed=True)


def main(arguments: Sequence[str]) -> int:
    """Go the whole way; 0 only if all was checked and is well."""
    began = last = time.monotonic()
    for folder in ("secret", "pictures"):
        shutil.rmtree(OUT / folder, ignore_errors=True)
        (OUT / folder).mkdir(parents=True)
    log = OUT / "log.txt"
    logging.basicConfig(filename=log, filemode="w", level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        need_packages()
        with wine.screen():
            for told in Chain("--hold" in arguments, "--measure" in arguments).steps():
                print(f"{time.monotonic() - last:5.0f} s  {told}", flush=True)
                last = time.monotonic()
    except Exception as error:  # noqa: BLE001 - whatever goes wrong ends the chain, in one line
        _log.exception("failed")
        print(f"{time.monotonic() - last:5.0f} s  FAILED: {error if isinstance(error, Fault) else repr(error)}")
        print(f"More stands in {log.relative_to(ROOT)}.")
        return 1
    finally:
        shutil.rmtree(OUT / "secret", ignore_errors=True)
        for kept in OUT.glob(f"*/{wine.KEPT}"):
            wine.Prefix.opened(kept.parent).kill()
    for folder in BETWEEN:
        shutil.rmtree(OUT / folder, ignore_errors=True)
    print(f"{(last - began) / 60:5.1f} min. In {OUT.relative_to(ROOT)}: setup, sums, update file, pictures, log.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
