"""Every kind of sheet that can be imported: who judges its lines, and what is asked and shown about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from db import Reader
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports import (
    agencies,
    certificates,
    competency_assessments,
    contracts,
    disciplinary_actions,
    employees,
    histories,
    performance_ratings,
    positions,
    professionalism_index,
    study_needs,
    trainings,
)
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


_EDUCATION = {
    "education_level": ("education_level", "education_code", "education"),
    "education": ("education", "education_level"),
    "graduation_date": ("graduation_date", "graduation_year"),
    "graduation_year": ("graduation_year", "graduation_date"),
}

KINDS: dict[str, ImportedKind] = {
    "employees": ImportedKind(
        employees.judge,
        codes={
            "grade": ("grade.unknown", "grade"),
            "education_level": ("education.unknown", "education"),
            "sex": ("value.unknown", "sex"),
            "religion": ("value.kept", "religion"),
            "marital_status": ("value.kept", "marital_status"),
            "standing": ("value.kept", "standing"),
        },
        told_by={
            "kind": ("status", "employment_type"),
            "front_title": ("front_title", "name"),
            "back_title": ("back_title", "name"),
            "grade": ("grade", "rank", "grade_code"),
            "agency": ("agency", "agency_code"),
            **_EDUCATION,
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
        codes={"level": ("education.unknown", "education"), "funding": ("value.unknown", "funding")},
        told_by={
            "level_code": ("level",),
            "programme_id": ("programme",),
            "position_id": ("post",),
            "state": ("status",),
        },
        asks_agencies=True,
    ),
    "grade-history": ImportedKind(
        histories.judge,
        codes={"grade": ("value.not_in_list", "grade")},
        told_by={"grade": ("grade", "rank", "grade_code")},
    ),
    "post-history": ImportedKind(
        histories.judge,
        told_by={
            "post": ("post", "functional_post", "general_post"),
            "agency": ("agency", "agency_code"),
        },
        asks_agencies=True,
    ),
    "education-history": ImportedKind(
        histories.judge,
        codes={"education_level": ("value.not_in_list", "education")},
        told_by=_EDUCATION,
    ),
    "standing-history": ImportedKind(histories.judge, codes={"standing": ("value.kept", "standing")}),
    "ip-asn": ImportedKind(professionalism_index.judge, told_by={"updated_on": ("updated",)}),
    "performance-ratings": ImportedKind(
        performance_ratings.judge,
        told_by={
            "rating": ("rating", "stated_rating", "stated_final", "stated_value", "stated_figure"),
            "value": ("value", "stated_final", "stated_value", "stated_figure", "rating", "stated_rating"),
        },
    ),
    "disciplinary-actions": ImportedKind(
        disciplinary_actions.judge,
        told_by={
            "level": ("level", "measure"),
            "until": ("until", "duration", "duration_months", "duration_years"),
        },
    ),
    "certificates": ImportedKind(certificates.judge),
    "competency-assessments": ImportedKind(
        competency_assessments.judge, codes={"competency": ("value.kept", "competency")}
    ),
    "contracts": ImportedKind(contracts.judge),
    "positions": ImportedKind(
        positions.judge,
        codes={"education_level": ("education.unknown", "education")},
        told_by={
            "education_code": ("education_level", "stated_education"),
            "programmes": ("programmes", "stated_programmes"),
            "needed": ("needed", "stated_need"),
        },
        asks_agencies=True,
    ),
    "agencies": ImportedKind(agencies.judge, told_by={"parent_id": ("parent", "parent_code")}),
}
"""By the command line's word for the kind."""
