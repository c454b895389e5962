"""What a word that is searched for says of trainings, answered by what is kept of them instead of by every row."""

from __future__ import annotations

from sqlalchemy import ColumnElement, false, select

from db.database import Reader
from db.queries import training_counts
from db.queries.containing import contains
from db.sqlite.key_sets import among
from db.tables.training_counts import training_numbers, training_titles
from db.tables.trainings import trainings

_MOST = 20_000
"""Numbers with a word; to look up more trainings one by one takes longer than to read them all."""


def said(reader: Reader, word: str) -> ColumnElement[bool] | None:
    """Whether name or certificate of a training have the word; `None` where every training is to be looked at for it:
    where a name or many a number has it, or what is kept tells nothing."""
    number = training_counts.without_separators(word)
    if not number or not all(training_counts.holds(reader, it) for it in (training_titles, training_numbers)):
        return None
    named = select(training_titles.c.name).where(contains(training_titles.c.name, word)).limit(1)
    if reader.connection.execute(named).first() is not None:
        return None
    numbered = select(training_numbers.c.training_id).where(contains(training_numbers.c.number, number))
    keys = reader.connection.execute(numbered.limit(_MOST + 1)).scalars().all()
    if len(keys) > _MOST:
        return None
    return among(trainings.c.id, frozenset(keys)) & contains(trainings.c.certificate_number, word) if keys else false()
