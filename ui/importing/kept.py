"""What is said after an import was taken back or done again: how much went, and what stays and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartpns_desktop.words import notices
from smartpns_desktop.words.figures import show_number
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.undo import UndoResult


def kept_sentences(result: UndoResult) -> list[str]:
    """The number of things that went, then one sentence for each reason for which others stayed."""
    told = tr("{count} data dikembalikan seperti sebelumnya.", count=show_number(result.reverted))
    return [told, *map(notices.say, result.notices)]
