"""Use-cases on quotas of posts: how many people a unit needs and has in a post from a day on, one row at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import employee_histories as rows
from db.queries import organisation, position_standards
from db.queries import positions as queries
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import (
    Edit,
    Editor,
    Values,
    differences,
    refuse_rejected,
    refuse_worse,
    require,
    tidied,
)
from smartpns_desktop.words.reasons import reason

FIELDS = ("position_id", "agency_id", "effective_date", "needed", "filled")
"""Fields of a quota that a person tells."""
KIND, TABLE = "position-quotas", "position_quotas"
_MOST = 100_000


class PositionQuotas:
    """A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then."""

    def __init__(self, database: Database, editor: Editor) -> None:
        self._database, self._editor = database, editor

    def record(self, key: int) -> Mapping[str, Any]:
        """The fields of a quota as they are stored. Raises `record.missing`."""
        with self._database.read() as reader:
            return _stored(reader, key)

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with a quota while it is typed; `column` is the field."""
        with self._database.read() as reader:
            return tuple(_problems(reader, _whole(reader, values, key), key))

    def add(self, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Say how many a unit needs from a day on (`None`: nobody knows since when); returns the key.

        Raises `record.rejected`.
        """
        return self._editor.add(TABLE, lambda reader: _add(reader, values))

    def change(self, key: int, values: Mapping[str, object]) -> Changes:
        """Correct the told fields; a need that is another from a day on is a new one. Raises `record.rejected`."""
        return self._editor.carry_out(lambda reader: _change(reader, key, values))

    def delete(self, *keys: int) -> Changes:
        """Remove quotas, all in one change set; what was told before holds on."""
        return self._editor.carry_out(lambda reader: _delete(reader, keys))


def _add(reader: Reader, values: Mapping[str, object]) -> Edit:
    told = _whole(reader, values, None)
    refuse_rejected(KIND, _problems(reader, told, None))
    edit = Edit(reason("quota.add", **_names(reader, told)))
    edit.bundle.add(TABLE, told)
    return edit


def _change(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    stored = _stored(reader, key)
    changed = differences(tidied(values, FIELDS), stored)
    after = stored | changed
    refuse_worse(KIND, _problems(reader, stored, key), _problems(reader, after, key), changed)
    edit = Edit(reason("quota.change", **_names(reader, after)))
    edit.bundle.change(TABLE, key, changed)
    return edit


def _delete(reader: Reader, keys: tuple[int, ...]) -> Edit:
    named = [_names(reader, _stored(reader, key)) for key in keys]
    said = "quota.delete" if len(keys) == 1 else "quota.delete_many"
    return Edit(reason(said, **(named[0] if named else {}), count=str(len(keys))), gone={TABLE: list(keys)})


def _stored(reader: Reader, key: int) -> Values:
    row = require(rows.row_of(reader, TABLE, key))
    return {name: row._mapping[name] for name in FIELDS}


def _whole(reader: Reader, values: Mapping[str, object], key: int | None) -> Values:
    stored: Values = dict.fromkeys(FIELDS) if key is None else _stored(reader, key)
    return stored | tidied(values, FIELDS)


def _problems(reader: Reader, told: Values, key: int | None) -> Iterator[Problem]:
    for name in ("position_id", "agency_id"):
        if told[name] is None:
            yield Problem("value.missing", column=name)
    if told["needed"] is None and told["filled"] is None:
        yield Problem("value.missing", column="needed")
    for name in ("needed", "filled"):
        count = told[name]
        if count is not None and not (isinstance(count, int) and 0 <= count <= _MOST):
            yield Problem("value.outside", column=name, value=str(count), facts={"expected": f"0–{_MOST}"})
    since = told["effective_date"]
    if since is not None and not isinstance(since, date):
        yield Problem("date.unreadable", column="effective_date", value=str(since))
        return
    own = tuple(told[name] for name in FIELDS[:3])
    for row in position_standards.all_quotas(reader):
        if row.id != key and (row.position_id, row.agency_id, row.effective_date) == own:
            yield Problem("quota.taken", column="effective_date", value="" if since is None else since.isoformat())


def _names(reader: Reader, told: Values) -> dict[str, str]:
    post = require(queries.post_of(reader, told["position_id"]))
    agency = require(next((it for it in organisation.all_agencies(reader) if it.id == told["agency_id"]), None))
    return {"post": post.name, "agency": agency.name}
