"""What each user of the computer likes: column widths, saved views, the last page; kept by name outside the journal."""

from __future__ import annotations

import json
from typing import Any

from db import Database, errors
from db.queries import settings

_PATIENCE = 0.3
"""Seconds to wait for another writer; what one likes is not worth more."""


class PreferenceService:
    """JSON values by name, each computer user's own."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor

    def get(self, name: str, default: Any = None) -> Any:
        """The value last put under a name, else the default, also where the store or the JSON cannot be read."""
        try:
            with self._database.read() as reader:
                text = settings.get(reader, self._key(name))
            return default if text is None else json.loads(text)
        except (errors.StoreError, ValueError):
            return default

    def put(self, name: str, value: Any) -> bool:
        """Keep a value; False where someone else is writing or the store may not be written: no reason to disturb.

        Raises TypeError or ValueError for what JSON cannot hold.
        """
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        try:
            with self._database.maintain(patience=_PATIENCE) as writer:
                settings.put(writer, self._key(name), text)
        except (errors.StoreLocked, errors.StoreReadOnly, errors.StoreNewer):
            return False
        return True

    def _key(self, name: str) -> str:
        return f"preference.{self._actor}.{name}"
