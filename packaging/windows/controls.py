"""Negative controls: what must make the checks fail is done on purpose, with the same checks, and undone again."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import build
import leaks
import program_trial
import windows_python
from faults import require
from wine import Prefix

SMALLEST = "altgraph"


def wrong_hash() -> None:
    """A wheel that is not the pinned one is refused."""
    pinned = windows_python.PACKAGES.read_text(encoding="utf-8")
    entry = re.search(rf"^{SMALLEST}==.*?(?=^\w)", pinned, re.DOTALL | re.MULTILINE)
    assert entry is not None
    with tempfile.TemporaryDirectory() as name:
        wrong = Path(name, "requirements.txt")
        wrong.write_text(re.sub(r"sha256:[0-9a-f]{8}", "sha256:00000000", entry[0]), encoding="utf-8")
        try:
            windows_python.add_packages(Path(name, "site"), wrong)
        except subprocess.CalledProcessError as refused:
            require("hash" in refused.stdout.lower(), "a wrong hash is refused for something else", refused.stdout)
            return
    require(False, "a wheel with a wrong hash is taken")


def lost_migrations(program: Path) -> None:
    """A build without migrations is seen."""
    with program_trial.away(program / program_trial.MIGRATIONS):
        require(bool(build.lacking(program)), "a build without migrations passes")


def planted_shim(program: Path, shims: Path) -> None:
    """A DLL of the test prefix in the build is seen, each of them, whatever it is called."""
    for shim in sorted(shims.glob("*.dll")):
        for name in (shim.name, "harmless.dll"):
            planted = program / build.INSIDE / name
            shutil.copy(shim, planted)
            found = leaks.leaks(program, shims)
            planted.unlink()
            require(bool(found), f"{shim.name} in the build passes as {name}")


def unproved(prefix: Prefix, program: Path) -> None:
    """A program that was built without migrations fails its own proof: else that proves nothing."""
    listed = program / build.INSIDE / "resources" / "files.json"
    kept = listed.read_bytes()
    files = {name: size for name, size in json.loads(kept).items() if not name.startswith(program_trial.MIGRATIONS)}
    with program_trial.away(program / program_trial.MIGRATIONS):
        listed.write_text(json.dumps(files), encoding="utf-8")
        done = prefix.run(program / program_trial.COMMANDS, "self-test")
        listed.write_bytes(kept)
    require(done.code != 0 and "GAGAL" in done.text, "the proof passes without migrations", done.text)
