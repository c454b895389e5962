"""Edits by a person, and what holds of each: one named change set, undone whole; a refusal leaves no trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from db import ChangeSetHeader, Writer
from db.tables import journalled_tables
from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words.errors import say

Rows = dict[str, list[tuple[Any, ...]]]


@contextmanager
def edit(app: App) -> Iterator[Writer]:
    """One change set by a person, for rows that no service is asked to write."""
    with app.database.write(ChangeSetHeader("edit", "penguji", "Uji")) as writer:
        yield writer


def snapshot(app: App) -> Rows:
    """Every row of every journalled table, as SQLite keeps it."""
    with closing(sqlite3.connect(app.database.path)) as connection:
        return {
            table.name: connection.execute(f"SELECT * FROM {table.name} ORDER BY id").fetchall()
            for table in journalled_tables()
        }


def reasons(app: App) -> list[str]:
    """What the change sets are called, newest first."""
    return [str(row["reason"]) for row in app.lists.rows("changes", ListQuery())[1]]


def done(app: App, edit: Callable[[], Changes], reason: str) -> Changes:
    """Do an edit and see that it is one change set of that name, which undo and redo carry back and forth."""
    before, sets = snapshot(app), len(reasons(app))
    changes = edit()
    after = snapshot(app)
    assert changes.change_set is not None
    assert (len(reasons(app)), reasons(app)[0]) == (sets + 1, reason)
    assert after != before
    app.undo.undo(changes.change_set)
    assert snapshot(app) == before
    app.undo.redo(changes.change_set)
    assert snapshot(app) == after
    return changes


def refused(app: App, code: str, edit: Callable[[], object], **facts: str) -> CannotDo:
    """Try an edit and see that it is refused with these facts, in words, and that nothing was stored."""
    before, sets = snapshot(app), len(reasons(app))
    with pytest.raises(CannotDo) as caught:
        edit()
    assert caught.value.code == code
    assert facts.items() <= caught.value.facts.items()
    assert say(caught.value)
    assert (snapshot(app), len(reasons(app))) == (before, sets)
    return caught.value


def unchanged(app: App, edit: Callable[[], Changes]) -> None:
    """Do an edit that changes nothing and see that it leaves no change set behind."""
    before, sets = snapshot(app), len(reasons(app))
    assert edit() == Changes()
    assert (snapshot(app), len(reasons(app))) == (before, sets)
