"""What the search over everything reads of each kind: keys, names, other names, codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, literal, or_, select

from db import journal as chain
from db.database import Reader
from db.queries import training_counts
from db.queries.writing import where_in
from db.tables.employees import employees
from db.tables.journal import change_sets, journal, journalled_tables_table
from db.tables.organisation import agencies, agency_names, positions, study_programmes
from db.tables.people_merging import former_nips
from db.tables.records import certificates
from db.tables.reference import education_levels
from db.tables.study_needs import study_needs, study_plans
from db.tables.training_counts import training_numbers, training_titles
from db.tables.trainings import trainings

_BEHIND = "\U0010ffff"
"""Sorts behind every sign that a number has."""


class Named(NamedTuple):
    """One thing: its key, how it is called, what else it is or was called, and codes that tell it."""

    key: int
    name: str
    others: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def head(reader: Reader) -> tuple[int, str, int]:
    """Number, link and last entry of the newest change set."""
    number, link = chain.head(reader.connection)
    last = select(change_sets.c.last_entry).where(change_sets.c.id == number)
    return number, link, reader.connection.execute(last).scalar() or 0


def follows(reader: Reader, number: int, link: str) -> bool:
    """Whether the store's journal has this change set, so that it tells all that happened since."""
    return chain.link_of(reader.connection, number) == link


def tables_since(reader: Reader, entry: int) -> set[str]:
    """The tables that changes behind an entry of the journal touched."""
    statement = select(journalled_tables_table.c.name).select_from(journal).distinct()
    joined = statement.join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
    return set(reader.connection.execute(joined.where(journal.c.id > entry)).scalars())


def people_since(reader: Reader, entry: int, most: int) -> list[int] | None:
    """Keys of the people whose names or NIPs were touched behind an entry; `None` where they are more than `most`."""
    table, row = journalled_tables_table.c.name, journal.c.row_id
    told = func.json_extract(journal.c.before, "$.employee_id")
    now = select(former_nips.c.employee_id).where(former_nips.c.id == row).scalar_subquery()
    statement = (
        select(table, row, told, now)
        .join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
        .where(journal.c.id > entry, table.in_((employees.name, former_nips.name)))
        .limit(most + 1)
    )
    found = reader.connection.execute(statement).all()
    if len(found) > most:
        return None
    keys: set[int | None] = set()
    for name, key, before, after in found:
        keys |= {key} if name == employees.name else {before, after}
    return sorted(key for key in keys if key is not None)


def people(reader: Reader, keys: Sequence[int] | None = None) -> Iterator[Named]:
    """Everybody, or those with these keys, by name; former names are those that the journal remembers."""
    columns = [employees.c[name] for name in ("id", "name", "nip", "nik", "previous_nip")]
    formerly = _former_nips(reader)
    names = _former_names(reader, keys)
    statement = select(*columns).order_by(employees.c.name, employees.c.nip)
    for row in where_in(reader, statement, employees.c.id, keys):
        codes = (row.nip, row.nik, row.previous_nip, *formerly.get(row.id, ()))
        yield Named(row.id, row.name, tuple(names.get(row.id, ())), tuple(filter(None, codes)))


def _former_nips(reader: Reader) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, number in reader.connection.execute(select(former_nips.c.employee_id, former_nips.c.nip)):
        found[key].append(number)
    return found


def _former_names(reader: Reader, keys: Sequence[int] | None) -> dict[int, list[str]]:
    """Names that people had before an edit or a merge that still holds."""
    name, nip = (func.json_extract(journal.c.before, f"$.{field}") for field in ("name", "nip"))
    heir = select(former_nips.c.employee_id).where(former_nips.c.nip == nip).scalar_subquery()
    later = change_sets.alias("later")
    undone = select(later.c.undoes_id).where(later.c.undoes_id.is_not(None))
    own = select(journalled_tables_table.c.id).where(journalled_tables_table.c.name == employees.name)
    statement = (
        select(func.coalesce(heir, journal.c.row_id), name)
        .join(change_sets, change_sets.c.id == journal.c.change_set_id)
        .where(journal.c.table_id == own.scalar_subquery(), journal.c.operation != "insert", name.is_not(None))
        .where(change_sets.c.kind != "undo", change_sets.c.id.not_in(undone))
        .distinct()
    )
    if keys is not None:
        rows = journal.c.row_id.in_(keys)
        statement = statement.where(or_(rows, heir.in_(keys)) if keys else literal(value=False))
    found: dict[int, list[str]] = defaultdict(list)
    for key, former in reader.connection.execute(statement):
        found[key].append(former)
    return found


def agencies_named(reader: Reader) -> Iterator[Named]:
    """Agencies and units with short and former names and their codes."""
    former: dict[int, list[str]] = defaultdict(list)
    for key, name in reader.connection.execute(select(agency_names.c.agency_id, agency_names.c.name)):
        former[key].append(name)
    columns = (agencies.c.id, agencies.c.name, agencies.c.short_name, agencies.c.code)
    for key, name, short, code in reader.connection.execute(select(*columns).order_by(agencies.c.name)):
        others = tuple(filter(None, (short, *former.get(key, ()))))
        yield Named(key, name, others, (code,) if code else ())


def programmes_named(reader: Reader) -> Iterator[Named]:
    """Programmes of study, found with their level too."""
    columns = (study_programmes.c.id, study_programmes.c.name, education_levels.c.name)
    joined = select(*columns).outerjoin(education_levels, education_levels.c.code == study_programmes.c.level_code)
    return _named(reader, joined.order_by(study_programmes.c.name))


def positions_named(reader: Reader) -> Iterator[Named]:
    """Posts."""
    return _named(reader, select(positions.c.id, positions.c.name).order_by(positions.c.name, positions.c.id))


def needs_named(reader: Reader) -> Iterator[Named]:
    """Lines of study needs by programme, found by agency and field too."""
    names = (study_programmes.c.name, agencies.c.name, agencies.c.short_name, study_needs.c.field)
    joined = (
        select(study_needs.c.id, *names)
        .join(study_plans, study_plans.c.id == study_needs.c.plan_id)
        .join(agencies, agencies.c.id == study_plans.c.agency_id)
        .join(study_programmes, study_programmes.c.id == study_needs.c.programme_id)
    )
    return _named(reader, joined.order_by(study_programmes.c.name, agencies.c.name, study_needs.c.id))


def certificates_named(reader: Reader) -> Iterator[Named]:
    """Certificates by name, found by issuer and number too."""
    columns = (certificates.c.id, certificates.c.name, certificates.c.issuer, certificates.c.number)
    for key, name, issuer, number in reader.connection.execute(select(*columns).order_by(certificates.c.name)):
        yield Named(key, name, (issuer,) if issuer else (), (number,) if number else ())


def _named(reader: Reader, statement: Select[Any]) -> Iterator[Named]:
    for key, name, *others in reader.connection.execute(statement):
        yield Named(key, name, tuple(filter(None, others)))


def training_names(reader: Reader) -> dict[str, int]:
    """Every name of a training, and how many trainings have it."""
    return _counted(reader, training_titles.c.name, trainings.c.name)


def training_organisers(reader: Reader) -> dict[str, int]:
    """Every organiser, and how many trainings there are of each."""
    return _counted(reader, training_titles.c.organiser, trainings.c.organiser)


def _counted(reader: Reader, kept: ColumnElement[str], column: ColumnElement[str]) -> dict[str, int]:
    held = training_counts.holds(reader, training_titles)
    said = kept if held else column
    count = func.sum(training_titles.c.trainings) if held else func.count()
    statement = select(said, count).where(said != "").group_by(said).order_by(said)
    return {row[0]: row[1] for row in reader.connection.execute(statement)}


def trainings_named(reader: Reader, names: Sequence[str]) -> list[int]:
    """Keys of the trainings with these names."""
    wanted = set(names)
    found = where_in(reader, select(trainings.c.id, trainings.c.name), trainings.c.name, names)
    return [key for key, name in found if name in wanted]


class Single(NamedTuple):
    """Trainings that are found one by one: by the beginning of their certificates' bare `number`, or their `person`."""

    number: str = ""
    person: int | None = None

    def keys(self, reader: Reader, limit: int | None = None) -> list[int]:
        """Their keys, by number, then by day."""
        found: list[int] = []
        if self.number:
            numbered, column = _numbered(reader, self.number)
            found += reader.connection.execute(numbered.order_by(column).limit(limit)).scalars()
        if self.person is not None:
            found += reader.connection.execute(self._own().order_by(trainings.c.start_date).limit(limit)).scalars()
        return list(dict.fromkeys(found))[:limit]

    def count(self, reader: Reader) -> int:
        """How many they are."""
        if self.number and self.person is not None:
            return len(self.keys(reader))
        chosen = _numbered(reader, self.number)[0] if self.number else self._own()
        return int(reader.connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one())

    def _own(self) -> Select[Any]:
        return select(trainings.c.id).where(trainings.c.employee_id == self.person)


def _numbered(reader: Reader, number: str) -> tuple[Select[Any], ColumnElement[str]]:
    column: ColumnElement[str] = training_numbers.c.number
    key = training_numbers.c.training_id
    if not training_counts.holds(reader, training_numbers):
        column, key = training_counts.bare(trainings.c.certificate_number), trainings.c.id
    return select(key).where(column >= number, column < number + _BEHIND), column
