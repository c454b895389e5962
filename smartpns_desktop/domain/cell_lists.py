"""Lists that people write in one cell of a sheet, taken apart into their items."""

from __future__ import annotations

import re

_BULLET = re.compile(r"^\s*(?:[-–•*·▪]\s+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,]))(\d{1,2}|[a-z])[.)]\s+", re.IGNORECASE)


def items(text: str) -> list[str]:
    """The items of a list: on lines, behind semicolons, or numbered (1. … 2. …); signs of bullets are dropped."""
    parts = [part for line in text.split("\n") for part in _numbered(line)]
    return [name for part in parts for piece in split_at(part, ";") if (name := tidy_item(piece))]


def tidy_item(name: str) -> str:
    """A name as it can stand in a list: on one line, without what would end it."""
    flat = " ".join(name.replace(";", ",").split())
    while match := _BULLET.match(f"{flat} "):
        flat = flat[match.end() :].strip()
    return flat.strip(" ,")


def _numbered(line: str) -> list[str]:
    """The parts of a line that counts them: 1. A 2. B, or a. A b. B; the line itself where it does not."""
    marks = list(_NUMBERED.finditer(line))
    told = [mark[1].lower() for mark in marks]
    counted = [str(place) for place in range(1, len(told) + 1)]
    lettered = [chr(ord("a") + place) for place in range(len(told))]
    if len(told) < 2 or told not in (counted, lettered) or line[: marks[0].start()].strip():
        return [line]
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    return [line[mark.end() : end].strip(" ;,") for mark, end in zip(marks, ends, strict=True)]


def split_at(text: str, sign: str) -> list[str]:
    """The text split at a sign, where that does not stand within brackets."""
    pieces, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth = max(depth + (letter == "(") - (letter == ")"), 0)
        if letter == sign and depth == 0:
            pieces.append(text[start:place])
            start = place + 1
    return [*pieces, text[start:]]
