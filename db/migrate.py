"""Bringing a store to the program's version: a copy first, then all migrations in one transaction."""

from __future__ import annotations

import io
from datetime import datetime
from importlib import resources
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, update

from db import errors
from db.sqlite import connection as sqlite
from db.sqlite.backup import copy_database
from db.sqlite.triggers import fingerprint, install_triggers
from db.tables.journal import change_sets, journalled_tables_table


def known_revisions() -> list[str]:
    """All revisions of this program, oldest first, read off the files' names (importing Alembic is slow)."""
    folder = resources.files("db") / "migrations" / "versions"
    return sorted(entry.name.split("_")[0] for entry in folder.iterdir() if entry.name[:4].isdigit())


def revision_of(connection: Connection) -> str | None:
    """The store's revision; `None` for an empty file. Raises `StoreForeign` or `StoreNewer`."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if "alembic_version" not in names or not sqlite.is_ours(connection):
        raise errors.StoreForeign("no application id")
    revision = _recorded(connection)
    if revision not in known_revisions():
        raise errors.StoreNewer(revision)
    return revision


def require(connection: Connection, revision: str | None) -> None:
    """Refuse a store that another program has migrated or is replacing since it was opened at a revision.

    Raises `StoreNewer`, or `StoreLocked` where it will be at that revision again.
    """
    if revision is not None and (found := _recorded(connection)) != revision:
        raise (errors.StoreLocked if found in known_revisions() else errors.StoreNewer)(found)


def _recorded(connection: Connection) -> str:
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def upgrade(engine: Engine, path: Path) -> Path | None:
    """Migrate the file to the newest revision; returns the copy that was kept of an older one."""
    newest = known_revisions()[-1]
    with engine.connect() as connection:
        revision = revision_of(connection)
    with engine.connect() as connection:
        # A backup that was copied into the store's place by hand comes without write-ahead logging.
        sqlite.use_wal(connection)
    if revision == newest:
        return None
    kept = None if revision is None else _keep_copy(path, revision)
    upgrade_to(engine, newest)
    return kept


def upgrade_to(engine: Engine, target: str) -> None:
    """Migrate an empty or older store to a revision, unless another program has done so meanwhile."""
    with engine.connect() as connection:
        # Rebuilding a table under enforced foreign keys would delete its children without a word.
        sqlite.enforce_references(connection, on=False)
        with connection.execution_options(begin_mode="IMMEDIATE").begin():
            if revision_of(connection) != target:
                _migrate(connection, target)
        sqlite.enforce_references(connection, on=True)


def _keep_copy(path: Path, revision: str) -> Path:
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    kept = folder / f"before-migration-{revision}-{datetime.now():%Y%m%d-%H%M%S}.smartpns"
    copy_database(path, kept)
    return kept


def _migrate(connection: Connection, target: str) -> None:
    from alembic import command
    from alembic.config import Config

    sqlite.mark_as_ours(connection)
    config = Config(output_buffer=io.StringIO(), stdout=io.StringIO())
    config.set_main_option("script_location", str(resources.files("db") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
    if target == known_revisions()[-1]:
        _renew_journal(connection)
    broken = sqlite.broken_references(connection)
    if broken:
        raise errors.StoreDamaged("; ".join(broken[:5]))


def _renew_journal(connection: Connection) -> None:
    """Number new tables, note which were reshaped (their older change sets can be read, not undone), set triggers."""
    from db.tables import journalled_tables  # loads every table, which only a migration needs

    newest = connection.execute(select(change_sets.c.id).order_by(change_sets.c.id.desc()).limit(1)).scalar() or 0
    known = {row.name: row for row in connection.execute(select(journalled_tables_table)).all()}
    for table in journalled_tables():
        shape = fingerprint(table)
        if table.name not in known:
            values = {"name": table.name, "fingerprint": shape, "reshaped_after": newest}
            connection.execute(journalled_tables_table.insert().values(values))
        elif known[table.name].fingerprint != shape:
            connection.execute(
                update(journalled_tables_table)
                .where(journalled_tables_table.c.name == table.name)
                .values(fingerprint=shape, reshaped_after=newest)
            )
    install_triggers(connection, table_ids(connection))


def table_ids(connection: Connection) -> dict[str, int]:
    """The numbers under which the journal knows the tables."""
    rows = connection.execute(select(journalled_tables_table.c.name, journalled_tables_table.c.id)).all()
    return {row.name: row.id for row in rows}
