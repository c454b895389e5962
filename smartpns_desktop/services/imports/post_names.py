"""Names of posts and programmes of study in a sheet and the rows they mean, found or planned anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from db import Reader
from db.queries import organisation
from db.queries.bundle import Bundle
from smartpns_desktop.domain import education, positions
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange.lexicon import Lexicon, created_with, is_creation

PostKey = tuple[str, str, str]
"""Folded name, kind and echelon of a post; the last two are empty where nobody told."""


class PostNames:
    """The stored posts and those that an import adds.

    A spelling that is a post's name but for shortened words, spacing or where its level stands means that post,
    where it can mean only one name; `read_as` tells those. A post of a known name, but of another kind or echelon, is
    one of its own and no new name: it is `varied`, not `created`. `lexicon` is `None` where names are meant as written.
    """

    def __init__(self, reader: Reader, bundle: Bundle, lexicon: Lexicon | None) -> None:
        self._bundle, self._lexicon = bundle, lexicon
        self.created: dict[int, str] = {}
        self.varied: dict[int, str] = {}
        self.read_as: dict[str, str] = {}
        self.labels: dict[object, str] = {}
        self._keys: dict[PostKey, int] = {}
        self._known: dict[int, PostKey] = {}
        self._named: dict[str, list[int]] = defaultdict(list)
        self._alike: dict[str, set[str]] = defaultdict(set)
        for row in organisation.all_positions(reader):
            self._know(row.id, row.name, (row.name_key, row.kind_code, row.echelon_code))
        told = lexicon.told("post") if lexicon else ()
        self._answers = {it: int(key) for it, key in told if key.isdecimal() and int(key) in self._known}

    def find(self, name: str | None, kind: str, echelon: str, held: int | None) -> int | None:
        """See `Names.position`."""
        name_key = self._meant(name) if name and fold(name) else ""
        if not name or not name_key:
            return None
        told = (name_key, kind, echelon)
        if held is not None and _fits(self._known.get(held), told):
            return held
        if told not in self._keys:
            fitting = (key for key in self._named[name_key] if _fits(self._known[key], told))
            known = name if name_key == fold(name) else self.labels[self._named[name_key][0]]
            self._keys[told] = next(fitting, None) or self._plan(known, told)
        return self._keys[told]

    def _meant(self, name: str) -> str:
        """The folded name of the post that a spelling means: as people said, else one alike, else its own."""
        folded = fold(name)
        if folded in self._answers:
            return self._known[self._answers[folded]][0]
        if folded in self._named or self._lexicon is None or is_creation(self._lexicon.meaning("post", name)):
            return folded
        alike = self._alike.get(positions.plain(name), ())
        if len(alike) != 1:
            return folded
        (meant,) = alike
        self.read_as[name] = self.labels[self._named[meant][0]]
        return meant

    def _know(self, key: int, name: str, told: PostKey) -> None:
        self._keys[told], self._known[key] = key, told
        self._named[told[0]].append(key)
        if self._lexicon is not None:
            self._alike[positions.plain(name)].add(told[0])
        self.labels[key] = name

    def _plan(self, name: str, told: PostKey) -> int:
        answer = self._lexicon.meaning("post", name) if self._lexicon else ""
        name_key, kind, echelon = told
        key = self._bundle.add(
            "positions",
            {
                "name": name,
                "name_key": name_key,
                "kind_code": kind or (positions.kind_from(created_with(answer)) or ""),
                "echelon_code": echelon,
                "level_code": positions.functional_level(name),
                "retirement_age": None,
            },
        )
        (self.varied if self._named.get(name_key) else self.created)[key] = name
        self._know(key, name, told)
        return key


class ProgrammeNames:
    """The stored programmes of study and those that an import adds; spellings are taken as those of posts are."""

    def __init__(self, reader: Reader, bundle: Bundle, lexicon: Lexicon | None) -> None:
        self._bundle, self._lexicon = bundle, lexicon
        self.created: dict[int, str] = {}
        self.read_as: dict[str, str] = {}
        self.labels: dict[object, str] = {}
        self._keys: dict[tuple[str, str | None], int] = {}
        self._levels: dict[int, str | None] = {}
        self._alike: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for row in organisation.all_programmes(reader):
            self._know(row.id, row.name, row.name_key, row.level_code)

    def find(self, name: str | None, level: str | None) -> int | None:
        """See `Names.programme`."""
        name_key = fold(name or "")
        if not name or not name_key:
            return None
        if (name_key, level) not in self._keys:
            self._keys[name_key, level] = self._meant(name, level) or self._plan(name, name_key, level)
        return self._keys[name_key, level]

    def _meant(self, name: str, level: str | None) -> int | None:
        if self._lexicon is None:
            return None
        answers = (self._lexicon.meaning(field, name) for field in ("education", "programme"))
        answer = next(filter(None, answers), "")
        if answer.isdecimal() and self._levels.get(int(answer), "") == level:
            return int(answer)
        alike: Sequence[int] = () if is_creation(answer) else self._alike.get(_alike_key(name, level), ())
        if len(alike) != 1:
            return None
        self.read_as[name] = self.labels[alike[0]]
        return alike[0]

    def _know(self, key: int, name: str, name_key: str, level: str | None) -> None:
        self._keys[name_key, level], self._levels[key], self.labels[key] = key, level, name
        if self._lexicon is not None:
            self._alike[_alike_key(name, level)].append(key)

    def _plan(self, name: str, name_key: str, level: str | None) -> int:
        row = {"name": name, "name_key": name_key, "level_code": level, "siasn_id": None}
        key = self._bundle.add("study_programmes", row)
        self.created[key] = name
        self._know(key, name, name_key, level)
        return key


def _alike_key(name: str, level: str | None) -> tuple[str, str | None]:
    return education.bare_programme(name, level).replace(" ", ""), level


def _fits(known: PostKey | None, told: PostKey) -> bool:
    """Whether a known post is the one told, where an empty kind or echelon tells nothing."""
    return known is not None and all(part in ("", own) for part, own in zip(told, known, strict=True))
