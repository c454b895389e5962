"""How mergers that were made before agencies had successors are understood."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db import Database, migrate
from db.sqlite.connection import open_engine

ROWS = (
    (
        "INSERT INTO agencies (id, uuid, code, name, name_key, kind, closed_on) VALUES "
        "(1, 'a', 'A', 'Dinas A', 'dinas a', 'agency', '2024-01-01'), "
        "(2, 'b', 'B', 'Dinas B', 'dinas b', 'agency', NULL)"
    ),
    # A was once called Kantor A; both its names were handed on to B, which itself was once called Kantor B.
    (
        "INSERT INTO agency_names VALUES (1, 'n1', 1, 'Kantor A', 'kantor a', '2020-01-01'), "
        "(2, 'n2', 2, 'Kantor B', 'kantor b', '2021-01-01'), (3, 'n3', 2, 'Dinas A', 'dinas a', '2024-01-01'), "
        "(4, 'n4', 2, 'Kantor A', 'kantor a', '2020-01-01')"
    ),
)


def test_names_that_came_with_a_merger_are_no_names_of_the_past(tmp_path: Path) -> None:
    path = tmp_path / "data.smartpns"
    engine = open_engine(path, busy_seconds=0.2)
    migrate.upgrade_to(engine, "0010")
    with engine.begin() as connection:
        for statement in ROWS:
            connection.exec_driver_sql(statement)
    engine.dispose()
    with closing(Database(path)) as database:
        database.upgrade()
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT agency_id, name, used_until FROM agency_names ORDER BY id").fetchall()
        went = connection.execute("SELECT agency_id, successor_id, effective_date FROM agency_successors").fetchall()
    assert names == [
        (1, "Kantor A", "2020-01-01"), (2, "Kantor B", "2021-01-01"), (2, "Dinas A", None), (2, "Kantor A", None),
    ]  # fmt: skip
    assert went == [(1, 2, "2024-01-01")]
