"""Health of the data: SIASN's 27 checks, how much each weighs, the score they make, and where each is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from smartpns_desktop.domain.regulations import RegulationsInForce, Row


class Dimension(StrEnum):
    """What a check looks at; the value is the reference table's word."""

    COMPLETENESS = "kelengkapan"
    TIMELINESS = "ketepatan waktu"
    ACCURACY = "ketepatan isi"
    CONSISTENCY = "kesesuaian"


_COUNTS = {"COM": 7, "TIM": 6, "ACC": 10, "CON": 4}

CODES = tuple(f"{family}_{number}" for family, count in _COUNTS.items() for number in range(1, count + 1))
"""The 27 checks (BKN's indicators of data quality; RULES.md 1.8)."""


class Place(StrEnum):
    """Where in a person's data something is mended: the record itself, or a history or record of another kind."""

    RECORD = "record"
    GRADE = "grade"
    POST = "post"
    EDUCATION = "education"
    STANDING = "standing"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Mend:
    """The way to mend: a place, there the field of the record, and whether the row in force is `changed`, not added."""

    place: Place
    field: str = ""
    changed: bool = False


_RECORD_FIELDS = {
    "COM_4": "pns_date",
    "COM_5": "back_title",
    "COM_6": "email",
    "COM_7": "phone",
    "TIM_3": "pns_date",
    "ACC_1": "pns_date",
    "ACC_2": "employment_type",
    "ACC_5": "nik",
    "ACC_7": "nip",
    "CON_1": "cpns_date",
    "CON_2": "birth_date",
    "CON_3": "sex",
    "CON_4": "cpns_date",
}
MENDS: Mapping[str, Mend] = {
    **{code: Mend(Place.RECORD, name) for code, name in _RECORD_FIELDS.items()},
    "COM_1": Mend(Place.RATING),
    "COM_2": Mend(Place.POST),
    "COM_3": Mend(Place.EDUCATION),
    "TIM_1": Mend(Place.POST),
    "TIM_2": Mend(Place.POST),
    "TIM_4": Mend(Place.POST, changed=True),
    "TIM_5": Mend(Place.STANDING),
    "TIM_6": Mend(Place.STANDING),
    "ACC_3": Mend(Place.POST, changed=True),
    "ACC_4": Mend(Place.STANDING, changed=True),
    "ACC_6": Mend(Place.EDUCATION),
    "ACC_8": Mend(Place.EDUCATION),
    "ACC_9": Mend(Place.POST, changed=True),
    "ACC_10": Mend(Place.GRADE),
}
"""Where each check's finding is mended."""

SERIOUS = frozenset({"TIM_1", "TIM_4", "TIM_5", "TIM_6", "ACC_1", "CON_1", "CON_2", "CON_4"})
"""Findings that make other figures wrong (headcounts, retirements, whose record it is), whatever they weigh."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check with both its weights: its dimension's share of 1, its own of the hundred in the dimension."""

    code: str
    dimension: Dimension
    dimension_weight: float
    indicator_weight: float
    description: str


class Checks:
    """The checks in force on a day, in the order of `CODES`.

    What a finding costs follows from the weights alone: of the 100 points of its dimension the indicator's share of
    the sum of the dimension's indicators, of the 100 points in all that times the dimension's share of the sum of
    dimensions. The published weights of two dimensions add up to 100.01 and 99.98; as shares of their sum they make a
    person without findings exactly 100 and one with all of them exactly 0.
    """

    def __init__(self, rules: RegulationsInForce) -> None:
        self._checks = {code: _check(row) for code in CODES if (row := rules.row("data_quality_checks", code))}
        self._sums = dict.fromkeys(Dimension, 0.0)
        for check in self:
            self._sums[check.dimension] += check.indicator_weight
        self.shares = {check.dimension: check.dimension_weight for check in self}

    def __iter__(self) -> Iterator[Check]:
        return iter(self._checks.values())

    def of_dimension(self, code: str) -> float:
        """Points that one finding takes from a person's 100 of the dimension."""
        check = self._checks[code]
        return 100 * check.indicator_weight / self._sums[check.dimension]

    def points(self, code: str) -> float:
        """Points that one finding takes from a person's 100 in all."""
        share = self.shares[self._checks[code].dimension] / sum(self.shares.values())
        return self.of_dimension(code) * share


def _check(row: Row) -> Check:
    return Check(
        code=str(row["code"]),
        dimension=Dimension(str(row["dimension"])),
        dimension_weight=float(str(row["dimension_weight"])),
        indicator_weight=float(str(row["indicator_weight"])),
        description=str(row["description"]),
    )


@dataclass(slots=True)
class Tally:
    """How many people were looked at, and by check how many of them it concerns: `found` faults, and `open` ones that
    cannot be judged because data lack."""

    people: int = 0
    found: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Take the people of another group in."""
        self.people += other.people
        self.found += other.found
        self.open += other.open


@dataclass(frozen=True, slots=True)
class Score:
    """Points of a group of people, 0 to 100: the mean of theirs, in all and by dimension.

    A check that does not concern a person takes nothing from them, nor does one that cannot be judged; what the
    latter might take is told apart as `open`, so that missing data never pass for sound ones in silence.
    """

    total: float
    dimensions: Mapping[Dimension, float]
    open: float


def score(tally: Tally, checks: Checks) -> Score | None:
    """The score of a group; `None` where there is nobody."""
    if not tally.people:
        return None
    lost = dict.fromkeys(checks.shares, 0.0)
    total = still_open = 0.0
    for check in checks:
        lost[check.dimension] += checks.of_dimension(check.code) * tally.found[check.code]
        total += checks.points(check.code) * tally.found[check.code]
        still_open += checks.points(check.code) * tally.open[check.code]
    dimensions = {dimension: _left(points, tally.people) for dimension, points in lost.items()}
    return Score(_left(total, tally.people), dimensions, still_open / tally.people)


def _left(lost: float, people: int) -> float:
    """Points that are left; sums of shares may pass the end by a hair."""
    return min(100.0, max(0.0, 100 - lost / people))
