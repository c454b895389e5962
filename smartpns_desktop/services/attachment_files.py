"""The contents of attached files in a folder, each under its own digest: put whole, compared, copied, collected."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from smartpns_desktop.exchange.new_files import new_file

FOLDER = "attachments"
"""Name of the folder beside a store or a backup."""

_DIGITS = 64
_SETTLED = 24 * 60 * 60
"""Seconds after which a content that nothing names was surely left behind: its row is written within moments."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file whose content stands in the folder, and which is yet to be attached to a row; `size` in bytes."""

    name: str
    format: str
    size: int
    sha256: str


class AttachmentFiles:
    """Contents under `folder`, as `ab/abcdef…` by their SHA-256: the same content is kept once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def beside(cls, store: Path) -> AttachmentFiles:
        """The contents that belong to a store, or to a backup of one."""
        return cls(store.parent / FOLDER)

    def path(self, digest: str) -> Path:
        """Where a content stands, or would."""
        return self.folder / digest[:2] / digest

    def put(self, content: bytes) -> str:
        """Keep a content, whole or not at all; returns its digest. Raises as `new_file` does."""
        digest = hashlib.sha256(content).hexdigest()
        place = self.path(digest)
        if self.is_sound(digest):
            # As good as new for whoever collects what nothing names.
            os.utime(place)
            return digest
        place.parent.mkdir(parents=True, exist_ok=True)
        with new_file(place) as draft:
            draft.write_bytes(content)
        return digest

    def is_there(self, digest: str) -> bool:
        """Whether there is a file for a content."""
        return self.path(digest).is_file()

    def is_sound(self, digest: str) -> bool:
        """Whether a content is there as it was put."""
        place = self.path(digest)
        return place.is_file() and _digest(place) == digest

    def digests(self) -> Iterator[str]:
        """All contents that are there."""
        for place in sorted(self.folder.glob("??/*")):
            if len(place.name) == _DIGITS and place.name.startswith(place.parent.name):
                yield place.name

    def copy_into(
        self,
        other: AttachmentFiles,
        step: Callable[[int, int], None] = lambda _done, _total: None,
        *,
        mend: bool = False,
    ) -> int:
        """Bring what another folder lacks there, with `mend` also what was altered there; what was altered here stays.

        `step(done, total)` is told after each and may raise to cancel. Returns how many contents stand in both now.
        """
        mine = list(self.digests())
        if other.folder.exists() and self.folder.exists() and other.folder.samefile(self.folder):
            return len(mine)
        count, stands = 0, other.is_sound if mend else other.is_there
        for done, digest in enumerate(mine, start=1):
            count += stands(digest) or self._copy(digest, other)
            step(done, len(mine))
        return count

    def _copy(self, digest: str, other: AttachmentFiles) -> bool:
        content = self.path(digest).read_bytes()
        return hashlib.sha256(content).hexdigest() == digest and other.put(content) == digest

    def collect(self, kept: Collection[str]) -> int:
        """Remove contents that are not among those to be kept, left by a program that stopped midway; how many."""
        limit = time.time() - _SETTLED
        stray = [self.path(it) for it in self.digests() if it not in kept]
        old = [place for place in stray if place.stat().st_mtime < limit]
        for place in old:
            place.unlink(missing_ok=True)
        return len(old)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
