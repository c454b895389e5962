"""Names of agencies and units in a sheet and the rows they mean, found or planned anew below the right one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from db import Reader
from db.queries.bundle import Bundle
from smartpns_desktop.domain.agencies import is_inner, path_told, plain, region_told, stands_alone
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange.lexicon import Lexicon, created_with, is_creation
from smartpns_desktop.services import office
from smartpns_desktop.services.agency_pasts import AgencyPasts


class AgencyNames:
    """The stored agencies and those that an import adds, by all their names and codes, present and former.

    Names and codes of one that is closed mean those that came after it; after a split that is a question, unless the
    row tells the unit, or whom it is about is already in one of them.
    A spelling that is a name but for shortened words, "dan", spacing or the own city behind it means that agency
    too, where it can mean only one; `read_as` tells those. `lexicon` is what people said, `None` where names are
    meant as they are written.
    """

    def __init__(self, reader: Reader, bundle: Bundle, lexicon: Lexicon | None) -> None:
        self._bundle, self._lexicon = bundle, lexicon
        self.created: dict[int, str] = {}
        self.read_as: dict[str, int] = {}
        self.labels: dict[object, str] = {}
        self._by_code: dict[str, list[int]] = {}
        self._codes: dict[int, str] = {}
        self._named: dict[str, list[int]] = defaultdict(list)
        self._alike: dict[str, list[int]] = defaultdict(list)
        self._parents: dict[int, int | None] = {}
        self._memo: dict[tuple[str | None, str | None, int | None, bool], int | None] = {}
        self._region = fold(office.region_of(reader))
        self._load(reader)
        self._answers = self._take_answers(lexicon or Lexicon())

    def _load(self, reader: Reader) -> None:
        self._pasts = pasts = AgencyPasts(reader)
        for row in pasts.rows.values():
            self.labels[row.id] = row.name
            self._parents[row.id] = row.parent_id
            if row.code:
                self._codes[row.id] = row.code
        self._open = {key for key, row in pasts.rows.items() if row.closed_on is None}
        self._gone = [key for key in pasts.rows if pasts.is_gone(key)]
        self._by_code |= pasts.by_code()
        self._named.update(pasts.bearers())
        self._region = self._region or next(filter(None, map(region_told, self._named)), "")
        for name, keys in self._named.items():
            self._know_alike(name, keys)

    def _know_alike(self, name: str, keys: Sequence[int]) -> None:
        if self._lexicon is None:
            return
        holders = self._alike[plain(name, self._region)]
        holders += [key for key in keys if key not in holders]

    def _take_answers(self, lexicon: Lexicon) -> dict[str, int]:
        """Agencies by the spellings for which people chose them; a spelling that nobody bears becomes one more name."""
        for spelling, answer in lexicon.told("agency"):
            if answer.isdecimal() and int(answer) in self._open and not self._named.get(spelling):
                self._named[spelling] = [int(answer)]
        own = {spelling: answer for (name, spelling), answer in lexicon.values.items() if name == "agency"}
        return {it: int(key) for it, key in own.items() if key.isdecimal() and int(key) in self._open}

    def meant(self, name: str) -> int | None:
        """The agency that people said is meant where several bear that name, `None` where they said nothing."""
        return self._answers.get(fold(name))

    def is_known(self, text: str) -> bool:
        """Whether a text names an agency or unit that is known."""
        return bool(self._named.get(fold(text)))

    def find(self, name: str | None, code: str | None, within: int | None, code_decides: bool) -> int | None:
        """See `Names.agency`."""
        key = (name, code, within, code_decides)
        if key not in self._memo:
            self._memo[key] = self._find(name if name and fold(name) else "", code, within, code_decides)
        return self._memo[key]

    def _find(self, name: str, code: str | None, within: int | None, code_decides: bool) -> int | None:
        coded = self._by_code.get(code or "", [])
        if len(coded) == 1:
            return coded[0]
        if coded:
            return self._one_of(coded, name, within)
        if not name:
            return None
        known = self._namesakes_for(name, code if code_decides else None, within)
        if len(known) == 1 and known[0] not in self._named.get(fold(name), ()):
            self.read_as[name] = known[0]
        if known:
            return known[0] if len(known) == 1 else None
        path = path_told(name, self._is_whole)
        for outer in path[:-1]:
            within = self.find(outer, None, within, False)
        if len(path) > 1 and within is None:
            return None
        if len(path) > 1:
            return self.find(path[-1], code, within, code_decides)
        return self._plan(name, code, within)

    def _one_of(self, keys: Sequence[int], name: str, within: int | None) -> int | None:
        """Of those that came after a code's agency the one that bears the name too, or stands inside."""
        named = [key for key in self.namesakes(name) if key in keys] if name else []
        inside = [key for key in keys if within is not None and self._is_within(key, within)]
        found = next((it for it in (named, inside) if len(it) == 1), ())
        return found[0] if found else None

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

    def _plan(self, name: str, code: str | None, within: int | None) -> int:
        told = created_with(self._lexicon.meaning("agency", name)) if self._lexicon else None
        parent = int(told) if told and int(told) in self._open else None if stands_alone(name) else within
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
        self._named[fold(name)].append(key)
        self._know_alike(name, [key])
        self._parents[key] = parent
        self.labels[key] = name
        if code:
            self._by_code[code], self._codes[key] = [key], code
        self.created[key] = name
        return key

    def namesakes(self, name: str) -> Sequence[int]:
        """Keys of all agencies and units that bear that name, else of those whose name it spells otherwise."""
        named = self._named.get(fold(name), ())
        if named or self._lexicon is None or is_creation(self._lexicon.meaning("agency", name)):
            return named
        self._region = self._region or region_told(name)
        return self._alike.get(plain(name, self._region), ()) or self._alike.get(plain(name), ())

    def _is_whole(self, name: str) -> bool:
        known = self.namesakes(name)
        return len(known) == 1 and self._parents.get(known[0]) is None

    def is_ambiguous(self, name: str) -> bool:
        """Whether several agencies bear that name or that of the agency around it, so that nobody can tell."""
        known = self.namesakes(name)
        return len(known) > 1 or (not known and len(self.namesakes(path_told(name, self._is_whole)[0])) > 1)

    def code_of(self, agency: int | None) -> str | None:
        """The code of an agency or unit, `None` where it has none."""
        return None if agency is None else self._codes.get(agency)

    def had_code(self, agency: int | None, code: str) -> bool:
        """Whether an agency has or had a code, or came after one that did."""
        return agency in self.coded(code) or any(it.value == code for it in self._pasts.codes.get(agency or 0, ()))

    def coded(self, code: str) -> Sequence[int]:
        """Keys of all agencies and units that a code, present or former, may mean."""
        return self._by_code.get(code, ())

    def then(self, name: str | None, code: str | None, on: date | None) -> int | None:
        """The agency that bore that name or code on a day and is gone since; `None` where there is none or several."""
        if on is None or not self._gone:
            return None
        pasts, folded = self._pasts, fold(name or "")
        standing = [key for key in self._gone if pasts.stands(key, on)]
        coded = [key for key in standing if code and pasts.code(key, on) == code]
        found = coded or [key for key in standing if folded and fold(pasts.name(key, on)) == folded]
        return found[0] if len(found) == 1 else None

    @property
    def has_gone(self) -> bool:
        """Whether any agency went into others."""
        return bool(self._gone)

    def earlier(self, agency: object, name: str, code: str) -> tuple[tuple[date, int], ...]:
        """The agency that a name or code means which is gone, and those after it until this one, each with its first
        day; none where they mean the agency itself, or nobody can tell."""
        if not self._gone or not isinstance(agency, int) or agency not in self._pasts.rows:
            return ()
        if self._is_called(agency, name, code):
            return ()
        came = [key for key in self._gone if self._is_called(key, name, code) and agency in self._pasts.heirs(key)]
        return ((date.min, came[0]), *self._pasts.way(came[0], agency)) if len(came) == 1 else ()

    def later(self, agency: object) -> tuple[tuple[date, int], ...]:
        """The agencies after one that is gone, with their first days; none where several stand in its place now."""
        heirs = self._pasts.heirs(agency) if isinstance(agency, int) and agency in self._gone else ()
        return self._pasts.way(agency, heirs[0]) if isinstance(agency, int) and len(heirs) == 1 else ()

    def _is_called(self, key: int, name: str, code: str) -> bool:
        """Whether that code, else that name is or was an agency's own."""
        if code:
            return code in (self._codes.get(key), *(it.value for it in self._pasts.codes.get(key, ())))
        told = plain(name, self._region)
        return bool(told) and any(plain(it, self._region) == told for it in self._pasts.known_names(key))

    def came_after(self, agency: object, earlier: object) -> bool:
        """Whether an agency stands in the place of an earlier one, which is closed."""
        return isinstance(earlier, int) and earlier != agency and agency in self._pasts.heirs_known(earlier)
