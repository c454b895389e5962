"""Every table of the store; importing this package fills the MetaData."""

from db.tables import employees, journal, organisation, reference, study_needs, trainings
from db.tables.base import journal_of, journalled_tables, metadata

__all__ = [
    "employees",
    "journal",
    "journal_of",
    "journalled_tables",
    "metadata",
    "organisation",
    "reference",
    "study_needs",
    "trainings",
]
