"""Judging the lines of a sheet that tells one history of people: a row for each person and event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db import Reader
from smartpns_desktop.domain.histories import DatedRow, Step
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports import history_checks
from smartpns_desktop.services.imports.acting_posts import OWN, HeldForATime
from smartpns_desktop.services.imports.dated_states import HISTORIES, Chronicle, History, State, Whose, known_rows
from smartpns_desktop.services.imports.earlier_agencies import followed
from smartpns_desktop.services.imports.employee_histories import (
    Held,
    educations_told,
    grades_told,
    graduation,
    posts_told,
    standings_told,
)
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.persons import Person, persons_of
from smartpns_desktop.services.imports.plan import Judgement
from smartpns_desktop.words.labels import field_label

_UNKNOWN = "value.not_in_list"
"""What an unknown grade or level is here: without it a row tells nothing, so that it cannot be taken."""
_DECREE = ("decree_number", "decree_date")


@dataclass(frozen=True, slots=True)
class Told:
    """What a kind of sheet tells: a history, and how its lines are read.

    `spellings` are columns of which the first that is filled tells the first one's value; `needed` the columns of
    which one at least must tell something.
    """

    history: History
    states: Callable[[Lines, Names, Held], list[State | None]]
    needed: tuple[str, ...]
    spellings: tuple[tuple[str, ...], ...] = ()


def _with(history: History, *more: str) -> History:
    """The history with fields that a profile sheet does not tell."""
    return replace(history, fields=(*history.fields, *more), columns=(*history.columns, *more), whole=True)


_BY_TABLE = {history.table: history for history in HISTORIES}
KINDS: dict[str, Told] = {
    "grade-history": Told(
        _with(_BY_TABLE["grade_history"], *_DECREE),
        lambda lines, _names, _held: grades_told(lines, _UNKNOWN),
        ("grade", "grade_code"),
        (("grade", "rank"),),
    ),
    "post-history": Told(
        replace(_with(_BY_TABLE["post_history"], "until", *_DECREE), fixed=OWN),
        posts_told,
        ("post", "agency", "agency_code"),
        (("post", "functional_post", "general_post"),),
    ),
    "education-history": Told(
        _with(_BY_TABLE["education_history"], "certificate_number"),
        lambda lines, names, _held: educations_told(lines, names, _UNKNOWN),
        ("education_level", "education_code"),
        (("education_level", "education"),),
    ),
    "standing-history": Told(
        _with(_BY_TABLE["standing_history"], "until", *_DECREE),
        lambda lines, _names, _held: standings_told(lines),
        ("standing",),
    ),
}
"""By the command line's word for the kind of sheet."""


def judge(lines: Lines, reader: Reader, names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    _Judge(lines, reader, names, judgement, today).compare_all()


class _Judge:
    """One pass over the good lines; what the store knows of their people is loaded once."""

    def __init__(self, lines: Lines, reader: Reader, names: Names, judgement: Judgement, today: date) -> None:
        self._lines, self._reader, self._names, self._judgement = lines, reader, names, judgement
        self._today = today
        self._told = KINDS[lines.spec.kind]
        self._history = self._told.history
        self._chronicle = Chronicle(judgement, names, today)
        self._people = persons_of(lines, reader)
        lines.values["nip"] = [_nip_of(self._people.get(line), it) for line, it in enumerate(lines.column("nip"))]
        for columns in self._told.spellings:
            lines.take_first_filled(*columns)
        keys = sorted({self._people[line].key for line in lines.good()})
        self._known = known_rows(reader, self._history, keys)
        self._held_for_a_time = HeldForATime(lines, reader, self._history, keys)
        self._days = _days(lines, self._history)
        self._added: list[tuple[int, State]] = []
        self._days_of = {key: {row.effective for row in rows} for key, rows in self._known.items()}

    def compare_all(self) -> None:
        """Refuse what cannot be taken, warn of what is odd, and compare the rest, person by person."""
        self._refuse()
        states = self._states()
        self._refuse_empty(states)
        history_checks.judge_events(
            self._lines, self._reader, self._people, self._history, states, self._known, self._today
        )
        good = self._lines.good()
        for line in sorted(good, key=lambda it: (self._people[it].nip, self._days[it] or date.min)):
            state = states[line]
            if state is not None:
                self._compare(line, state)
        self._follow()

    def _follow(self) -> None:
        """Whoever had a post in an agency that went into another is there from that day on."""
        for person, state in self._added:
            days = self._days_of[person]
            for later in followed(self._names, state, days):
                days.add(later[0])
                self._judgement.bundle.add(self._history.table, self._history.row(person, *later))

    def _refuse(self) -> None:
        for line in self._lines.good():
            if not any(self._lines.column(name)[line] for name in self._told.needed):
                self._miss(line, self._told.needed[0])
            elif self._days[line] is None and not self._undated(line):
                self._miss(line, self._history.dated)
        history_checks.refuse_twins(self._lines, self._people, self._history, self._days)

    def _miss(self, line: int, column: str) -> None:
        label = field_label(self._lines.spec.kind, column)
        self._lines.object(line, "value.missing", column, "", expected=label)

    def _states(self) -> list[State | None]:
        """The state of each line, with the fields that a profile sheet does not tell."""
        lines, own = self._lines, self._told.states(self._lines, self._names, self._held())
        extra = [lines.column(name) for name in self._history.columns[len(_BY_TABLE[self._history.table].columns) :]]
        return [
            None if state is None else (state[0], (*state[1], *(column[line] for column in extra)))
            for line, state in enumerate(own)
        ]

    def _held(self) -> dict[int, tuple[Any, ...]]:
        """What the store knows of a line's person on the very day that the line tells."""
        same = {
            line: row for line in self._lines.good() for row in self._rows(line) if row.effective == self._days[line]
        }
        return {line: row.values for line, row in same.items()}

    def _rows(self, line: int) -> Sequence[DatedRow]:
        held = self._held_for_a_time.of(line, self._people[line].key)
        return held[1] if held else self._known.get(self._people[line].key, [])

    def _rows_of(self, person: Person) -> list[DatedRow]:
        return self._known.setdefault(person.key, [])

    def _undated(self, line: int) -> list[DatedRow]:
        return [row for row in self._rows(line) if row.effective is None]

    def _refuse_empty(self, states: Sequence[State | None]) -> None:
        """What says nothing; a row without a day says something only where the store knows it without one."""
        for line in self._lines.good():
            state = states[line]
            if state is None or not any(state[1]):
                self._miss(line, self._told.needed[0])
            elif self._days[line] is None and all(self._history.changed(row, state) for row in self._undated(line)):
                self._miss(line, self._history.dated)

    def _compare(self, line: int, state: State) -> None:
        person = self._people[line]
        whose = Whose(self._lines.rows[line], f"{person.nip} {person.name}", person.key)
        if state[0] is None:
            self._judgement.same += 1
            return
        history, known = self._held_for_a_time.of(line, person.key) or (self._history, self._rows_of(person))
        is_own = history is self._history and history.table == "post_history"
        if is_own:
            self._days_of.setdefault(person.key, set()).add(state[0])
        step, target = self._chronicle.take(whose, history, known, state)
        if target is not None:
            # Each known row is one line's.
            known.remove(target)
        if step is Step.ADD:
            self._judgement.new_rows.append(whose.row)
            if is_own:
                self._added.append((person.key, state))
        elif step is Step.CORRECT:
            self._judgement.changed += 1
        else:
            self._judgement.same += 1


def _nip_of(person: Person | None, told: object) -> object:
    return person.nip if person else told


def _days(lines: Lines, history: History) -> list[Any]:
    """The day from which each line holds."""
    days: Sequence[Any] = lines.column(history.dated)
    if history.table != "education_history":
        return list(days)
    return [graduation(day, year) for day, year in zip(days, lines.column("graduation_year"), strict=True)]
