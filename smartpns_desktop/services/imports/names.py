"""Names in a sheet and the rows they mean: agencies, posts and programmes, found or planned anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from db import Reader
from db.queries import reference
from db.queries.bundle import Bundle
from smartpns_desktop.domain import grades
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.lexicon import Lexicon
from smartpns_desktop.services.imports.agency_names import AgencyNames
from smartpns_desktop.services.imports.post_names import PostNames, ProgrammeNames


class Names:
    """Looks names up whatever their case; an unknown one is planned in the bundle and listed in `notices()`.

    Keys are positive for rows that exist and negative for rows that the bundle will add. With a `lexicon`, what
    people said about names, spellings that can mean only one name are taken too and told; without one, as for
    what is typed in the window, a name is meant as it is written.
    """

    def __init__(self, reader: Reader, bundle: Bundle, lexicon: Lexicon | None = None) -> None:
        self._agencies = AgencyNames(reader, bundle, lexicon)
        self._posts = PostNames(reader, bundle, lexicon)
        self._programmes = ProgrammeNames(reader, bundle, lexicon)
        levels = {row["code"]: row["name"] for row in reference.rows_of(reader, "education_levels")}
        self._labels: dict[str, Mapping[object, str]] = {
            "agency_id": self._agencies.labels,
            "position_id": self._posts.labels,
            "programme_id": self._programmes.labels,
            "level_code": levels,
        }

    def meant(self, name: str) -> int | None:
        """The agency that people said is meant where several bear that name, `None` where they said nothing."""
        return self._agencies.meant(name)

    def is_agency(self, text: str) -> bool:
        """Whether a text names an agency or unit that is known."""
        return self._agencies.is_known(text)

    def agency(
        self, name: str | None, code: str | None = None, *, within: int | None = None, code_decides: bool = False
    ) -> int | None:
        """The agency or unit of that code, else of that name (present, short or former); planned where unknown.

        `within` is the agency of which the sheet speaks: its own units come first; a name that tells the agency
        itself ("Bidang A - Dinas B") stands above it. Where the code decides, namesakes with other codes are other
        units. `None` where several bear the name: that is a question, never a new unit.
        """
        return self._agencies.find(name, code, within, code_decides)

    def shown(self, name: str, value: object) -> str:
        """A stored value as a person reads it: agencies, posts, programmes, levels and grades by their names."""
        if value is None:
            return ""
        if name == "grade_code":
            return grades.name_of(str(value))
        labels = self._labels.get(name)
        return str(labels.get(value, value) if labels else value)

    def is_ambiguous(self, name: str) -> bool:
        """Whether several agencies bear that name, so that only a code could tell."""
        return self._agencies.is_ambiguous(name)

    def namesakes(self, name: str) -> Sequence[int]:
        """Keys of all agencies and units that bear that name."""
        return self._agencies.namesakes(name)

    def code_of(self, agency: int | None) -> str | None:
        """The code of an agency or unit, `None` where it has none."""
        return self._agencies.code_of(agency)

    def coded(self, code: str) -> Sequence[int]:
        """Keys of all agencies and units that a code, present or former, may mean."""
        return self._agencies.coded(code)

    def had_code(self, agency: int | None, code: str) -> bool:
        """Whether an agency has or had a code, or came after one that did."""
        return self._agencies.had_code(agency, code)

    def agency_then(self, name: str | None, code: str | None, on: date | None) -> int | None:
        """The agency that bore that name or code on a day and is gone since; `None` where there is none."""
        return self._agencies.then(name, code, on)

    @property
    def has_gone_agencies(self) -> bool:
        """Whether any agency went into others, so that old files may name it."""
        return self._agencies.has_gone

    def earlier(self, agency: object, name: str, code: str) -> tuple[tuple[date, int], ...]:
        """The agency that is gone of a name or code that now means this one, and those after it, with first days."""
        return self._agencies.earlier(agency, name, code)

    def later(self, agency: object) -> tuple[tuple[date, int], ...]:
        """The agencies after one that is gone, with first days; none where several stand in its place now."""
        return self._agencies.later(agency)

    def came_after(self, agency: object, earlier: object) -> bool:
        """Whether an agency stands in the place of an earlier one, which is closed."""
        return self._agencies.came_after(agency, earlier)

    def position(self, name: str | None, kind: str = "", echelon: str = "", *, held: int | None = None) -> int | None:
        """The post of that name, kind and echelon; planned where unknown.

        Where less is told than the store knows, the post that the person holds is meant if it fits, else any that fits.
        """
        return self._posts.find(name, kind, echelon, held)

    def programme(self, name: str | None, level: str | None) -> int | None:
        """The programme of study of that name and level; planned where unknown."""
        return self._programmes.find(name, level)

    def notices(self) -> list[Notice]:
        """What would be created besides the rows themselves, and which spellings were taken for a known name."""
        agencies = {name: self._agencies.labels[key] for name, key in self._agencies.read_as.items()}
        return [
            *_created("agencies.created", self._agencies.created.values()),
            *_created("positions.created", self._posts.created.values()),
            *_created("positions.varied", self._posts.varied.values()),
            *_created("programmes.created", self._programmes.created.values()),
            *_read_as("agencies.read_as", agencies),
            *_read_as("positions.read_as", self._posts.read_as),
            *_read_as("programmes.read_as", self._programmes.read_as),
        ]


def _created(code: str, names: Iterable[str]) -> Iterator[Notice]:
    told = tuple(names)
    if told:
        yield Notice(code, {"count": str(len(told))}, told)


def _read_as(code: str, names: Mapping[str, str]) -> Iterator[Notice]:
    if names:
        yield Notice(code, {"count": str(len(names))}, tuple(f"{name} = {meant}" for name, meant in names.items()))
