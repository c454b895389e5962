"""What other programs wrote to the store that this one has open: another account's window, or the command line."""

from __future__ import annotations

from dataclasses import dataclass, fields
from threading import Lock
from typing import Any

from db import Database, Reader
from db.queries import batches, news, settings
from smartpns_desktop.services.backups import RESTORED
from smartpns_desktop.services.changes import Changes


@dataclass(frozen=True, slots=True)
class News:
    """Subjects that others touched, and the accounts under whose names they did."""

    changes: Changes
    actors: tuple[str, ...]


class NewsService:
    """Looks from time to time; begins with the store as it is when the service is made."""

    def __init__(self, database: Database) -> None:
        self._database, self._lock = database, Lock()
        with database.read() as reader:
            self._seen, self._restored = batches.newest(reader), settings.get(reader, RESTORED)

    def look(self) -> News | None:
        """What others wrote since the last look, `None` where that is nothing that a page could show.

        Raises `StoreNewer` where a newer program has migrated the store meanwhile.
        """
        with self._lock:
            self._database.revision()
            with self._database.read() as reader:
                restored = settings.get(reader, RESTORED)
                if restored != self._restored:
                    self._seen, self._restored = batches.newest(reader), restored
                    return News(Changes.everything(), ())
                return self._written(reader)

    def _written(self, reader: Reader) -> News | None:
        found = news.change_sets_after(reader, self._seen)
        self._seen = max((it.id for it in found), default=self._seen)
        strange = [it for it in found if it.id not in self._database.written]
        changes = Changes.of_tables(0, _tables(reader, strange))
        if not any(getattr(changes, it.name) for it in fields(changes)[1:]):
            return None
        return News(changes, tuple(dict.fromkeys(it.actor for it in strange)))


def _tables(reader: Reader, found: list[Any]) -> set[str]:
    if not found:
        return set()
    return news.tables_of(reader, [it.id for it in found], found[0].first_entry, found[-1].last_entry)
