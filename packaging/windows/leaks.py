"""What must never be in the built program: files of Wine, the shims of the test prefix, folders of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

# How every DLL of Wine names itself.
WINE = (b"Wine builtin DLL", b"Wine placeholder DLL")
# What a newer Windows brings itself; a copy beside the program would be taken in its place.
SYSTEM = ("ucrtbase", "wbemprox")
PROGRAMS = (".dll", ".pyd", ".exe")


def leaks(program: Path, shims: Path, *folders: Path) -> list[str]:
    """One line per file of `program` that belongs to Wine, is one of the built `shims`, or names one of `folders`."""
    foreign = {shim.stem: shim.read_bytes() for shim in shims.glob("*.dll")} | dict.fromkeys(SYSTEM, b"")
    return [
        f"{path.relative_to(program).as_posix()}: {fault}"
        for path in sorted(program.rglob("*"))
        if path.is_file()
        for fault in faults(path, foreign, folders)
    ]


def faults(path: Path, foreign: dict[str, bytes], folders: tuple[Path, ...]) -> Iterator[str]:
    """What is wrong with one file."""
    if path.suffix.lower() in PROGRAMS and path.stem.lower() in foreign:
        yield "belongs to Windows, or to the test prefix"
    content = path.read_bytes()
    if content and content in foreign.values():
        yield "is a shim of the test prefix"
    if any(mark in content for mark in WINE):
        yield "is Wine's"
    for folder in folders:
        if any(name in content for name in spellings(folder)):
            yield f"names {folder}"


def spellings(folder: Path) -> list[bytes]:
    """A folder as this machine and as Windows in Wine write it, in UTF-8 and in Windows' own characters."""
    names = [str(folder), "Z:" + str(folder).replace("/", "\\")]
    return [name.encode(code) for name in names for code in ("utf-8", "utf-16-le")]
