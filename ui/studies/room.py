"""Which panes stand beside the lines of plans, by the width that the window has."""

from __future__ import annotations

from ui.pages.page import NARROW

ROOMY = 1600
"""Logical pixels of the window's width from which agencies and filters have room beside each other."""


def room(width: int, *, filtering: bool) -> tuple[bool, bool]:
    """Whether agencies and detail stand beside the lines: agencies give way to filters, both to a narrow window."""
    wide = width >= NARROW
    return wide and (not filtering or width >= ROOMY), wide
