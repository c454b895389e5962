"""A list of sums tells every file that is not what it was when the list was made."""

from __future__ import annotations

from pathlib import Path

import hashes
import pytest


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """The list of a setup and of an update file beside it."""
    setup, update = tmp_path / "SmartPNS-1.2.3-setup.exe", tmp_path / "SmartPNS-1.2.3.smartpns-update"
    setup.write_bytes(b"setup")
    update.write_bytes(b"update")
    return hashes.written(setup, update)


def test_a_list_lies_beside_its_setup_in_the_form_of_sha256sum(listed: Path) -> None:
    assert listed.name == "SmartPNS-1.2.3-setup.sha256.txt"
    first, second = listed.read_bytes().decode().splitlines()
    assert first == f"{hashes.sha256(listed.with_name('SmartPNS-1.2.3-setup.exe'))} *SmartPNS-1.2.3-setup.exe"
    assert second.endswith(" *SmartPNS-1.2.3.smartpns-update")
    assert hashes.faults(listed) == []


def test_a_changed_and_a_missing_file_are_told(listed: Path) -> None:
    listed.with_name("SmartPNS-1.2.3-setup.exe").write_bytes(b"Setup")
    listed.with_name("SmartPNS-1.2.3.smartpns-update").unlink()
    changed, missing = hashes.faults(listed)
    assert "SmartPNS-1.2.3-setup.exe has the sum" in changed
    assert missing == "SmartPNS-1.2.3.smartpns-update is missing"


@pytest.mark.parametrize("line", ["", "0" * 64, f"{'0' * 64} *../setup.exe"])
def test_a_list_that_proves_nothing_does_not_pass(line: str, tmp_path: Path) -> None:
    (tmp_path / "setup.exe").write_bytes(b"setup")
    listed = tmp_path / "inside" / "list.txt"
    listed.parent.mkdir()
    listed.write_text(f"{line}\n" if line else "", encoding="utf-8")
    assert hashes.faults(listed)


def test_the_command_line_makes_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "setup.exe"
    file.write_bytes(b"setup")
    assert hashes.main(["make", str(file)]) == 0
    listed = capsys.readouterr().out.strip()
    assert hashes.main(["check", listed]) == 0
    file.write_bytes(b"other")
    assert hashes.main(["check", listed]) == 1
    assert hashes.main(["check"]) == hashes.main([]) == 2
