"""Update files as their maker makes them, and a setup that writes down how it was called."""

from __future__ import annotations

import importlib.util
import time
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from smartpns_desktop.domain.updates import setup_name
from smartpns_desktop.domain.versions import Version
from smartpns_desktop.services.installation import Installation

ROOT = Path(__file__).resolve().parent.parent
OLD, NEW, LATEST = Version(0, 1, 0), Version(0, 2, 0), Version(0, 3, 0)
CHANGELOG = """# Changelog

## [Unreleased]

- Not handed out yet.

## [0.3.0] - 2027-03-01

### Yang baru

- Anggaran tugas belajar.

### Added

- Budget tables.

## [0.2.0] - 2026-12-24

### Yang baru

- Komunitas belajar.

## [0.1.0] - 2026-11-30

- Pegawai dan pelatihan.
"""


def load_script(name: str) -> ModuleType:
    """A script of packaging/windows as a module."""
    spec = importlib.util.spec_from_file_location(f"{name}_under_test", ROOT / "packaging" / "windows" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


maker = load_script("update_file")


@dataclass(frozen=True)
class Office:
    """A folder with a throw-away key, the program that trusts it, and the way to make update files for it."""

    folder: Path
    key: bytes

    @classmethod
    def made(cls, folder: Path) -> Office:
        for name in ("program", "scratch", "usb"):
            (folder / name).mkdir(parents=True)
        (folder / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
        maker.make_key(folder / "key.pem")
        return cls(folder, maker.public_key_of(folder / "key.pem"))

    def program(self, version: Version = OLD, *, installed: bool = True) -> Installation:
        """The program in some version."""
        place = self.folder / "program" if installed else None
        return Installation(version, place, self.key, CHANGELOG, self.folder / "scratch")

    def update(self, version: Version = NEW, *, minimal: Version = OLD, lines: tuple[str, ...] = ()) -> Path:
        """An update file on the USB stick, whose setup writes down its arguments and then does what the lines say."""
        setup = self.folder / setup_name(version)
        script = ("#!/bin/sh", f"""printf '%s\\n' "$@" > '{self.folder}/called.part'""", *lines,
                  f"mv '{self.folder}/called.part' '{self.folder}/called'", "")  # fmt: skip
        setup.write_bytes("\n".join(script).encode())
        made: Path = maker.make_update(
            setup, self.folder / "CHANGELOG.md", self.folder / "usb", self.folder / "key.pem", minimal
        )
        return made

    def called(self, seconds: float = 30) -> list[str]:
        """The arguments with which the setup was started, as soon as it has written them down."""
        end = time.monotonic() + seconds
        while not (self.folder / "called").exists():
            assert time.monotonic() < end, "the setup was never started"
            time.sleep(0.02)
        return (self.folder / "called").read_text(encoding="utf-8").splitlines()

    def was_called(self) -> bool:
        """Whether a setup was started at all."""
        return any(self.folder.glob("called*"))

    def left_behind(self) -> list[str]:
        """What stands where setups are copied to."""
        return sorted(it.name for it in (self.folder / "scratch").iterdir())
