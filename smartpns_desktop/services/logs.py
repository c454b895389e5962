"""Where the log of unexpected errors is kept, and that it names no one; a program that cannot write it works too."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from smartpns_desktop.domain.redaction import redacted
from smartpns_desktop.services.traces import OURS, trace

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LARGEST_NUMBER = 999_999
LARGEST = 1_000_000
"""Bytes of a log before it becomes an old one."""


def log_file(data_dir: Path) -> Path:
    """The log of a data folder."""
    return data_dir / "logs" / "smartpns.log"


def keep_log(data_dir: Path) -> None:
    """Write warnings and worse to the log of the data folder; three old files are kept."""
    forget_log()
    path = log_file(data_dir)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = _Log(path, maxBytes=LARGEST, backupCount=3, encoding="utf-8", delay=True)
    except OSError:
        return
    kept.setFormatter(_Nameless(_FORMAT))
    kept.setLevel(logging.WARNING)
    logging.getLogger().addHandler(kept)


def forget_log() -> None:
    """Close the log; what is told from now on is not kept."""
    root = logging.getLogger()
    for handler in [it for it in root.handlers if isinstance(it, _Log)]:
        root.removeHandler(handler)
        handler.close()


class _Log(RotatingFileHandler):
    def rotate(self, source: str, dest: str) -> None:
        """Windows refuses while another account's program writes the same log: then it grows until a later start."""
        try:
            super().rotate(source, dest)
        except OSError:
            self.maxBytes = 0

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """A full disk must not put a trace on the user's screen."""


class _Nameless(logging.Formatter):
    """Keeps the sentences of our own code; what they are filled with, and all others' words, go through `redacted`."""

    def format(self, record: logging.LogRecord) -> str:
        told = logging.makeLogRecord(record.__dict__ | {"msg": _message(record), "args": (), "exc_text": None})
        told.exc_info = told.stack_info = None
        error = record.exc_info[1] if record.exc_info else None
        return super().format(told) if error is None else f"{super().format(told)}\n{trace(error)}"


def _message(record: logging.LogRecord) -> str:
    ours = record.name.partition(".")[0] in OURS
    # Ours are fixed sentences, whose facts come beside them: a test holds every call to it.
    if not (ours and isinstance(record.msg, str)):
        return redacted(record.getMessage())
    given = record.args or ()
    facts = {name: _fact(fact) for name, fact in given.items()} if isinstance(given, dict) else tuple(map(_fact, given))
    try:
        return record.msg % facts if facts else record.msg
    except (TypeError, ValueError, KeyError):
        return record.msg


def _fact(fact: object) -> object:
    if isinstance(fact, int | float) and abs(fact) <= _LARGEST_NUMBER:
        return fact
    return redacted(str(fact))
