"""A sheet's spec finds its columns by field."""

from __future__ import annotations

import pytest

from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec

SPEC = SheetSpec("employees", "Pegawai", (Column("nip", "NIP", kind=CellKind.ID), Column("name", "NAMA")), ("nip",))


def test_a_column_is_found_by_its_field() -> None:
    assert SPEC.column("nip").kind is CellKind.ID
    assert SPEC.column("name").heading == "NAMA"
    assert SPEC.column("name").kind is CellKind.TEXT


def test_an_unknown_field_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="grade"):
        SPEC.column("grade")
