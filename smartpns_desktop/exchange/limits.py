"""How large a file may be before it is refused, so that none can exhaust an office computer's memory."""

from __future__ import annotations

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.workbooks import LIMITS

MEGABYTE = 1024 * 1024

FILE_BYTES = 200 * MEGABYTE
"""Size of a file on disk."""
ARCHIVE_PARTS = 10_000
"""Parts of a zipped workbook."""
ARCHIVE_BYTES = 1024 * MEGABYTE
"""All parts together, inflated; 100,000 rows of 60 columns take about 400 MB."""
PART_BYTES = 600 * MEGABYTE
"""One sheet, inflated; at some 15 bytes for the shortest cell this bounds the number of cells too."""
SIDE_PART_BYTES = 300 * MEGABYTE
"""Any part that is not a sheet (shared strings, styles, pictures), inflated."""
CELLS = 20_000_000
"""Rows times columns of the area that a sheet fills: readers hold it whole, each cell in some 40 bytes."""
TEXT_BYTES = 100 * MEGABYTE
"""A web page or an XML workbook, which is held whole; 100,000 rows of 20 columns take about 60 MB."""
PROTECTED_XLS_BYTES = 24 * MEGABYTE
"""An .xls with a password: taking it off needs some twenty times its size."""
CELLS_OF_XLS = CELLS // 2
"""The same for all sheets of an .xls together: its reader holds them at once, values and formulas apart."""
LAST_ROW = 1_048_576
"""The last row that a sheet can have in any program that we know of."""
ROW_BYTES = 64 * MEGABYTE
"""One row of a sheet's XML."""


def too_large(file_name: str, measure: str, limit: int) -> CannotDo:
    """The refusal of a file beyond a limit, read or written.

    `measure` is a key of `words.workbooks.LIMITS`; the fact `limit` is ready to be shown: "200 MB".
    """
    number = limit // MEGABYTE if measure in ("file", "content") else limit
    shown = LIMITS[measure].format(number=f"{number:,}".replace(",", "."))
    return CannotDo("file.too_large", path=file_name, limit=shown)
