"""Names in a sheet and the rows they mean: agencies, posts and programmes, found or planned anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from db import Reader
from db.queries import organisation, reference
from db.queries.bundle import Bundle
from smartpns_desktop.domain import grades, positions
from smartpns_desktop.domain.agencies import is_inner, stands_alone
from smartpns_desktop.domain.names import fold
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.lexicon import Lexicon

PostKey = tuple[str, str, str]
"""Folded name, kind and echelon of a post; the last two are empty where nobody told."""


class Names:
    """Looks names up whatever their case; an unknown one is planned in the bundle and listed in `notices()`.

    Keys are positive for rows that exist and negative for rows that the bundle will add. `lexicon` tells what
    people said about names of agencies.
    """

    def __init__(self, reader: Reader, bundle: Bundle, lexicon: Lexicon | None = None) -> None:
        self._bundle = bundle
        self._created: dict[str, list[str]] = defaultdict(list)
        self._by_code: dict[str, int] = {}
        self._codes: dict[int, str] = {}
        self._agencies: dict[str, list[int]] = defaultdict(list)
        self._labels: dict[str, dict[object, str]] = {"agency_id": {}, "position_id": {}, "programme_id": {}}
        levels = reference.rows_of(reader, "education_levels")
        self._labels["level_code"] = {row["code"]: row["name"] for row in levels}
        self._parents: dict[int, int | None] = {}
        self._memo: dict[tuple[str | None, str | None, int | None], int | None] = {}
        self._load_agencies(reader)
        self._meant = self._take_answers(lexicon or Lexicon())
        self._positions: dict[PostKey, int] = {}
        self._position_keys: dict[int, PostKey] = {}
        self._posts_named: dict[str, list[int]] = defaultdict(list)
        for row in organisation.all_positions(reader):
            self._know_position(row.id, row.name, (row.name_key, row.kind_code, row.echelon_code))
        self._programmes: dict[tuple[str, str | None], int] = {}
        for row in organisation.all_programmes(reader):
            self._programmes[row.name_key, row.level_code] = row.id
            self._labels["programme_id"][row.id] = row.name

    def _load_agencies(self, reader: Reader) -> None:
        agencies = organisation.all_agencies(reader)
        for row in agencies:
            self._labels["agency_id"][row.id] = row.name
            self._parents[row.id] = row.parent_id
            if row.code:
                self._by_code[row.code] = row.id
                self._codes[row.id] = row.code
            for key in {row.name_key, fold(row.short_name or "")} - {""}:
                self._agencies[key].append(row.id)
        closed = {row.id: row for row in agencies if row.closed_on is not None}
        self._open = self._parents.keys() - closed.keys()
        for row in organisation.former_names(reader):
            holders = self._agencies[row.name_key]
            # After a merge the name stands for the agency that took the old one in.
            for gone in [closed[key] for key in holders if key in closed and key != row.agency_id]:
                holders.remove(gone.id)
                if gone.code:
                    self._by_code[gone.code] = row.agency_id
            if row.agency_id not in holders:
                holders.append(row.agency_id)

    def _take_answers(self, lexicon: Lexicon) -> dict[str, int]:
        """Agencies by the spellings for which people chose them; a spelling that nobody bears becomes one more name."""
        answers = {spelling: answer for (name, spelling), answer in lexicon.values.items() if name == "agency"}
        meant = {it: int(key) for it, key in answers.items() if key.isdecimal() and int(key) in self._open}
        for spelling, key in meant.items():
            self._agencies[spelling] = self._agencies.get(spelling) or [key]
        return meant

    def meant(self, name: str) -> int | None:
        """The agency that people said is meant where several bear that name, `None` where they said nothing."""
        return self._meant.get(fold(name))

    def is_agency(self, text: str) -> bool:
        """Whether a text names an agency or unit that is known."""
        return bool(self._agencies.get(fold(text)))

    def agency(
        self, name: str | None, code: str | None = None, *, within: int | None = None, code_decides: bool = False
    ) -> int | None:
        """The agency or unit of that code, else of that name (present, short or former); planned where unknown.

        `within` is the agency of which the sheet speaks: its own units come first. Where the code decides,
        namesakes with other codes are other units. `None` where several bear the name: that is a question,
        never a new unit.
        """
        if (name, code, within) not in self._memo:
            text = name if name and fold(name) else ""
            known = self._namesakes_for(text, code if code_decides else None, within) if text or code else ()
            self._memo[name, code, within] = self._find_agency(text, code, known, within)
        return self._memo[name, code, within]

    def _namesakes_for(self, name: str, code: str | None, within: int | None) -> Sequence[int]:
        known = [key for key in self.namesakes(name) if not code or key not in self._codes]
        inside = [key for key in known if within is not None and self._is_within(key, within)]
        if inside or (within is not None and is_inner(name)):
            return inside
        return known

    def _is_within(self, key: int | None, agency: int) -> bool:
        while key is not None and key != agency:
            key = self._parents.get(key)
        return key == agency

    def _find_agency(self, name: str, code: str | None, known: Sequence[int], within: int | None) -> int | None:
        if code and code in self._by_code:
            return self._by_code[code]
        if known:
            return known[0] if len(known) == 1 else None
        return self._plan_agency(name, code, None if stands_alone(name) else within) if name else None

    def _plan_agency(self, name: str, code: str | None, parent: int | None) -> int:
        key = self._bundle.add(
            "agencies",
            {
                "parent_id": parent,
                "code": code,
                "name": name,
                "name_key": fold(name),
                "short_name": None,
                "kind": "agency" if parent is None else "unit",
                "closed_on": None,
            },
        )
        self._agencies[fold(name)].append(key)
        self._parents[key] = parent
        self._labels["agency_id"][key] = name
        if code:
            self._by_code[code], self._codes[key] = key, code
        self._created["agencies.created"].append(name)
        return key

    def shown(self, name: str, value: object) -> str:
        """A stored value as a person reads it: agencies, posts, programmes, levels and grades by their names."""
        if value is None:
            return ""
        if name == "grade_code":
            return grades.name_of(str(value))
        labels = self._labels.get(name)
        return str(labels.get(value, value) if labels else value)

    def is_ambiguous(self, name: str) -> bool:
        """Whether several agencies bear that name, so that only a code could tell."""
        return len(self.namesakes(name)) > 1

    def namesakes(self, name: str) -> Sequence[int]:
        """Keys of all agencies and units that bear that name."""
        return self._agencies.get(fold(name), [])

    def code_of(self, agency: int | None) -> str | None:
        """The code of an agency or unit, `None` where it has none."""
        return None if agency is None else self._codes.get(agency)

    def position(self, name: str | None, kind: str = "", echelon: str = "", *, held: int | None = None) -> int | None:
        """The post of that name, kind and echelon; planned where unknown.

        Where less is told than the store knows, the post that the person holds is meant if it fits, else any that fits.
        """
        told = (fold(name or ""), kind, echelon)
        if not name or not told[0]:
            return None
        if held is not None and _fits(self._position_keys.get(held), told):
            return held
        if told not in self._positions:
            fitting = (key for key in self._posts_named[told[0]] if _fits(self._position_keys[key], told))
            self._positions[told] = next(fitting, None) or self._plan_position(name, told)
        return self._positions[told]

    def _know_position(self, key: int, name: str, told: PostKey) -> None:
        self._positions[told], self._position_keys[key] = key, told
        self._posts_named[told[0]].append(key)
        self._labels["position_id"][key] = name

    def _plan_position(self, name: str, key: PostKey) -> int:
        self._created["positions.created"].append(name)
        planned = self._bundle.add(
            "positions",
            {
                "name": name,
                "name_key": key[0],
                "kind_code": key[1],
                "echelon_code": key[2],
                "level_code": positions.functional_level(name),
                "retirement_age": None,
            },
        )
        self._know_position(planned, name, key)
        return planned

    def programme(self, name: str | None, level: str | None) -> int | None:
        """The programme of study of that name and level; planned where unknown."""
        key = (fold(name or ""), level)
        if not name or not key[0]:
            return None
        if key not in self._programmes:
            self._created["programmes.created"].append(name)
            self._programmes[key] = self._bundle.add(
                "study_programmes", {"name": name, "name_key": key[0], "level_code": level, "siasn_id": None}
            )
            self._labels["programme_id"][self._programmes[key]] = name
        return self._programmes[key]

    def notices(self) -> list[Notice]:
        """What would be created besides the rows themselves."""
        return [Notice(code, {"count": str(len(names))}, tuple(names)) for code, names in self._created.items()]


def _fits(known: PostKey | None, told: PostKey) -> bool:
    """Whether a known post is the one told, where an empty kind or echelon tells nothing."""
    return known is not None and all(part in ("", own) for part, own in zip(told, known, strict=True))
