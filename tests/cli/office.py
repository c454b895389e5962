"""Another office program, LibreOffice, as the one who opens our workbooks and saves them again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def save_as(source: Path, ending: str, folder: Path) -> Path:
    """Open a file, save it in another format into a folder of its own and tell where it is."""
    (made,) = save_all_as([source], ending, folder).values()
    return made


def save_all_as(sources: Iterable[Path], ending: str, folder: Path) -> dict[str, Path]:
    """Save several files in another format, the program being started once; where they are, by their stems.

    The user profile is the test's own, so that no office program that is running is disturbed.
    """
    assert SOFFICE is not None
    out = folder / f"{ending}-{len(list(folder.iterdir()))}"
    subprocess.run(
        [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         "--convert-to", _FILTERS.get(ending, ending), "--outdir", str(out), *map(str, sources)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return {made.stem: made for made in out.iterdir()}


_FILTERS = {"csv": "csv:Text - txt - csv (StarCalc):59,34,76,1"}
"""Semicolons, quotation marks, UTF-8, from the first line on, values as they are shown."""
