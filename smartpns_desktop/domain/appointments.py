"""How somebody holds a post: as the own one, or for a time beside it (Plt., Plh., Pj.); one own post at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem


class Appointment(StrEnum):
    """Kinds of appointment; only the own post changes where a person is counted (SE BKN 1/2021; UU 30/2014 art. 14)."""

    OWN = "definitif"
    ACTING = "Plt."
    """Pelaksana tugas: the post is vacant."""
    DAILY = "Plh."
    """Pelaksana harian: its holder is away."""
    INTERIM = "Pj."
    """Penjabat, of a regional head or secretary."""


_BEFORE = (
    r"(?is)\s*(?:(?P<ACTING>plt|pelaksana\s+tugas)|(?P<DAILY>plh|pelaksana\s+harian)|(?P<INTERIM>pj|penjabat))"
    r"(?:\s*\.\s*|\s+)(?P<post>\S.*)"
)
"""Compiled and kept by `re` when it is first asked for: a start never does."""


def split_post(text: str) -> tuple[Appointment, str]:
    """The appointment and the name of the post in "Plt. Camat Sukaraja"; any other text is the own post's name."""
    found = re.fullmatch(_BEFORE, text)
    if found is None:
        return Appointment.OWN, text
    which = next(it for it in Appointment if found.groupdict().get(it.name))
    return which, found["post"].strip()


_NAMES = {"definitif": Appointment.OWN, "plt": Appointment.ACTING, "pelaksana tugas": Appointment.ACTING,
          "plh": Appointment.DAILY, "pelaksana harian": Appointment.DAILY, "pj": Appointment.INTERIM,
          "penjabat": Appointment.INTERIM}  # fmt: skip


def appointment_of(text: str) -> Appointment | None:
    """The appointment that a text names by itself (DEFINITIF, Plt, Pelaksana Harian), else None."""
    return _NAMES.get(fold(text))


class OwnPost(NamedTuple):
    """An own post: from when, and until when as far as that is told; the next one ends it anyway."""

    start: date
    until: date | None = None
    name: str = ""


def two_at_once(post: OwnPost, others: Iterable[OwnPost], today: date) -> Problem | None:
    """What is wrong where an own post is told to go on while another one has begun; both hold on the day between them.

    Rejecting where both hold today, else told only. `column` is `until` where this post should have ended, else
    `effective`.
    """
    for other in others:
        first, second = sorted((post, other), key=lambda it: it.start)
        if first.until is None or first.start == second.start or second.start >= first.until:
            continue
        current = second.start <= today <= first.until and (second.until or today) >= today
        name = " ".join(filter(None, (other.name, f"{other.start:%d-%m-%Y}")))
        stored = f"{name} s.d. {other.until:%d-%m-%Y}" if other.until else name
        code = "post.two_at_once" if current else "post.overlaps"
        return Problem(code, column="until" if first is post else "effective", facts={"stored": stored})
    return None
