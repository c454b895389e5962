"""What stands in a short list: spellings brought to the list's own, unknown ones kept and told."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from smartpns_desktop.exchange.lexicon import CREATE, LEAVE
from smartpns_desktop.exchange.lines import Lines


def settle(lines: Lines, name: str, read: Callable[[str], str | None], known: Collection[str]) -> None:
    """The column in the list's spelling, as `read` knows it, else as people said (one of `known`, or to leave it).

    What neither tells stays as it is written, with a warning.
    """
    column = lines.column(name)
    meant = {it: meaning(lines, name, it, read, known) for it in set(column) - {None}}
    for line, value in enumerate(column) if any(it.is_kept for it in meant.values()) else ():
        if value is not None and meant[value].is_kept:
            lines.object(line, "value.kept", name, value)
    if name in lines.values:
        lines.values[name] = [None if it is None else meant[it].value for it in column]


class Meaning(NamedTuple):
    """What a spelling means, `None` where it is to be left; `is_kept` where it stays as written, and nobody said so."""

    value: object
    is_kept: bool = False


def meaning(
    lines: Lines, name: str, spelling: object, read: Callable[[str], str | None], known: Collection[str]
) -> Meaning:
    """What a spelling of a field means by the list itself, else by what people said."""
    said = lines.lexicon.meaning(name, spelling)
    found = read(str(spelling)) or (said if said in known else None)
    if found or said == LEAVE:
        return Meaning(found)
    return Meaning(spelling, is_kept=said != CREATE)
