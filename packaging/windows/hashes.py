"""The list of SHA-256 sums that lies beside a setup, and the check of files against such a list.

    python packaging/windows/hashes.py make FILE…      beside the first, named after it; its path
    python packaging/windows/hashes.py check LIST      0 when every file named in it lies beside it unchanged

The form is that of sha256sum, which checks it, too.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

ENDING = ".sha256.txt"


def sha256(file: Path) -> str:
    """The SHA-256 sum of a file, as 64 small hexadecimal digits."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def written(*files: Path) -> Path:
    """Write the list of files that lie in one folder, beside the first and named after it."""
    target = files[0].with_name(f"{files[0].stem}{ENDING}")
    lines = [f"{sha256(file)} *{file.name}\n" for file in files]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


def faults(listed: Path) -> list[str]:
    """One line per file of a list that is missing or has other content, and one for a list that names no file."""
    lines = listed.read_text(encoding="utf-8").splitlines()
    return [told for line in lines if (told := _fault(line, listed.parent))] or ([] if lines else ["an empty list"])


def _fault(line: str, folder: Path) -> str:
    expected, _, name = line.partition(" *")
    if not name or Path(name).name != name:
        return f"not a line of a list: {line}"
    if not (folder / name).is_file():
        return f"{name} is missing"
    found = sha256(folder / name)
    return "" if found == expected else f"{name} has the sum {found}, not {expected}"


def main(arguments: Sequence[str]) -> int:
    """Carry out one call: 0 all is well, 1 a file is not what the list says, 2 a call that is none."""
    act, *names = arguments or ("",)
    if act == "make" and names:
        print(written(*map(Path, names)))
        return 0
    if act == "check" and len(names) == 1:
        found = faults(Path(names[0]))
        print("\n".join(found) or "all files are as listed")
        return 1 if found else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
