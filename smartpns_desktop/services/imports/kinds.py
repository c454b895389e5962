"""Every kind of sheet that can be imported: who judges its lines, and what is asked and shown about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from db import Reader
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports import agencies, employees, study_needs, trainings
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import Judgement

Judge = Callable[[Lines, Reader, Names, Judgement, date], None]
"""Compares every good line with the store, as of that day, and fills the judgement."""


@dataclass(frozen=True, slots=True)
class ImportedKind:
    """What an import needs to know of a kind of sheet, besides its columns (`exchange.columns`).

    `codes` are the fields that are told in codes: by field the problem that an unknown spelling is, and the table of
    the codes (`Proposals.codes`). `told_by` gives the columns that can tell a field of the store where they bear
    another name; the first that is there counts. `asks_agencies` says that unknown names of agencies are asked about.
    """

    judge: Judge
    codes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    told_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asks_agencies: bool = False


KINDS: dict[str, ImportedKind] = {
    "employees": ImportedKind(
        employees.judge,
        codes={"grade": ("grade.unknown", "grade"), "education_level": ("education.unknown", "education")},
        told_by={
            "kind": ("status", "employment_type"),
            "front_title": ("front_title", "name"),
            "back_title": ("back_title", "name"),
            "grade": ("grade", "grade_code"),
            "agency": ("agency", "agency_code"),
            "education_level": ("education_level", "education_code"),
            "education": ("education", "education_level"),
            "graduation_date": ("graduation_date", "graduation_year"),
            "graduation_year": ("graduation_year", "graduation_date"),
        },
        asks_agencies=True,
    ),
    "trainings": ImportedKind(
        trainings.judge,
        codes={"form": ("training.form_unknown", "form")},
        told_by={
            "form_code": ("form", "name"),
            "start_date": ("start",),
            "end_date": ("end",),
            "certificate_number": ("certificate",),
        },
    ),
    "study-needs": ImportedKind(
        study_needs.judge,
        codes={"level": ("education.unknown", "education")},
        told_by={
            "level_code": ("level",),
            "programme_id": ("programme",),
            "position_id": ("post",),
            "state": ("status",),
        },
        asks_agencies=True,
    ),
    "agencies": ImportedKind(agencies.judge, told_by={"parent_id": ("parent", "parent_code")}),
}
"""By the command line's word for the kind."""
