"""Is everything sound: the file, the journal's chain, the triggers, the backups, and the data."""

from __future__ import annotations

from dataclasses import dataclass, field

from db import Database
from db.journal import Fault
from db.queries import health as queries
from smartpns_desktop.services.backups import BackupService


@dataclass(frozen=True, slots=True)
class HealthReport:
    """What `check` found. `sound` speaks of store and journal; `data` counts what the office could mend."""

    store: tuple[str, ...]
    references: tuple[str, ...]
    journal: tuple[Fault, ...]
    triggers: tuple[str, ...]
    backups: tuple[str, ...]
    change_sets: int
    data: dict[str, int] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether store and journal are as the program left them."""
        return not (self.store or self.references or self.journal or self.triggers or self.backups)


class HealthService:
    """Checks the store without changing it."""

    def __init__(self, database: Database, backups: BackupService) -> None:
        self._database, self._backups = database, backups

    def check(self) -> HealthReport:
        """Everything that can be judged without a person."""
        with self._database.read() as reader:
            return HealthReport(
                store=tuple(queries.store_faults(reader)),
                references=tuple(queries.broken_references(reader)),
                journal=tuple(queries.journal_faults(reader)),
                triggers=tuple(queries.damaged_triggers(reader)),
                backups=tuple(self._backups.cut_tail()),
                change_sets=queries.journal_head(reader)[0],
                data=queries.data_counts(reader),
            )
