"""A Windows in a folder, as far as it can be told without Wine: its paths, what is handed on, what is kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import wine
from wine import Done, Prefix

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Windows needs no Wine")


@pytest.fixture
def prefix(tmp_path: Path) -> Prefix:
    return Prefix(tmp_path, "Désy Nur'aini", ("icuuc",))


def test_paths_on_drive_c_and_beside_it(prefix: Prefix, tmp_path: Path) -> None:
    assert prefix.windows(prefix.local / "SmartPNS") == "C:\\users\\Désy Nur'aini\\AppData\\Local\\SmartPNS"
    assert prefix.windows(tmp_path / "out") == "Z:" + str(tmp_path / "out").replace("/", "\\")


def test_lines_are_ours_and_bytes_are_theirs() -> None:
    done = Done(0, "satu é\r\ndua\r\n".encode())
    assert done.text == "satu é\ndua\n"
    assert done.raw.count(b"\r\n") == 2


def test_one_that_was_made_is_opened_again(prefix: Prefix) -> None:
    kept = {"user": prefix.user, "shims": list(prefix.shims)}
    (prefix.path / wine.KEPT).write_text(json.dumps(kept), encoding="utf-8")
    assert Prefix.opened(prefix.path) == prefix


def test_a_program_gets_nothing_of_ours_but_what_it_is_given(
    prefix: Prefix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "wine").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nenv\nexit 7\n', encoding="utf-8")
    (tools / "wine").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    monkeypatch.setenv("PYTHONPATH", "ours")
    done = prefix.run(prefix.drive / "a b.exe", "--data-dir", tmp_path, env={"QT_SCALE_FACTOR": "2"})
    lines = done.text.splitlines()
    assert done.code == 7
    assert lines[:3] == ["C:\\a b.exe", "--data-dir", prefix.windows(tmp_path)]
    assert {"WINEQT_SCALE_FACTOR=2", f"WINEPREFIX={tmp_path}", "USER=Désy Nur'aini"} <= set(lines)
    assert f"FONTCONFIG_FILE={tmp_path / wine.FONTS}" in lines
    assert not [line for line in lines if line.startswith(("PYTHONPATH", "QT_"))]


def test_of_the_fonts_of_this_machine_those_of_the_trial_are_seen(tmp_path: Path) -> None:
    told = ElementTree.fromstring(wine.only(("liberation", "é & dejavu"), tmp_path / "a & b"))
    folders = ["/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/é & dejavu"]
    assert [it.text for it in told.findall("dir")] == folders
    assert told.findtext("cachedir") == str(tmp_path / "a & b")


def test_what_takes_too_long_is_stopped(prefix: Prefix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, line in (("wine", "echo begun; exec sleep 30"), ("wineserver", "exit 0")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    done = prefix.run("endless.exe", seconds=0.5)
    assert (done.code, done.text) == (wine.TIMED_OUT, "begun\n")
