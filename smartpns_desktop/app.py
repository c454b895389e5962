"""Putting the pieces together once: a data folder in, an `App` of ready services out."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from db import Database
from smartpns_desktop.services.agencies import AgencyService
from smartpns_desktop.services.backups import BackupService
from smartpns_desktop.services.demo import DemoService
from smartpns_desktop.services.employees import EmployeeService
from smartpns_desktop.services.exports import ExportService
from smartpns_desktop.services.health import HealthService
from smartpns_desktop.services.imports import ImportService
from smartpns_desktop.services.lists import ListService
from smartpns_desktop.services.reference import load_reference
from smartpns_desktop.services.reports import ReportService
from smartpns_desktop.services.study_needs import StudyNeedService
from smartpns_desktop.services.trainings import TrainingService
from smartpns_desktop.services.undo import UndoService
from smartpns_desktop.services.watch import Watch

STORE = "data.smartpns"
"""Name of the store in the data folder."""


@dataclass(frozen=True, slots=True)
class App:
    """Every service, ready to use, on one open store."""

    data_dir: Path
    database: Database
    employees: EmployeeService
    agencies: AgencyService
    trainings: TrainingService
    study_needs: StudyNeedService
    imports: ImportService
    undo: UndoService
    lists: ListService
    exports: ExportService
    reports: ReportService
    backups: BackupService
    health: HealthService
    demo: DemoService

    def close(self) -> None:
        """Close the store."""
        self.database.close()


def default_data_dir() -> Path:
    """Where the program keeps its data if nobody says otherwise: the user's own, never a synchronised folder."""
    return user_data_path("SmartPNS", appauthor=False)


def restore_store(data_dir: Path, backup: Path, watch: Watch | None = None) -> Path:
    """Put a backup in the place of the store in a folder, sound or not; returns what is kept of that store."""
    database = Database(data_dir / STORE)
    try:
        return BackupService(database).restore(backup, watch)
    finally:
        database.close()


def open_app(data_dir: Path, actor: str = "") -> App:
    """Open the store in a folder, made and migrated as needed.

    Raises the store's errors (`db.errors`), which `services.failures.known` puts into the user's terms.
    """
    who = actor or getpass.getuser()
    database = Database(data_dir / STORE)
    database.upgrade()
    load_reference(database, who)
    backups = BackupService(database)
    return App(
        data_dir=data_dir,
        database=database,
        employees=EmployeeService(database, who),
        agencies=AgencyService(database, who),
        trainings=TrainingService(database, who),
        study_needs=StudyNeedService(database, who),
        imports=ImportService(database, who),
        undo=UndoService(database, who),
        lists=ListService(database),
        exports=ExportService(database),
        reports=ReportService(database),
        backups=backups,
        health=HealthService(database, backups),
        demo=DemoService(database, who),
    )
