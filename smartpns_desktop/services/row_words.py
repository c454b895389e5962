"""Rows of any table in words: what a row is called, and what its fields say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db import Reader
from db.queries import trail as queries
from smartpns_desktop.services.trail import NAMING, kind_of, spoken
from smartpns_desktop.words.figures import show_rupiah
from smartpns_desktop.words.labels import show_value
from smartpns_desktop.words.reasons import field_named
from smartpns_desktop.words.trail import THINGS, gone


class RowWords:
    """Looks the names up that keys and codes stand for, each once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[tuple[str, str, Any], str] = {}

    def value(self, table: str, field: str, value: Any) -> str:
        """A field's value as people read it; empty where nothing is told."""
        if value is None or value == "":
            return ""
        if field.startswith("amount_"):
            return show_rupiah(value)
        if field.endswith(("_id", "_code")):
            return self._named(table, field, value)
        return show_value(kind_of(table), field, value)

    def label(self, table: str, field: str) -> str:
        """What a field is called."""
        return field_named(kind_of(table), field)

    def thing(self, table: str, row: Mapping[str, Any]) -> str:
        """What a row is called: "Riwayat golongan III/c, 1 Apr 2020"."""
        naming = NAMING.get(table, "name")
        told = (self.value(table, name, row.get(name)) for name in (naming, _dated(row)))
        return f"{THINGS.get(table, table)} {', '.join(filter(None, told))}".strip()

    def _named(self, table: str, field: str, value: Any) -> str:
        key = (table, field, value)
        if key not in self._known:
            named = queries.names_of(self._reader, table, field, [value]).get(value)
            self._known[key] = (
                spoken(field, named) if named else (gone(value) if isinstance(value, int) else self._coded(*key))
            )
        return self._known[key]

    @staticmethod
    def _coded(table: str, field: str, code: str) -> str:
        """A code for which no table has a name: in words where there are some."""
        return show_value(kind_of(table), field, code)


def _dated(row: Mapping[str, Any]) -> str:
    return next((name for name in ("effective_date", "start_date", "year") if row.get(name) is not None), "")
