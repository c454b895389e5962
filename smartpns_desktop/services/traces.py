"""Where an error came from, told without the data it was about: files, lines, functions and our own source."""

from __future__ import annotations

import linecache
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, TracebackType

from smartpns_desktop.domain.redaction import GONE, redacted

OURS = ("smartpns_desktop", "ui", "db")
"""Packages whose lines of source hold no data and may be shown."""

_FIRST, _LAST = 5, 30
"""Frames of a long trace that are shown, the outermost and the innermost ones."""
_CAUSES = 8
"""Errors behind an error that are shown."""


@dataclass(frozen=True, slots=True)
class _Frame:
    place: str
    line: int
    code: CodeType

    @property
    def is_ours(self) -> bool:
        return self.place.partition("/")[0] in OURS

    def __str__(self) -> str:
        told = f"  {self.place}:{self.line} in {self.code.co_name}"
        source = linecache.getline(self.code.co_filename, self.line).strip() if self.is_ours else ""
        return f"{told}\n      {source}" if source else told


def trace(error: BaseException) -> str:
    """An error with its causes and their frames, one below the other; carries no data and no folder of the user."""
    return "\n".join(line for part in _with_causes(error) for line in _told(part))


def origin(error: BaseException) -> str:
    """Kind of an error and the innermost line of ours that it passed; the same bug has the same origin."""
    frames = _frames(error.__traceback__)
    ours = [frame for frame in frames if frame.is_ours]
    place = (ours or frames)[-1:]
    return " ".join([_kind(error), *(f"{frame.place}:{frame.line}" for frame in place)])


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    waiting, seen = [error], set[int]()
    while waiting and len(seen) < _CAUSES:
        part = waiting.pop(0)
        if id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        behind = part.__cause__ or (None if part.__suppress_context__ else part.__context__)
        waiting += [*(part.exceptions if isinstance(part, BaseExceptionGroup) else ()), *([behind] if behind else ())]


def _told(error: BaseException) -> Iterator[str]:
    frames = _frames(error.__traceback__)
    names = frozenset(name for frame in frames for name in (*frame.code.co_names, *frame.code.co_varnames))
    yield f"{_kind(error)}: {redacted(_message(error), names)}"
    if len(frames) <= _FIRST + _LAST:
        yield from map(str, frames)
        return
    yield from map(str, frames[:_FIRST])
    yield f"  {GONE} {len(frames) - _FIRST - _LAST}"
    yield from map(str, frames[-_LAST:])


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - an error that cannot even be told
        return GONE


def _frames(found: TracebackType | None) -> list[_Frame]:
    return [_Frame(_place(frame.f_code.co_filename), line, frame.f_code) for frame, line in traceback.walk_tb(found)]


def _place(file: str) -> str:
    """Where a file stands below the program or its libraries, so that no folder names the user."""
    path = Path(file)
    if not path.is_absolute():
        # In the packaged program, and where there is no file at all.
        return path.as_posix()
    homes = [Path(home) for home in sys.path if home and path.is_relative_to(home)]
    return path.relative_to(max(homes, key=lambda home: len(home.parts))).as_posix() if homes else path.name
