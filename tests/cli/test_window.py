"""The command line opens the window where no command is named, or says calmly why it cannot."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from smartpns_desktop.app import STORE
from smartpns_desktop.cli import Window, run
from smartpns_desktop.cli.window import has_display
from smartpns_desktop.domain.errors import Outcome
from tests.cli.program import Program, assert_calm, call_process


def opened(data_dir: Path, files: Sequence[str]) -> int:
    (data_dir / "opened.txt").write_text("\n".join(files), encoding="utf-8")
    return 0


def found(data_dir: Path) -> str:
    return f"{len(list(data_dir.iterdir()))} berkas"


def broken(message: str, module: str | None = None) -> Window:
    """A window whose libraries cannot be loaded."""

    def fail(*_: object) -> int:
        raise ModuleNotFoundError(message, name=module) if module else ImportError(message)

    return Window(fail, found)


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


@pytest.mark.usefixtures("display")
def test_without_a_command_the_window_opens_on_the_data_folder(tmp_path: Path) -> None:
    assert run(["--data-dir", str(tmp_path)], Window(opened, found)) == 0
    assert (tmp_path / "opened.txt").read_text(encoding="utf-8") == ""


@pytest.mark.usefixtures("display")
def test_files_without_a_command_are_for_the_window(tmp_path: Path, samples: Path) -> None:
    files = [str(samples / "siasn_profil_asn.xlsx"), str(samples / "riwayat_kursus_siasn.csv")]
    assert run(["--data-dir", str(tmp_path), *files], Window(opened, found)) == 0
    assert (tmp_path / "opened.txt").read_text(encoding="utf-8").splitlines() == files


@pytest.mark.usefixtures("display")
def test_what_is_neither_command_nor_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for strange in ("imprt", str(tmp_path), "tidak-ada.xlsx"):
        assert run(["--data-dir", str(tmp_path), strange], Window(opened, found)) == Outcome.BAD_INPUT
        assert_calm(capsys.readouterr().err.strip())
    assert not (tmp_path / "opened.txt").exists()


@pytest.mark.usefixtures("display")
def test_a_file_that_is_gone_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for gone in (tmp_path / "usb" / "rekap 2026.xlsx", tmp_path / "data.smartpns"):
        assert run(["--data-dir", str(tmp_path / "data.d"), str(gone)], Window(opened, found)) == Outcome.BAD_INPUT
        assert f"Berkas {gone.name} tidak ditemukan" in capsys.readouterr().err
    (tmp_path / "data.e").mkdir()
    assert run(["--data-dir", str(tmp_path / "data.e")], Window(opened, found)) == 0


@pytest.mark.usefixtures("display")
def test_for_json_a_command_must_be_named(smartpns: Program) -> None:
    assert smartpns.refusal() == "argument.unusable"
    assert run(["--json"], Window(opened, found)) == Outcome.BAD_INPUT


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_named_or_always_there(environment: dict[str, str], platform: str, shown: bool) -> None:
    assert has_display(environment, platform) is shown


def test_without_a_display_a_process_says_so_and_makes_nothing(tmp_path: Path) -> None:
    said = call_process(tmp_path, env={"PATH": "", "PYTHONUTF8": "1"})
    assert (said.code, said.out) == (Outcome.FORBIDDEN, "")
    assert_calm(said.err.strip())
    assert not (tmp_path / STORE).exists()


@pytest.mark.usefixtures("display")
@pytest.mark.parametrize(
    ("message", "module", "named"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", None, "libEGL.so.1"),
        ("No module named 'PySide6'", "PySide6", "PySide6"),
        ("No module named 'PySide6.QtWidgets'", "PySide6.QtWidgets", "PySide6"),
    ],
)
def test_a_missing_library_is_named_calmly(
    message: str, module: str | None, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--data-dir", str(tmp_path)], broken(message, module)) == Outcome.FORBIDDEN
    said = capsys.readouterr().err
    assert named in said
    assert_calm(said.strip())


@pytest.mark.usefixtures("display")
def test_a_library_that_windows_refuses_to_load_is_named_with_the_repair(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object) -> int:
        path = str(Path("SmartPNS", "_internal", "PySide6", "QtWidgets.pyd"))
        raise ImportError("DLL load failed while importing QtWidgets: …", name="QtWidgets", path=path)

    assert run(["--data-dir", str(tmp_path)], Window(refused, found)) == Outcome.FORBIDDEN
    said = capsys.readouterr().err.strip()
    assert said.startswith("Berkas program QtWidgets.pyd tidak dapat dimuat")
    assert "pemasang" in said
    assert_calm(said)


@pytest.mark.usefixtures("display")
def test_a_program_without_output_ends_as_calmly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert run(["--data-dir", str(tmp_path), "tidak-ada.xlsx"], Window(opened, found)) == Outcome.BAD_INPUT
    assert run(["--data-dir", str(tmp_path)], Window(opened, found)) == 0


@pytest.mark.usefixtures("display")
@pytest.mark.parametrize(
    ("message", "module"), [("cannot import name 'run' from 'ui.app'", None), ("No module named 'ui.app'", "ui.app")]
)
def test_an_import_of_ours_that_fails_is_a_bug_and_logged(
    message: str, module: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--data-dir", str(tmp_path)], broken(message, module)) == Outcome.FORBIDDEN
    assert "tidak terduga" in capsys.readouterr().err
    assert message.partition("'")[0] in (tmp_path / "logs" / "smartpns.log").read_text(encoding="utf-8")


def test_the_proof_opens_the_window_in_an_empty_folder_and_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    out = tmp_path / "bukti.txt"
    assert run(["--data-dir", str(tmp_path), "self-test", "--out", str(out)], Window(opened, found)) == 0
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines == capsys.readouterr().out.splitlines()
    assert "ok     jendela  0 berkas" in lines


def test_a_proof_that_fails_ends_one_and_names_the_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_data_dir: Path) -> str:
        raise RuntimeError("tidak tampil")

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert run(["--data-dir", str(tmp_path), "self-test"], Window(opened, fail)) == Outcome.SOME_REJECTED
    assert capsys.readouterr().out.splitlines()[-1] == "GAGAL  jendela  RuntimeError: tidak tampil"


def test_a_proof_that_cannot_be_kept_is_told(smartpns: Program, tmp_path: Path) -> None:
    assert smartpns.refusal("self-test", "--out", tmp_path / "tidak ada" / "bukti.txt", code=3) == "folder.not_writable"


def test_the_command_line_stays_without_qt(tmp_path: Path) -> None:
    said = call_process(tmp_path, "--version", env={"PYTHONPROFILEIMPORTTIME": "1", "PATH": ""})
    assert "smartpns_desktop.cli" in said.err
    assert "PySide6" not in said.err


def test_what_is_said_is_utf_8_whatever_the_console_would_like(tmp_path: Path) -> None:
    """As in a cmd of code page 437 or 1252: names are neither refused nor garbled, in lines and in JSON."""
    legacy = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}
    people = tmp_path / "pegawai.csv"
    people.write_text("nip;nama\n199001012015011001;Ni Luh Putu Şükran – ꦗꦮ\n", encoding="utf-8")
    assert call_process(tmp_path, "import", people, env=legacy).code == 0
    assert "Şükran – ꦗꦮ" in call_process(tmp_path, "list", "employees", env=legacy).out
    assert "Şükran – ꦗꦮ" in call_process(tmp_path, "--json", "list", "employees", env=legacy).out
