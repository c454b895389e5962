"""What the first page reminds of: events that are near or late, by kind, and people still to be decided about."""

from __future__ import annotations

from db import Reader
from db.queries import due_lists, listing
from db.queries.listing import Filter
from smartpns_desktop.services import listings
from smartpns_desktop.services.tasks import REMINDED
from smartpns_desktop.words.absences import OPEN


def due(reader: Reader) -> dict[str, int]:
    """How many events of each kind are to be reminded of today."""
    found = due_lists.counts(reader, listings.listing(reader, "due"))
    return {kind: sum(found.get((kind, window), 0) for window in windows) for kind, windows in REMINDED.items()}


def undecided(reader: Reader) -> int:
    """How many people a complete list lacks about whom nothing is decided."""
    return listing.count(reader, listings.listing(reader, "absences"), Filter(equals=[("decision", OPEN)]))
