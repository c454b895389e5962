"""The newest import that stands, as the first page and the status bar tell it."""

from __future__ import annotations

from db import Reader
from db.queries import batches
from smartpns_desktop.services.tasks import LastImport


def last_import(reader: Reader) -> LastImport | None:
    """The newest import that stands; its moment in local time."""
    row = batches.newest_batch(reader)
    if row is None:
        return None
    at = row.started_at.astimezone()
    return LastImport(row.change_set_id, row.file_name or "", row.row_count, row.rejected_count, at)
