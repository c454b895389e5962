"""Exporting 100,000 employees to a workbook, against writing the same cells with the bare library."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from measuring.ratios import Run, compared, in_turn, tell, timed
from measuring.stores import with_employees
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from smartpns_desktop.app import App

PEOPLE = 100_000
ROUNDS = 3

Rows = Sequence[Sequence[object]]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = with_employees(Path(folder), PEOPLE)
        measure(app, Path(folder))
        app.close()


def measure(app: App, folder: Path) -> None:
    """Three rounds of: our export, then the cells that it wrote, bare."""
    out = folder / "out.xlsx"
    app.exports.export("employees", out)
    cells: Rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    ours, floor = in_turn(
        ROUNDS,
        lambda: Run(timed(lambda: app.exports.export("employees", out))),
        lambda: Run(timed(lambda: write_bare(folder / "bare.xlsx", cells))),
    )
    tell([compared(f"export of {PEOPLE:,} employees", ours, floor, 1.3)])


def write_bare(path: Path, rows: Rows) -> None:
    """Text as text and numbers as numbers, row by row in constant memory; empty cells are not written."""
    with Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Pegawai")
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell == "":
                    continue
                if isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                else:
                    sheet.write_number(number, place, cell)


if __name__ == "__main__":
    main()
