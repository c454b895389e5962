"""Building the Windows program by Windows' own PyInstaller, and that every file which must ship is in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from wine import Prefix

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "build.spec"
FACES = ("SmartPNS.exe", "smartpns-cli.exe")
INSIDE = "_internal"
# What the benchmark of the start runs: made with the rest, left where it is made.
MEASURED = ("first_paint.exe", "empty_window.exe")
# What the program reads as files: all of it ships, byte for byte.
SHIPPED = ("resources", "db/migrations")
SECONDS = 1500


def built(prefix: Prefix, python: Path, out: Path, key: Path, measured: bool) -> Path:
    """Build into `out`; the program's folder. `key` is the private key of updates, whose public half ships.

    `measured` makes what the benchmark of the start runs, too, in the folder `build`. Raises `OSError` with the end
    of PyInstaller's words where it fails.
    """
    work, dist = out / "build", out / "dist"
    for folder in (work, dist):
        shutil.rmtree(folder, ignore_errors=True)
    done = prefix.run(
        python, "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO",
        "--workpath", work, "--distpath", dist, SPEC, *(("--", "--measure") if measured else ()),
        seconds=SECONDS, env={"SMARTPNS_UPDATE_KEY": prefix.windows(key)},
    )  # fmt: skip
    prefix.wait()
    (out / "pyinstaller.txt").write_bytes(done.raw)
    program = dist / "SmartPNS"
    if done.code or not all((program / face).is_file() for face in FACES):
        raise OSError(f"PyInstaller failed ({done.code}): {done.text[-2000:]}")
    return program


def lacking(program: Path) -> list[str]:
    """Files that the program reads and that are missing in the built one, or differ from ours."""
    sources = [path for folder in SHIPPED for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    places = {path.relative_to(ROOT).as_posix(): path for path in sources if "__pycache__" not in path.parts}
    places["resources/CHANGELOG.md"] = ROOT / "CHANGELOG.md"
    return [name for name, source in places.items() if not same(program / INSIDE / name, source)]


def same(one: Path, other: Path) -> bool:
    """Whether both are there with the same bytes."""
    return one.is_file() and one.read_bytes() == other.read_bytes()
