"""A workbook's bytes, spoilt in one of many ways; the same seed spoils the same way."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

_NUMBERS = (b"0", b"-1", b"1", b"15", b"16384", b"1048577", b"4294967295", b"99999999999999999999", b"1e308", b"NaN")
_WORDS = (b"&#0;", b"&amp;", b"<", b"</", b"]]>", b"<!DOCTYPE a>", b"\xff\xfe", b"\x00", b"\r", b";", b'"', b"\xc3")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_DIGITS = re.compile(rb"\d+")
_ZIP = b"PK\x03\x04"
_MOST = 8
"""Changes made to one file at most."""

Mutation = Callable[[Random, bytes], bytes]


def spoilt(content: bytes, seed: int) -> bytes:
    """The content with a few changes; of a zip, as a rule, inside one of its parts."""
    random = Random(seed)
    if content.startswith(_ZIP) and random.random() < 0.8:
        return _inside_zip(random, content)
    return _changed(random, content)


def _changed(random: Random, content: bytes) -> bytes:
    for _ in range(random.randint(1, _MOST)):
        if content:
            content = random.choice(_MUTATIONS)(random, content)
    return content


def _inside_zip(random: Random, content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            parts = {name: source.read(name) for name in source.namelist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError):
        return _changed(random, content)
    chosen = random.choice(sorted(parts))
    if random.random() < 0.1:
        del parts[chosen]
    else:
        parts[chosen] = _changed(random, parts[chosen])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def _flip(random: Random, content: bytes) -> bytes:
    place = random.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << random.randrange(8)]) + content[place + 1 :]


def _cut(random: Random, content: bytes) -> bytes:
    return content[: random.randrange(len(content))]


def _span(random: Random, content: bytes) -> tuple[int, int]:
    start = random.randrange(len(content))
    return start, min(len(content), start + random.choice((1, 4, 16, 100, 2000)))


def _drop(random: Random, content: bytes) -> bytes:
    start, end = _span(random, content)
    return content[:start] + content[end:]


def _repeat(random: Random, content: bytes) -> bytes:
    start, end = _span(random, content)
    return content[:end] + content[start:end] * random.choice((1, 2, 50)) + content[end:]


def _move(random: Random, content: bytes) -> bytes:
    start, end = _span(random, content)
    place = random.randrange(len(content))
    return content[:place] + content[start:end] + content[place:]


def _insert(random: Random, content: bytes) -> bytes:
    place = random.randrange(len(content))
    return content[:place] + random.choice(_WORDS + _NUMBERS) + content[place:]


def _renumber(random: Random, content: bytes) -> bytes:
    found = list(_DIGITS.finditer(content))
    if not found:
        return _flip(random, content)
    match = random.choice(found)
    return content[: match.start()] + random.choice(_NUMBERS) + content[match.end() :]


def _retag(random: Random, content: bytes) -> bytes:
    """One tag takes the place of another."""
    found = list(_TAG.finditer(content))
    if len(found) < 2:
        return _flip(random, content)
    one, other = random.sample(found, 2)
    return content[: one.start()] + other.group() + content[one.end() :]


_MUTATIONS: tuple[Mutation, ...] = (_flip, _cut, _drop, _repeat, _move, _insert, _renumber, _retag)
