"""Below which other row each row of a list stands, as indents and numbers before the names show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ROMANS = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii "
    "xxix xxx"
).split()
_DOTTED = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})+)\.?(?:\s+|$)")
_SINGLE = re.compile(r"\s*(\(?)(\d{1,3}|[A-Za-z]|[IVXivx]{1,6})([.)]\)?|(?=\s*$))(?:\s*|$)")
_WIDTHS = {"\t": 4}

Mark = tuple[str, int]
"""A style of numbering ("A.", "1)") and the number that stands there in it; ("", 0) where none does."""


def bare_name(text: str) -> str:
    """A name without the number in front of it."""
    for numbering in (_DOTTED, _SINGLE):
        match = numbering.match(text)
        rest = text[match.end() :].strip() if match else ""
        if rest and (numbering is _DOTTED or (match and match[3])):
            return rest
    return text.strip()


def parents(names: Sequence[str], numbers: Sequence[str]) -> list[int | None] | None:
    """For each row the place of the row below which it stands (None: below none); None where nothing proves a tree.

    `names` are the cells with their indents, `numbers` those of a column of numbers beside them. Indents prove it
    where each step back ends at an indent that is open; dotted numbers (1, 1.1, 1.1.1) where all that they go on from
    is there; numbers of several styles (I, A, 1, a) where each begins anew at one below the next higher and counts on.
    """
    indents = [_indent(name) for name in names]
    if len(set(indents)) > 1:
        return _by_depth(indents)
    marks = [number if number.strip() else name for name, number in zip(names, numbers, strict=True)]
    dotted = [match[1] if (match := _DOTTED.match(mark)) else "" for mark in marks]
    if any(dotted):
        return _by_prefix([it or _first(mark) for it, mark in zip(dotted, marks, strict=True)])
    return _by_style([_readings(mark) for mark in marks])


def _indent(text: str) -> int:
    lead = text[: len(text) - len(text.lstrip())]
    return sum(_WIDTHS.get(it, 1) for it in lead)


def _by_depth(indents: Sequence[int]) -> list[int | None] | None:
    found: list[int | None] = []
    open_rows: list[tuple[int, int]] = []
    for row, indent in enumerate(indents):
        back = bool(open_rows) and indent < open_rows[-1][0]
        while open_rows and open_rows[-1][0] > indent:
            open_rows.pop()
        if back and not (open_rows and open_rows[-1][0] == indent):
            return None
        if open_rows and open_rows[-1][0] == indent:
            open_rows.pop()
        found.append(open_rows[-1][1] if open_rows else None)
        open_rows.append((indent, row))
    return found


def _first(mark: str) -> str:
    match = _SINGLE.match(mark)
    return match[2] if match and match[2].isdigit() else ""


def _by_prefix(numbers: Sequence[str]) -> list[int | None] | None:
    """By the number each goes on from; one without a number has none below or above it that could be told."""
    rows = {number: row for row, number in enumerate(numbers) if number}
    found: list[int | None] = []
    for number in numbers:
        above = number.rpartition(".")[0]
        if not number or (above and above not in rows):
            return None
        found.append(rows[above] if above else None)
    return found if len(rows) == len(numbers) else None


def _readings(mark: str) -> list[Mark]:
    """What a number can be: i is a letter and a Roman one."""
    match = _SINGLE.match(mark)
    if match is None or not (match[3] or not mark[match.end() :].strip()):
        return [("", 0)]
    text, frame = match[2], match[1] + match[3].strip()
    if text.isdigit():
        return [(f"1{frame}", int(text))]
    case = "A" if text.isupper() else "a"
    found = [(f"{case}I{frame}", _ROMANS.index(text.casefold()) + 1)] if text.casefold() in _ROMANS else []
    return found + ([(f"{case}{frame}", ord(text.casefold()) - 96)] if len(text) == 1 else [])


def _by_style(marks: Sequence[Sequence[Mark]]) -> list[int | None] | None:
    found: list[int | None] = []
    open_rows: list[tuple[Mark, int]] = []
    for row, readings in enumerate(marks):
        depth, mark = _goes_on(readings, [it for it, _ in open_rows])
        if depth is None:
            return None
        del open_rows[depth:]
        found.append(open_rows[-1][1] if open_rows else None)
        open_rows.append((mark, row))
    return found if any(it is not None for it in found) else None


def _goes_on(readings: Sequence[Mark], opened: Sequence[Mark]) -> tuple[int | None, Mark]:
    """At which depth a number goes on counting, the deepest first, else where it begins anew; None where neither."""
    for depth in range(len(opened) - 1, -1, -1):
        for style, number in readings:
            if opened[depth][0] == style and (not style or number == opened[depth][1] + 1):
                return depth, (style, number)
    known = {style for style, _ in opened}
    for style, number in readings:
        if style not in known and number <= 1:
            return len(opened), (style, number)
    return None, readings[0]
