"""Agencies and units over time as the store knows them: their state on a day, and what they were before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from db import Reader
from db.queries import organisation
from db.queries.bundle import Bundle
from smartpns_desktop.domain import agency_pasts
from smartpns_desktop.domain.agency_pasts import Past
from smartpns_desktop.domain.folding import fold

_Pasts = defaultdict[int, list[Past[Any]]]


class AgencyPasts:
    """Every agency and unit by key in `rows`, and what each was called, coded and below until when.

    `successors` tells into which agencies one went, oldest first.
    """

    def __init__(self, reader: Reader) -> None:
        self.rows: dict[int, Any] = {row.id: row for row in organisation.all_agencies(reader)}
        self.names: _Pasts = defaultdict(list)
        self.codes: _Pasts = defaultdict(list)
        self.parents: _Pasts = defaultdict(list)
        for row in organisation.former_names(reader):
            self.names[row.agency_id].append(Past(row.used_until, row.name))
        for row in organisation.former_codes(reader):
            self.codes[row.agency_id].append(Past(row.used_until, row.code))
        for row in organisation.former_parents(reader):
            self.parents[row.agency_id].append(Past(row.used_until, row.parent_id))
        self.successors: defaultdict[int, list[int]] = defaultdict(list)
        self.days: dict[tuple[int, int], date] = {}
        for row in organisation.successions(reader):
            self.successors[row.agency_id].append(row.successor_id)
            self.days[row.agency_id, row.successor_id] = row.effective_date
        self._closed = {key for key, row in self.rows.items() if row.closed_on is not None}

    def name(self, key: int, on: date) -> str:
        """What an agency was called on a day."""
        return str(agency_pasts.on_day(self.rows[key].name, self.names[key], on))

    def code(self, key: int, on: date) -> str | None:
        """The code that an agency had on a day."""
        code: str | None = agency_pasts.on_day(self.rows[key].code, self.codes[key], on)
        return code

    def parent(self, key: int, on: date) -> int | None:
        """Below what an agency stood on a day."""
        parent: int | None = agency_pasts.on_day(self.rows[key].parent_id, self.parents[key], on)
        return parent

    def stands(self, key: int, on: date) -> bool:
        """Whether an agency was there on a day."""
        return agency_pasts.stands(self.rows[key].opened_on, self.rows[key].closed_on, on)

    def heirs(self, key: int) -> tuple[int, ...]:
        """Who stands in the place of an agency now, see `domain.agency_pasts.heirs`."""
        return agency_pasts.heirs(key, self.successors, self._closed)

    def way(self, key: int, to: int) -> tuple[tuple[date, int], ...]:
        """Since when those whom a closed agency had were where, until they were in `to`: the agencies after it."""
        keys = agency_pasts.way(key, to, self.successors, self._closed)
        return tuple((self.days[pair], pair[1]) for pair in pairwise((key, *keys)))

    def heirs_known(self, key: int) -> tuple[int, ...]:
        """As `heirs`; none for an agency that is still to be written."""
        return self.heirs(key) if key in self.rows else ()

    def is_gone(self, key: int) -> bool:
        """Whether an agency is closed and others came after it."""
        return key in self._closed and bool(self.successors.get(key))

    def known_names(self, key: int) -> Iterator[str]:
        """All names by which an agency itself is or was known, the present one first."""
        row = self.rows[key]
        yield row.name
        if row.short_name:
            yield row.short_name
        yield from dict.fromkeys(it.value for it in self.names[key])

    def former_names(self) -> Mapping[int, tuple[str, ...]]:
        """By agency its former names, then those of agencies that went into it, each once."""
        found: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for key in self.rows:
            found[key] |= dict.fromkeys(it.value for it in self.names[key])
        for key in filter(self.is_gone, self.rows):
            row = self.rows[key]
            for heir in self.heirs(key):
                found[heir] |= dict.fromkeys((row.name, *(it.value for it in self.names[key])))
        return {key: tuple(it for it in names if fold(it) != self.rows[key].name_key) for key, names in found.items()}

    def bearers(self) -> dict[str, list[int]]:
        """By folded name whom it means now: who bears or bore it, else who came after one that did.

        One that is closed for good is meant only where nobody else is.
        """
        own: defaultdict[str, dict[int, None]] = defaultdict(dict)
        inherited: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for key in self.rows:
            found = inherited if self.is_gone(key) else own
            for name in map(fold, self.known_names(key)):
                found[name] |= dict.fromkeys(self.heirs(key))
        meant = inherited | own
        # Who is closed for good gives way to who came after a namesake.
        meant |= {name: own[name] | inherited[name] for name in own if self._closed.issuperset(own[name])}
        return {name: self._standing(list(keys)) for name, keys in meant.items() if name}

    def by_code(self) -> dict[str, list[int]]:
        """By code whom it means now: who has it, else who had it, or came after one that did."""
        former: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for key, pasts in self.codes.items():
            for past in pasts:
                former[past.value] |= dict.fromkeys(self.heirs(key))
        present = {row.code: list(self.heirs(key)) for key, row in self.rows.items() if row.code}
        return {code: self._standing(list(keys)) for code, keys in former.items()} | present

    def _standing(self, keys: list[int]) -> list[int]:
        return [key for key in keys if key not in self._closed] or keys


def keep_past(bundle: Bundle, pasts: AgencyPasts, key: int, changed: Mapping[str, Any], on: date) -> None:
    """Note what an agency was until a day, of name, code and parent whichever change; once a day is enough."""
    row = pasts.rows[key]
    if changed.get("name_key", row.name_key) != row.name_key and Past(on, row.name) not in pasts.names[key]:
        keep_name(bundle, key, row.name, on)
    if changed.get("code", row.code) != row.code and row.code and Past(on, row.code) not in pasts.codes[key]:
        bundle.add("agency_codes", {"agency_id": key, "code": row.code, "used_until": on})
    if changed.get("parent_id", row.parent_id) != row.parent_id and on not in {it.until for it in pasts.parents[key]}:
        bundle.add("agency_parents", {"agency_id": key, "parent_id": row.parent_id, "used_until": on})


def keep_name(bundle: Bundle, key: int, name: str, until: date | None) -> None:
    """Note a former name of an agency."""
    bundle.add("agency_names", {"agency_id": key, "name": name, "name_key": fold(name), "used_until": until})
