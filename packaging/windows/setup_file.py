"""Packs a built program into its setup with NSIS, signed where the environment names a certificate.

python packaging/windows/setup_file.py PROGRAM VERSION [FOLDER]      the path of the setup
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import signing

# NSIS for Windows has no other; its warnings are not those of the version that the script was written for.
ON_WINDOWS = ("-DSTUB=x86-unicode",)
ON_DEBIAN = ("-WX",)
SCRIPT = Path(__file__).resolve().parent / "installer.nsi"
FACES = ("SmartPNS.exe", "smartpns-cli.exe")


def packed(program: Path, version: str, folder: Path, **defines: object) -> Path:
    """Pack a program as `SmartPNS-<version>-setup.exe` in a folder; `defines` as the installer's script explains them.

    With a certificate in the environment all is signed: the program's two faces where they lie, uninstaller and setup.
    Raises OSError with what NSIS said where it fails, and `signing.NotSigned`.
    """
    setup = folder.resolve() / f"SmartPNS-{version}-setup.exe"
    told = {"VERSION": version, "SOURCE": program.resolve(), "TARGET": setup, **defines}
    if signing.is_wanted():
        signing.sign(*(program / face for face in FACES))
        told["SIGN"] = signing.command()
    folder.mkdir(parents=True, exist_ok=True)
    manner = ON_WINDOWS if sys.platform == "win32" else ON_DEBIAN
    named = (f"-D{name}={it}" for name, it in told.items())
    call = (makensis(), "-V2", "-INPUTCHARSET", "UTF8", *manner, *named, SCRIPT)
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode or not setup.is_file():
        raise OSError(f"makensis failed ({done.returncode}): {done.stdout.decode(errors='replace')[-1500:]}")
    if signing.is_wanted():
        signing.sign(setup)
    return setup


def makensis() -> str | Path:
    """NSIS' compiler: in the path, or where its own setup puts it on Windows."""
    return shutil.which("makensis") or Path(os.environ.get("PROGRAMFILES(X86)", ""), "NSIS", "makensis.exe")


def main(arguments: Sequence[str]) -> int:
    """Pack what the command line names; 2 for a call that is none."""
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    program, version, *folder = arguments
    print(packed(Path(program), version, Path(*folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
