"""Posts that sheets tell as held for a time (Plt., Plh., Pj.): they stand beside a person's own posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from db import Reader
from db.queries import employees as queries
from smartpns_desktop.domain.appointments import Appointment, appointment_of, split_post
from smartpns_desktop.domain.histories import DatedRow
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.dated_states import History

OWN = (("appointment", Appointment.OWN.value),)
"""What all rows of own posts have alike."""


class HeldForATime:
    """Which lines tell a post held for a time, and the rows of that appointment that the store knows.

    Afterwards the column `appointment` tells of every line how its post is held, and `post` the bare name of the post.
    """

    def __init__(self, lines: Lines, reader: Reader, history: History, people: Sequence[int]) -> None:
        self._history = history
        self._appointments: list[Appointment] = []
        self._known: dict[tuple[int, Appointment], list[DatedRow]] = defaultdict(list)
        if history.table == "post_history":
            self._read(lines)
            self._load(reader, people)

    def of(self, line: int, person: int) -> tuple[History, list[DatedRow]] | None:
        """For a line that tells a post held for a time the history to which it belongs, and its known rows."""
        appointment = self._appointments[line] if self._appointments else Appointment.OWN
        if appointment is Appointment.OWN:
            return None
        held = replace(self._history, fixed=(("appointment", appointment.value),))
        return held, self._known[person, appointment]

    def _read(self, lines: Lines) -> None:
        """How each line's post is held: as its own column says, else as the name of the post begins."""
        posts, told = list(lines.column("post")), lines.column("appointment")
        for line, (post, text) in enumerate(zip(posts, told, strict=True)):
            named, bare = split_post(str(post)) if post else (Appointment.OWN, None)
            said = appointment_of(str(text)) if text else None
            if text and said is None:
                lines.object(line, "value.unknown", "appointment", text)
            self._appointments.append(named if said in (None, Appointment.OWN) else said)
            if named is not Appointment.OWN:
                posts[line] = bare
        lines.values["post"] = posts
        lines.values["appointment"] = [it.value for it in self._appointments]

    def _load(self, reader: Reader, people: Sequence[int]) -> None:
        wanted = set(people)
        for row in queries.acting_posts(reader, self._history.fields, people):
            if row.employee_id in wanted:
                dated = DatedRow(row.id, row.effective_date, tuple(row[4:]))
                self._known[row.employee_id, Appointment(row.appointment)].append(dated)
