"""The floor of every import: the same cells read and inserted bare."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from python_calamine import CalamineWorkbook

from measuring.people import HEADINGS


def plain_table(file: Path, store: Path) -> None:
    """All cells of a workbook of people, as quickly as anything reads them, as text in one plain table."""
    _, *rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    with sqlite3.connect(store) as connection:
        connection.execute(f"CREATE TABLE plain ({', '.join(f'c{place} TEXT' for place in range(len(HEADINGS)))})")
        connection.executemany(f"INSERT INTO plain VALUES ({', '.join('?' * len(HEADINGS))})", rows)
