"""Tables of codes and of dated legal parameters, filled from the files that ship with the program."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem

from db.tables.base import journalled
from db.tables.types import IsoDate, Number


def _codes(name: str, *items: SchemaItem) -> Table:
    return journalled(name, Column("code", Text, nullable=False, unique=True), *items)


def _dated(name: str, *items: Column[object], key: tuple[str, ...]) -> Table:
    """A regulation table: each row holds from a day on, until a newer row of the same key."""
    return journalled(
        name,
        *items,
        Column("effective_from", IsoDate, nullable=False),
        Column("source", Text, nullable=False),
        Column("status", Text, nullable=False),
        UniqueConstraint(*key, "effective_from"),
    )


grades = _codes(
    "grades",
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("rank", Text),
    Column("ordering", Integer, nullable=False),
)
education_levels = _codes(
    "education_levels", Column("name", Text, nullable=False), Column("ordering", Integer, nullable=False)
)
echelons = _codes(
    "echelons",
    Column("name", Text),
    Column("managerial_level", Text, nullable=False),
    Column("lowest_grade", Text),
    Column("highest_grade", Text),
)
position_kinds = _codes("position_kinds", Column("name", Text, nullable=False))
functional_levels = _codes(
    "functional_levels", Column("category", Text, nullable=False), Column("name", Text, nullable=False)
)
siasn_training_kinds = _codes(
    "siasn_training_kinds", Column("name", Text, nullable=False), Column("certificate_code", Text)
)
structural_trainings = _codes("structural_trainings", Column("name", Text, nullable=False))
disciplinary_measures = journalled(
    "disciplinary_measures",
    Column("level", Text, nullable=False),
    Column("name", Text, nullable=False, unique=True),
)

retirement_ages = _dated(
    "retirement_ages",
    Column("position_group", Text, nullable=False),
    Column("years", Integer, nullable=False),
    key=("position_group",),
)
training_forms = _dated(
    "training_forms",
    Column("code", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("siasn_kind_code", Text),
    Column("method", Text, nullable=False),
    Column("national_jp", Text),
    Column("international_jp", Text),
    Column("limit_text", Text),
    key=("code",),
)
index_categories = _dated(
    "index_categories",
    Column("lowest_score", Number, nullable=False),
    Column("name", Text, nullable=False),
    key=("lowest_score",),
)
index_scores = _dated(
    "index_scores",
    Column("dimension", Text, nullable=False),
    Column("position_group", Text, nullable=False),
    Column("criterion", Text, nullable=False),
    Column("time_window", Text),
    Column("score", Number, nullable=False),
    key=("dimension", "position_group", "criterion"),
)
data_quality_checks = _dated(
    "data_quality_checks",
    Column("code", Text, nullable=False),
    Column("dimension", Text, nullable=False),
    Column("dimension_weight", Number, nullable=False),
    Column("indicator_weight", Number, nullable=False),
    Column("description", Text, nullable=False),
    key=("code",),
)
normative_study_periods = _dated(
    "normative_study_periods",
    Column("level_code", Text, nullable=False),
    Column("years", Integer, nullable=False),
    key=("level_code",),
)
regulation_parameters = _dated(
    "regulation_parameters",
    Column("code", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("unit", Text),
    Column("note", Text),
    key=("code",),
)
competencies = _dated(
    "competencies",
    Column("code", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    key=("code",),
)
