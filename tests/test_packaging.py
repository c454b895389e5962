"""The proof of a built program fails for everything that would fail far away from the source tree."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the programs of these tests are shell scripts")

PASSES = 'echo "ok  impor" > proof.txt'


@pytest.fixture
def proof() -> ModuleType:
    spec = importlib.util.spec_from_file_location("proof_under_test", ROOT / "packaging" / "proof.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def built(folder: Path, *lines: str) -> Path:
    """A program that does what the lines say, in the folder to which it was moved."""
    face = folder / "SmartPNS" / "smartpns-cli"
    face.parent.mkdir()
    face.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    face.chmod(0o755)
    return face.parent


def test_a_sound_program_is_moved_proved_and_brought_back(
    proof: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program = built(tmp_path, PASSES, 'echo "at $0 with $HOME$PYTHONPATH$VIRTUAL_ENV: $*"')
    assert proof.main(program) == 0
    place, _, rest = capfd.readouterr().out.partition(" with ")
    assert " " in place.removeprefix("at ")
    assert "é" in place
    assert str(tmp_path) not in place
    assert rest.startswith(": --data-dir")
    assert (program / "smartpns-cli").exists()


@pytest.mark.parametrize(
    "lines",
    [
        (PASSES, "exit 1"),
        ("exit 0",),
        ('echo "GAGAL  jendela" > proof.txt',),
        (PASSES, f'echo "1: find library=libx.so; trying file={ROOT}/.venv/libx.so" > libraries.1'),
    ],
)
def test_a_program_that_fails_somewhere_fails_the_proof(
    proof: ModuleType, tmp_path: Path, lines: tuple[str, ...]
) -> None:
    program = built(tmp_path, *lines)
    assert proof.main(program) == 1
    assert (program / "smartpns-cli").exists()


def test_what_was_looked_for_in_the_source_tree_is_named(
    proof: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    proof.main(built(tmp_path, PASSES, f'echo "7: trying file={ROOT}/.venv/libx.so" > libraries.7'))
    assert f"trying file={ROOT}/.venv/libx.so" in capfd.readouterr().out
