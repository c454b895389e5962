"""Putting the pieces together once: a data folder in, an `App` of ready services out."""

from __future__ import annotations

import getpass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from db import Database
from smartpns_desktop.services.data_places import STORE, make_store_file
from smartpns_desktop.services.failures import folder_named
from smartpns_desktop.services.reference import load_reference

if TYPE_CHECKING:
    from smartpns_desktop.services.absences import AbsenceService
    from smartpns_desktop.services.agencies import AgencyService
    from smartpns_desktop.services.agency_duties import AgencyDutyService
    from smartpns_desktop.services.agency_submissions import AgencySubmissionService
    from smartpns_desktop.services.attachments import AttachmentService
    from smartpns_desktop.services.backups import BackupService
    from smartpns_desktop.services.bulk_edits import BulkEditService
    from smartpns_desktop.services.composition import CompositionService
    from smartpns_desktop.services.dashboard import DashboardService
    from smartpns_desktop.services.data_mending import MendingService
    from smartpns_desktop.services.data_quality import DataQualityService
    from smartpns_desktop.services.demo.service import DemoService
    from smartpns_desktop.services.duplicates import DuplicateService
    from smartpns_desktop.services.employees import EmployeeService
    from smartpns_desktop.services.exports import ExportService
    from smartpns_desktop.services.health import HealthService
    from smartpns_desktop.services.imports.service import ImportService
    from smartpns_desktop.services.lists import ListService
    from smartpns_desktop.services.news import NewsService
    from smartpns_desktop.services.office import OfficeService
    from smartpns_desktop.services.people_merging import MergeService
    from smartpns_desktop.services.person_copy import PersonCopyService
    from smartpns_desktop.services.persons import PersonService
    from smartpns_desktop.services.positions import PositionService
    from smartpns_desktop.services.preferences import PreferenceService
    from smartpns_desktop.services.records import RecordService
    from smartpns_desktop.services.reports import ReportService
    from smartpns_desktop.services.search import SearchService
    from smartpns_desktop.services.study_needs import StudyNeedService
    from smartpns_desktop.services.templates import TemplateService
    from smartpns_desktop.services.trail import TrailService
    from smartpns_desktop.services.trainings import TrainingService
    from smartpns_desktop.services.undo import UndoService
    from smartpns_desktop.services.unmerging import UnmergeService
    from smartpns_desktop.services.updates import UpdateService

__all__ = ["STORE", "App", "open_app"]


class App:
    """Every service on one open store.

    A service is imported and made when it is first asked for, on any thread, so that a start pays only for
    what it shows.
    """

    def __init__(self, data_dir: Path, database: Database, actor: str) -> None:
        self.data_dir = data_dir
        self.database = database
        self.actor = actor

    @cached_property
    def employees(self) -> EmployeeService:
        from smartpns_desktop.services.employees import EmployeeService

        return EmployeeService(self.database, self.actor)

    @cached_property
    def duplicates(self) -> DuplicateService:
        from smartpns_desktop.services.duplicates import DuplicateService

        return DuplicateService(self.database, self.actor)

    @cached_property
    def absences(self) -> AbsenceService:
        from smartpns_desktop.services.absences import AbsenceService

        return AbsenceService(self.database, self.actor)

    @cached_property
    def merging(self) -> MergeService:
        from smartpns_desktop.services.people_merging import MergeService

        return MergeService(self.database, self.actor)

    @cached_property
    def unmerging(self) -> UnmergeService:
        from smartpns_desktop.services.unmerging import UnmergeService

        return UnmergeService(self.database, self.actor)

    @cached_property
    def persons(self) -> PersonService:
        from smartpns_desktop.services.persons import PersonService

        return PersonService(self.database)

    @cached_property
    def person_copies(self) -> PersonCopyService:
        from smartpns_desktop.services.person_copy import PersonCopyService

        return PersonCopyService(self.database)

    @cached_property
    def agencies(self) -> AgencyService:
        from smartpns_desktop.services.agencies import AgencyService

        return AgencyService(self.database, self.actor)

    @cached_property
    def positions(self) -> PositionService:
        from smartpns_desktop.services.positions import PositionService

        return PositionService(self.database, self.actor)

    @cached_property
    def agency_duties(self) -> AgencyDutyService:
        from smartpns_desktop.services.agency_duties import AgencyDutyService

        return AgencyDutyService(self.database, self.actor)

    @cached_property
    def agency_submissions(self) -> AgencySubmissionService:
        from smartpns_desktop.services.agency_submissions import AgencySubmissionService

        return AgencySubmissionService(self.database, self.actor)

    @cached_property
    def trainings(self) -> TrainingService:
        from smartpns_desktop.services.trainings import TrainingService

        return TrainingService(self.database, self.actor)

    @cached_property
    def study_needs(self) -> StudyNeedService:
        from smartpns_desktop.services.study_needs import StudyNeedService

        return StudyNeedService(self.database, self.actor)

    @cached_property
    def imports(self) -> ImportService:
        from smartpns_desktop.services.imports.service import ImportService

        return ImportService(self.database, self.actor)

    @cached_property
    def undo(self) -> UndoService:
        from smartpns_desktop.services.undo import UndoService

        return UndoService(self.database, self.actor)

    @cached_property
    def lists(self) -> ListService:
        from smartpns_desktop.services.lists import ListService

        return ListService(self.database)

    @cached_property
    def bulk_edits(self) -> BulkEditService:
        from smartpns_desktop.services.bulk_edits import BulkEditService

        return BulkEditService(self.database, self.actor)

    @cached_property
    def search(self) -> SearchService:
        from smartpns_desktop.services.search import SearchService

        return SearchService(self.database, self.preferences)

    @cached_property
    def exports(self) -> ExportService:
        from smartpns_desktop.services.exports import ExportService

        return ExportService(self.database)

    @cached_property
    def templates(self) -> TemplateService:
        from smartpns_desktop.services.templates import TemplateService

        return TemplateService(self.database)

    @cached_property
    def reports(self) -> ReportService:
        from smartpns_desktop.services.reports import ReportService

        return ReportService(self.database)

    @cached_property
    def backups(self) -> BackupService:
        from smartpns_desktop.services.backups import BackupService

        return BackupService(self.database)

    @cached_property
    def attachments(self) -> AttachmentService:
        from smartpns_desktop.services.attachments import AttachmentService

        return AttachmentService(self.database, self.actor)

    @cached_property
    def records(self) -> RecordService:
        from smartpns_desktop.services.records import RecordService

        return RecordService(self.database, self.actor)

    @cached_property
    def health(self) -> HealthService:
        from smartpns_desktop.services.health import HealthService

        return HealthService(self.database, self.backups, self.attachments)

    @cached_property
    def data_quality(self) -> DataQualityService:
        from smartpns_desktop.services.data_quality import DataQualityService

        return DataQualityService(self.database)

    @cached_property
    def mending(self) -> MendingService:
        from smartpns_desktop.services.data_mending import MendingService

        return MendingService(self.database)

    @cached_property
    def demo(self) -> DemoService:
        from smartpns_desktop.services.demo.service import DemoService

        return DemoService(self.database, self.actor)

    @cached_property
    def dashboard(self) -> DashboardService:
        from smartpns_desktop.services.dashboard import DashboardService

        return DashboardService(self.database, self.backups)

    @cached_property
    def composition(self) -> CompositionService:
        from smartpns_desktop.services.composition import CompositionService

        return CompositionService(self.database)

    @cached_property
    def office(self) -> OfficeService:
        from smartpns_desktop.services.office import OfficeService

        return OfficeService(self.database)

    @cached_property
    def preferences(self) -> PreferenceService:
        from smartpns_desktop.services.preferences import PreferenceService

        return PreferenceService(self.database, self.actor)

    @cached_property
    def trail(self) -> TrailService:
        from smartpns_desktop.services.trail import TrailService

        return TrailService(self.database)

    @cached_property
    def news(self) -> NewsService:
        from smartpns_desktop.services.news import NewsService

        return NewsService(self.database)

    @cached_property
    def updates(self) -> UpdateService:
        from smartpns_desktop.services.installation import Installation
        from smartpns_desktop.services.updates import UpdateService

        return UpdateService(self.database, self.backups, self.preferences, Installation.present())

    def close(self) -> None:
        """Close the store."""
        self.database.close()


def open_app(data_dir: Path, actor: str = "", *, derives: bool = True) -> App:
    """Open the store in a folder, made and migrated as needed; `derives` as `Database` explains it.

    Raises the store's errors (`db.errors`), which `services.failures.known` puts into the user's terms, and
    `CannotDo("store.read_only")` that names the folder.
    """
    who = actor or getpass.getuser()
    with folder_named(data_dir):
        make_store_file(data_dir / STORE)
        database = Database(data_dir / STORE, derives=derives)
        database.upgrade()
        load_reference(database, who)
    return App(data_dir, database, who)
