"""What a form asks for: one row of data per field, and which problems belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """How a field is typed, and of which type its value is (`None` where it is empty).

    LINE and TEXT (several lines), NIP and NIK (bare digits) give `str`; DATE `date`; YEAR, WHOLE and MONEY (rupiah)
    `int`; NUMBER `int` or, with a decimal comma, `float`; CHOICE the chosen key of the form's choices; SEARCHED the
    `int` key of a listed thing; FLAG `bool`; HEADS a mapping of year to `int` or `None`; ROWS a tuple of mappings
    by the names of the field's parts.
    """

    LINE = "line"
    TEXT = "text"
    NIP = "nip"
    NIK = "nik"
    DATE = "date"
    YEAR = "year"
    WHOLE = "whole"
    NUMBER = "number"
    MONEY = "money"
    CHOICE = "choice"
    SEARCHED = "searched"
    FLAG = "flag"
    HEADS = "heads"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    `name` is the service's field; `choices` names the form's choices (CHOICE; without it the field's name does) or the
    kind of list that is searched (SEARCHED: agencies, positions, programmes, employees). `read_only` says where the
    field is set, which makes it one that is shown and not typed. A `section` that differs from the field before begins
    under a heading. `new_as` (SEARCHED) allows a thing that is not listed yet: its text is told under that name, in the
    place of the key. `refusals` are codes of refusals whose sentence stands at this field. `years` are those of HEADS,
    `parts` the small fields of each of the ROWS.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.LINE
    required: bool = False
    help: str = ""
    choices: str = ""
    wide: bool = False
    read_only: str = ""
    section: str = ""
    new_as: str = ""
    refusals: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    parts: tuple[Field, ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Columns of problems that are told at this field; of HEADS one for each year besides."""
        return frozenset({self.name, *filter(None, (self.new_as,)), *(f"{self.name}_{year}" for year in self.years)})

    @property
    def is_wide(self) -> bool:
        """True for a field that takes both columns."""
        return self.wide or self.kind in (FieldKind.TEXT, FieldKind.HEADS, FieldKind.ROWS)
