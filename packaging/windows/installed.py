"""What an installation leaves in a Windows, read from its files and its registry, and what it must leave."""

from __future__ import annotations

import re
from pathlib import Path

from faults import none, require
from hashes import sha256
from toy_setup import Setup
from wine import Prefix

NAME = "SmartPNS"
KEY = rf"Software\{NAME}"
ADD_REMOVE = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"
CLASSES = r"Software\Classes"
TYPES = {".smartpns": f"{NAME}.Store", ".smartpnsx": f"{NAME}.Package", ".smartpns-update": f"{NAME}.Update"}
OWN = {"uninstall.exe", "uninstall.txt"}
WORKING = (".smartpns-baru", ".smartpns-lama")
HIVES = {False: "user.reg", True: "system.reg"}
START_MENU = "Microsoft/Windows/Start Menu/Programs"

Registry = dict[str, dict[str, str]]


def place(prefix: Prefix, everybody: bool = False) -> Path:
    """Where setup puts the program unless it is told otherwise."""
    return prefix.drive / "Program Files" / NAME if everybody else prefix.local / "Programs" / NAME


def data(prefix: Prefix) -> Path:
    """The user's own data."""
    return prefix.local / NAME


def shared(prefix: Prefix) -> Path:
    """The data that several accounts share."""
    return prefix.drive / "ProgramData" / NAME


def shortcut(prefix: Prefix, everybody: bool = False) -> Path:
    """The entry in the Start menu."""
    menu = prefix.drive / "ProgramData" if everybody else prefix.home / "AppData" / "Roaming"
    return menu / START_MENU / f"{NAME}.lnk"


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder, by its path with `/`, and its SHA-256 sum."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path) for path in files}


def whole(
    prefix: Prefix,
    setup: Setup,
    folder: Path | None = None,
    *,
    everybody: bool = False,
    kept: frozenset[str] = frozenset(),
) -> None:
    """Raise `Fault` unless all of a setup is there, files byte for byte, and of other files those that are `kept`."""
    home = folder or place(prefix, everybody)
    require(home.is_dir(), f"{home} is not there")
    none([name for name in WORKING if (home / name).exists()], "working folders stay behind")
    source, found = digests(setup.program), digests(home)
    none(
        [name for name in source if found.get(name) != source[name]], "files are missing or differ from the built ones"
    )
    none(sorted(found.keys() - source.keys() - OWN - kept), "files that do not belong there")
    none(sorted((OWN | kept) - found.keys()), "files that should be there are gone")
    prefix.wait()
    require(shortcut(prefix, everybody).is_file(), "there is no entry in the Start menu")
    none(list(_registry_faults(registry(prefix, everybody), setup, prefix.windows(home))), "the registry is wrong")


def _registry_faults(found: Registry, setup: Setup, home: str) -> list[str]:
    size = sum(path.stat().st_size for path in setup.program.rglob("*") if path.is_file()) // 1024
    program = rf"{home}\{NAME}.exe"
    wanted = {
        KEY: {"InstallDir": home, "Version": setup.version},
        ADD_REMOVE: {
            "DisplayName": NAME,
            "DisplayVersion": setup.version,
            "Publisher": "SmartPNS Desktop",
            "InstallLocation": home,
            "DisplayIcon": program,
            "UninstallString": rf'"{home}\uninstall.exe"',
            "QuietUninstallString": rf'"{home}\uninstall.exe" /S',
            "NoModify": "dword:00000001",
            "NoRepair": "dword:00000001",
        },
    }
    for ending, kind in TYPES.items():
        wanted[rf"{CLASSES}\{ending}"] = {"@": kind}
        wanted[rf"{CLASSES}\{kind}\shell\open\command"] = {"@": f'"{program}" "%1"'}
    faults = [
        rf"{key}\{name} is {found.get(key, {}).get(name)}, not {value}"
        for key, values in wanted.items()
        for name, value in values.items()
        if found.get(key, {}).get(name, "").lower() != value.lower()
    ]
    told = int(found.get(ADD_REMOVE, {}).get("EstimatedSize", "dword:0").removeprefix("dword:"), 16)
    return faults if abs(told - size) <= size // 20 + 64 else [*faults, f"EstimatedSize is {told}, not {size} KB"]


def gone(prefix: Prefix, folder: Path | None = None, *, kept: frozenset[str] = frozenset()) -> None:
    """Raise `Fault` where a removed program left something: files, Start menu, registry; of files those `kept`."""
    prefix.wait()
    home = folder or place(prefix)
    left = set(digests(home)) if home.exists() else set()
    none(sorted(left - kept), "files stay behind")
    none(sorted(kept - left), "files of the user's own are gone")
    require(bool(kept) or not home.exists(), f"{home} stays behind")
    none([str(path) for path in prefix.drive.rglob(f"{NAME}*.lnk")], "entries stay in the Start menu")
    lines = [line for hive in HIVES.values() for line in _lines(prefix, hive) if NAME.lower() in line.lower()]
    none(lines, "the registry still names the program")


def registry(prefix: Prefix, everybody: bool = False) -> Registry:
    """Keys and values of a user, or of the machine, as they were when its Windows last stopped."""
    keys: Registry = {}
    values: dict[str, str] = {}
    for line in _lines(prefix, HIVES[everybody]):
        if header := re.match(r"\[(.*)\]", line):
            values = keys.setdefault(_plain(header[1]), {})
        elif entry := re.match(r'(?:"((?:[^"\\]|\\.)*)"|(@))=(.*)', line):
            values[_plain(entry[1] or entry[2])] = _plain(entry[3].removeprefix('"').removesuffix('"'))
    return keys


def _lines(prefix: Prefix, hive: str) -> list[str]:
    return (prefix.path / hive).read_text(encoding="utf-8", errors="replace").splitlines()


def _plain(text: str) -> str:
    """Wine writes backslashes and quotes with one before, letters beyond ASCII by their number."""
    return re.sub(r"\\(?:x([0-9a-f]{1,4})|(.))", lambda it: chr(int(it[1], 16)) if it[1] else it[2], text)
