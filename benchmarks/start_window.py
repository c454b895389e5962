"""From the start of the process to a first page that shows 60,000 people, against an empty window on the same store."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring.ratios import Run, compared, in_turn, tell
from measuring.stores import fill_city

from smartpns_desktop.app import STORE

ROOT = Path(__file__).resolve().parent.parent
EMPTY = Path(__file__).parent / "measuring" / "empty_window.py"
PEOPLE = 60_000
ROUNDS = 11


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        fill_city(data, PEOPLE)
        measure(data)


def measure(data: Path) -> None:
    """Eleven rounds of: the real window, the empty one; each in a process of its own."""
    window, empty = in_turn(
        ROUNDS,
        lambda: until_painted("-m", "ui.first_paint", data),
        lambda: until_painted(EMPTY, data / STORE),
    )
    tell([compared(f"first page painted, {PEOPLE:,} people", window, empty, 1.5)])


def until_painted(*arguments: str | Path) -> Run:
    """Seconds from starting a process until it says `painted`; how it ends is not counted, but must be well."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # An installed program is compiled; here the first round is.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    with subprocess.Popen(
        (sys.executable, *arguments), cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline().strip()
        took = time.perf_counter() - start
    if said != "painted" or process.returncode:
        raise SystemExit(f"no page was painted: {said or 'nothing said'}, exit code {process.returncode}")
    return Run(took)


if __name__ == "__main__":
    main()
