"""From the start of the frozen program to a first page that shows 60,000 people, against a frozen empty window.

`--wine PREFIX PROGRAM` measures a Windows build under Wine; both programs then stand in PROGRAM.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measuring.ratios import Run, compared, in_turn, tell
from measuring.stores import fill_city

from smartpns_desktop.app import STORE

ROOT = Path(__file__).resolve().parent.parent
WINDOW, EMPTY = "first_paint", "empty_window"
PEOPLE = 60_000
ROUNDS, ROUNDS_UNDER_WINE = 11, 5
BOUND = 1.5

Start = Callable[..., "subprocess.Popen[bytes]"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data")
        fill_city(data, PEOPLE)
        if "--wine" in sys.argv:
            prefix, program = map(Path, sys.argv[sys.argv.index("--wine") + 1 :][:2])
            measure("under Wine", under_wine(prefix), program, ".exe", data, ROUNDS_UNDER_WINE)
        else:
            measure("here", here, built(Path(folder)), "", data, ROUNDS)


def built(folder: Path) -> Path:
    """The program for this system with the two that are measured beside it."""
    work, dist = folder / "work", folder / "dist"
    command = (sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--workpath", work)
    subprocess.run((*command, "--distpath", dist, "build.spec", "--", "--measure"), cwd=ROOT, check=True)
    for name in (WINDOW, EMPTY):
        (work / "build" / name).rename(dist / "SmartPNS" / name)
    return dist / "SmartPNS"


def here(*command: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.PIPE)


def under_wine(path: Path) -> Start:
    """Starts programs in a Windows that stays up between them, on a display that has to be there."""
    sys.path.insert(0, str(ROOT / "packaging" / "windows"))
    from wine import Prefix

    prefix = Prefix.opened(path)
    prefix.run("cmd", "/c", "ver")
    return prefix.start


def measure(place: str, start: Start, program: Path, ending: str, data: Path, rounds: int) -> None:
    """Rounds of: the real window, the empty one; each in a process of its own."""
    window, empty = in_turn(
        rounds,
        lambda: until_painted(start, program / f"{WINDOW}{ending}", data),
        lambda: until_painted(start, program / f"{EMPTY}{ending}", data / STORE),
    )
    tell([compared(f"frozen, {place}: first page painted, {PEOPLE:,} people", window, empty, BOUND)])


def until_painted(start: Start, *command: Path) -> Run:
    """Seconds from starting a process until it says `painted`; how it ends is not counted, but must be well."""
    took, lines = 0.0, []
    began = time.perf_counter()
    with start(*command) as process:
        assert process.stdout is not None
        # Under Wine Qt remarks on what that lacks.
        for line in process.stdout:
            lines.append(line.decode(errors="replace").strip())
            took = took or (time.perf_counter() - began if lines[-1] == "painted" else 0.0)
    if not took or process.returncode:
        raise SystemExit(f"no page was painted, exit code {process.returncode}: {' '.join(lines)}")
    return Run(took)


if __name__ == "__main__":
    main()
