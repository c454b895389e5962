"""Columns whose values stand in a short list: spellings brought to the list's own, unknown ones kept and told."""

from __future__ import annotations

from collections.abc import Callable, Collection

from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.exchange.lines import Lines


def settle(lines: Lines, name: str, read: Callable[[str], str | None], known: Collection[str]) -> None:
    """The column in the list's spelling, as `read` knows it, else as people said (one of `known`, or to leave it).

    What neither tells stays as it is written, with a warning.
    """
    column = lines.column(name)
    said = {it: lines.lexicon.meaning(name, it) for it in set(column) - {None}}
    meant = {it: read(str(it)) or (answer if answer in known else None) for it, answer in said.items()}
    for line, value in enumerate(column) if None in meant.values() else ():
        if value is not None and meant[value] is None and said[value] != LEAVE:
            lines.object(line, "value.kept", name, value)
    kept = {it: found or (None if said[it] == LEAVE else it) for it, found in meant.items()}
    if name in lines.values:
        lines.values[name] = [kept.get(it) for it in column]
