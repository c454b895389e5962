"""How a workbook of ours comes to be: XlsxWriter's, whole or not at all, locked where a password is given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from smartpns_desktop.exchange.new_files import new_file
from smartpns_desktop.exchange.passwords import lock


@contextmanager
def new_workbook(path: Path, *, constant_memory: bool = False, password: str = "") -> Iterator[Workbook]:
    """An XlsxWriter workbook that comes to be as `new_file` says; texts stay texts, however they begin.

    With a password nobody reads it without that.
    """
    options = {
        "constant_memory": constant_memory,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with new_file(path) as draft:
        workbook = Workbook(str(draft), {**options, "tmpdir": str(draft.parent)})
        try:
            yield workbook
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            _release(workbook)
        if password:
            lock(draft, password)


def _release(workbook: Workbook) -> None:
    """Closes the scratch files of rows, which a file system may refuse to delete while they are open."""
    for worksheet in workbook.worksheets():
        scratch: IO[str] | None = getattr(worksheet, "row_data_fh", None)
        if scratch is not None:
            with suppress(OSError):
                scratch.close()
