"""Setups for trials: the real one, and small ones of any version, packed by the same script from a few files."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import setup_file
from wine import COMPILER

# A program that runs as many seconds as told, holding a file; told nothing, it leaves a sign where it was started.
RUNNER = """
#include <stdio.h>
#include <wchar.h>
#include <windows.h>
int wmain(int count, wchar_t **words) {
    if (count > 2 && !_wfopen(words[2], L"r")) return 1;
    if (count > 1) { Sleep(1000 * _wtoi(words[1])); return 0; }
    FILE *sign = fopen("dimulai.txt", "w");
    return sign ? fclose(sign) : 1;
}
"""
SIGN = "dimulai.txt"
# So many bytes that no compressing shortens take a moment to lay out, in which a setup can be stopped.
BULK = 8_000_000
# More than any disk has, as `EXTRA_KB`.
HUGE_KB = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Setup:
    """A setup, what it installs, and the version it says it is."""

    file: Path
    program: Path
    version: str


def toy(folder: Path, version: str, *, bulk: int = 0, **defines: int | str) -> Setup:
    """Pack a program of a few files, one of which only this version has; `defines` as the installer's script explains.

    The setup lies in a folder of its own, as one that the program starts.
    """
    kind = "-".join((version, *(f"{name}-{it}" for name, it in defines.items())))
    program = folder / f"program-{kind}"
    inside = program / "_internal"
    shutil.rmtree(program, ignore_errors=True)
    (inside / "resources" / "bantuan é").mkdir(parents=True)
    _runner(program)
    (inside / "base_library.zip").write_bytes(_noise(version, 4096))
    (inside / f"hanya {version}.dll").write_bytes(_noise(version, max(bulk, 512)))
    (inside / "resources" / "bantuan é" / "beranda.md").write_text(f"Bantuan {version}\n", encoding="utf-8")
    return Setup(setup_file.packed(program, version, folder / f"setup-{kind}", **defines), program, version)


def _runner(program: Path) -> None:
    window, commands = (program / name for name in setup_file.FACES)
    call = (COMPILER, "-O1", "-s", "-mwindows", "-municode", "-x", "c", "-o", window, "-")
    subprocess.run(call, input=RUNNER, encoding="utf-8", check=True)
    shutil.copy(window, commands)


def _noise(seed: str, size: int) -> bytes:
    from random import Random

    return Random(seed).randbytes(size)
