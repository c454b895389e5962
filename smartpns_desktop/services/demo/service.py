"""Filling an empty store with the invented city, as one change set that undo takes back whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from db import ChangeSetHeader, Database, Reader, Writer
from db.queries import employees as queries
from db.queries import employment
from db.queries import organisation as organisation_queries
from db.queries.bundle import Bundle, write_bundle
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services import reference
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.collector import collector_at_rest
from smartpns_desktop.services.demo import duties, organisation, people, standards
from smartpns_desktop.services.demo.agencies import CITY, Shape
from smartpns_desktop.services.demo.development import Calendar
from smartpns_desktop.services.demo.organisation import Organisation
from smartpns_desktop.services.demo.people import Keys, Registrar
from smartpns_desktop.services.demo.records import Recorder
from smartpns_desktop.services.demo.study_plans import Planner
from smartpns_desktop.services.watch import Watch

REFERENCE_DAY = date(2026, 6, 30)
"""The city's today unless somebody says otherwise: a constant, so that one seed makes one city on every day."""

_AT_A_TIME = 2_000
"""People written together, so that a large city needs no more memory than a small one."""

_ABSENT = 3
"""People at most whom a complete list lacks, and at least as many times that many in their agency."""


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What was made: the change set, how many employees, trainings and study needs, and what that touched."""

    change_set: int
    employees: int
    trainings: int
    needs: int
    changes: Changes


class DemoService:
    """Makes a city that could be, with people who are not."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor

    @collector_at_rest()
    def fill(
        self,
        employees: int = 400,
        seed: int = 1,
        watch: Watch | None = None,
        *,
        today: date = REFERENCE_DAY,
    ) -> DemoResult:
        """Fill the store with so many employees and all that belongs to them.

        The same number, seed and day make the same city. Raises `CannotDo`: `demo.not_empty` where the
        store holds employees, `argument.bad_value` where none are asked for.
        """
        if employees < 1:
            raise CannotDo("argument.bad_value", value=employees)
        watch = watch or Watch()
        watch.begin("write")
        header = ChangeSetHeader("demo", self._actor, f"Data contoh {CITY}")
        with self._database.write(header) as writer:
            _require_empty(writer)
            city = _City(writer, seed, employees, today)
            trainings = city.add_people(watch)
            needs = city.add_plans()
            city.add_duties()
            city.add_absences()
            tables = city.tables
        changes = Changes.of_tables(writer.change_set_id, tables)
        return DemoResult(writer.change_set_id, employees, trainings, needs, changes)


def _require_empty(reader: Reader) -> None:
    """Neither people nor what they would be confused with: agencies, posts, programmes of study."""
    rows = (
        queries.masters(reader, (), None),
        organisation_queries.all_agencies(reader),
        organisation_queries.all_positions(reader),
        organisation_queries.all_programmes(reader),
    )
    if any(True for kind in rows for _ in kind):
        raise CannotDo("demo.not_empty")


class _City:
    """One filling under way: the organisation is written first, then people a few thousand at a time."""

    def __init__(self, writer: Writer, seed: int, employees: int, today: date) -> None:
        self._writer, self._random, self._employees, self._today = writer, Random(seed), employees, today
        self._recorder = Recorder(seed, today)
        self.tables: set[str] = set()
        self._city: Organisation = organisation.build(employees)
        standards.describe(self._city)
        keys = self._write(self._city.bundle)
        self._keys = Keys(keys["agencies"], keys["positions"], keys["study_programmes"])

    def add_people(self, watch: Watch) -> int:
        """Employees with their histories and trainings; how many trainings there were."""
        registrar = Registrar(self._random, self._city, self._keys)
        regulations = reference.regulations(self._writer)
        calendar = Calendar(self._random, regulations, self._employees, self._today)
        bundle, trainings = Bundle(), 0
        for life in people.lives_of(self._random, self._city, self._employees, self._today):
            self._recorder.perhaps_left(life)
            employee = registrar.register(life, bundle)
            self._recorder.record(life, employee, bundle)
            trainings += calendar.enrol(life, employee, bundle)
            if registrar.count % _AT_A_TIME == 0:
                self._write(bundle)
                bundle = Bundle()
                watch.step(registrar.count, self._employees)
        self._write(bundle)
        watch.step(self._employees, self._employees)
        return trainings

    def add_plans(self) -> int:
        """Plans of study needs; how many lines there were."""
        bundle = Bundle()
        lines = Planner(self._random, self._city, self._keys, self._today.year).plan(bundle)
        self._write(bundle)
        return lines

    def add_duties(self) -> None:
        """What the agencies at the top answer for; a hospital answers through its agency."""
        bundle, keys = Bundle(), self._keys.agencies
        roots = [(spec, keys[-key - 1]) for spec, key in self._city.roots if spec.shape is not Shape.HOSPITAL]
        duties.add_duties(Random(self._employees), roots, self._today, bundle)
        self._write(bundle)

    def add_absences(self) -> None:
        """People whom the complete list of an agency lacked some days ago, where it has enough of them."""
        agency, bundle = min(self._keys.agencies), Bundle()
        staff = employment.staff_of(self._writer, [agency], self._today)
        day, file = self._today - timedelta(days=9), "daftar_lengkap.xlsx"
        noticed = {"agency_id": agency, "noticed_on": day, "file_name": file}
        for row in staff[: min(_ABSENT, len(staff) // _ABSENT)]:
            bundle.add("absences", {"employee_id": row.id, **noticed})
        self._write(bundle)

    def _write(self, bundle: Bundle) -> dict[str, list[int]]:
        self.tables |= set(bundle.inserts)
        return write_bundle(self._writer, bundle, lambda _done, _total: None)
