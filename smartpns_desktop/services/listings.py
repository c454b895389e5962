"""How a use-case comes by the list of a kind: with the day, the year and the legal minimum that it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from db import Database, Reader
from db.queries import employee_current, reference, training_counts
from db.queries.listing import Listing, View
from db.queries.lists import is_of_people, kinds, listing_of
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.regulations import Regulations
from smartpns_desktop.services import data_findings
from smartpns_desktop.services.retirement_ages import retirement_ages


def is_behind(reader: Reader, kind: str, as_of: date | None = None) -> bool:
    """Whether a list would read what is derived of a day (people's state: of today), had nothing changed since."""
    if kind == data_findings.KIND:
        return not data_findings.are_kept(reader, as_of or date.today())
    return is_of_people(kind) and as_of is None and not employee_current.holds(reader, date.today())


def bring_up_to_date(database: Database, kind: str = "", as_of: date | None = None) -> None:
    """Derive anew what today's lists of people read quickly; of findings, those of the day.

    Where the store must not or cannot be written to now, lists ask the histories: slower, and the same answer.
    """
    if kind == data_findings.KIND:
        data_findings.derive(database, as_of or date.today())
    else:
        database.derive(lambda writer: employee_current.refresh(writer, date.today()))


def bring_counts_up_to_date(database: Database) -> None:
    """Count anew what is kept of trainings; where that cannot be now, they are counted one by one: slower."""
    with database.read() as reader:
        behind = [table for table in training_counts.KEPT if not training_counts.holds(reader, table)]
    # One by one: who wants to write something in between need not wait for all.
    for table in behind:
        if not database.derive(partial(training_counts.refresh, table=table)):
            return


def listing(
    reader: Reader, kind: str, as_of: date | None = None, year: int | None = None, until: date | None = None
) -> Listing:
    """The list of a kind as it was on a day (`None`: as it is today), with JP of a year (`None`: of that day's).

    `until` is the last day of a list of what falls due. Raises `CannotDo("argument.unknown_kind")`.
    """
    on = as_of or date.today()
    view = View(on, year or on.year, as_of is not None)
    if is_of_people(kind):
        current = as_of is None and employee_current.holds(reader, on)
        view = replace(view, current=current, jp_minimum=_jp_minimum(reader, view.year))
    if kind == "trainings":
        view = replace(view, counted=training_counts.holds(reader, training_counts.FACETS))
    if kind == data_findings.KIND:
        view = replace(view, current=data_findings.at_hand(reader, on))
    if kind == "due":
        view = replace(view, retirement_ages=retirement_ages(reader, on), until=until)
    found = listing_of(kind, view)
    if found is None:
        raise CannotDo("argument.unknown_kind", kind=kind, known=", ".join(kinds()))
    return found


def _jp_minimum(reader: Reader, year: int) -> tuple[tuple[str, float], ...]:
    """The JP that a year asks, by kind of employee, as in force at its end (PP 11/2017 art. 203(4))."""
    rules = Regulations({"regulation_parameters": reference.rows_of(reader, "regulation_parameters")})
    minimum = rules.on(date(year, 12, 31)).jp_minimum
    return tuple((kind.value, float(told)) for kind in EmployeeKind if (told := minimum(kind)) is not None)
