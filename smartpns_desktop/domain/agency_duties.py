"""What an agency answers for: kinds of targets, who leads it, and how far it has submitted what was asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

SUBMISSION_KINDS = ("study-needs", "employees", "trainings", "performance-ratings", "ip-asn", "positions", "agencies")
"""Kinds of data that agencies can be asked for, by the command line's word."""


class ContactRole(StrEnum):
    """Who is meant by a contact: who leads the agency, or who answers for its data (PIC)."""

    HEAD = "head"
    IN_CHARGE = "in_charge"


class TargetKind(StrEnum):
    """What a yearly target counts: share of people who reach the JP asked, their mean JP, people trained, places."""

    JP_MET_SHARE = "jp_met_share"
    JP_MEAN = "jp_mean"
    PEOPLE_TRAINED = "people_trained"
    STUDY_PLACES = "study_places"


class SubmissionState(StrEnum):
    """How far something that was asked for has come in, in this order."""

    BELUM = "BELUM"
    SEBAGIAN = "SEBAGIAN"
    DIAJUKAN = "DIAJUKAN"
    DITERIMA = "DITERIMA"


class Timing(StrEnum):
    """How a submission stands to its deadline; one handed in without a day counts as in time."""

    LATE = "late"
    AWAITED = "awaited"
    SENT_LATE = "sent_late"
    IN_TIME = "in_time"


class Leader(NamedTuple):
    """Somebody in a structural post of an agency: key of the person, code of the echelon (11 the highest, 52 the
    lowest)."""

    person: int
    echelon: str


def head_of(leaders: Sequence[Leader]) -> int | None:
    """The one person in the highest structural post; `None` where nobody is in one, or several are."""
    highest = min((it.echelon for it in leaders if it.echelon), default=None)
    found = {it.person for it in leaders if it.echelon == highest and highest is not None}
    return found.pop() if len(found) == 1 else None
