"""What a row of a dated history is judged against, for one person or for many at once, and what its days say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db import Reader
from db.queries import employee_histories as histories
from db.queries import employees as queries
from db.queries import organisation
from smartpns_desktop.domain.appointments import Appointment, OwnPost, two_at_once
from smartpns_desktop.domain.histories import DatedRow, in_force
from smartpns_desktop.domain.life_course import Event, Happening, Life, faults
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.standings import FINAL
from smartpns_desktop.services.edits import Values
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lives import life_of, lives


@dataclass(frozen=True, slots=True)
class Background:
    """The master row of somebody, the frame of the life, the rows known already, the other own posts.

    `closed` are agencies and units that are closed, by key with their name and since when.
    """

    person: Values
    life: Life
    known: Sequence[DatedRow] = ()
    posts: Sequence[OwnPost] = field(default_factory=tuple)
    closed: Mapping[int, tuple[str, date]] = field(default_factory=dict)

    def held(self, fields: Sequence[str], on: date | None) -> Values:
        """The fields of the row in force on a day (`None`: today), all empty where there is none."""
        row = in_force(self.known, on or date.today())
        return dict(zip(fields, row.values, strict=True)) if row else dict.fromkeys(fields)


def background_of(
    reader: Reader, person: Values, history: History, known: Sequence[DatedRow] = (), *, row_key: int = 0
) -> Background:
    """What a row of one person is judged against; `row_key` is that of the row that is changed."""
    key = person["id"]
    if key < 0:
        life = Life(born=person["birth_date"], candidate=person["cpns_date"])
        return Background(person, life, closed=_closed(reader, history))
    life = life_of(reader, key, row_key if history is History.STANDING else 0)
    posts = histories.posts_of(reader, key) if history is History.POST else []
    others = [(row.effective, row.until, row.post, row.appointment) for row in posts if row.key != row_key]
    return Background(person, life, known, _own(others), _closed(reader, history))


def backgrounds(
    reader: Reader, people: Sequence[Values], history: History, table: str, fields: Sequence[str]
) -> Iterator[Background]:
    """The same for new rows of many people, in their order, with a few statements for all of them."""
    keys = [person["id"] for person in people]
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in queries.history(reader, table, fields, keys):
        rows[row.employee_id].append(row)
    names = {row.id: row.name for row in organisation.all_positions(reader)} if history is History.POST else {}
    frames, closed = lives(reader, keys), _closed(reader, history)
    for person in people:
        own = rows.get(person["id"], [])
        known = [DatedRow(row[0], row[2], tuple(row[3:])) for row in own]
        posts = (
            [(it.effective_date, it.until, names.get(it.position_id), it.appointment) for it in own] if names else []
        )
        yield Background(person, frames.get(person["id"], Life()), known, _own(posts), closed)


def _closed(reader: Reader, history: History) -> dict[int, tuple[str, date]]:
    if history is not History.POST:
        return {}
    return {row.id: (row.name, row.closed_on) for row in organisation.all_agencies(reader) if row.closed_on is not None}


def _own(posts: Sequence[tuple[date | None, date | None, str | None, str]]) -> list[OwnPost]:
    return [
        OwnPost(effective, until, name or "")
        for effective, until, name, appointment in posts
        if appointment == Appointment.OWN and effective
    ]


def events(background: Background, history: History, effective: date | None, told: Values) -> list[Problem]:
    """What the days of a row say against the rest of the person's life."""
    happening = Happening(
        Event(history.value),
        effective,
        _day(told.get("until")),
        _day(told.get("decree_date")),
        in_contract=str(told.get("grade_code") or "").startswith("P"),
        ends_service=history is History.STANDING and told.get("code") in FINAL,
    )
    own = _two_posts(background.posts, effective, told) if history is History.POST else ()
    where = _in_closed(background.closed, effective, told)
    return [*faults(background.life, happening, date.today()), *_appointed(told), *own, *where]


def _in_closed(closed: Mapping[int, tuple[str, date]], effective: date | None, told: Values) -> Iterator[Problem]:
    """A post cannot begin where there is nothing any more."""
    name, day = closed.get(told.get("agency_id") or 0, ("", None))
    if day is not None and effective is not None and effective >= day:
        yield Problem("agency.closed", column="agency_id", value=name)


def _two_posts(posts: Sequence[OwnPost], effective: date | None, told: Values) -> Iterator[Problem]:
    """Another own post that holds while this one does; the one of the same day is corrected, not another one."""
    if effective is None or told.get("appointment") != Appointment.OWN:
        return
    found = two_at_once(OwnPost(effective, _day(told.get("until"))), posts, date.today())
    if found:
        yield found


def _appointed(told: Values) -> Iterator[Problem]:
    appointment = told.get("appointment")
    if appointment is not None and appointment not in set(Appointment):
        yield Problem("value.not_in_list", column="appointment", value=str(appointment))


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
