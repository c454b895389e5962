"""How a sheet spells the things that it names: in which column, on how many rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from smartpns_desktop.domain.competencies import competency_in
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange import cells
from smartpns_desktop.exchange.title_rows import context_of
from smartpns_desktop.services.imports.plan import ImportPlan

_COLUMNS = {
    "form": ("form",),
    "grade": ("grade", "rank", "grade_code"),
    "education_level": ("education_level", "education_code", "education"),
    "level": ("level",),
    "agency": ("agency",),
    "post": ("post", "functional_post", "general_post"),
    "education": ("education", "education_level"),
    "programme": ("programme",),
}
"""Columns that spell a field, where they are not called as it is; the first that is filled counts, then the sections
and titles above."""

_OF_EACH = "competency"
"""What the heading of a column names that tells of one thing."""


class Spellings:
    """The spellings of a plan whose cells were kept."""

    def __init__(self, plan: ImportPlan) -> None:
        self._plan, self._source = plan, plan.kept
        self._places = {mapped.field: mapped.index for mapped in self._source.layout.columns}
        self._headings = {mapped.field: mapped.heading for mapped in self._source.layout.columns}
        self._each = [mapped for mapped in self._source.layout.columns if mapped.column.each]
        self._context = context_of(self._source.sheet.rows, self._source.layout)
        self._counted: dict[str, tuple[Counter[str], dict[str, str]]] = {}

    def is_told(self, name: str) -> bool:
        """Whether the sheet has a column of that field."""
        return name in self._places

    def headings(self, name: str) -> list[str]:
        """The sender's words for the columns that spell a field."""
        own = [self._headings[it] for it in _columns(name) if it in self._headings]
        return [*own, *(mapped.heading for mapped in self._each)] if name == _OF_EACH else own

    def rows(self, name: str, spelling: str) -> int:
        """How many rows spell a field so; a unit may stand in a cell with its agency."""
        counts, folded = self._spelled(name)[0], fold(spelling)
        return counts[folded] or sum(count for text, count in counts.items() if folded in text)

    def as_written(self, name: str, folded: str) -> str:
        """A spelling as it stands in the sheet, "" where no row has it."""
        return self._spelled(name)[1].get(folded, "")

    def _spelled(self, name: str) -> tuple[Counter[str], dict[str, str]]:
        """How many rows spell the field how, folded, and each spelling as it stands."""
        if name not in self._counted:
            written = Counter(text for text in self._texts(name) if text)
            folded: Counter[str] = Counter()
            for text, count in written.items():
                folded[fold(text)] += count
            self._counted[name] = folded, {fold(text): text for text in distinct(written)}
        return self._counted[name]

    def _texts(self, name: str) -> Iterator[str]:
        places = [self._places[it] for it in _columns(name) if it in self._places]
        rows, above = self._source.sheet.rows, self._context.get(name, "")
        for number, section in zip(self._plan.row_numbers, self._plan.sections, strict=True):
            row = rows[number - 1]
            own = (cells.read_text(row[place]) for place in places)
            yield next(filter(None, own), None) or section.get(name) or above
            if name == _OF_EACH:
                yield from (competency_in(it.heading) for it in self._each if cells.read_text(row[it.index]))


def distinct(spellings: Iterable[str]) -> list[str]:
    """Each spelling once, as it is written first."""
    found: dict[str, str] = {}
    for text in dict.fromkeys(spellings):
        found.setdefault(fold(text), text)
    return list(found.values())


def _columns(name: str) -> tuple[str, ...]:
    return _COLUMNS.get(name, (name,))
