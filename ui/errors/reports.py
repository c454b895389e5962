"""What the user is told about an error: a sentence that says what to do, or a report of a bug."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import qVersion


@dataclass(frozen=True, slots=True)
class Known:
    """What the world or the input did, and what the user can do about it; `code` tells causes apart."""

    sentence: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class BugReport:
    """A mistake of ours: `text` for whoever mends it, without NIP, NIK or names; `origin` tells bugs apart."""

    origin: str
    text: str


def describe(error: BaseException) -> Known | BugReport:
    """Which of the two roads an error takes."""
    from smartpns_desktop.services.failures import known
    from smartpns_desktop.words.errors import say

    calm = known(error)
    return _report(error) if calm is None else Known(say(calm), calm.code)


def _report(error: BaseException) -> BugReport:
    from smartpns_desktop.services.surroundings import surroundings
    from smartpns_desktop.services.traces import origin, trace

    now = datetime.now().astimezone().isoformat(" ", "seconds")
    return BugReport(origin(error), "\n".join([now, *surroundings(), f"Qt {qVersion()}", "", trace(error)]))
