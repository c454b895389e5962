"""Proof that the installed program works: every part is used once, in a folder of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db import Database
from smartpns_desktop.services.backups import BackupService
from smartpns_desktop.services.exports import ExportService
from smartpns_desktop.services.health import HealthService
from smartpns_desktop.services.imports import ImportService
from smartpns_desktop.services.lists import ListQuery, ListService
from smartpns_desktop.services.reference import load_reference
from smartpns_desktop.services.undo import UndoService

_ACTOR = "self-test"
_EMPLOYEES = "nip;nama\n199001012015011001;Contoh Satu\n199102022016022002;Contoh Dua\n"


@dataclass(frozen=True, slots=True)
class SelfTestStep:
    """One part of the proof: its Indonesian name, whether it worked, and what it found."""

    name: str
    passed: bool
    detail: str


def self_test() -> list[SelfTestStep]:
    """Run all steps; a step that fails names its error and ends the proof."""
    steps: list[SelfTestStep] = []
    with tempfile.TemporaryDirectory(prefix="smartpns-", ignore_cleanup_errors=True) as folder:
        database = Database(Path(folder) / "proof.smartpns")
        try:
            for name, step in _STEPS:
                try:
                    steps.append(SelfTestStep(name, passed=True, detail=step(database, Path(folder))))
                except Exception as error:  # noqa: BLE001 - any failure is the finding
                    steps.append(SelfTestStep(name, passed=False, detail=f"{type(error).__name__}: {error}"))
                    break
        finally:
            database.close()
    return steps


def _open(database: Database, _folder: Path) -> str:
    database.upgrade()
    return f"versi {database.revision()}"


def _reference(database: Database, _folder: Path) -> str:
    load_reference(database, _ACTOR)
    count = ListService(database).count("grades", ListQuery())
    return f"{_at_least(count, 34)} golongan, {ListService(database).count('regulations', ListQuery())} aturan"


def _import(database: Database, folder: Path) -> str:
    source = folder / "pegawai.csv"
    source.write_text(_EMPLOYEES, encoding="utf-8")
    imports = ImportService(database, _ACTOR)
    imports.apply(imports.plan(source))
    return f"{_at_least(ListService(database).count('employees', ListQuery()), 2)} pegawai"


def _workbook(database: Database, folder: Path) -> str:
    out = folder / "pegawai.xlsx"
    ExportService(database).export("employees", out)
    ExportService(database).template("employees", folder / "templat.xlsx")
    plan = ImportService(database, _ACTOR).plan(out)
    return f"{_at_least(plan.judgement.same, 2)} baris kembali sama"


def _undo(database: Database, _folder: Path) -> str:
    batch = int(ListService(database).rows("batches", ListQuery())[1][0]["batch"])
    return f"{_at_least(UndoService(database, _ACTOR).undo(batch).reverted, 2)} dibatalkan"


def _backup(database: Database, folder: Path) -> str:
    backups = BackupService(database)
    backups.backup(folder / "cadangan.smartpns")
    report = HealthService(database, backups).check()
    return f"{_at_least(report.change_sets if report.sound else 0, 3)} perubahan, rantai utuh"


_STEPS: tuple[tuple[str, Callable[[Database, Path], str]], ...] = (
    ("basis data dan migrasi", _open),
    ("data acuan", _reference),
    ("impor", _import),
    ("buku kerja", _workbook),
    ("pembatalan", _undo),
    ("cadangan dan jurnal", _backup),
)


def _at_least(found: int, wanted: int) -> int:
    if found < wanted:
        raise ValueError(f"{found} < {wanted}")
    return found
