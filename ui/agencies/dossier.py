"""What is read of one agency for its page: who leads it, targets and commitments, submissions, what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from smartpns_desktop.domain.agency_duties import ContactRole

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.services.agencies import AgencyEvent, AgencyNode
    from smartpns_desktop.services.agency_duties import Commitment, Contact, Target
    from smartpns_desktop.services.trail import TrailEntry


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about an agency that the tree does not tell; `submissions` are rows of their list."""

    key: int
    year: int
    contacts: Mapping[ContactRole, Contact]
    targets: Sequence[Target]
    commitments: Sequence[Commitment]
    submissions: Sequence[Mapping[str, Any]]
    events: Sequence[AgencyEvent]
    trail: Sequence[TrailEntry]


class Shown(NamedTuple):
    """An agency as its page shows it: what the tree tells, and all the rest."""

    node: AgencyNode
    dossier: Dossier


def read_dossier(app: App, key: int, year: int) -> Dossier:
    """Read it, in the background."""
    from smartpns_desktop.services.lists import ListQuery

    asked = ListQuery(where=(("agency_id", str(key)),))
    rows = app.lists.by_keys("agency-submissions", app.lists.keys("agency-submissions", asked))
    return Dossier(
        key,
        year,
        app.agency_duties.contacts(key),
        app.agency_duties.targets(key, year),
        app.agency_duties.commitments(key),
        rows[::-1],
        app.agencies.history(key),
        app.trail.of("agencies", key),
    )
