"""Every table of the store; importing this package fills the MetaData."""

from db.tables import (
    employees,
    journal,
    organisation,
    people_merging,
    position_standards,
    records,
    reference,
    study_needs,
    trainings,
)
from db.tables.base import journal_of, journalled_tables, metadata

__all__ = [
    "employees",
    "journal",
    "journal_of",
    "journalled_tables",
    "metadata",
    "organisation",
    "people_merging",
    "position_standards",
    "records",
    "reference",
    "study_needs",
    "trainings",
]
