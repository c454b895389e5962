"""Every table of the store; importing this package fills the MetaData."""

from db.tables import (
    absences,
    agency_duties,
    attachments,
    data_quality,
    employees,
    journal,
    organisation,
    people_merging,
    position_standards,
    records,
    reference,
    study_needs,
    training_counts,
    trainings,
)
from db.tables.base import journal_of, journalled_tables, metadata

__all__ = [
    "absences",
    "agency_duties",
    "attachments",
    "data_quality",
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
    "training_counts",
    "trainings",
]
