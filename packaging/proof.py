"""Proof of a built program: moved far away, with nothing around it, it must pass its own test there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 300
# Without these Windows starts no program at all, or does not say whose it is.
WINDOWS = ("SYSTEMROOT", "TEMP", "USERPROFILE", "USERNAME")
COMMANDS = "smartpns-cli.exe" if sys.platform == "win32" else "smartpns-cli"


def main(program: Path) -> int:
    """Move the program, let it test itself, and move it back; 0 only if all is well."""
    with tempfile.TemporaryDirectory(prefix="Program Kepegawaian é ", ignore_cleanup_errors=True) as name:
        place = Path(name)
        moved = Path(shutil.move(program, place))
        try:
            code = self_test(moved, place)
            faults = foreign_libraries(place)
        finally:
            shutil.move(moved, program)
    files = [path for path in program.rglob("*") if path.is_file()]
    print(f"{program}: {sum(path.stat().st_size for path in files) / 1e6:.0f} MB in {len(files)} files")
    for fault in faults:
        print(f"looked for in the source tree: {fault}")
    return 1 if faults else code


def self_test(program: Path, place: Path) -> int:
    """The exit code of the program's own proof, without any of our environment."""
    environment = {name: os.environ[name] for name in WINDOWS if name in os.environ}
    # glibc's linker writes down every library it looks for; other systems ignore the names.
    environment |= {"LD_DEBUG": "libs", "LD_DEBUG_OUTPUT": str(place / "libraries")}
    command = (program / COMMANDS, "--data-dir", place / "data", "self-test", "--out", place / "proof.txt")
    done = subprocess.run(command, cwd=place, env=environment, timeout=SECONDS, check=False)
    written = place / "proof.txt"
    if not written.exists() or "GAGAL" in written.read_text(encoding="utf-8"):
        return done.returncode or 1
    return done.returncode


def foreign_libraries(place: Path) -> list[str]:
    """What the linker looked for in the source tree, virtual environment included."""
    lines = (line for path in place.glob("libraries.*") for line in path.read_text(errors="replace").splitlines())
    return sorted({line.partition(":")[2].strip() for line in lines if str(ROOT) in line})


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
