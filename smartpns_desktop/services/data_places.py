"""Where the data live: beside the program, in a folder that the computer's accounts share, or in the account's own."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from platformdirs import site_data_path, user_data_path

STORE = "data.smartpns"
"""Name of the store in a data folder."""
PORTABLE_MARK = "portable.txt"
"""A file of this name beside the program keeps the data in `data` beside it, on a stick for example."""
SHARED_MARK = "data-bersama.txt"
"""A file of this name in the computer's common folder makes that the data folder of every account."""
_CLOUDS = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


class Place(StrEnum):
    """What a data folder is to the people at this computer."""

    PORTABLE = "portable"
    SHARED = "shared"
    OWN = "own"
    CHOSEN = "chosen"


def default_data_dir() -> Path:
    """Where the program keeps its data if nobody says otherwise: the first place that is meant to be used.

    Never a folder of documents, which Windows may keep in the cloud.
    """
    return next(folder for _place, folder in _places())


def place_of(data_dir: Path) -> Place:
    """What a data folder is."""
    wanted = data_dir.resolve()
    return next((place for place, folder in _places() if folder.resolve() == wanted), Place.CHOSEN)


def own_dir() -> Path:
    """The account's own data folder, used or not."""
    return user_data_path("SmartPNS", appauthor=False)


def left_behind(data_dir: Path) -> Path | None:
    """The store that the account worked with before it shared a folder with others; `None` where there is none."""
    store = own_dir() / STORE
    return store if place_of(data_dir) is Place.SHARED and store.is_file() else None


def _places() -> Iterator[tuple[Place, Path]]:
    """The places that are meant to be used, the one that counts first."""
    beside = _program_dir()
    if beside is not None and (beside / PORTABLE_MARK).is_file():
        yield Place.PORTABLE, beside / "data"
    shared = site_data_path("SmartPNS", appauthor=False)
    if (shared / SHARED_MARK).is_file():
        yield Place.SHARED, shared
    yield Place.OWN, own_dir()


def _program_dir() -> Path | None:
    """The folder of the program that was installed or copied; `None` for one that runs from source."""
    return Path(sys.executable).parent if hasattr(sys, "frozen") else None


def is_synchronised(folder: Path) -> bool:
    """Whether a folder lies in one that Windows keeps in the cloud, where a living store would be torn apart."""
    clouds = (Path(value).resolve() for name in _CLOUDS if (value := os.environ.get(name)))
    return any(folder.resolve().is_relative_to(cloud) for cloud in clouds)


def share_with_group(data_dir: Path) -> None:
    """From now on what this process makes may be written by a folder's group, where its group may write the folder.

    On Windows nothing is to be done: there a file has the rights of its folder.
    """
    if sys.platform != "win32" and data_dir.is_dir() and data_dir.stat().st_mode & stat.S_IWGRP:
        os.umask(os.umask(0o077) & ~stat.S_IRWXG)


def make_store_file(store: Path) -> None:
    """Make a new store's file as open as its folder; SQLite would keep it from the group, whatever was said above."""
    if store.exists():
        return
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        store.touch()
    except OSError:
        # Why it cannot be made is for the store to tell.
        return
