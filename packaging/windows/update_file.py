"""Makes the key that signs updates, update files from a setup, and the public key that ships with the program.

`update_file.py key KEY.pem` makes a private key, to be kept off the network; `update_file.py public KEY.pem` prints its
public half; `update_file.py make SmartPNS-1.2.3-setup.exe` signs with the key that SMARTPNS_UPDATE_KEY names.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from smartpns_desktop.domain.changelog import releases
from smartpns_desktop.domain.updates import (
    CHANGELOG,
    LARGEST_CHANGELOG,
    PRODUCT,
    Manifest,
    Part,
    setup_name,
    update_name,
)
from smartpns_desktop.domain.versions import Version
from smartpns_desktop.services.update_files import MANIFEST, SIGNATURE, Member, directory

ROOT = Path(__file__).resolve().parents[2]
PRIVATE_KEY = "SMARTPNS_UPDATE_KEY"
FIRST = Version(0, 1, 0)
_CHUNK = 1 << 20
_PREFIX, _SUFFIX = setup_name(Version(0, 0, 0)).split("0.0.0")


def make_key(path: Path) -> None:
    """Write a new private key that only its owner may read. Raises FileExistsError rather than replacing one."""
    made = Ed25519PrivateKey.generate()
    pem = made.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)


def public_key_of(path: Path) -> bytes:
    """The public half of a private key, as PEM."""
    return (
        _private(path)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )


def make_update(setup: Path, changelog: Path, folder: Path, key: Path, minimal: Version = FIRST) -> Path:
    """Write the update file of a setup into a folder; the version is that of the setup's name.

    `minimal` is the oldest version that may be updated with it. Raises ValueError for a setup of another name or a
    changelog that is too large.
    """
    version = version_of(setup)
    told = {it.version: it for it in releases(changelog.read_text(encoding="utf-8"))}.get(version)
    if changelog.stat().st_size > LARGEST_CHANGELOG:
        raise ValueError(f"{changelog} is larger than {LARGEST_CHANGELOG} bytes")
    if told is None:
        print(f"{changelog.name} does not tell what is new in {version}.", file=sys.stderr)
    day = told.day if told and told.day else date.today()
    manifest = Manifest(PRODUCT, version, minimal, day, _part(setup), _part(changelog)).to_bytes()
    out = folder / update_name(version)
    with tempfile.TemporaryDirectory() as name:
        signed = Path(name, MANIFEST), Path(name, SIGNATURE)
        signed[0].write_bytes(manifest)
        signed[1].write_bytes(_private(key).sign(manifest))
        write_zip(out, zip((MANIFEST, SIGNATURE, CHANGELOG, setup.name), (*signed, changelog, setup), strict=True))
    return out


def version_of(setup: Path) -> Version:
    """The version in the name of a setup. Raises ValueError where there is none."""
    try:
        version = Version.read(setup.name.removeprefix(_PREFIX).removesuffix(_SUFFIX))
    except ValueError:
        version = FIRST
    if setup.name != setup_name(version):
        raise ValueError(f"{setup.name} is not named like {setup_name(FIRST)}")
    return version


def write_zip(out: Path, parts: Iterable[tuple[str, Path]]) -> None:
    """The one form that the program reads: stored, without dates, one member after another."""
    members = []
    with out.open("wb") as file:
        for name, source in parts:
            member = Member(name, _crc(source), source.stat().st_size, file.tell())
            file.write(member.header())
            file.writelines(_chunks(source))
            members.append(member)
        file.write(directory(members, file.tell()))


def _private(path: Path) -> Ed25519PrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path} holds no Ed25519 key")
    return key


def _part(path: Path) -> Part:
    with path.open("rb") as file:
        return Part(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _crc(path: Path) -> int:
    crc = 0
    for chunk in _chunks(path):
        crc = zlib.crc32(chunk, crc)
    return crc


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def main(arguments: list[str]) -> int:
    """Carry out one call; 0 when it is done."""
    call = _arguments(arguments)
    if call.act == "key":
        make_key(call.key)
    elif call.act == "public":
        sys.stdout.write(public_key_of(call.key).decode())
    elif PRIVATE_KEY not in os.environ:
        print(f"{PRIVATE_KEY} names no private key.", file=sys.stderr)
        return 2
    else:
        return _make(call)
    return 0


def _make(call: argparse.Namespace) -> int:
    key = Path(os.environ[PRIVATE_KEY])
    try:
        print(make_update(call.setup, call.changelog, call.folder or call.setup.parent, key, call.minimal))
    except (ValueError, TypeError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What an update without a network needs.")
    acts = parser.add_subparsers(dest="act", required=True)
    for name, text in (("key", "make a private key"), ("public", "print the public half of a private key")):
        acts.add_parser(name, help=text).add_argument("key", type=Path)
    add = acts.add_parser("make", help="make an update file of a setup").add_argument
    add("setup", type=Path)
    add("folder", type=Path, nargs="?")
    add("--changelog", type=Path, default=ROOT / CHANGELOG)
    add("--minimal", type=Version.read, default=FIRST)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
