"""What a page brings to the generic list: its columns, its facets, and the words for its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtGui import QPainter

from smartpns_desktop.words.figures import show_date, show_number

Record = Mapping[str, Any]
"""One row of a list, by the fields' code names."""


def text_of(field: str) -> Callable[[Record], str]:
    """Tells a text as it stands."""
    return lambda row: row[field] or ""


def day_of(field: str) -> Callable[[Record], str]:
    """Tells a day."""
    return lambda row: show_date(row[field]) if row[field] else ""


def number_of(field: str) -> Callable[[Record], str]:
    """Tells a number; nothing where there is none."""
    return lambda row: "" if row[field] is None else show_number(row[field])


class Align(Enum):
    """Where the text of a column stands; its heading stands likewise."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class State:
    """A state as it is shown: word, colour token of the word, and an icon, never colour alone."""

    word: str
    kind: str = "text"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """One column of a list.

    `field` is the code name in the record and the field that SQL sorts by (`sorted_by` where they differ);
    `text` what the cell says, `copied` what a copy of it says; `width` in pixels, more where `widest` needs it; `meter`
    gives value and goal of a bar, `state` a word with an icon; `total` asks for the column's sum in the footer;
    `middle` cuts long words in their middle, where what tells them apart stands at the end (Kecamatan …); a `spare`
    column steps aside where the one that stretches would have less than its width, or than `least` pixels if told.
    """

    field: str
    title: str
    width: int
    text: Callable[[Record], str]
    align: Align = Align.LEFT
    stretch: bool = False
    hidden: bool = False
    spare: bool = False
    least: int = 0
    sorted_by: str = ""
    elided: bool = True
    middle: bool = False
    strong: bool = False
    widest: str = ""
    total: bool = False
    copied: Callable[[Record], str] | None = None
    meter: Callable[[Record], tuple[float, float]] | None = None
    state: Callable[[Record], State] | None = None
    paint: Callable[[QPainter, Any, Record], None] | None = None

    @property
    def sort_field(self) -> str:
        """The field by which a click on the heading sorts."""
        return self.sorted_by or self.field

    def copy_text(self, record: Record) -> str:
        """What a copy of the cell says."""
        return (self.copied or self.text)(record)


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with live counts: the field, its title, and the word for one of its values."""

    field: str
    title: str
    label: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list: the service's word, what one row is called, columns and facets, what narrows it at first.

    `dated` lists can be asked for the state of another day.
    """

    kind: str
    noun: str
    columns: tuple[ViewColumn, ...]
    facets: tuple[Facet, ...] = ()
    default: tuple[tuple[str, str], ...] = ()
    dated: bool = True
