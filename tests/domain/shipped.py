"""The regulation tables that ship with the program, as rows and as regulations, for tests of rules."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from smartpns_desktop.domain.regulations import Regulations, Row

REFERENCE = Path(__file__).parents[2] / "resources" / "reference"
COLUMNS = {
    "kode": "code",
    "nilai": "value",
    "jalur": "path",
    "bentuk": "name",
    "kode_jenis_diklat_siasn": "siasn_kind_code",
    "cara_hitung": "method",
    "jp_nasional": "national_jp",
    "jp_internasional": "international_jp",
    "batas": "limit_text",
    "kelompok_jabatan": "position_group",
    "bup_tahun": "years",
    "kode_bkn": "level_code",
    "tahun": "years",
    "berlaku_mulai": "effective_from",
    "dimensi": "dimension",
    "kriteria": "criterion",
    "skor": "score",
    "bobot_dimensi": "dimension_weight",
    "bobot_indikator": "indicator_weight",
    "pemeriksaan": "description",
}
FILES = {
    "regulation_parameters": "parameter_regulasi.csv",
    "training_forms": "bentuk_pengembangan_kompetensi.csv",
    "retirement_ages": "batas_usia_pensiun.csv",
    "normative_study_periods": "masa_studi_normatif.csv",
    "index_scores": "ip_asn_skor.csv",
    "data_quality_checks": "kualitas_data.csv",
}
TODAY = date(2026, 1, 15)


def shipped(table: str) -> list[Row]:
    """The rows of a shipped table by the store's column names."""
    rows = csv.DictReader((REFERENCE / FILES[table]).read_text(encoding="utf-8").splitlines())
    return [{COLUMNS.get(name, name): value or None for name, value in row.items()} for row in rows]


SHIPPED = Regulations({table: shipped(table) for table in FILES})
