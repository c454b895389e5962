"""What can go wrong with the store through no fault of the program."""

from __future__ import annotations


class StoreError(Exception):
    """A condition of the world around the store; the services tell it to the user in words."""


class StoreLocked(StoreError):
    """Another program is writing and did not finish within the waiting time."""


class StoreReadOnly(StoreError):
    """The file or its folder may not be written."""


class StoreFull(StoreError):
    """The disk has no room left; the transaction was undone."""


class StoreUnreachable(StoreError):
    """The disk did not answer: a stick was pulled out, a share went away."""


class StoreDamaged(StoreError):
    """The file is no SQLite database, or its pages contradict each other."""


class StoreNewer(StoreError):
    """A newer version of the program has migrated the store; it is left untouched."""


class StoreForeign(StoreError):
    """The file is a database, but not one of ours."""


class StoreMissing(StoreError):
    """There is no file where one was expected."""


class BackupDiffers(StoreError):
    """A fresh copy was opened again and did not hold what the original holds."""
