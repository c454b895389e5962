"""The figures of a year that the first page shows, and how they are kept in the store until something changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from db import Database, Reader
from db.journal import head
from db.queries import settings
from smartpns_desktop import __version__
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.services.tasks import LastImport


@dataclass(slots=True)
class JpFigures:
    """JP of some people: `met` and `short` count those for whom a minimum holds, `none` all who have no JP."""

    people: int = 0
    counted: float = 0.0
    met: int = 0
    short: int = 0
    none: int = 0

    @property
    def mean(self) -> float:
        """Credited JP of one person, 0 where there is nobody."""
        return self.counted / self.people if self.people else 0.0

    @property
    def share_met(self) -> float:
        """Percentage who reached the minimum, of those for whom one holds."""
        judged = self.met + self.short
        return 100 * self.met / judged if judged else 0.0


class AgencyFigures(NamedTuple):
    """JP of the people of one agency with all its units; `key` is `None` for people without an agency."""

    key: int | None
    name: str
    short_name: str
    jp: JpFigures


class PlanFigures(NamedTuple):
    """Plans of study needs of one period: how many in each state, their lines, the people they ask for."""

    first_year: int
    last_year: int
    states: dict[PlanState, int]
    lines: int
    heads: int


class YearFigures(NamedTuple):
    """The figures of a year; each is the number of rows that a list shows.

    `people` counts by kind, `minimum` is the JP asked of a PNS (`None` where none holds), `unverified` is a
    part of `trainings`. `due` counts by kind what falls due soon or is late, `absent` those whom a complete list lacks.
    `plans` are those of the newest period that has begun by the year or begins after it;
    `None` where there is none, and `unplanned` counts the open agencies without one. `course` is the credited JP
    of one person from January to each month's end, `None` for months that have not begun.
    """

    year: int
    people: dict[EmployeeKind, int]
    jp: JpFigures
    minimum: float | None
    agencies: tuple[AgencyFigures, ...]
    trainings: int
    unverified: int
    plans: PlanFigures | None
    unplanned: int
    without_grade: int
    without_birth_date: int
    last_import: LastImport | None
    course: tuple[float | None, ...]
    due: dict[str, int]
    absent: int


def day_of(year: int) -> date | None:
    """The day of whose people the figures of a year tell: its last one where it is over, else today (`None`)."""
    return date(year, 12, 31) if year < date.today().year else None


def stamp(reader: Reader) -> str:
    """What figures hang on beside their year: the newest change set, the day, and the program that counts."""
    number, link = head(reader.connection)
    return f"{number} {link} {date.today().isoformat()} {__version__}"


def kept(reader: Reader, year: int) -> YearFigures | None:
    """The figures that were kept of a year; `None` where there are none, or something changed since."""
    text = settings.get(reader, _key(year))
    try:
        told = json.loads(text) if text is not None else {}
        return _restored(told["figures"]) if told["stamp"] == stamp(reader) else None
    except (ValueError, TypeError, KeyError):
        return None


def keep(database: Database, figures: YearFigures, counted_at: str) -> None:
    """Keep figures with the `stamp` of the moment they were counted; not where somebody else is writing."""
    text = json.dumps({"stamp": counted_at, "figures": figures}, ensure_ascii=False, default=_plain)
    database.derive(lambda writer: settings.put(writer, _key(figures.year), text), patience=0)


def _key(year: int) -> str:
    return f"year-figures.{year}"


def _plain(value: JpFigures | LastImport | datetime) -> Any:
    return value.isoformat() if isinstance(value, datetime) else asdict(value)


def _restored(told: list[Any]) -> YearFigures:
    kept: Any = YearFigures(*told)
    plans: Any = kept.plans and PlanFigures(*kept.plans)
    newest = kept.last_import
    return YearFigures(*kept)._replace(
        people={EmployeeKind(kind): count for kind, count in kept.people.items()},
        jp=JpFigures(**kept.jp),
        agencies=tuple(AgencyFigures(key, name, short, JpFigures(**jp)) for key, name, short, jp in kept.agencies),
        plans=plans and plans._replace(states=by_state(plans.states)),
        last_import=newest and LastImport(**newest | {"at": datetime.fromisoformat(newest["at"])}),
        course=tuple(kept.course),
    )


def by_state(counts: Mapping[str, int]) -> dict[PlanState, int]:
    """How many plans there are in every state, in none too."""
    return {state: counts.get(state.value, 0) for state in PlanState}
