"""The competencies that a store knows, by what sheets may call them."""

from __future__ import annotations

from datetime import date

from db import Reader
from db.queries import reference
from smartpns_desktop.domain.competencies import same_name
from smartpns_desktop.domain.smart_asn import SPELLINGS
from smartpns_desktop.services import competencies


def known_competencies(reader: Reader, on: date, *, assessed: bool = True) -> dict[str, str]:
    """The name of each competency that is known on a day, by the keys (`same_name`) of its name and its code; with
    those that nothing tells of but assessments where `assessed`."""
    rows = (row for row in reference.rows_of(reader, "competencies") if row["effective_from"] <= on)
    codes = {row["code"]: row["name"] for row in rows}
    names = {name: name for name in reversed(competencies.names(reader, on, assessed=assessed))}
    return {same_name(told): name for told, name in ({**SPELLINGS} | codes | names).items()}
