"""Making updates: a key that is never replaced, and update files that are the same for the same setup."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from smartpns_desktop.domain.updates import setup_name
from smartpns_desktop.domain.versions import Version
from smartpns_desktop.services.update_files import read_head, setup_chunks
from smartpns_desktop.services.watch import Watch
from tests.updates import CHANGELOG, NEW, OLD, ROOT, Office, maker

SCRIPT = ROOT / "packaging" / "windows" / "update_file.py"


def call(folder: Path, *arguments: str, key: str = "") -> subprocess.CompletedProcess[str]:
    """The script as the person who makes a release types it."""
    environment = {"SMARTPNS_UPDATE_KEY": key} if key else {}
    return subprocess.run(
        (sys.executable, SCRIPT, *arguments), cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_a_key_is_for_its_owner_alone_and_never_replaced(tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    maker.make_key(key)
    made = key.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        maker.make_key(key)
    assert key.read_bytes() == made


def test_the_public_half_says_nothing_of_the_private_one(tmp_path: Path) -> None:
    maker.make_key(tmp_path / "key.pem")
    public = maker.public_key_of(tmp_path / "key.pem")
    assert public.startswith(b"-----BEGIN PUBLIC KEY-----")
    assert b"PRIVATE" not in public
    maker.make_key(tmp_path / "other.pem")
    assert maker.public_key_of(tmp_path / "other.pem") != public


def test_the_same_setup_makes_the_same_file(tmp_path: Path) -> None:
    office = Office.made(tmp_path)
    first = office.update().read_bytes()
    office.update().unlink()
    assert office.update().read_bytes() == first


def test_from_the_key_to_a_file_that_is_taken_by_three_calls(tmp_path: Path) -> None:
    (tmp_path / setup_name(NEW)).write_bytes(b"MZ" + bytes(range(256)) * 9000)
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    assert call(tmp_path, "key", "key.pem").returncode == 0
    public = call(tmp_path, "public", "key.pem").stdout.encode()
    made = call(tmp_path, "make", setup_name(NEW), "--changelog", "CHANGELOG.md", key="key.pem")
    assert (made.returncode, made.stderr) == (0, "")
    path = tmp_path / made.stdout.strip()
    assert path.name == "SmartPNS-0.2.0.smartpns-update"
    head = read_head(path, public, OLD)
    assert head.manifest.minimal_version == OLD
    assert b"".join(setup_chunks(head, Watch())) == (tmp_path / setup_name(NEW)).read_bytes()


def test_without_a_key_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / setup_name(NEW)).write_bytes(b"MZ")
    made = call(tmp_path, "make", setup_name(NEW))
    assert made.returncode == 2
    assert "SMARTPNS_UPDATE_KEY" in made.stderr
    assert [it.name for it in tmp_path.iterdir()] == [setup_name(NEW)]


def test_the_version_is_that_of_the_setups_name() -> None:
    assert maker.version_of(Path("dist", setup_name(Version(3, 20, 100)))) == Version(3, 20, 100)
    for name in ("SmartPNS-setup.exe", "Lain-1.2.3-setup.exe", "SmartPNS-1.2-setup.exe", "1.2.3"):
        with pytest.raises(ValueError, match="is not named like SmartPNS-"):
            maker.version_of(Path(name))


def test_what_cannot_be_made_is_told_without_a_trace(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        Office.made(tmp_path / folder)
    (tmp_path / "one" / "setup.exe").write_bytes(b"MZ")
    for setup, key in (("setup.exe", "key.pem"), (setup_name(NEW), "key.pem"), ("setup.exe", "tidak-ada.pem")):
        made = call(tmp_path / "one", "make", setup, key=key)
        assert made.returncode == 2
        assert "Traceback" not in made.stderr
        assert setup in made.stderr or key in made.stderr


def test_a_changelog_that_is_silent_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Office.made(tmp_path).update(Version(0, 9, 9))
    assert "0.9.9" in capsys.readouterr().err
