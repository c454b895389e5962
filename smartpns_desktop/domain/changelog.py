"""The list of what changed, by version, as CHANGELOG.md keeps it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from smartpns_desktop.domain.versions import Version

FOR_USERS = "Yang baru"
"""Heading of the part of a version that is written for those who use the program."""

_VERSION = re.compile(r"^##(?!#) *\[?v?([^\]\s]+)\]?(?:[ \t]*[-–—][ \t]*(\d{4}-\d{2}-\d{2}))?.*$", re.MULTILINE)
_PART = re.compile(r"^###(?!#) *(.+?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    """A version that was handed out: the day, where it is told, and what is new, in Markdown."""

    version: Version
    day: date | None
    text: str


def releases(changelog: str) -> tuple[Release, ...]:
    """The versions of a changelog in the form of Keep a Changelog, newest first; what is unreleased is none of them."""
    found: dict[Version, Release] = {}
    for heading, body in _sections(_VERSION, changelog.replace("\r\n", "\n")):
        try:
            version = Version.read(heading[1])
        except ValueError:
            continue
        found.setdefault(version, Release(version, _day(heading[2]), _for_users(body)))
    return tuple(found[version] for version in sorted(found, reverse=True))


def between(known: tuple[Release, ...], before: Version, now: Version) -> tuple[Release, ...]:
    """What somebody who had the version `before` has not read yet when `now` runs."""
    return tuple(it for it in known if before < it.version <= now)


def _for_users(body: str) -> str:
    """The part for users alone, where there is one, else all of it."""
    parts = {heading[1]: text.strip() for heading, text in _sections(_PART, body)}
    return parts.get(FOR_USERS) or body.strip()


def _sections(heading: re.Pattern[str], text: str) -> list[tuple[re.Match[str], str]]:
    """Each heading with what stands between it and the next one."""
    found = list(heading.finditer(text))
    ends = [*(it.start() for it in found), len(text)][1:]
    return [(it, text[it.end() : end]) for it, end in zip(found, ends, strict=True)]


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
