"""What follows from a training's own data: search key, year and credited JP; and a person's JP of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db import Reader
from db.queries import trainings as queries
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.regulations import Regulations
from smartpns_desktop.domain.trainings import jp_counted, year_of

DERIVED_FROM = frozenset({"name", "form_code", "start_date", "end_date", "jp", "day_count"})
"""Fields of a training from which the derived ones follow."""


def derived(values: Mapping[str, Any], regulations: Regulations, today: date) -> dict[str, object]:
    """Search key, year and credited JP of a training; the form's rule is that of the training's own day.

    Without a day the year is the one that the values tell, if any.
    """
    start, end = values["start_date"], values["end_date"]
    code = values["form_code"]
    form = regulations.on(end or start or today).training_form(code) if code else None
    return {
        "name_key": fold(str(values["name"])),
        "year": year_of(start, end) or values.get("year"),
        "jp_counted": jp_counted(form, values["jp"], start, end, day_count=values.get("day_count")),
    }


@dataclass(frozen=True, slots=True)
class YearSummary:
    """A person's JP of one year: claimed, credited by the rules, asked by regulation, and how many are missing.

    `minimum` is `None` where no minimum holds for that kind of person; then nothing is missing.
    """

    year: int
    claimed: float
    counted: float
    minimum: float | None
    missing: float


def year_summary(
    reader: Reader, regulations: Regulations, employee_key: int, kind: EmployeeKind, year: int
) -> YearSummary:
    """JP of a year against the minimum in force at its end (PP 11/2017 art. 203(4); RULES.md section 4)."""
    claimed, counted = queries.jp_of_person(reader, employee_key, year)
    asked = regulations.on(date(year, 12, 31)).jp_minimum(kind)
    minimum = None if asked is None else float(asked)
    return YearSummary(year, claimed, counted, minimum, max((minimum or 0.0) - counted, 0.0))
