"""What the page of the make-up of the people shows, and by which acts of Beranda it is opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.services.composition import Composition, Coverage, Where

COMPOSITION, COVERAGE = "composition", "coverage"
"""The acts of a `Target("home")` that open the page, on one tab or the other."""


class Figures(NamedTuple):
    """What the page shows, read in one go."""

    composition: Composition
    coverage: Coverage
    places: tuple[str, ...]


def read_figures(app: App, year: int, scope: Where, as_of: date | None) -> Figures:
    """The figures of a scope on a day, today where none is told; read in the background."""
    service = app.composition
    return Figures(service.composition(scope, as_of), service.coverage(year, scope, as_of), service.places(as_of))
