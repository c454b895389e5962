"""A web page's text as a stream of tags and texts, taken as browsers take it however careless it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_ATTRIBUTE = r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_UNNAMED = _ATTRIBUTE.replace("([", "(?:[").replace('("', '(?:"')
_MARKUP = re.compile(
    rf"<!--(?:>|->|.*?(?:-->|(\Z)))|<[!?][^>]*>|<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|{_UNNAMED})*+)>", re.DOTALL
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_UNSHOWN = frozenset(("script", "style", "title", "template", "noscript", "xml"))
_DECLARE = ("!", "?")
_MOST_STRAY = 1_000
"""Signs < that open nothing: each costs a search, and no page has many."""


class Tag(NamedTuple):
    """A tag: its name in small letters, whether it closes, and what it carries, unread."""

    name: str
    closes: bool = False
    carried: str = ""

    def attributes(self) -> dict[str, str]:
        """What the tag carries, by names in small letters; of two of the same name the first counts."""
        found: dict[str, str] = {}
        for name, value in _ATTRIBUTES.findall(self.carried):
            quoted = len(value) > 1 and value[0] in "\"'" and value[0] == value[-1]
            found.setdefault(name.lower(), _text(value[1:-1] if quoted else value))
        return found


class Malformed(ValueError):
    """The page ends within a tag or a comment, or is no page at all."""


def stream(page: str) -> Iterator[Tag | str]:
    """The tags and the texts between them, in order; scripts, styles and comments are no text.

    Raises Malformed.
    """
    at, text_from, stray = 0, 0, 0
    endless: set[str] = set()
    while (at := page.find("<", at)) >= 0:
        found = _MARKUP.match(page, at)
        if found is None:
            stray += page[at + 1 : at + 2].isalpha() or page[at + 1 : at + 2] in _DECLARE
            if stray > _MOST_STRAY or (stray and page.find(">", at) < 0):
                raise Malformed
            at += 1
            continue
        if found[1] is not None:
            raise Malformed
        if at > text_from:
            yield _text(page[text_from:at])
        at = text_from = found.end()
        if found[3]:
            tag = Tag(found[3].lower(), bool(found[2]), found[4])
            yield tag
            if tag.name in _UNSHOWN and not tag.closes and tag.name not in endless:
                at = text_from = _end_of(tag, page, at, endless)
    if text_from < len(page):
        yield _text(page[text_from:])


def _end_of(tag: Tag, page: str, at: int, endless: set[str]) -> int:
    """Where an element ends whose content is not shown; one that never ends hides nothing."""
    pattern = re.compile(rf"</{re.escape(tag.name)}[\s/>]", re.IGNORECASE)
    end = None if tag.carried.endswith("/") else pattern.search(page, at)
    if end is None:
        endless.add(tag.name)
    return end.start() if end else at


def _text(text: str) -> str:
    return unescape(text) if "&" in text else text
