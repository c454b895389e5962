"""The door: chooses the face, a window without arguments (once there is one) or the command line."""

from __future__ import annotations

import sys

from smartpns_desktop.cli import run


def main() -> int:
    """Run the program with the arguments of this process; the result is its exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
