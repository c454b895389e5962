"""How big installer and installed program are and what is in them, held against what was held the last time."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

HELD = Path(__file__).resolve().parent / "held.json"
MEGABYTE = 1_000_000
INSTALLER_MB = 60
INSTALLED_MB = 200
GROWTH = 1.10
LIBRARIES = (".dll", ".pyd")


@dataclass(frozen=True, slots=True)
class Contents:
    """Sizes in bytes, top-level Python packages besides the standard library, and libraries by name."""

    installed: int
    packages: list[str]
    libraries: list[str]
    installer: int = 0

    def told(self) -> str:
        """In one line."""
        installer, installed = (size / MEGABYTE for size in (self.installer, self.installed))
        kinds = f"{len(self.packages)} packages, {len(self.libraries)} libraries"
        return f"installer {installer:.1f} MB, installed {installed:.1f} MB, {kinds}"

    def packed(self, installer: Path) -> Contents:
        """The same with the size of its installer."""
        return replace(self, installer=installer.stat().st_size)


def contents(program: Path, modules: list[str]) -> Contents:
    """What is in a built program; `modules` are the Python modules inside its program files."""
    files = [path for path in program.rglob("*") if path.is_file()]
    return Contents(
        installed=sum(path.stat().st_size for path in files),
        packages=packages(modules),
        libraries=sorted({path.name for path in files if path.suffix.lower() in LIBRARIES}, key=str.lower),
    )


def packages(modules: list[str]) -> list[str]:
    """Top-level names that are not of the standard library."""
    return sorted({name.partition(".")[0] for name in modules} - sys.stdlib_module_names)


def modules_in(face: Path) -> list[str]:
    """The Python modules inside a program file made by PyInstaller."""
    from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]

    return sorted(CArchiveReader(str(face)).open_embedded_archive("PYZ.pyz").toc)


def too_much(found: Contents, held: Contents) -> list[str]:
    """One line per bound that is passed: absolute, more than a tenth above what is held, or unheard of."""
    faults = []
    for name, size, before, most in (
        ("installed", found.installed, held.installed, INSTALLED_MB),
        ("installer", found.installer, held.installer, INSTALLER_MB),
    ):
        if size > most * MEGABYTE:
            faults.append(f"{name}: {size / MEGABYTE:.1f} MB, at most {most} MB")
        if size > before * GROWTH:
            faults.append(f"{name}: {size / MEGABYTE:.1f} MB, a tenth more than the {before / MEGABYTE:.1f} MB held")
    faults += [f"new package {name}" for name in found.packages if name not in held.packages]
    known = {name.lower() for name in held.libraries}
    faults += [f"new library {name}" for name in found.libraries if name.lower() not in known]
    return faults


def read_held(path: Path = HELD) -> Contents:
    """What was held the last time. Raises `OSError` where nothing was."""
    return Contents(**json.loads(path.read_text(encoding="utf-8")))


def hold(found: Contents, path: Path = HELD) -> None:
    """Hold this from now on: after a look at what is new."""
    path.write_text(json.dumps(asdict(found), indent=1) + "\n", encoding="utf-8")
