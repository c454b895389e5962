"""The program as it is installed: what it knows of itself, and how it calls a setup."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from smartpns_desktop import __version__
from smartpns_desktop.services.installation import Installation, command_line
from tests.updates import NEW, OLD, Office


def test_from_source_it_knows_its_version_and_has_no_folder_of_its_own() -> None:
    program = Installation.present()
    assert str(program.version) == __version__
    assert program.folder is None
    assert program.obstacle() == "update.not_installed"
    assert "# Changelog" in program.changelog
    assert all(it.version <= program.version for it in program.releases)


def test_its_releases_are_those_up_to_its_own_version(tmp_path: Path) -> None:
    office = Office.made(tmp_path / "kantor")
    assert [it.version for it in office.program(NEW).releases] == [NEW, OLD]


def test_a_folder_that_may_be_written_is_no_obstacle_and_stays_as_it_was(tmp_path: Path) -> None:
    office = Office.made(tmp_path / "kantor")
    assert office.program().obstacle() == ""
    assert list((office.folder / "program").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="one line there, a list here")
def test_the_folder_is_the_last_argument_as_it_is() -> None:
    call = command_line(Path("/tmp/setup.exe"), ("/S", "/UPDATE"), Path("/home/Siti Nurhaliza/Program é"))
    assert call == ["/tmp/setup.exe", "/S", "/UPDATE", "/D=/home/Siti Nurhaliza/Program é"]


@pytest.mark.skipif(sys.platform != "win32", reason="a list here, one line there")
def test_the_folder_is_never_quoted() -> None:
    call = command_line(Path("C:/Users/Siti N/setup.exe"), ("/S",), Path("C:/Program Files/SmartPNS"))
    assert call == '"C:\\Users\\Siti N\\setup.exe" /S /D=C:\\Program Files\\SmartPNS'
