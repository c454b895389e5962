"""Statements that SQLAlchemy compiled for one store, kept for the stores of all other tests."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

_MOST = 3_000
"""Statements that are kept; then it begins anew."""


class Statements(dict[tuple[Any, ...], Any]):
    """Compiled statements by all that tells them apart but the dialect: each store has one of its own, all alike."""

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        if len(self) >= _MOST:
            self.clear()
        super().__setitem__(key[1:], compiled)


_KEPT = Statements()


def share(connection: Connection) -> None:
    """Let a connection compile nothing that another one has compiled; a small test would do little else."""
    connection.execution_options(compiled_cache=_KEPT)
