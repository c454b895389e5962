"""Code tables and dated legal parameters: shipped as files, kept in the store, handed to rules as records."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING, Any

from db import ChangeSetHeader, Database, Reader
from db.queries import reference as queries
from db.queries import settings
from smartpns_desktop.domain.employment import service_in
from smartpns_desktop.domain.standings import Standing

if TYPE_CHECKING:
    from smartpns_desktop.domain.regulations import Regulations

_DIGEST = "reference.digest"

_Cell = Callable[[str], Any]


def _optional(text: str) -> str | None:
    return text or None


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """One shipped file: its table, the columns that name a row, and column by column heading and reading."""

    file: str
    table: str
    key: tuple[str, ...]
    columns: dict[str, tuple[str, _Cell]]

    def rows(self) -> list[dict[str, Any]]:
        """The rows of the file in the store's terms."""
        text = (resources.files("resources") / "reference" / self.file).read_text(encoding="utf-8-sig")
        return [
            {name: read(row[heading].strip()) for name, (heading, read) in self.columns.items()}
            for row in csv.DictReader(text.splitlines())
        ]


def _dated(**columns: tuple[str, _Cell]) -> dict[str, tuple[str, _Cell]]:
    return {
        **columns,
        "effective_from": ("berlaku_mulai", date.fromisoformat),
        "source": ("dasar", str),
        "status": ("status", str),
    }


FILES = (
    ReferenceFile(
        "golongan.csv",
        "grades",
        ("code",),
        {
            "code": ("kode", str),
            "kind": ("jenis_pegawai", str),
            "name": ("golongan", str),
            "rank": ("pangkat", _optional),
            "ordering": ("urutan", int),
        },
    ),
    ReferenceFile(
        "tingkat_pendidikan.csv",
        "education_levels",
        ("code",),
        {"code": ("kode_bkn", str), "name": ("nama", str), "ordering": ("urutan", int)},
    ),
    ReferenceFile(
        "eselon.csv",
        "echelons",
        ("code",),
        {
            "code": ("kode", str),
            "name": ("eselon", _optional),
            "managerial_level": ("jabatan_manajerial", str),
            "lowest_grade": ("golongan_min", _optional),
            "highest_grade": ("golongan_maks", _optional),
        },
    ),
    ReferenceFile(
        "jenis_jabatan.csv", "position_kinds", ("code",), {"code": ("kode_siasn", str), "name": ("nama", str)}
    ),
    ReferenceFile(
        "jenjang_jabatan_fungsional.csv",
        "functional_levels",
        ("code",),
        {"code": ("kode_siasn", str), "category": ("kategori", str), "name": ("jenjang", str)},
    ),
    ReferenceFile(
        "jenis_diklat_siasn.csv",
        "siasn_training_kinds",
        ("code",),
        {"code": ("kode", str), "name": ("nama", str), "certificate_code": ("kode_sertipikat", _optional)},
    ),
    ReferenceFile(
        "latihan_struktural_siasn.csv",
        "structural_trainings",
        ("code",),
        {"code": ("kode", str), "name": ("nama", str)},
    ),
    ReferenceFile(
        "hukuman_disiplin.csv",
        "disciplinary_measures",
        ("name",),
        {"level": ("tingkat", str), "name": ("hukuman", str)},
    ),
    ReferenceFile(
        "batas_usia_pensiun.csv",
        "retirement_ages",
        ("position_group", "effective_from"),
        _dated(position_group=("kelompok_jabatan", str), years=("bup_tahun", int)),
    ),
    ReferenceFile(
        "bentuk_pengembangan_kompetensi.csv",
        "training_forms",
        ("code", "effective_from"),
        _dated(
            code=("kode", str),
            path=("jalur", str),
            name=("bentuk", str),
            siasn_kind_code=("kode_jenis_diklat_siasn", _optional),
            method=("cara_hitung", str),
            national_jp=("jp_nasional", _optional),
            international_jp=("jp_internasional", _optional),
            limit_text=("batas", _optional),
        ),
    ),
    ReferenceFile(
        "ip_asn_kategori.csv",
        "index_categories",
        ("lowest_score", "effective_from"),
        _dated(lowest_score=("batas_bawah", float), name=("kategori", str)),
    ),
    ReferenceFile(
        "ip_asn_skor.csv",
        "index_scores",
        ("dimension", "position_group", "criterion", "effective_from"),
        _dated(
            dimension=("dimensi", str),
            position_group=("kelompok_jabatan", str),
            criterion=("kriteria", str),
            time_window=("jendela_waktu", _optional),
            score=("skor", float),
        ),
    ),
    ReferenceFile(
        "kualitas_data.csv",
        "data_quality_checks",
        ("code", "effective_from"),
        _dated(
            code=("kode", str),
            dimension=("dimensi", str),
            dimension_weight=("bobot_dimensi", float),
            indicator_weight=("bobot_indikator", float),
            description=("pemeriksaan", str),
        ),
    ),
    ReferenceFile(
        "kompetensi.csv",
        "competencies",
        ("code", "effective_from"),
        _dated(code=("kode", str), kind=("jenis", str), name=("nama", str)),
    ),
    ReferenceFile(
        "masa_studi_normatif.csv",
        "normative_study_periods",
        ("level_code", "effective_from"),
        _dated(level_code=("kode_bkn", str), years=("tahun", int)),
    ),
    ReferenceFile(
        "parameter_regulasi.csv",
        "regulation_parameters",
        ("code", "effective_from"),
        _dated(
            code=("kode", str),
            value=("nilai", str),
            unit=("satuan", _optional),
            note=("keterangan", _optional),
        ),
    ),
)


def load_reference(database: Database, actor: str) -> None:
    """Bring the reference tables to what this version ships, as a change set that undo skips.

    Nothing is opened for writing while the shipped files are those of the last time.
    """
    digest = _shipped_digest()
    with database.read() as reader:
        if settings.get(reader, _DIGEST) == digest:
            return
    # A start whose files are those of the last time need not load what writes them.
    from db.queries.bundle import write_bundle
    from db.seed import differences
    from smartpns_desktop.services import standard_items

    load_standings(database)
    tables = {file.table: (file.key, file.rows()) for file in FILES}
    with database.write(ChangeSetHeader("reference", actor, "Data acuan bawaan program")) as writer:
        write_bundle(writer, differences(writer, tables), lambda _done, _total: None)
        # The reference tells what kind a competency is of; versions of an older store have no items yet.
        standard_items.follow(writer)
        settings.put(writer, _DIGEST, digest)


def load_standings(database: Database) -> None:
    """Bring to the store what each standing means, so that statements count as the rules do."""
    from db.queries import employment

    with database.maintain() as writer:
        employment.put_meanings(writer, _standings())


def _standings() -> dict[str, str]:
    return {standing.value: service_in(standing).value for standing in Standing}


def _shipped_digest() -> str:
    folder = resources.files("resources") / "reference"
    digest = hashlib.sha256(repr(_standings()).encode())
    for file in FILES:
        digest.update((folder / file.file).read_bytes())
    return digest.hexdigest()


def regulations(reader: Reader) -> Regulations:
    """All dated rows of the store, for rules to ask by day."""
    from smartpns_desktop.domain.regulations import KEYS, Regulations

    return Regulations({table: queries.rows_of(reader, table) for table in KEYS})
