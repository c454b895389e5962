"""Which agency or unit each line of an agency sheet means, and who stands below whom; new ones are planned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db import Reader
from db.queries.bundle import Bundle
from smartpns_desktop.domain.agencies import is_inner
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.agency_pasts import AgencyPasts
from smartpns_desktop.services.imports.names import Names

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

    def __init__(self, reader: Reader, lines: Lines, bundle: Bundle, lookup: Names) -> None:
        self._lines, self._bundle, self._names = lines, bundle, lookup
        self._above = _told_above(lines)
        self.pasts = AgencyPasts(reader)
        self.rows: dict[int, Any] = dict(self.pasts.rows)
        self.former: dict[int, set[str]] = defaultdict(set)
        self.keys: dict[int, int] = {}
        self._codes = {key: row.code for key, row in self.rows.items() if row.code}
        once = {it.value: key for key, pasts in self.pasts.codes.items() for it in pasts}
        self._by_code: dict[str, int] = once | {code: key for key, code in self._codes.items()}
        self._parents: dict[int, int | None] = {row.id: row.parent_id for row in self.rows.values()}
        self._named: dict[str, list[int]] = defaultdict(list)
        self._once_named: dict[str, list[int]] = defaultdict(list)
        self._places: dict[int, frozenset[Word]] = {}
        for row in self.rows.values():
            self._named[row.name_key].append(row.id)
        for key, names in self.pasts.former_names().items():
            self.former[key] |= set(map(fold, names))
        for key, pasts in self.pasts.names.items():
            for name in {fold(it.value) for it in pasts}:
                self._once_named[name].append(key)
        for row in self.rows.values():
            above = {row.parent_id, *(it.value for it in self.pasts.parents.get(row.id, ()))}
            self._places[row.id] = frozenset(word for key in above for word in self._words_for(key))

    def _words_for(self, key: int | None) -> Iterator[Word]:
        if key is not None:
            row = self.rows[key]
            yield from (("code", code) for code in {row.code, *(it.value for it in self.pasts.codes.get(key, ()))})
            yield from (("name", name) for name in {row.name_key, *self.former[key]})

    def settle(self) -> None:
        """Find every good line's agency or plan it; a second line of one agency is refused, an open question too."""
        good = {line: self._told(line) for line in self._lines.good()}
        if self._lines.above is not None:
            self._settle_tree(good, self._lines.above)
            return
        claimed = {key for told in good.values() for key in self._certain(told)}
        first: dict[int, int] = {}
        for line, told in good.items():
            key = self._take(line, told, self._meant(told, claimed | first.keys()), first)
            if key is not None:
                self._places[key] |= told.parents
                self._know_code(key, told.code)
        for line, key in self.keys.items():
            for name in self.former_told(line):
                self._once_named[fold(name)].append(key)

    def _settle_tree(self, good: Mapping[int, _Told], above: Sequence[int | None]) -> None:
        """The same for a list whose tree is drawn: each unit is looked for below the one that the line above means."""
        first: dict[int, int] = {}
        for line, told in good.items():
            over = above[line]
            if over is not None and over not in self.keys:
                self._lines.object(line, "agency.above_refused", "name", self._lines.column("name")[over])
                continue
            parent = self.keys[over] if over is not None else None
            key = self._take(line, told, self._below(parent, told, first), first)
            if key is not None:
                self._parents[key] = parent

    def _take(self, line: int, told: _Told, meant: Sequence[int], first: dict[int, int]) -> int | None:
        """The agency that a line means, planned where there is none; `None` where several could be meant, or where a
        line before (`first`: its row by agency) has told of it."""
        name = self._lines.column("name")[line]
        if len(meant) > 1:
            self._lines.object(line, "value.ambiguous", "name", name)
            return None
        if meant and meant[0] in first:
            self._lines.object(line, "row.duplicate", "name", name, first_row=str(first[meant[0]]))
            return None
        key = self.keys[line] = meant[0] if meant else self._plan(line, told)
        first[key] = self._lines.rows[line]
        return key

    def _below(self, parent: int | None, told: _Told, taken: Mapping[int, int]) -> list[int]:
        """The units of that name below that parent; else the only one of a name that not every agency has."""
        bearing = self._bearing(told)
        own = [key for key in bearing if self._parents.get(key) == parent]
        if own or is_inner(told.name):
            return own
        return [key for key in bearing if key > 0 and key not in taken]

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
        if self._lines.above is not None:
            over = self._lines.above[line]
            return None if over is None else self.keys[over]
        code, name = self._above[line]
        if not code and not name:
            return None
        key = self.keys[line]
        named = set(self._named.get(fold(name)) or self._once_named.get(fold(name), []))
        found = self._by_code.get(code) or (named.pop() if len(named) == 1 else self._above_in_order(line, named))
        if found is None and not named and name and name == self._lines.sections[line].get("agency"):
            found = self._names.agency(name)
        if found is None or key in self._ancestry(found):
            self._lines.object(line, "value.unknown", "parent_code" if code else "parent", code or name)
            return None
        self._parents[key] = found
        return found

    def _above_in_order(self, line: int, named: set[int]) -> int | None:
        """Of several namesakes the one from whose code the line's own goes on, else the one in which the line above
        stands, as in a list in the order of its tree; `None` where neither tells."""
        codes = {code: key for key in named if (code := self._codes.get(key))}
        below = _goes_on_from(self._codes.get(self.keys[line]) or "", {code.rstrip(".-/"): code for code in codes})
        over = self.keys.get(line - 1)
        around = list(self._ancestry(over)) if over is not None else []
        return codes[below] if below else next((key for key in around if key in named), None)

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
