"""People whom a complete list does not name: what can be decided about one, and what that means for the service."""

from __future__ import annotations

from enum import StrEnum

from smartpns_desktop.domain.standings import Standing


class Decision(StrEnum):
    """What became of somebody who is not in the list."""

    MOVED = "moved"
    RETIRED = "retired"
    DIED = "died"
    DISMISSED = "dismissed"
    STAYS = "stays"
    """Still in service: the list was wrong, and the next one does not ask again."""
    ARCHIVED = "archived"
    """Nobody knows why, but nobody expects the person back."""


STANDINGS = {
    Decision.MOVED: Standing.MOVED_OUT,
    Decision.RETIRED: Standing.RETIRED,
    Decision.DIED: Standing.DIED,
    Decision.DISMISSED: Standing.DISMISSED,
    Decision.ARCHIVED: Standing.ARCHIVED,
}
"""The standing that a decision writes; the others write none."""
