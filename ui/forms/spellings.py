"""How each kind of field that is typed on one line is read and shown again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from smartpns_desktop.domain import nik, nip, typed
from smartpns_desktop.words.figures import show_date, show_number, show_rupiah
from ui.forms.field import FieldKind


@dataclass(frozen=True, slots=True)
class Spelling:
    """`read` tells what a text means (`typed.Unread` where nothing), `show` how that is written, `bare` how copied."""

    read: Callable[[str], object]
    show: Callable[[Any], str] = str
    bare: Callable[[str], str] = str


SPELLINGS = {
    FieldKind.LINE: Spelling(typed.words),
    FieldKind.NIP: Spelling(lambda text: nip.clean(text) or None, nip.show, nip.clean),
    FieldKind.NIK: Spelling(lambda text: nik.clean(text) or None),
    FieldKind.DATE: Spelling(typed.read_date, show_date),
    FieldKind.YEAR: Spelling(typed.read_year),
    FieldKind.WHOLE: Spelling(typed.read_whole, show_number),
    FieldKind.NUMBER: Spelling(typed.read_number, show_number),
    FieldKind.MONEY: Spelling(typed.read_whole, show_rupiah),
}
"""Kinds of one line."""


def written(spelling: Spelling, value: object) -> str:
    """A value as its field shows it; empty for `None`, as it was typed for what could not be read."""
    meant = spelling.read(value) if isinstance(value, str) else value
    if meant is None:
        return ""
    return meant.text if isinstance(meant, typed.Unread) else spelling.show(meant)
