"""Is everything sound: the file, the journal's chain, the triggers, the backups, the attached files, and the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from db import Database, Reader
from db.queries import batches
from db.queries import health as queries
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.services.attachments import AttachmentService
from smartpns_desktop.services.backups import BackupService


@dataclass(frozen=True, slots=True)
class HealthReport:
    """What `check` found in store and journal, and counts of what the office could mend in its data."""

    findings: tuple[Notice, ...]
    change_sets: int
    data: dict[str, int] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether store and journal are as the program left them."""
        return not self.findings


class HealthService:
    """Checks the store without changing it."""

    def __init__(self, database: Database, backups: BackupService, attachments: AttachmentService) -> None:
        self._database, self._backups, self._attachments = database, backups, attachments

    def check(self) -> HealthReport:
        """Everything that can be judged without a person."""
        missing, altered = self._attachments.faults()
        beside = [
            *_told("backup.ahead", self._backups.ahead_of_store()),
            *_told("attachment.missing", missing),
            *_told("attachment.altered", altered),
        ]
        with self._database.read() as reader:
            findings = (*_store_findings(reader), *_journal_findings(reader), *beside)
            return HealthReport(findings, batches.newest(reader), queries.data_counts(reader))


def _store_findings(reader: Reader) -> Iterator[Notice]:
    yield from _told("store.fault", queries.store_faults(reader))
    yield from _told("reference.fault", queries.broken_references(reader))
    yield from _told("trigger.fault", queries.damaged_triggers(reader))


def _journal_findings(reader: Reader) -> Iterator[Notice]:
    for fault in queries.journal_faults(reader):
        entry = {} if fault.entry is None else {"entry": str(fault.entry)}
        yield Notice(fault.kind, {"change_set": str(fault.change_set_id), **entry})


def _told(code: str, details: Iterable[str]) -> Iterator[Notice]:
    return (Notice(code, {"detail": detail}) for detail in details)
