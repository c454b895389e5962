"""CSV and its kin: encoding and separator found out from the content, records read as text cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import chain
from pathlib import PurePosixPath

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.content import Content
from smartpns_desktop.exchange.sheets import Cell, HeldSheet, Sheet, without_trailing_blanks
from smartpns_desktop.exchange.text_encoding import encoding_of

_SEPARATORS = ";,\t|"
_SAMPLE = 64 * 1024
_SAMPLE_LINES = 50
_PIECE = 1024 * 1024
_LONGEST_FIELD = 1024 * 1024
_NAMED = re.compile(r'\ufeff?"?sep=([;,\t|])"?(?:[\r\n]|\Z)', re.IGNORECASE)
_KEPT_AS_TEXT = re.compile(r'(^|[;,\t|])="([^"\r\n]*)"')
"""A cell as ="1970…", which Excel shows as the text in quotes: how exports keep long numbers whole."""
_END = "\x1e"
"""A line put after the last: a quote that is still open would swallow it, and with it rows unseen."""


def read_delimited(content: Content) -> list[HeldSheet]:
    """The one sheet of a delimited text file, named after the file; a row's number is its record's number.

    Raises CannotDo: file.not_a_workbook (binary), file.unreadable (a quote that is never closed),
    file.too_large.
    """
    encoding = _encoding(content)
    with content.open("rb") as raw, TextIOWrapper(raw, encoding, errors="replace", newline="") as text:
        separator, skipped = _separator(text.read(_SAMPLE))
        text.seek(0)
        lines = _clean(text, content.name)
        for _ in range(skipped):
            next(lines)
        sheet = Sheet(PurePosixPath(content.name).stem, _rows(lines, separator, content.name))
    return [HeldSheet(sheet, visible=True)]


def _encoding(content: Content) -> str:
    with content.open("rb") as file:
        head = file.read(_SAMPLE)
        return encoding_of(head, chain([head], iter(lambda: file.read(_PIECE), b"")))


def _separator(sample: str) -> tuple[str, int]:
    """The separator, and how many lines in front only name it ("sep=;", which Excel does not show).

    Of the four, the one that stands equally often, outside quotes, in most of the first lines.
    """
    named = _NAMED.match(sample)
    if named:
        return named[1], 1
    lines = list(_unquoted_lines(sample))[:_SAMPLE_LINES]
    return max(_SEPARATORS, key=lambda separator: _regularity(separator, lines)), 0


def _regularity(separator: str, lines: Iterable[str]) -> tuple[int, int]:
    """In how many lines the separator stands its most usual number of times, and that number."""
    counts = Counter(count for line in lines if (count := line.count(separator)))
    if not counts:
        return 0, 0
    usual, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return times, usual


def _unquoted_lines(sample: str) -> Iterator[str]:
    """The lines without what stands in quotes, line breaks in quotes included; not a last, cut line."""
    bare = "".join(sample.split('"')[::2])
    lines = bare.splitlines()
    return (line for line in (lines[:-1] if len(sample) >= _SAMPLE else lines) if line.strip())


def _clean(lines: Iterable[str], file_name: str) -> Iterator[str]:
    for line in lines:
        if "\0" in line:
            raise CannotDo("file.not_a_workbook", path=file_name)
        bare = line.replace("\ufeff", "") if "\ufeff" in line else line
        yield _KEPT_AS_TEXT.sub(r'\1"\2"', bare) if '="' in bare else bare


def _rows(lines: Iterable[str], separator: str, file_name: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    width = 0
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        for record in csv.reader(chain(lines, [_END]), delimiter=separator):
            rows.append([*record])
            width = max(width, len(record))
            if len(rows) * width > limits.CELLS:
                raise limits.too_large(file_name, "cells", limits.CELLS)
    except csv.Error as error:
        raise CannotDo("file.unreadable", path=file_name, row=len(rows) + 1) from error
    if rows.pop() != [_END]:
        raise CannotDo("file.unreadable", path=file_name, row=len(rows) + 1)
    without_trailing_blanks(rows)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return rows
