"""Regulations as dated rows: which legal figures hold on a day, each with its source and status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from smartpns_desktop.domain.employees import EmployeeKind

Row = Mapping[str, object]
"""A row of a regulation table by its column names, with at least effective_from (a date or ISO text)."""

KEYS: dict[str, tuple[str, ...]] = {
    "regulation_parameters": ("code",),
    "training_forms": ("code",),
    "retirement_ages": ("position_group",),
    "normative_study_periods": ("level_code",),
    "index_categories": ("lowest_score",),
    "index_scores": ("dimension", "position_group", "criterion"),
    "data_quality_checks": ("code",),
    "competencies": ("code",),
}
"""The dated tables and the columns that name one rule in each; its newest row in force counts."""


class Method(StrEnum):
    """How the lesson hours (JP) of a form of development are counted."""

    AS_CLAIMED = "sesuai_jp"
    PER_DAY = "per_hari"
    PER_TIME = "per_kali"
    PER_SEMESTER = "per_semester"


@dataclass(frozen=True, slots=True)
class TrainingForm:
    """A form of competence development and how its JP are counted (PerLAN 10/2018; RULES.md section 4).

    `national` and `international` are JP per day, time or semester; `international_extra` is what is added to
    claimed JP abroad (0.2 for +20 %). Limits are JP per day and times per month, None where there is none.
    """

    code: str
    path: str
    name: str
    siasn_kind: str
    method: Method
    national: Decimal | None = None
    international: Decimal | None = None
    international_extra: Decimal = Decimal(0)
    daily_limit: Decimal | None = None
    daily_limit_international: Decimal | None = None
    monthly_limit: int | None = None

    @classmethod
    def from_row(cls, row: Row) -> TrainingForm:
        """The form of a row of `training_forms`; ValueError for an unknown method."""
        abroad = _text(row, "international_jp")
        extra = _number(abroad.strip("+% ")) if abroad.endswith("%") else None
        daily, daily_abroad, monthly = _limits(_text(row, "limit_text"))
        return cls(
            code=_text(row, "code"),
            path=_text(row, "path"),
            name=_text(row, "name"),
            siasn_kind=_text(row, "siasn_kind_code"),
            method=Method(_text(row, "method")),
            national=_number(_text(row, "national_jp")),
            international=_number(abroad),
            international_extra=(extra or Decimal(0)) / 100,
            daily_limit=daily,
            daily_limit_international=daily_abroad,
            monthly_limit=monthly,
        )


@dataclass(frozen=True, slots=True)
class RegulationsInForce:
    """The rows that hold on one day; immutable, to be handed to rules."""

    on: date
    rows: Mapping[str, Mapping[tuple[str, ...], Row]]
    training_forms: Mapping[str, TrainingForm] = field(default_factory=dict)

    def row(self, table: str, *key: str) -> Row | None:
        """The row of a table in force for that key, None where none holds yet."""
        return self.rows.get(table, {}).get(key)

    def parameter(self, code: str) -> str | Decimal | None:
        """The value of a legal parameter, a number where its text is one; None where none holds yet."""
        row = self.row("regulation_parameters", code)
        if row is None:
            return None
        value = _text(row, "value")
        number = _number(value)
        return value if number is None else number

    def number(self, code: str) -> Decimal | None:
        """The value of a legal parameter that is a number, None where none holds or it is words."""
        value = self.parameter(code)
        return value if isinstance(value, Decimal) else None

    def training_form(self, code: str) -> TrainingForm | None:
        """The form of development of that code (A1, B6, C3)."""
        return self.training_forms.get(code)

    def jp_minimum(self, kind: EmployeeKind) -> Decimal | None:
        """JP that a year asks of one employee: 20 of PNS and CPNS (PP 11/2017 art. 203(4)).

        None for a PPPK as shipped: the 24 JP of PP 49/2018 are a ceiling, not a minimum (RULES.md section 4);
        an office that has a minimum adds the parameter jp.minimum_pppk.
        """
        return self.number("jp.minimum_pppk" if kind is EmployeeKind.PPPK else "jp.minimum_pns")

    def retirement_age(self, group: str) -> int | None:
        """Retirement age (BUP) in years of a group of posts, see `positions.retirement_group`."""
        row = self.row("retirement_ages", group)
        return None if row is None else int(str(row["years"]))


class Regulations:
    """All dated rows by table; `on` picks those that hold on a day."""

    def __init__(self, tables: Mapping[str, Iterable[Row]]) -> None:
        """Takes rows of the tables in `KEYS`; KeyError for another table."""
        self._rows = {
            table: sorted(((_day(row), _key(table, row), row) for row in rows), key=lambda dated: dated[0])
            for table, rows in tables.items()
        }
        self._known: dict[date, RegulationsInForce] = {}

    def on(self, day: date) -> RegulationsInForce:
        """What holds on that day: per table and key the newest row with effective_from on or before it."""
        if day not in self._known:
            self._known[day] = self._in_force(day)
        return self._known[day]

    def known_by(self, day: date) -> RegulationsInForce:
        """What holds on that day; of a rule that began later its first version, for looks into the past."""
        first = {
            table: {key: row for _, key, row in reversed(dated)} | dict(self.on(day).rows[table])
            for table, dated in self._rows.items()
        }
        return RegulationsInForce(day, first)

    def _in_force(self, day: date) -> RegulationsInForce:
        rows = {
            table: {key: row for effective, key, row in dated if effective <= day}
            for table, dated in self._rows.items()
        }
        forms = (TrainingForm.from_row(row) for row in rows.get("training_forms", {}).values())
        return RegulationsInForce(day, rows, {form.code: form for form in forms})


def _day(row: Row) -> date:
    effective = row["effective_from"]
    return effective if isinstance(effective, date) else date.fromisoformat(str(effective))


def _key(table: str, row: Row) -> tuple[str, ...]:
    return tuple(str(row[column]) for column in KEYS[table])


def _text(row: Row, column: str) -> str:
    value = row.get(column)
    return "" if value is None else str(value).strip()


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


_PER_DAY = re.compile(r"maks (\d+(?:\.\d+)?) JP per hari(?: \(internasional (\d+(?:\.\d+)?)\))?")
_PER_MONTH = re.compile(r"maks (\d+) kali per bulan")


def _limits(text: str) -> tuple[Decimal | None, Decimal | None, int | None]:
    """JP per day, JP per day abroad, times per month, out of the words of a regulation's limit."""
    daily, monthly = _PER_DAY.search(text), _PER_MONTH.search(text)
    return (
        _number(daily[1]) if daily else None,
        _number(daily[2] or "") if daily else None,
        int(monthly[1]) if monthly else None,
    )
