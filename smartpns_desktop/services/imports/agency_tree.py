"""Which agency or unit each line of an agency sheet means, and who stands below whom; new ones are planned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db import Reader
from db.queries import organisation
from db.queries.bundle import Bundle
from smartpns_desktop.domain.names import fold
from smartpns_desktop.exchange.lines import Lines

_CODE_PARTS = re.compile(r"[.\-/]")
"""What divides a code into those of the agencies above."""

Word = tuple[str, str]
"""`("code", …)` or `("name", …)`: one way to name an agency."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a line says of itself: name, code, and the words that name its parent."""

    name: str
    code: str | None
    parents: frozenset[Word]


class AgencyTree:
    """The stored agencies and those that the sheet adds.

    A line means the agency of its code, else that of its name (present, else former) below the parent that it
    tells; one that stands elsewhere has moved, unless another line means it. `keys` gives each line's agency,
    negative where the bundle adds it.
    """

    def __init__(self, reader: Reader, lines: Lines, bundle: Bundle) -> None:
        self._lines, self._bundle = lines, bundle
        self._above = _told_above(lines)
        self.rows: dict[int, Any] = {row.id: row for row in organisation.all_agencies(reader)}
        self.former: dict[int, set[str]] = defaultdict(set)
        self.keys: dict[int, int] = {}
        self._by_code: dict[str, int] = {row.code: row.id for row in self.rows.values() if row.code}
        self._codes = {key: code for code, key in self._by_code.items()}
        self._parents: dict[int, int | None] = {row.id: row.parent_id for row in self.rows.values()}
        self._named: dict[str, list[int]] = defaultdict(list)
        self._once_named: dict[str, list[int]] = defaultdict(list)
        self._places: dict[int, frozenset[Word]] = {}
        for row in self.rows.values():
            self._named[row.name_key].append(row.id)
        for row in organisation.former_names(reader):
            self._once_named[row.name_key].append(row.agency_id)
            self.former[row.agency_id].add(row.name_key)
        for row in self.rows.values():
            self._places[row.id] = frozenset(self._words_for(row.parent_id))

    def _words_for(self, key: int | None) -> Iterator[Word]:
        if key is not None:
            row = self.rows[key]
            yield "code", row.code
            yield from (("name", name) for name in {row.name_key, *self.former[key]})

    def settle(self) -> None:
        """Find every good line's agency or plan it; a second line of one agency is refused, an open question too."""
        good = {line: self._told(line) for line in self._lines.good()}
        claimed = {key for told in good.values() for key in self._certain(told)}
        first: dict[int, int] = {}
        for line, told in good.items():
            meant = self._meant(told, claimed | first.keys())
            if len(meant) > 1:
                self._lines.object(line, "value.ambiguous", "name", self._lines.column("name")[line])
            elif meant and meant[0] in first:
                name = self._lines.column("name")[line]
                self._lines.object(line, "row.duplicate", "name", name, first_row=str(first[meant[0]]))
            else:
                self.keys[line] = meant[0] if meant else self._plan(line, told)
                first[self.keys[line]] = self._lines.rows[line]
                self._places[self.keys[line]] |= told.parents
                self._know_code(self.keys[line], told.code)
        for line, key in self.keys.items():
            for name in self.former_told(line):
                self._once_named[fold(name)].append(key)

    def former_told(self, line: int) -> list[str]:
        """The former names that a line tells, apart by semicolons."""
        names = str(self._lines.column("former_names")[line] or "").split(";")
        return [name.strip() for name in names if fold(name)]

    def _told(self, line: int) -> _Told:
        name, code = (self._lines.column(it)[line] for it in ("name", "code"))
        parent_code, parent = self._above[line]
        words = [("code", parent_code)] if parent_code else []
        words += [("name", fold(parent))] if parent else []
        return _Told(fold(str(name)), str(code) if code else None, frozenset(words))

    def _certain(self, told: _Told) -> list[int]:
        """The stored agency of that code, else those of that name below that parent."""
        if told.code in self._by_code:
            return [self._by_code[str(told.code)]]
        return [key for key in self._bearing(told) if self._places[key] & told.parents]

    def _bearing(self, told: _Told) -> list[int]:
        known = self._named.get(told.name) or self._once_named.get(told.name, [])
        # A namesake with another code is another unit.
        return [key for key in known if told.code is None or key not in self._codes]

    def _meant(self, told: _Told, spoken_for: set[int]) -> list[int]:
        certain = self._certain(told)
        if certain or told.code in self._by_code:
            return certain
        if told.parents:
            return [key for key in self._bearing(told) if key > 0 and key not in spoken_for]
        return self._bearing(told)

    def _plan(self, line: int, told: _Told) -> int:
        row = {"parent_id": None, "code": told.code, "name": self._lines.column("name")[line], "name_key": told.name,
               "short_name": None, "kind": "agency", "closed_on": None}  # fmt: skip
        key = self._bundle.add("agencies", row)
        self._named[told.name].append(key)
        self._places[key] = frozenset()
        return key

    def _know_code(self, key: int, code: str | None) -> None:
        if code:
            self._by_code[code], self._codes[key] = key, code

    def parent(self, line: int) -> int | None:
        """The agency under which a line puts its own; told where it is unknown, or below the line's own already."""
        code, name = self._above[line]
        if not code and not name:
            return None
        key = self.keys[line]
        named = set(self._named.get(fold(name)) or self._once_named.get(fold(name), []))
        found = self._by_code.get(code) or (named.pop() if len(named) == 1 else None)
        if found is None or key in self._ancestry(found):
            self._lines.object(line, "value.unknown", "parent_code" if code else "parent", code or name)
            return None
        self._parents[key] = found
        return found

    def _ancestry(self, key: int) -> Iterator[int]:
        """An agency and all above it."""
        above: int | None = key
        while above is not None:
            yield above
            above = self._parents.get(above)


def _told_above(lines: Lines) -> list[tuple[str, str]]:
    """By line code and name of the agency above its own, "" where not told: by its cells, else, where the sheet has no
    column for it, by the code of another line that its own goes on from (1.02.03 below 1.02), else by the section."""
    pairs = zip(lines.column("parent_code"), lines.column("parent"), strict=True)
    told = [(str(code or ""), str(name or "")) for code, name in pairs]
    if not {"parent_code", "parent"}.isdisjoint(lines.headings):
        return told
    codes = [str(code or "") for code in lines.column("code")]
    known = {code.rstrip(".-/"): code for code in codes if code}
    above = [_goes_on_from(code, known) for code in codes]
    return [
        (code, "" if code else around.get("agency", "")) for code, around in zip(above, lines.sections, strict=True)
    ]


def _goes_on_from(code: str, known: Mapping[str, str]) -> str:
    """The longest of the known codes with which a code begins, up to a dot, a hyphen or a slash; "" where none is."""
    ends = [match.start() for match in _CODE_PARTS.finditer(code.rstrip(".-/"))]
    return next((known[code[:end]] for end in reversed(ends) if code[:end] in known), "")
