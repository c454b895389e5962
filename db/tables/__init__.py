"""Every table of the store: one module per subject, and the MetaData that holds them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.tables.base import journal_of

if TYPE_CHECKING:
    from db.tables.base import journalled_tables, metadata

__all__ = ["journal_of", "journalled_tables", "metadata"]


def __getattr__(name: str) -> object:
    """What speaks of all tables fills the MetaData first; a start reads few of them and loads no other."""
    if name not in __all__:
        raise AttributeError(name)
    _load_all()
    from db.tables import base

    return getattr(base, name)


def _load_all() -> None:
    from db.tables import (  # noqa: F401 - loading them is what fills the MetaData
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
