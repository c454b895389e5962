"""What the search for leaks finds in a built program, and what it lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from leaks import leaks

SHIM = b"MZ, the shim itself"


@pytest.fixture
def shims(tmp_path: Path) -> Path:
    folder = tmp_path / "shims"
    folder.mkdir()
    (folder / "icuuc.dll").write_bytes(SHIM)
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program" / "_internal"
    folder.mkdir(parents=True)
    (folder / "sqlite3.dll").write_bytes(b"MZ, a library of ours")
    (folder / "icuuc.txt").write_bytes(b"not a library")
    return folder.parent


def test_a_clean_program_has_none(program: Path, shims: Path, tmp_path: Path) -> None:
    assert leaks(program, shims, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("icuuc.dll", b"MZ, another build of it", "belongs to Windows, or to the test prefix"),
        ("IcuUC.dll", b"MZ, another build of it", "belongs to Windows, or to the test prefix"),
        ("ucrtbase.dll", b"MZ", "belongs to Windows, or to the test prefix"),
        ("harmless.dll", SHIM, "is a shim of the test prefix"),
        ("kernel32.dll", b"MZ....Wine builtin DLL....", "is Wine's"),
        ("user32.dll", b"MZ....Wine placeholder DLL....", "is Wine's"),
    ],
)
def test_what_does_not_belong_there_is_named(program: Path, shims: Path, name: str, content: bytes, fault: str) -> None:
    (program / "_internal" / name).write_bytes(content)
    assert leaks(program, shims) == [f"_internal/{name}: {fault}"]


@pytest.mark.parametrize(
    "written",
    [
        b"/home/maker/smartpns",
        b"Z:\\home\\maker\\smartpns",
        "Z:\\home\\maker\\smartpns".encode("utf-16-le"),
    ],
)
def test_a_folder_of_the_machine_is_found_however_it_is_written(program: Path, shims: Path, written: bytes) -> None:
    (program / "_internal" / "base_library.zip").write_bytes(b"PK" + written + b"\0")
    assert leaks(program, shims, Path("/home/maker/smartpns")) == [
        "_internal/base_library.zip: names /home/maker/smartpns"
    ]
    assert leaks(program, shims, Path("/home/someone")) == []
