"""What a command says: one JSON object, or lines and aligned tables for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.starting import tell
from smartpns_desktop.words import errors

_WIDEST = 44


class Output:
    """Standard output and standard error of one command; `as_json` decides which face is shown."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def result(self, value: Mapping[str, Any], lines: Iterable[str] = ()) -> None:
        """The result of a command: the object for programs, or the lines for people."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False, default=_plain))
            return
        for line in lines:
            print(line)

    def failure(self, error: CannotDo) -> None:
        """Why a command could not be carried out."""
        message = errors.say(error)
        if self.as_json:
            print(json.dumps({"error": {"code": error.code, "message": message}}, ensure_ascii=False))
        else:
            tell(message)


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Rows under headings, columns aligned; long cells are cut so that a line stays a line."""
    cells = [[_cut(str(value)) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(headings, *cells, strict=True)]
    return [
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in (list(headings), ["-" * width for width in widths], *cells)
    ]


def _cut(text: str) -> str:
    line = " ".join(text.split("\n"))
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
