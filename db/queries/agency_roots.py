"""For each agency and unit the agency at the top above it, as part of a statement."""

from __future__ import annotations

from sqlalchemy import CTE, func, select

from db.tables.organisation import agencies


def roots() -> CTE:
    """Rows of agency_id, and name and short_name (else the name) of the topmost agency above it, or of itself."""
    short = func.coalesce(func.nullif(agencies.c.short_name, ""), agencies.c.name)
    top = select(agencies.c.id.label("agency_id"), agencies.c.name.label("name"), short.label("short_name"))
    found = top.where(agencies.c.parent_id.is_(None)).cte("roots", recursive=True)
    below = select(agencies.c.id, found.c.name, found.c.short_name).join(
        found, found.c.agency_id == agencies.c.parent_id
    )
    return found.union_all(below)
