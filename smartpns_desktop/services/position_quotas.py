"""Use-cases on quotas of posts: how many people a unit needs and has in a post from a day on, one row at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from db import Reader
from db.queries import organisation, position_standards
from db.queries import positions as queries
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.edited_rows import EditedRows
from smartpns_desktop.services.edits import Values, require

_KEY = ("position_id", "agency_id", "effective_date")
_COUNTED = ("needed", "filled")
_MOST = 100_000


class PositionQuotas(EditedRows):
    """How many a unit needs from a day on (`None`: nobody knows since when); a need that is another from a day on is
    a new row, and where one is removed what was told before holds on."""

    kind, table, said = "position-quotas", "position_quotas", "quota"
    fields = (*_KEY, *_COUNTED)

    def _names(self, reader: Reader, row: Values) -> Mapping[str, str]:
        post = require(queries.post_of(reader, row["position_id"]))
        agency = require(next((it for it in organisation.all_agencies(reader) if it.id == row["agency_id"]), None))
        return {"post": post.name, "agency": agency.name}

    def _faults(self, reader: Reader, told: Values, key: int | None) -> Iterator[Problem]:
        for name in ("position_id", "agency_id"):
            if told[name] is None:
                yield Problem("value.missing", column=name)
        if all(told[name] is None for name in _COUNTED):
            yield Problem("value.missing", column="needed")
        for name in _COUNTED:
            count = told[name]
            if count is not None and not (isinstance(count, int) and 0 <= count <= _MOST):
                yield Problem("value.outside", column=name, value=str(count), facts={"expected": f"0–{_MOST}"})
        since = told["effective_date"]
        if since is not None and not isinstance(since, date):
            yield Problem("date.unreadable", column="effective_date", value=str(since))
            return
        own = tuple(told[name] for name in _KEY)
        for row in position_standards.all_quotas(reader):
            if row.id != key and (row.position_id, row.agency_id, row.effective_date) == own:
                yield Problem("quota.taken", column="effective_date", value="" if since is None else since.isoformat())
