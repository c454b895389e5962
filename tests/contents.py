"""What a database says, whatever its pages look like."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path


def content_digest(path: Path) -> str:
    """SHA-256 over every row of every table; FileNotFoundError where there is no file, and none is made."""
    digest = hashlib.sha256()
    with closing(sqlite3.connect(path.resolve(strict=True))) as connection:
        for line in connection.iterdump():
            digest.update(line.encode())
    return digest.hexdigest()
