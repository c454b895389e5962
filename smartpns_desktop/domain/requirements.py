"""What a post asks of its holder, item by item: read from the lists that sheets keep in one cell, and written back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

SERVICE = "SERVICE"
"""Stands for "in service at all" where years are asked of no post in particular."""


class RequirementKind(StrEnum):
    """What is asked; programmes of study are alternatives of each other, of everything else each item is asked."""

    PROGRAMME = "programme"
    TRAINING = "training"
    CERTIFICATE = "certificate"
    EXPERIENCE = "experience"
    COMPETENCY = "competency"


class TrainingKind(StrEnum):
    """What a required training prepares for."""

    STRUCTURAL = "structural"
    FUNCTIONAL = "functional"
    TECHNICAL = "technical"


class CompetencyKind(StrEnum):
    """Kinds of competencies of civil servants (UU 5/2014 art. 69; PermenPANRB 38/2017 art. 6)."""

    TECHNICAL = "technical"
    MANAGERIAL = "managerial"
    SOCIOCULTURAL = "sociocultural"


LEVELS = range(1, 6)
"""Levels of a competency, 1 the lowest (PermenPANRB 38/2017)."""

LISTS: Mapping[str, tuple[RequirementKind, ...]] = {
    "programmes": (RequirementKind.PROGRAMME,),
    "trainings": (RequirementKind.TRAINING, RequirementKind.CERTIFICATE),
    "experience": (RequirementKind.EXPERIENCE,),
    "competencies": (RequirementKind.COMPETENCY,),
}
"""The lists of a standard as sheets have them, and what stands in each."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One item that a post asks.

    `mandatory` marks a training without which the post must not be held; a training or certificate older than
    `validity` months no longer counts. `months` of experience are asked in posts of `post_level` (a functional level's
    code, a managerial level, `SERVICE`; `None`: in something that only people can judge). `level` is that of a
    competency.
    """

    kind: RequirementKind
    name: str
    mandatory: bool = False
    validity: int | None = None
    training_kind: TrainingKind | None = None
    months: int | None = None
    post_level: str | None = None
    competency_kind: CompetencyKind | None = None
    level: int | None = None


Known = Mapping[str, CompetencyKind]
"""Kinds of the competencies that the reference knows, by their folded names."""


def of_kind(requirements: Sequence[Requirement], kind: RequirementKind) -> tuple[Requirement, ...]:
    """The items of one kind, in their order."""
    return tuple(it for it in requirements if it.kind is kind)
