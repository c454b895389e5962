"""Putting the pieces together once: a data folder in, an `App` of ready services out."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from db import Database
from smartpns_desktop.services.backups import BackupService
from smartpns_desktop.services.exports import ExportService
from smartpns_desktop.services.health import HealthService
from smartpns_desktop.services.imports import ImportService
from smartpns_desktop.services.lists import ListService
from smartpns_desktop.services.reference import load_reference
from smartpns_desktop.services.reports import ReportService
from smartpns_desktop.services.undo import UndoService

STORE = "data.smartpns"
"""Name of the store in the data folder."""


@dataclass(frozen=True, slots=True)
class App:
    """Every service, ready to use, on one open store."""

    data_dir: Path
    database: Database
    imports: ImportService
    undo: UndoService
    lists: ListService
    exports: ExportService
    reports: ReportService
    backups: BackupService
    health: HealthService

    def close(self) -> None:
        """Close the store."""
        self.database.close()


def default_data_dir() -> Path:
    """Where the program keeps its data if nobody says otherwise: the user's own, never a synchronised folder."""
    return user_data_path("SmartPNS", appauthor=False)


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
        imports=ImportService(database, who),
        undo=UndoService(database, who),
        lists=ListService(database),
        exports=ExportService(database),
        reports=ReportService(database),
        backups=backups,
        health=HealthService(database, backups),
    )
