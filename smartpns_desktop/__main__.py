"""The door: hands the window to the command line, which opens it where no command is named."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> int:
    """Run the program with the arguments of this process; the result is its exit code."""
    early: list[int] = []
    # Loading takes a second; a Ctrl+C in it is told as calmly as any other.
    signal.signal(signal.SIGINT, lambda number, _frame: early.append(number))
    from smartpns_desktop.starting import hindrance, tell

    stopped = hindrance()
    if stopped is not None:
        tell(stopped)
        return 3
    from smartpns_desktop.cli import Window, cancelled, run

    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return cancelled(sys.argv[1:]) if early else run(sys.argv[1:], Window(_run, _check))
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run(data_dir: Path, files: Sequence[str]) -> int:
    # What loads now stays: the collector would look through all of it again and again, a sixth of the start.
    gc.disable()
    from ui.app import run

    return run(data_dir, files)


def _check(data_dir: Path) -> str:
    from ui.app import self_check

    return self_check(data_dir)


if __name__ == "__main__":
    sys.exit(main())
