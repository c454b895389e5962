"""Workbooks that ask for a password: it is taken off in memory, and what comes out is judged like any file."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.archives import defines_entities
from smartpns_desktop.exchange.compound import Compound
from smartpns_desktop.exchange.content import InMemory

_NOBODYS = "VelvetSweatshop"
"""What Excel encrypts with where a workbook's structure is protected but nobody is asked (MS-OFFCRYPTO 2.2.4.1)."""
_MOST_SPINS = 1_000_000
"""How often a password may be hashed; Excel writes 100,000."""
_DAMAGE = (
    struct.error,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    ExpatError,
)


def unlocked(path: Path, password: str) -> InMemory:
    """What a protected workbook holds.

    Raises CannotDo: file.encrypted where there is no password, or with the fact `format` where none helps;
    file.password_wrong, file.unreadable, file.truncated, file.too_large.
    """
    content = _opened(path, _NOBODYS, asked=False) or (password and _opened(path, password, asked=True))
    if not content:
        raise CannotDo("file.password_wrong" if password else "file.encrypted", path=path.name)
    return InMemory(path.name, content)


def lock(path: Path, password: str) -> None:
    """Protect an .xlsx file of ours with a password, as Excel does (MS-OFFCRYPTO, agile encryption)."""
    from msoffcrypto.format.ooxml import OOXMLFile

    locked = BytesIO()
    with path.open("rb") as file:
        office: Any = OOXMLFile(file)
        office.encrypt(password, locked)
    path.write_bytes(locked.getvalue())


def _opened(path: Path, password: str, *, asked: bool) -> bytes | None:
    """The content; `None` where the password is wrong, or where nobody was asked yet and something else is."""
    from msoffcrypto import exceptions

    try:
        return _decrypted(path, password)
    except exceptions.InvalidKeyError:
        return None
    except (exceptions.DecryptionError, exceptions.FileFormatError, exceptions.ParseError) as error:
        kind = path.suffix.lstrip(".").upper() or "Excel"
        raise CannotDo("file.encrypted", path=path.name, format=kind) from error
    except (*_DAMAGE, CannotDo) as error:
        if not asked:
            return None
        if isinstance(error, CannotDo):
            raise
        raise CannotDo("file.unreadable", path=path.name) from error


def _decrypted(path: Path, password: str) -> bytes:
    import msoffcrypto

    with path.open("rb") as file:
        office: Any = msoffcrypto.OfficeFile(file)
        out = BytesIO()
        if office.format == "ooxml":
            _check(path, office)
            office.load_key(password=password, verify_password=True)
        elif path.stat().st_size > limits.PROTECTED_XLS_BYTES:
            raise limits.too_large(path.name, "file", limits.PROTECTED_XLS_BYTES)
        else:
            office.load_key(password=password)
        office.decrypt(out)
    return out.getvalue()


def _check(path: Path, office: Any) -> None:
    """Neither the XML that describes the protection nor the number of its rounds may swell."""
    description = Compound(path).stream("EncryptionInfo")
    if defines_entities(description) or (office.type == "agile" and office.info["spinValue"] > _MOST_SPINS):
        raise CannotDo("file.unreadable", path=path.name)
