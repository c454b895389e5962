"""Judging the lines of an employee sheet: who is new, whose record changes, who stays the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import Any

from db import Reader
from db.queries import employees as queries
from db.queries import employment
from smartpns_desktop.domain.employees import kind_of
from smartpns_desktop.domain.histories import DatedRow, in_force
from smartpns_desktop.domain.names import is_shouting
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.sheets import let_go
from smartpns_desktop.services.imports import employee_checks, new_nips
from smartpns_desktop.services.imports.acting_profiles import ActingPosts
from smartpns_desktop.services.imports.dated_states import HISTORIES, Chronicle, History, State, Whose, known_rows
from smartpns_desktop.services.imports.earlier_agencies import chains_of, taken
from smartpns_desktop.services.imports.employee_days import refuse_impossible
from smartpns_desktop.services.imports.employee_histories import reported_states
from smartpns_desktop.services.imports.known_people import KnownPeople
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import Judgement

MASTER = (
    "previous_nip", "nik", "siasn_id", "name", "front_title", "back_title", "birth_place", "birth_date", "sex",
    "religion", "marital_status", "phone", "email", "official_email", "address", "tax_number",
    "health_insurance_number", "kind", "employment_type", "cpns_date", "cpns_decree_number", "cpns_decree_date",
    "pns_date", "pns_decree_number", "pns_decree_date", "note",
)  # fmt: skip
"""Fields of the employee itself, in the order in which judge and store compare them."""

_AT_A_TIME = 10_000
_NAME, _KIND = MASTER.index("name"), MASTER.index("kind")
_FULL_LIST_SHARE = 0.5
"""A sheet that names at least this share of the agencies' known staff is taken for their full list."""

Values = tuple[object, ...]


def judge(lines: Lines, reader: Reader, names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    people = KnownPeople(reader)
    employee_checks.check(lines, people)
    _Judge(lines, reader, names, judgement, people, today).compare_all()


class _Judge:
    """One pass over the good lines; what the store knows of their people is loaded once."""

    def __init__(
        self, lines: Lines, reader: Reader, names: Names, judgement: Judgement, people: KnownPeople, today: date
    ) -> None:
        self._lines, self._reader, self._names = lines, reader, names
        self._judgement, self._today = judgement, today
        self._chronicle = Chronicle(judgement, names, today)
        self._good = lines.good()
        self._nips = [str(it) for it in lines.column("nip")]
        wanted = [self._nips[line] for line in self._good]
        self._known = {row[1]: row for row in queries.masters(reader, MASTER, wanted)}
        self._former = self._find_former()
        self._renumbered = self._find_renumbered(people)
        self._good = lines.good()
        wanted = [self._nips[line] for line in self._good]
        keys = [self._known[it][0] for it in wanted if it in self._known]
        self._histories = {history.table: known_rows(reader, history, keys) for history in HISTORIES}
        posts = {line: self._post_today(self._known.get(self._nips[line])) for line in self._good if self._known}
        held = {line: post.values for line, post in posts.items() if post is not None}
        self._acting = ActingPosts(lines, reader, names, keys)
        self._states = reported_states(lines, names, held)
        self._acting.set_apart(self._states["post_history"], held)
        refuse_impossible(lines, self._states, today)
        self._chains = chains_of(lines, names, self._states["post_history"])
        self._good = lines.good()

    def _find_former(self) -> dict[str, str]:
        """Who is named by a NIP from before two records were merged: told, and refused where named twice."""
        present = queries.present_nips(self._reader, [self._nips[line] for line in self._good])
        if not present:
            return present
        people = {row[1]: row for row in queries.masters(self._reader, MASTER, sorted(set(present.values())))}
        first = {self._nips[line]: line for line in self._good}
        for line in self._good:
            number = self._nips[line]
            if number in self._known or number not in present:
                continue
            twin = first.setdefault(present[number], line)
            if twin != line:
                self._lines.object(line, "row.duplicate", "nip", number, first_row=str(self._lines.rows[twin]))
            self._lines.object(line, "nip.former", "nip", number, stored=present[number])
            self._known[number] = people[present[number]]
        return present

    def _find_renumbered(self, people: KnownPeople) -> dict[str, str]:
        """By new NIP the one under which the store knows somebody who, as people said, has a new one."""
        new = [line for line in self._lines.good() if self._nips[line] not in self._known]
        same = new_nips.settle(self._lines, new, people, self._reader, self._judgement.bundle)
        olds = {self._nips[line]: person.nip for line, person in same.items()}
        known = {row[1]: row for row in queries.masters(self._reader, MASTER, sorted(olds.values()))} if olds else {}
        self._known |= {number: known[old] for number, old in olds.items()}
        return olds

    def compare_all(self) -> None:
        """In the order of the NIP, so that the store's index grows at its end."""
        masters = self._masters()
        new = []
        for line in self._sorted():
            known = self._known.get(self._nips[line])
            if known is None:
                new.append(line)
            else:
                self._compare(line, known, masters[line])
        self._plan_new(new, masters)
        self._judgement.notices += self._missing()
        let_go(masters, self._known, *self._histories.values(), *self._states.values())

    def _sorted(self) -> Iterator[int]:
        """The good lines by NIP, a year of birth at a time: while lines are sorted, no other thread goes on."""
        years: dict[str, list[int]] = defaultdict(list)
        for line in self._good:
            years[self._nips[line][:4]].append(line)
        for year in sorted(years):
            yield from sorted(years[year], key=self._nips.__getitem__)

    def _masters(self) -> list[Values]:
        """The fields under `MASTER` by line; some lines at a time, so that other threads go on between."""
        rows = zip(*(self._lines.column(name) for name in MASTER), strict=True)
        masters: list[Values] = []
        while part := list(islice(rows, _AT_A_TIME)):
            masters += part
        return masters

    def _post_today(self, known: Any) -> DatedRow | None:
        return in_force(self._histories["post_history"].get(known[0], []), self._today) if known else None

    def _plan_new(self, new: Sequence[int], masters: Sequence[Values]) -> None:
        """The records of new people, with the fields that the sheet has, and their histories."""
        bundle, numbers = self._judgement.bundle, [self._nips[line] for line in new]
        told_masters = [masters[line] for line in new]
        made = partial(_records, {*self._lines.values, "name", "kind"}, told_masters, numbers)
        keys = bundle.add_later("employees", len(new), made, told_masters, numbers)
        self._judgement.new_rows += [self._lines.rows[line] for line in new]
        for history in self._acting.histories:
            states = self._states[history.table]
            told = [states[line] for line in new]
            if history.table == "post_history" and self._chains:
                self._add_chains(history, dict(zip(new, keys, strict=True)))
                told = [None if line in self._chains else state for line, state in zip(new, told, strict=True)]
            bundle.add_later(history.table, len(told) - told.count(None), partial(_rows_of, history, keys, told), told)
        self._acting.add(bundle, new, keys)

    def _add_chains(self, history: History, new: Mapping[int, int]) -> None:
        for line in self._chains.keys() & new.keys():
            for state in self._chains[line]:
                self._judgement.bundle.add(history.table, history.row(new[line], *state))

    def _compare(self, line: int, known: Any, master: Values) -> None:
        key, before = known[0], len(self._judgement.changes)
        stored = known[2:]
        self._change_nip(line, key)
        if master != stored:
            changed = {
                name: (old, new)
                for name, old, new in zip(MASTER, stored, master, strict=True)
                if new is not None and new != old and not _says_less(name, new, old)
            }
            self._judgement.bundle.change("employees", key, {name: new for name, (_, new) in changed.items()})
            self._chronicle.tell(self._whose(line, key), changed)
        for history in self._acting.histories:
            state = self._states[history.table][line]
            if state is not None:
                self._compare_history(line, key, history, state)
        self._acting.compare(self._chronicle, self._whose(line, key), line)
        if len(self._judgement.changes) > before:
            self._judgement.changed += 1
        else:
            self._judgement.same += 1

    def _change_nip(self, line: int, key: int) -> None:
        """Give a known person the NIP of the line; the one before goes on finding him or her."""
        new, old = self._nips[line], self._renumbered.get(self._nips[line])
        if old is None:
            return
        changed: dict[str, tuple[Any, Any]] = {"nip": (old, new)}
        kinds = kind_of("", "", old), kind_of("", "", new)
        if self._lines.column("kind")[line] is None and kinds[0] != kinds[1]:
            changed["kind"] = kinds[0].value, kinds[1].value
        self._judgement.bundle.change("employees", key, {name: told for name, (_, told) in changed.items()})
        self._judgement.bundle.add("former_nips", {"employee_id": key, "nip": old})
        self._chronicle.tell(self._whose(line, key), changed)

    def _compare_history(self, line: int, key: int, history: History, state: State) -> None:
        known = self._histories[history.table].get(key, [])
        if len(known) != 1 or known[0][1:] != state:
            chain = self._chains.get(line) if history.table == "post_history" else None
            for told in taken(chain, history, known, state) if chain else (state,):
                self._chronicle.take(self._whose(line, key), history, known, told)

    def _whose(self, line: int, key: int) -> Whose:
        number = self._nips[line]
        return Whose(self._lines.rows[line], f"{number} {self._known[number][2 + _NAME]}", key)

    def _missing(self) -> list[Notice]:
        """People whom the store knows in the sheet's agencies and whom a full list does not name; never deleted."""
        posts = [self._states["post_history"][line] for line in self._good]
        agencies = {state[1][1] for state in posts if state is not None}
        known_agencies = [key for key in agencies if isinstance(key, int) and key > 0]
        staff = employment.staff_of(self._reader, known_agencies, self._today) if known_agencies else []
        present = self._former | self._renumbered
        named = {present.get(number, number) for number in self._nips}
        missing = tuple(f"{it.nip} {it.name}" for it in staff if it.nip not in named)
        if not missing or len(staff) - len(missing) < _FULL_LIST_SHARE * len(staff):
            return []
        return [Notice("employees.missing", {"count": str(len(missing))}, missing)]


def _records(named: Set[str], masters: Sequence[Values], numbers: Sequence[str]) -> Iterator[dict[str, object]]:
    """The rows of new people: of `masters` the named fields alone, so that the store's own defaults hold for others."""
    names = [name for name in MASTER if name in named]
    pick = itemgetter(*map(MASTER.index, names))
    for master, number in zip(masters, numbers, strict=True):
        kind = master[_KIND] or kind_of("", "", number).value
        yield dict(zip(names, pick(master), strict=True)) | {"nip": number, "kind": kind}


def _rows_of(history: History, keys: Sequence[int], told: Sequence[State | None]) -> Iterator[dict[str, object]]:
    return history.rows((key, state) for key, state in zip(keys, told, strict=True) if state is not None)


def _says_less(name: str, new: object, old: object) -> bool:
    """SIASN shouts: the same name in capitals alone never overwrites a spelling with small letters."""
    same = isinstance(old, str) and str(new).casefold() == old.casefold()
    return name in ("name", "birth_place") and same and is_shouting(str(new))
