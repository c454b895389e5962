"""On what the program runs, for a report about an error."""

from __future__ import annotations

import platform

from db.sqlite.connection import VERSION
from smartpns_desktop import __version__


def surroundings() -> tuple[str, ...]:
    """Name and version of the program and of what it runs on; nothing about the user or the computer's name."""
    return (
        f"SmartPNS {__version__}",
        f"Python {platform.python_version()}",
        f"SQLite {VERSION}",
        f"{platform.platform()} {platform.machine()}",
    )
