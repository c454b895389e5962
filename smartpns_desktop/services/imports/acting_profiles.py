"""Profiles whose post is held for a time (Plt., Plh., Pj.): that post is kept beside the own one, which stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from db import Reader
from db.queries import employees as queries
from db.queries.bundle import Bundle
from smartpns_desktop.domain.appointments import Appointment, split_post
from smartpns_desktop.domain.histories import DatedRow
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.acting_posts import OWN
from smartpns_desktop.services.imports.dated_states import HISTORIES, Chronicle, History, State, Whose
from smartpns_desktop.services.imports.names import Names

_POSTS = next(it for it in HISTORIES if it.table == "post_history")
_OWN_TOO = tuple(replace(it, fixed=OWN) if it is _POSTS else it for it in HISTORIES)


class ActingPosts:
    """The lines of a profile sheet that name such a post, each told; afterwards their column names no post.

    `histories` are those of profiles, rows of own posts marked as such where others come beside them.
    """

    def __init__(self, lines: Lines, reader: Reader, names: Names, people: Sequence[int]) -> None:
        self._lines, self._names = lines, names
        self._named: dict[int, tuple[Appointment, str]] = {}
        self._states: dict[int, State] = {}
        self._known: dict[tuple[int, Appointment], list[DatedRow]] = defaultdict(list)
        self._take_off()
        self.histories: tuple[History, ...] = _OWN_TOO if self._named else HISTORIES
        if self._named:
            self._load(reader, people)

    def _take_off(self) -> None:
        posts = self._lines.column("post")
        told = {it: split_post(it) for it in set(posts) if isinstance(it, str)}
        acting = {it: named for it, named in told.items() if named[0] is not Appointment.OWN}
        for line, post in enumerate(posts) if acting else ():
            if post in acting and line not in self._lines.rejected:
                self._named[line] = acting[str(post)]
                self._lines.object(line, "post.acting", "post", post)
        if self._named:
            self._lines.values["post"] = [None if line in self._named else it for line, it in enumerate(posts)]

    def _load(self, reader: Reader, people: Sequence[int]) -> None:
        for row in queries.acting_posts(reader, _POSTS.fields, people):
            known = DatedRow(row.id, row.effective_date, tuple(row[4:]))
            self._known[row.employee_id, Appointment(row.appointment)].append(known)

    def set_apart(self, states: list[State | None], held: Mapping[int, Any]) -> None:
        """Take what such a line tells out of the own posts; it places only people who have no own post yet."""
        for line, (_, bare) in self._named.items():
            told = states[line]
            began, agency = (told[0], told[1][1]) if told is not None else (None, None)
            self._states[line] = began, (self._names.position(bare, "", ""), agency)
            states[line] = None if line in held or agency is None else (None, (None, agency))

    def add(self, bundle: Bundle, new: Sequence[int], keys: Sequence[int]) -> None:
        """The rows of those who are new, told by their lines and keys."""
        for line, key in zip(new, keys, strict=True) if self._named else ():
            if line in self._named:
                bundle.add("post_history", self._history(line).row(key, *self._states[line]))

    def compare(self, chronicle: Chronicle, whose: Whose, line: int) -> None:
        """What a line means for the rows that are known of the person."""
        if line in self._named:
            known = self._known[whose.person, self._named[line][0]]
            chronicle.take(whose, self._history(line), known, self._states[line])

    def _history(self, line: int) -> History:
        return replace(_POSTS, fixed=(("appointment", self._named[line][0].value),))
