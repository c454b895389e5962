"""The update file: a zip that has exactly one form, whose manifest is signed, read without trusting any of it."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.domain.updates import CHANGELOG, LARGEST_CHANGELOG, Manifest, Part, setup_name
from smartpns_desktop.domain.versions import Version
from smartpns_desktop.services.watch import Watch

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"

_SIGNED_BYTES = 64
"""Length of an Ed25519 signature (RFC 8032)."""
_LARGEST_MANIFEST = 10_000
_CHUNK = 1 << 20

# The zip format's records (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16), little endian.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_PLAIN = (20, 0, 0, 0, 0x21)
"""Needs zip 2.0, no flags, stored as it is, on 1 January 1980: every update file is written so and read only so."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the zip: its CRC-32, its size and where its record begins, in bytes."""

    name: str
    crc: int
    size: int
    at: int

    def header(self) -> bytes:
        """What stands before the content."""
        name = self.name.encode()
        return _LOCAL.pack(b"PK\3\4", *_PLAIN, self.crc, self.size, self.size, len(name), 0) + name

    def entry(self) -> bytes:
        """Its line in the directory at the end."""
        name = self.name.encode()
        sizes = (self.crc, self.size, self.size, len(name), 0, 0, 0, 0, 0, self.at)
        return _CENTRAL.pack(b"PK\1\2", 20, *_PLAIN, *sizes) + name


def directory(members: Sequence[Member], at: int) -> bytes:
    """The end of a zip with these members, which begins `at` so many bytes."""
    entries = b"".join(member.entry() for member in members)
    return entries + _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(entries), at, 0)


@dataclass(frozen=True, slots=True)
class Head:
    """All of an update file but its setup, proven to be what the holder of the private key has signed."""

    path: Path
    manifest: Manifest
    changelog: str
    members: tuple[Member, ...]


def read_head(path: Path, key: bytes, installed: Version) -> Head:
    """Prove signature, product and versions; the setup is not read yet.

    `key` is the public key as PEM. Raises `CannotDo`: `file.missing`, `file.unreadable`, `update.no_key`,
    `update.not_ours`, `update.damaged`, `update.untrusted`, `update.same`, `update.older`, `update.too_far`.
    """
    with _opened(path) as file:
        manifest, raw = _small(file, MANIFEST, _LARGEST_MANIFEST)
        signature, signed = _small(file, SIGNATURE, _SIGNED_BYTES)
        told = _trusted(path, raw, signed, key)
        if refusal := told.refusal(installed):
            raise CannotDo(refusal, path=path.name, before=installed, after=told.version, limit=told.minimal_version)
        changelog, text = _small(file, CHANGELOG, LARGEST_CHANGELOG)
        if not _is(told.changelog, len(text), hashlib.sha256(text).hexdigest()):
            raise damaged(path)
        setup = _next(file, setup_name(told.version))
        if setup.size != told.setup.size:
            raise damaged(path)
        return Head(path, told, text.decode("utf-8-sig", errors="replace"), (manifest, signature, changelog, setup))


def setup_chunks(head: Head, watch: Watch) -> Iterator[bytes]:
    """The setup piece by piece; only when the last piece is taken is it, and the file's end, proven to be whole.

    Raises `CannotDo`: `update.damaged`, `file.missing`, `file.unreadable`, `cancelled`.
    """
    setup, digest, crc = head.members[-1], hashlib.sha256(), 0
    with _opened(head.path) as file:
        file.seek(setup.at + len(setup.header()))
        done = 0
        while done < setup.size and (chunk := file.read(min(_CHUNK, setup.size - done))):
            done, crc = done + len(chunk), zlib.crc32(chunk, crc)
            digest.update(chunk)
            watch.step(done, setup.size)
            yield chunk
        end = directory(head.members, file.tell())
        whole = crc == setup.crc and _is(head.manifest.setup, done, digest.hexdigest())
        if not whole or file.read(len(end) + 1) != end:
            raise damaged(head.path)


def damaged(path: Path) -> CannotDo:
    """The refusal of a file that is not as it was made."""
    return CannotDo("update.damaged", path=path.name)


def _trusted(path: Path, manifest: bytes, signature: bytes, key: bytes) -> Manifest:
    from cryptography.exceptions import InvalidSignature

    try:
        _public(key).verify(signature, manifest)
        return Manifest.from_bytes(manifest)
    except InvalidSignature as error:
        raise CannotDo("update.untrusted", path=path.name) from error
    except ValueError as error:
        raise damaged(path) from error


def _public(key: bytes) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        public = load_pem_public_key(key)
    except ValueError as error:
        raise CannotDo("update.no_key", Outcome.FORBIDDEN) from error
    if not isinstance(public, Ed25519PublicKey):
        raise CannotDo("update.no_key", Outcome.FORBIDDEN)
    return public


def _small(file: BinaryIO, name: str, largest: int) -> tuple[Member, bytes]:
    """The next member with its content."""
    member = _next(file, name)
    if member.size > largest:
        raise damaged(Path(file.name))
    content = file.read(member.size)
    if len(content) != member.size or zlib.crc32(content) != member.crc:
        raise damaged(Path(file.name))
    return member, content


def _next(file: BinaryIO, name: str) -> Member:
    """What stands before the next content: only the one form of it is taken."""
    at, length = file.tell(), _LOCAL.size + len(name.encode())
    raw = file.read(length)
    if at == 0 and raw[:4] + raw[_LOCAL.size :] != b"PK\3\4" + name.encode():
        raise CannotDo("update.not_ours", path=Path(file.name).name)
    if len(raw) < length:
        raise damaged(Path(file.name))
    crc, size = _LOCAL.unpack_from(raw)[6:8]
    member = Member(name, crc, size, at)
    if member.header() != raw:
        raise damaged(Path(file.name))
    return member


def _is(part: Part, size: int, sha256: str) -> bool:
    return (part.size, part.sha256) == (size, sha256)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file; what the system refuses is told in our words: a USB stick may be pulled out at any moment."""
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise CannotDo("file.missing", path=path.name) from error
    except OSError as error:
        raise CannotDo("file.unreadable", path=path.name) from error
