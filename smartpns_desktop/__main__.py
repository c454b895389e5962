"""The door: chooses the face, a window without arguments (once there is one) or the command line."""

from __future__ import annotations

import signal
import sys


def main() -> int:
    """Run the program with the arguments of this process; the result is its exit code."""
    early: list[int] = []
    # Loading takes a second; a Ctrl+C in it is told as calmly as any other.
    signal.signal(signal.SIGINT, lambda number, _frame: early.append(number))
    from smartpns_desktop.cli import cancelled, run

    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return cancelled(sys.argv[1:]) if early else run(sys.argv[1:])
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(main())
