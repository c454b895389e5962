"""Where the log of unexpected errors is kept; a command that cannot write it works all the same."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def keep_log(data_dir: Path) -> None:
    """Write warnings and worse to `logs/smartpns.log` in the data folder; three old files are kept."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
    try:
        folder = data_dir / "logs"
        folder.mkdir(parents=True, exist_ok=True)
        kept = RotatingFileHandler(
            folder / "smartpns.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        return
    kept.setFormatter(logging.Formatter(_FORMAT))
    kept.setLevel(logging.WARNING)
    root.addHandler(kept)
