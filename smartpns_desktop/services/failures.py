"""The store's own errors in the user's terms; the one place that knows both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db import errors
from smartpns_desktop.domain.errors import CannotDo, Outcome

_CODES: dict[type[errors.StoreError], tuple[str, Outcome]] = {
    errors.StoreLocked: ("store.locked", Outcome.FORBIDDEN),
    errors.StoreReadOnly: ("store.read_only", Outcome.FORBIDDEN),
    errors.StoreFull: ("disk.full", Outcome.FORBIDDEN),
    errors.StoreUnreachable: ("store.unreachable", Outcome.FORBIDDEN),
    errors.StoreNewer: ("store.newer", Outcome.FORBIDDEN),
    errors.StoreDamaged: ("store.damaged", Outcome.BAD_INPUT),
    errors.StoreForeign: ("store.not_ours", Outcome.BAD_INPUT),
    errors.StoreMissing: ("store.missing", Outcome.BAD_INPUT),
    errors.BackupDiffers: ("backup.differs", Outcome.FORBIDDEN),
}


@contextmanager
def folder_named(folder: Path) -> Iterator[None]:
    """Where a store is opened: a folder that cannot be written is told by its name."""
    try:
        yield
    except errors.StoreReadOnly as error:
        raise CannotDo("store.read_only", Outcome.FORBIDDEN, path=folder) from error


def known(error: BaseException) -> CannotDo | None:
    """The calm form of an error that is the world's fault or the input's; `None` for a bug of ours."""
    if isinstance(error, CannotDo):
        return error
    for kind, (code, outcome) in _CODES.items():
        if isinstance(error, kind):
            return CannotDo(code, outcome)
    return None
