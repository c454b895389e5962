"""Imports: one judge a subject compares lines with the store, one service plans and applies."""

from smartpns_desktop.services.imports.plan import FieldChange, ImportPlan
from smartpns_desktop.services.imports.service import ImportResult, ImportService

__all__ = ["FieldChange", "ImportPlan", "ImportResult", "ImportService"]
