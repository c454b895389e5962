"""What an update file says about itself, and whether this program may take it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from smartpns_desktop.domain.versions import Version

PRODUCT = "SmartPNS"
ENDING = ".smartpns-update"
CHANGELOG = "CHANGELOG.md"
LARGEST_CHANGELOG = 1_000_000
LARGEST_SETUP = 1_000_000_000
"""Bytes; a setup has some sixty million."""

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def setup_name(version: Version) -> str:
    """Name of the setup program of a version."""
    return f"{PRODUCT}-{version}-setup.exe"


def update_name(version: Version) -> str:
    """Name of the update file of a version."""
    return f"{PRODUCT}-{version}{ENDING}"


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside an update file: its size in bytes and its SHA-256 as 64 hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the maker of an update signs.

    `minimal_version` is the oldest version that may be updated directly, `day` when the update was released.
    """

    product: str
    version: Version
    minimal_version: Version
    day: date
    setup: Part
    changelog: Part

    def to_bytes(self) -> bytes:
        """The manifest as it is signed."""
        told = asdict(self) | {
            "version": str(self.version),
            "minimal_version": str(self.minimal_version),
            "day": self.day.isoformat(),
        }
        return json.dumps(told, indent=1).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> Manifest:
        """Read a manifest; what later versions may add to it is left aside. Raises ValueError for anything else."""
        try:
            told = json.loads(raw)
            return cls(
                _text(told["product"]),
                Version.read(_text(told["version"])),
                Version.read(_text(told["minimal_version"])),
                date.fromisoformat(_text(told["day"])),
                _part(told["setup"], LARGEST_SETUP),
                _part(told["changelog"], LARGEST_CHANGELOG),
            )
        except (KeyError, TypeError, RecursionError) as error:
            raise ValueError(str(error)) from error

    def refusal(self, installed: Version) -> str:
        """Code of the reason why a program of the version `installed` does not take this update; "" where it does."""
        if self.product != PRODUCT:
            return "update.not_ours"
        if self.version == installed:
            return "update.same"
        if self.version < installed:
            return "update.older"
        return "update.too_far" if installed < self.minimal_version else ""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def _part(told: Any, largest: int) -> Part:
    size, digest = told["size"], _text(told["sha256"])
    if not (type(size) is int and 0 < size <= largest and _SHA256.fullmatch(digest)):
        raise ValueError("size, sha256")
    return Part(size, digest)
