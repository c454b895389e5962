"""The people of the store as a sheet may mean them: by NIP, by what is left of one, by NIK, by name and birth date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db import Reader
from db.queries import employees
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.names import split_titles
from smartpns_desktop.exchange.likeness import alike, likeness
from smartpns_desktop.exchange.sheets import let_go

_SAME_PERSON = 60
"""Likeness of names, of 100, below which a NIP probably stands beside another person's name."""
_SURELY = 85
"""Likeness from which two spellings are one name: Budi Santosa and Budi Santoso, but not Siti Aminah Putri."""
_LIKELY = 75.0
"""Likeness of names from which somebody is proposed."""
_COMPARED = 50
"""Names that are compared with all known ones; a long sheet without NIPs brings more than anybody would answer."""
_WHOLE_BEGINNING = 15
_TYPING_ERRORS = 2
"""Digits in which the NIP of the same person differs from the one in the sheet at most."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the store knows: key, NIP and name without titles."""

    key: int
    nip: str
    name: str

    @property
    def label(self) -> str:
        """NIP and name."""
        return f"{self.nip} {self.name}"


class KnownPeople:
    """All people of the store, loaded where a sheet does not name them by sound NIPs."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._compared: set[str] = set()

    def __del__(self) -> None:
        let_go(*(it for it in vars(self).values() if isinstance(it, (list, dict))))

    def with_nips(self, numbers: Iterable[object]) -> dict[str, Person]:
        """Those with these NIPs, by NIP; one from before two records were merged stands for the present one."""
        wanted = sorted({str(it) for it in numbers if it})
        if not wanted:
            return {}
        present = employees.present_nips(self._reader, wanted)
        found = employees.names_by_nip(self._reader, wanted)
        return {it: Person(key, present.get(it, it), name) for it, (key, name) in found.items()}

    def __bool__(self) -> bool:
        return bool(self._rows)

    @cached_property
    def _all(self) -> dict[int, Person]:
        return {key: Person(key, number, name) for key, number, name, _, _ in self._rows}

    @cached_property
    def _rows(self) -> list[tuple[int, str, str, str | None, date | None]]:
        return [tuple(row) for row in employees.masters(self._reader, ("name", "nik", "birth_date"), None)]

    @cached_property
    def _by_nik(self) -> dict[str, list[Person]]:
        return self._grouped((row[3], row[0]) for row in self._rows if row[3])

    @cached_property
    def _by_beginning(self) -> dict[str, list[Person]]:
        return self._grouped((row[1][:_WHOLE_BEGINNING], row[0]) for row in self._rows)

    @cached_property
    def _by_name(self) -> dict[str, list[Person]]:
        return self._grouped((name, key) for key, name in self._folded.items())

    @cached_property
    def _folded(self) -> dict[int, str]:
        return {key: fold(name) for key, _, name, _, _ in self._rows}

    @cached_property
    def _by_birth(self) -> dict[str, list[Person]]:
        return self._grouped(((row[4] or nip.parts(row[1]).birth_date).isoformat(), row[0]) for row in self._rows)

    @cached_property
    def _names(self) -> list[str]:
        return list(self._by_name)

    def _grouped(self, pairs: Iterable[tuple[str, int]]) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        for text, key in pairs:
            found[text].append(self._all[key])
        return dict(found)

    def by_key(self, key: str) -> Person | None:
        """The person of an answer."""
        return self._all.get(int(key)) if key.isdecimal() else None

    def with_nik(self, number: object) -> Sequence[Person]:
        """Those with this NIK."""
        return self._by_nik.get(str(number), ()) if number else ()

    def named(self, name: object) -> Sequence[Person]:
        """Those of exactly this name, whatever its titles, case and punctuation."""
        return self._by_name.get(bare_name(name), ()) if name else ()

    def born(self, name: object, day: object) -> Sequence[Person]:
        """Those of exactly this name and birth date; it is told by the NIP where nobody recorded it."""
        same_day = self._by_birth.get(str(day), ()) if name and day else ()
        bare = bare_name(name) if same_day else ""
        return [it for it in same_day if self._folded[it.key] == bare]

    def like(self, name: object, most: int = 3) -> list[tuple[Person, float]]:
        """Those whose names are most like this one, and how like they are (0 to 100); only for the first names."""
        bare = bare_name(name) if name else ""
        if not bare or (len(self._compared) >= _COMPARED and bare not in self._compared):
            return []
        self._compared.add(bare)
        places = alike(bare, self._names, least=_LIKELY, most=most)
        return [(it, score) for place, score in places for it in self._by_name[self._names[place]]][:most]

    def meant_by(self, beginnings: Iterable[str], name: object) -> Sequence[Person]:
        """Those whose NIP begins so and whose name fits: is the same, else alike.

        Where fewer than 15 digits are left, only the same name fits.
        """
        if not name:
            return ()
        found: dict[int, Person] = {}
        for begun in beginnings:
            whole = len(begun) == _WHOLE_BEGINNING
            people = self._by_beginning.get(begun, ()) if whole else self.named(name)
            found |= {it.key: it for it in people if it.nip.startswith(begun) and not is_another(name, it.name)}
        same = [it for it in found.values() if fold(it.name) == bare_name(name)]
        return same or list(found.values())

    def mistyped(self, number: str, name: object) -> Sequence[Person]:
        """Those of this name whose NIP is one or two digits away from this one."""
        return [it for it in self.named(name) if 0 < _distance(it.nip, number) <= _TYPING_ERRORS]


def bare_name(name: object) -> str:
    """A name's key without its titles."""
    return fold(split_titles(str(name)).name)


def is_another(written: object, stored: str) -> bool:
    """Whether a written name is probably another person's."""
    bare = bare_name(written)
    return bare != fold(stored) and likeness(bare, fold(stored)) < _SAME_PERSON


def is_surely(written: object, stored: str) -> bool:
    """Whether a written name is the stored one but for a slip of the pen."""
    bare = bare_name(written)
    return bare == fold(stored) or likeness(bare, fold(stored)) >= _SURELY


def _distance(one: str, other: str) -> int:
    return sum(mine != theirs for mine, theirs in zip(one, other, strict=False)) + abs(len(one) - len(other))
