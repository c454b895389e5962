"""The window of the installed program on a screen that nobody sees: pictures at each scale, second start, closing."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from build import FACES
from faults import require
from program_trial import LIBRARIES, away
from wine import Done, Prefix

WINDOW, COMMANDS = FACES
# As the desktop does it: without an output that could be written to.
CLICKED = ("start", "/wait")
SCALES = (100, 150, 200)
EMPLOYEES = "420"
SECONDS = 180
# A painted page shows more colours than an empty window has.
COLOURS = 100


def pictures(prefix: Prefix, program: Path, out: Path) -> None:
    """The first page of an invented city in the account's own data folder, at each scale of Windows, as PNG."""
    filled = prefix.run(program / COMMANDS, "demo", "--employees", EMPLOYEES, seconds=300)
    require(filled.code == 0, "no city can be made", filled.text)
    data = prefix.local / "SmartPNS"
    require((data / "data.smartpns").is_file(), "the account's data is not in its own folder", data)
    for scale in SCALES:
        set_scale(prefix, scale)
        with opened(prefix, program):
            colours = until_painted(out / f"window-{scale}.png")
            require(colours > COLOURS, f"no page is painted at {scale} %", f"{colours} colours")
    set_scale(prefix, 100)
    for log in data.rglob("*.log"):
        text = log.read_text(encoding="utf-8", errors="replace")
        require("Traceback" not in text, f"{log.name} tells of a bug", text)


def starts_once(prefix: Prefix, program: Path) -> None:
    """A second start hands over to the first and ends; the first closes when Windows asks it to."""
    with opened(prefix, program) as window:
        until_painted(prefix.path / "first.png")
        second = prefix.run(*CLICKED, program / WINDOW, seconds=SECONDS)
        require(second.code == 0 and window.poll() is None, "a second start does not hand over", second.text)
        asked = prefix.run("taskkill", "/IM", WINDOW)
        require(wait_for(lambda: window.poll() is not None, 30), "the window does not close", asked.text)
        require(window.returncode == 0, f"the window ends with {window.returncode}")


def tells_what_is_missing(prefix: Prefix, program: Path, out: Path) -> None:
    """Without one of its libraries the window's program shows a message, which stays until it is read."""
    with away(program / LIBRARIES[0]), opened(prefix, program) as window:
        colours = until_painted(out / "window-missing-file.png", settled=3)
        require(window.poll() is None and colours > 2, "nothing is shown where a library is missing")


def set_scale(prefix: Prefix, percent: int) -> None:
    """What Windows' own setting of the scale does."""
    place = ("HKCU\\Control Panel\\Desktop", "/v", "LogPixels", "/t", "REG_DWORD", "/d", str(96 * percent // 100))
    done: Done = prefix.run("reg", "add", *place, "/f")
    require(done.code == 0, "the scale cannot be set", done.text)
    prefix.wait()


@contextmanager
def opened(prefix: Prefix, program: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The window's program, started, and ended with whatever else runs."""
    with prefix.start(*CLICKED, program / WINDOW) as window:
        try:
            yield window
        finally:
            prefix.kill()
            window.kill()


def until_painted(picture: Path, settled: int = 2) -> int:
    """Take pictures of the screen until one is like those before it; the number of its colours."""
    alike, before, colours = 0, "", 0

    def stands() -> bool:
        nonlocal alike, before, colours
        subprocess.run(("import", "-window", "root", picture), check=True)
        seen = ("identify", "-format", "%k %#", picture)
        number, _, digest = subprocess.run(seen, check=True, capture_output=True, text=True).stdout.partition(" ")
        alike = alike + 1 if digest == before else 0
        before, colours = digest, int(number)
        return alike >= settled and colours > 2

    picture.parent.mkdir(parents=True, exist_ok=True)
    require(wait_for(stands, SECONDS, pause=2), f"no window stands still in {SECONDS} s")
    return colours


def wait_for(holds: Callable[[], bool], seconds: float, pause: float = 0.2) -> bool:
    """Ask again and again until something holds or the time is up; whether it holds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(pause)
    return False
