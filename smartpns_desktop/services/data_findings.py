"""How the findings of a day come to be: derived when something changed, kept in the store, else on the connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from db import Database, Reader
from db.journal import head
from db.queries import data_findings as queries
from db.queries import data_quality
from smartpns_desktop import __version__
from smartpns_desktop.services import data_quality_rules
from smartpns_desktop.services.office import region_kind_of
from smartpns_desktop.services.reference import regulations

KIND = "data-findings"
"""The list of findings."""


def are_kept(reader: Reader, on: date) -> bool:
    """Whether the store holds what is found of a day in its present state."""
    return queries.holds(reader, on, _stamp(reader))


def derive(database: Database, on: date) -> None:
    """Judge everybody and keep what was found; where the store must not or cannot be written to, nothing is kept."""

    def judge_all(writer: Reader) -> None:
        stamp = _stamp(writer)
        if not queries.holds(writer, on, stamp):
            with judged(writer, on) as statement:
                queries.keep(writer, on, stamp, statement)

    database.derive(judge_all)


def at_hand(reader: Reader, on: date) -> bool:
    """See to it that what was found can be read; true where it stands in the store, false where on this connection."""
    if are_kept(reader, on):
        return True
    with judged(reader, on) as statement:
        queries.keep_here(reader, on, statement)
    return False


@contextmanager
def judged(reader: Reader, on: date) -> Iterator[Any]:
    """The statement for the findings of a day; see `db.queries.data_quality`."""
    rules = regulations(reader).known_by(on)
    posts, limits = data_quality_rules.post_rules(reader, rules, on), data_quality_rules.limits(reader, rules)
    with data_quality.judged(reader, on, posts, limits) as statement:
        yield statement


def of_person(reader: Reader, on: date, key: int) -> dict[str, bool]:
    """The checks that found something of one person on a day, and whether it is open."""
    rules = regulations(reader).known_by(on)
    posts = data_quality_rules.post_rules(reader, rules, on, key)
    return data_quality.of_person(reader, on, posts, data_quality_rules.limits(reader, rules, key), key)


def _stamp(reader: Reader) -> str:
    """What the findings of a day hang on: the newest change set, the office's region, and the program that judges."""
    number, link = head(reader.connection)
    return f"{number} {link} {region_kind_of(reader)} {__version__}"
