"""The command that updates the program: it checks anywhere, and installs only where a setup can."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.cli import updating
from smartpns_desktop.cli.output import Output
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.services.updates import UpdateService
from tests.cli.program import Program
from tests.updates import LATEST, Office


@pytest.fixture
def office(app: App, tmp_path: Path) -> Office:
    """An office whose program trusts its updates."""
    made = Office.made(tmp_path / "kantor")
    app.updates = UpdateService(app.database, app.backups, app.preferences, made.program())
    return made


def call(file: Path, *, check: bool = False) -> Call:
    found = Call()
    for name, value in vars(argparse.Namespace(file=file, check=check)).items():
        setattr(found, name, value)
    return found


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_a_check_tells_what_the_file_brings(app: App, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    path = office.update(LATEST)
    assert updating.update(app, call(path, check=True), Output(as_json=True)) is Outcome.DONE
    told = answer(capsys)
    assert told.keys() == {"file", "version", "installed", "date", "size", "news", "started"}
    assert (told["version"], told["installed"], told["date"]) == ("0.3.0", "0.1.0", "2027-03-01")
    assert told["news"] == [
        {"version": "0.3.0", "date": "2027-03-01", "text": "- Anggaran tugas belajar."},
        {"version": "0.2.0", "date": "2026-12-24", "text": "- Komunitas belajar."},
    ]
    assert told["started"] is False
    assert list(app.backups.kept()) == []


def test_a_check_is_told_to_people(app: App, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    updating.update(app, call(office.update(LATEST), check=True), Output(as_json=False))
    assert capsys.readouterr().out.splitlines() == [
        "Berkas sah: SmartPNS 0.3.0, 1 Mar 2027, 0 MB (terpasang 0.1.0).",
        "", "Yang baru di versi 0.3.0:", "- Anggaran tugas belajar.",
        "", "Yang baru di versi 0.2.0:", "- Komunitas belajar.",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="the setup is a shell script")
def test_an_update_names_its_backup_and_opens_no_window(
    app: App, office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert updating.update(app, call(office.update()), Output(as_json=True)) is Outcome.DONE
    told = answer(capsys)
    assert told["started"] is True
    assert [str(it.path) for it in app.backups.kept()] == [told["backup"]]
    assert office.called() == ["/S", "/UPDATE", f"/D={office.folder / 'program'}"]


def test_a_spoilt_file_starts_nothing(app: App, office: Office) -> None:
    path = office.update()
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CannotDo) as refusal:
        updating.update(app, call(path), Output(as_json=True))
    assert refusal.value.code == "update.damaged"
    assert not office.was_called()


def test_a_program_built_without_a_key_says_so(smartpns: Program, tmp_path: Path) -> None:
    path = Office.made(tmp_path / "kantor").update()
    assert smartpns.refusal("update", path, code=3) == "update.no_key"
    assert smartpns.refusal("update", path, "--check", code=3) == "update.no_key"
