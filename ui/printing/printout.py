"""What is asked of the printer: paper, title, columns, and whose list it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ui.printing.columns import PrintColumn


class Paper(Enum):
    """The two sizes that offices have, in millimetres; F4 is what is sold as folio."""

    A4 = (210.0, 297.0)
    F4 = (215.0, 330.0)


@dataclass(frozen=True, slots=True)
class Printout:
    """What stands on the pages besides the rows."""

    title: str
    subtitle: str
    columns: tuple[PrintColumn, ...]
    office: str
    printed: date
    paper: Paper = Paper.A4
