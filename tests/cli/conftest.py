"""What the tests of the command line share: the program on a fresh store, and on a store with the sample files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from smartpns_desktop.app import STORE, open_app
from tests.cli.program import Program

CITY = (
    "siasn_profil_asn.xlsx",
    "riwayat_kursus_siasn.csv",
    "usulan_kebutuhan_tb_diskominfo.xlsx",
    "usulan_kebutuhan_tb_dpuprk.xlsx",
)
"""The sample files of which the store `city` is made; they are change sets 2 to 5."""


@pytest.fixture
def smartpns(fresh_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program on a store that holds nothing but its reference data."""
    return _on_copy(fresh_store, tmp_path, capsys)


@pytest.fixture(scope="session")
def city_store(fresh_store: Path, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store that holds the good rows of the sample files."""
    folder = tmp_path_factory.mktemp("city")
    shutil.copy(fresh_store, folder / STORE)
    app = open_app(folder, "penguji")
    for name in CITY:
        app.imports.apply(app.imports.plan(samples / name), good_rows_only=True)
    app.close()
    return folder / STORE


@pytest.fixture
def city(city_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program on a store that holds the good rows of the sample files."""
    return _on_copy(city_store, tmp_path, capsys)


def _on_copy(store: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    data = folder / "data"
    data.mkdir()
    shutil.copy(store, data / STORE)
    return Program(data, capsys)
