"""What one column of a workbook is, and what a sheet of such columns is; the tables stand in `columns/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class CellKind(StrEnum):
    """How the values of a column are read from a cell and written into one."""

    TEXT = "text"
    LINES = "lines"
    """A list in one cell: text whose line breaks tell its items apart."""
    ID = "id"
    """NIP, NIK and other keys of digits: always text, never a number (ARCHITECTURE.md, Identity)."""
    DATE = "date"
    """A calendar day, written as the text dd-mm-yyyy."""
    NUMBER = "number"
    INTEGER = "integer"
    MONEY = "money"
    """Whole rupiah."""
    SCORE = "score"
    """A number below a thousand: its comma and its point are decimal marks alike."""
    YEAR = "year"
    """One year: 2025, TA 2025, Tahun 2025."""
    YEAR_COUNT = "year_count"
    """How many people in the year that the heading names."""

    @property
    def is_yearly(self) -> bool:
        """Whether a sheet has such a column for each of several years."""
        return self is CellKind.YEAR_COUNT


@dataclass(frozen=True, slots=True)
class Column:
    """One column, read alike by importer, exporter, template and help page.

    `field` is the code name, `heading` what we write, `synonyms` other headings seen in the wild,
    `choices` the name of a list in the lexicon ("grades", "agencies"), `help` an Indonesian sentence on how
    to fill it, `width` in characters, `template` whether the blank template shows it. `only_read` columns are
    other senders' ways to say what another column says; we write them nowhere. `until` is the field that takes the
    last day where a cell of this one tells two ("10 s.d. 12 Maret 2025"); `since` that of the day from which a cell of
    this one may count ("3 tahun"), or which it may tell itself. `yearly` says that a sheet may have such a
    column for each of several years, each named with its year (SKP 2022, SKP 2023). `each` says that every such
    column tells of one thing more, which its heading names (a competency): its values stand under that heading.
    """

    field: str
    heading: str
    synonyms: tuple[str, ...] = ()
    kind: CellKind = CellKind.TEXT
    required: bool = False
    choices: str = ""
    help: str = ""
    width: int = 16
    template: bool = True
    only_read: bool = False
    until: str = ""
    since: str = ""
    yearly: bool = False
    each: bool = False

    @property
    def has_years(self) -> bool:
        """Whether a field of the column may carry a year: `heads_2026`, `rating_2023`."""
        return self.yearly or self.kind.is_yearly


# Told apart by identity: what is known of a kind is looked up by it for every cell that may be a heading.
@dataclass(frozen=True, slots=True, eq=False)
class SheetSpec:
    """One kind of sheet: its columns and what tells it from other kinds.

    `kind` is the command line's word ("employees"), `title` the sheet's Indonesian name (at most 31
    characters, Excel's limit), `identifying` the fields by which the kind is recognised, `sections` and
    `context` fields that stand above or between the rows instead of in a column (sections: the outer first).
    `telling` are fields of which a sheet of the kind has at least one, or one of the `hinting` below a title that
    names it, and `never` headings that it never has. `titles` are words of a title that names the kind, `events` the
    fields in which the rows of one person differ where a sheet has several for each. `told` are headings, reduced to
    their words, and the fields that a sender means by them ("" for none); they stand above all other headings.
    `subjects` are words for one and the same thing that the kind is about (a training, its participant); every
    heading may name it or not. `filling` are fields that `context` rows tell of all rows below where a row tells
    nothing of its own. `outline` is the field that alone makes a list of the kind, whose tree its cells show by indents
    or numbers. `unkept` are headings that such sheets are known to have and of which nothing is stored. `things` are
    the names, by their keys, of what a column of its own may tell of (`Column.each`); one such column tells a sheet
    of the kind as well as all `identifying` fields but the first. `happened` says that rows tell what was done: of
    columns that tell a plan and what came of it (Rencana, Realisasi) only the latter are read.
    """

    kind: str
    title: str
    columns: tuple[Column, ...]
    identifying: tuple[str, ...]
    telling: tuple[str, ...] = ()
    hinting: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    subjects: tuple[tuple[str, ...], ...] = ()
    filling: tuple[str, ...] = ()
    outline: str = ""
    unkept: tuple[str, ...] = ()
    things: Mapping[str, str] = field(default_factory=dict)
    happened: bool = False

    def column(self, field: str) -> Column:
        """The column of that field; KeyError where the sheet has none. `heads_2026` is a year of `heads`."""
        name, year = year_of(field)
        for column in self.columns:
            if column.field == field or (column.field == name and year and column.has_years):
                return column
        raise KeyError(field)


def year_of(field: str) -> tuple[str, str]:
    """The name and the year of a field that carries one (`heads_2026`); the field itself and "" else."""
    name, _, year = field.rpartition("_")
    return (name, year) if name and year.isdigit() else (field, "")
