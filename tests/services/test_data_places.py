"""Which folder is the data folder, what it is called, and that a shared one can be written by all who share it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from smartpns_desktop.services.data_places import (
    PORTABLE_MARK,
    SHARED_MARK,
    STORE,
    Place,
    default_data_dir,
    is_synchronised,
    own_dir,
    place_of,
    share_with_group,
)
from smartpns_desktop.words import data_places as words
from tests.cli.program import ROOT, assert_calm, call_process, command

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system itself names the common folder")
posix = pytest.mark.skipif(sys.platform == "win32", reason="on Windows a file has the rights of its folder")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installed program, this process being it; data folders lie in the test's own."""
    folder = tmp_path / "Program Kepegawaian é"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "SmartPNS.exe"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "common"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    return folder


def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "common" / "SmartPNS"
    folder.mkdir(parents=True)
    (folder / SHARED_MARK).touch()
    return folder


@linux
def test_without_a_mark_the_data_are_the_accounts_own(program: Path, tmp_path: Path) -> None:
    (tmp_path / "common" / "SmartPNS").mkdir(parents=True)
    assert default_data_dir() == own_dir() == tmp_path / "own" / "SmartPNS"
    assert place_of(default_data_dir()) is Place.OWN
    assert program.is_dir()


@linux
@pytest.mark.usefixtures("program")
def test_a_marked_common_folder_is_everybodys(tmp_path: Path) -> None:
    folder = shared(tmp_path)
    assert default_data_dir() == folder
    assert place_of(folder) is Place.SHARED


@linux
def test_a_mark_beside_the_program_counts_most(program: Path, tmp_path: Path) -> None:
    shared(tmp_path)
    (program / PORTABLE_MARK).touch()
    assert default_data_dir() == program / "data"
    assert place_of(program / "x" / ".." / "data") is Place.PORTABLE
    assert place_of(tmp_path) is Place.CHOSEN


@linux
def test_from_source_no_mark_beside_python_counts(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program / PORTABLE_MARK).touch()
    monkeypatch.delattr(sys, "frozen")
    assert default_data_dir() == own_dir()


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial"])
def test_a_folder_in_the_cloud_is_known(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for other in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        monkeypatch.delenv(other, raising=False)
    assert not is_synchronised(tmp_path / "Documents" / "SmartPNS")
    monkeypatch.setenv(name, str(tmp_path))
    assert is_synchronised(tmp_path / "Documents" / "SmartPNS")
    assert not is_synchronised(tmp_path.parent)


def test_every_place_has_its_words() -> None:
    names = {place.value for place in Place}
    assert words.PLACES.keys() == words.MEANING.keys() == names
    for sentence in (*words.MEANING.values(), words.SYNCHRONISED):
        assert_calm(sentence)


@posix
def test_what_is_made_in_a_folder_of_a_group_may_be_written_by_it(tmp_path: Path) -> None:
    folder, source = tmp_path / "shared", tmp_path / "pegawai.csv"
    folder.mkdir()
    folder.chmod(0o2770)
    source.write_text("nip;nama\n199001012015011001;Contoh Satu\n", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    told = call_process(folder, "import", source, umask=0o022)
    assert told.code == 0, told
    attached = ("attach", "employees", tmp_path / "a.pdf", "--where", "nip=199001012015011001")
    assert call_process(folder, *attached, umask=0o022).code == 0
    assert call_process(folder, "backup", umask=0o022).code == 0
    made = [folder / STORE, *(it for it in folder.rglob("*") if it.is_dir() or "attachments" in it.parts)]
    assert len(made) >= 5
    closed = [path.relative_to(folder) for path in made if not path.stat().st_mode & stat.S_IWGRP]
    assert not closed


@posix
def test_beside_an_open_shared_store_its_log_may_be_written_too(tmp_path: Path) -> None:
    tmp_path.chmod(0o2770)
    story = (
        "import sys, os\nfrom pathlib import Path\n"
        "from smartpns_desktop.app import open_app\n"
        "from smartpns_desktop.services.data_places import share_with_group\n"
        "share_with_group(Path(sys.argv[1]))\n"
        "app = open_app(Path(sys.argv[1]))\n"
        "print(*(oct(p.stat().st_mode & 0o060) for p in sorted(Path(sys.argv[1]).glob('data.smartpns*'))))\n"
        "app.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", story, tmp_path], cwd=ROOT, umask=0o022, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0o60"] * 3


@posix
def test_ones_own_folder_stays_ones_own(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        tmp_path.chmod(0o700)
        share_with_group(tmp_path)
        share_with_group(tmp_path / "not there")
        assert os.umask(0o022) == 0o022
        tmp_path.chmod(0o770)
        share_with_group(tmp_path)
        assert os.umask(0o022) == 0o002
    finally:
        os.umask(before)


def test_a_folder_that_cannot_be_made_is_named_calmly(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("in the way", encoding="utf-8")
    said = call_process(tmp_path / "berkas" / "data", "check")
    assert said.code == 3
    assert str(tmp_path / "berkas" / "data") in said.err
    assert_calm(said.err.strip())


@linux
def test_the_check_tells_where_the_data_are(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "none")}
    call = [it for it in command(tmp_path, "--json", "check") if it not in ("--data-dir", str(tmp_path))]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert '"place": "own"' in done.stdout
    assert str(tmp_path / "SmartPNS") in done.stdout
