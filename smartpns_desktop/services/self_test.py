"""Proof that the installed program works: every part is used once, in a folder of its own."""

from __future__ import annotations

import json
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from db import Database
from smartpns_desktop import __version__
from smartpns_desktop.services.attachments import AttachmentService
from smartpns_desktop.services.backups import BackupService
from smartpns_desktop.services.exports import ExportService
from smartpns_desktop.services.health import HealthService
from smartpns_desktop.services.imports.service import ImportService
from smartpns_desktop.services.lists import ListQuery, ListService
from smartpns_desktop.services.reference import load_reference
from smartpns_desktop.services.templates import TemplateService
from smartpns_desktop.services.undo import UndoService

_Step = Callable[[Database, Path], str]

_COMPILED_WORDS = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
"""How every file of lrelease begins."""

_ACTOR = "self-test"
_EMPLOYEES = "nip;nama\n199001012015011001;Contoh Satu\n199102022016022002;Contoh Dua\n"


@dataclass(frozen=True, slots=True)
class SelfTestStep:
    """One part of the proof: its Indonesian name, whether it worked, and what it found."""

    name: str
    passed: bool
    detail: str


def self_test(more: Sequence[tuple[str, Callable[[Path], str]]] = ()) -> list[SelfTestStep]:
    """Run all steps; a step that fails names its error and ends the proof.

    `more` are named steps of floors above this one; each gets an empty folder and tells what it found.
    """
    steps: list[SelfTestStep] = []
    with tempfile.TemporaryDirectory(prefix="smartpns-", ignore_cleanup_errors=True) as folder:
        database = Database(Path(folder) / "proof.smartpns")
        try:
            for name, step in (*_STEPS, *((name, _above(name, step)) for name, step in more), _LAST):
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
    TemplateService(database).write("employees", folder / "templat.xlsx")
    plan = ImportService(database, _ACTOR).plan(out)
    return f"{_at_least(plan.judgement.same, 2)} baris kembali sama"


def _undo(database: Database, _folder: Path) -> str:
    batch = int(ListService(database).rows("batches", ListQuery())[1][0]["batch"])
    return f"{_at_least(UndoService(database, _ACTOR).undo(batch).reverted, 2)} dibatalkan"


def _backup(database: Database, folder: Path) -> str:
    backups = BackupService(database)
    backups.backup(folder / "cadangan.smartpns")
    report = HealthService(database, backups, AttachmentService(database, _ACTOR)).check()
    return f"{_at_least(report.change_sets if report.sound else 0, 3)} perubahan, rantai utuh"


def _shipped(_database: Database, _folder: Path) -> str:
    """Words and icons of the window, as far as it can be said without it."""
    shipped = resources.files("resources")
    words = (shipped / "translations" / "qt_id.qm").read_bytes()
    if not words.startswith(_COMPILED_WORDS):
        raise ValueError("qt_id.qm")
    icons = json.loads((shipped / "icons" / "phosphor.json").read_text(encoding="utf-8"))
    return f"{len(words)} byte terjemahan, {_at_least(len(icons), 1)} ikon"


def _program(_database: Database, _folder: Path) -> str:
    """An installed program must have loaded every module from its own folder."""
    files = [Path(file) for module in list(sys.modules.values()) if (file := getattr(module, "__file__", None))]
    home = Path(sys.executable).resolve().parent
    # What the program file itself holds has bare names.
    strangers = [str(it) for it in files if it.is_absolute() and not it.resolve().is_relative_to(home)]
    if strangers and hasattr(sys, "frozen"):
        raise ValueError(", ".join(strangers[:5]))
    return f"SmartPNS {__version__}, Python {platform.python_version()}, {len(files)} modul"


_STEPS: tuple[tuple[str, _Step], ...] = (
    ("basis data dan migrasi", _open),
    ("data acuan", _reference),
    ("impor", _import),
    ("buku kerja", _workbook),
    ("pembatalan", _undo),
    ("cadangan dan jurnal", _backup),
    ("berkas bawaan", _shipped),
)
_LAST = ("program", _program)


def _above(name: str, step: Callable[[Path], str]) -> _Step:
    """A step that was handed in, as one of ours."""

    def proved(_database: Database, folder: Path) -> str:
        (folder / name).mkdir()
        return step(folder / name)

    return proved


def _at_least(found: int, wanted: int) -> int:
    if found < wanted:
        raise ValueError(f"{found} < {wanted}")
    return found
