"""What a start needs before anything else loads: whether Windows and the program's files will do, and a way to say so.

Only the standard library's smallest parts are used here: whatever else may be what is missing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from smartpns_desktop.words import starting as words

OLDEST_WINDOWS = 17763
"""Build number of Windows 10 version 1809, the oldest on which Qt 6 runs."""
LIST = "files.json"
"""The shipped files in `resources/`: path from the program's folder, with `/`, to size in bytes; not kept in source."""


def hindrance() -> str | None:
    """Why the installed program must not go on, in words; `None` where nothing hinders, and always in source."""
    if not hasattr(sys, "frozen"):
        return None
    if is_too_old(sys.platform, windows_build()):
        return words.OLD_WINDOWS
    import resources

    return told(list(faults(Path(sys.executable).parent, Path(resources.__file__ or "").with_name(LIST))))


def windows_build() -> int:
    """The build number of this Windows; 0 elsewhere."""
    build = 0
    if sys.platform == "win32":
        build = sys.getwindowsversion().build
    return build


def is_too_old(platform: str, build: int) -> bool:
    """Whether a system is a Windows that Qt does not run on."""
    return platform == "win32" and build < OLDEST_WINDOWS


def faults(home: Path, listed: Path) -> Iterator[tuple[str, bool]]:
    """Shipped files that are not in `home` as the list says: path, and whether there is a file of that name at all.

    Of programs only the presence counts: signing them changes their size.
    """
    import json

    try:
        sizes: dict[str, int] = json.loads(listed.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        yield LIST, listed.exists()
        return
    folders: dict[str, dict[str, int]] = {}
    for path, size in sizes.items():
        folder, _, name = path.rpartition("/")
        if folder not in folders:
            folders[folder] = _sizes_in(home / folder)
        found = folders[folder].get(name)
        if found is None or (found != size and not name.endswith(".exe")):
            yield path, found is not None


def _sizes_in(folder: Path) -> dict[str, int]:
    """Sizes of the files in a folder; Windows tells them with the names, without opening a file."""
    try:
        with os.scandir(folder) as entries:
            return {it.name: it.stat().st_size for it in entries if it.is_file()}
    except OSError:
        return {}


def told(found: list[tuple[str, bool]]) -> str | None:
    """What is wrong with the shipped files and how to repair it; `None` where nothing is."""
    if not found:
        return None
    path, stands = found[0]
    sentences = [(words.ALTERED_FILE if stands else words.MISSING_FILE).format(path=path)]
    if len(found) > 1:
        sentences.append(words.FURTHER_FILES.format(count=len(found) - 1))
    return " ".join([*sentences, words.REPAIR])


def tell(sentence: str) -> None:
    """Say something where the user sees it: standard error, or a plain message where a program has none."""
    # The window's program has neither output nor errors on Windows, whatever the type says.
    if getattr(sys, "stderr", None) is not None:
        print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - the one place below the command line
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, "SmartPNS", 0x30)
