"""What an edit is called in the journal and on the undo button: what happened to which thing."""

from __future__ import annotations

from collections.abc import Iterable

from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.words.field_labels import FIELDS
from smartpns_desktop.words.labels import field_label
from smartpns_desktop.words.sentences import listed, lower_first

REASONS = {
    "employee.add": "Tambah pegawai {name}",
    "employee.change": "Ubah {name}: {fields}",
    "employee.remove_state": "Hapus riwayat {history} {name}",
    "employee.delete_many": "Hapus {count} pegawai",
    "employee.delete": "Hapus pegawai {name}",
    "employee.merge": "Gabungkan {name} ke {into}",
    "absence.decide": "Putuskan {name}: {decision}",
    "absence.decide_many": "Putuskan {count} pegawai yang tidak ada dalam daftar: {decision}",
    "employee.different": "Orang yang berbeda: {name} dan {other}",
    "agency.add": "Tambah {kind} {name}",
    "agency.change": "Ubah {name}: {fields}",
    "agency.rename": "Ganti nama {name} menjadi {after}",
    "agency.move": "Pindahkan {name} ke {parent}",
    "agency.move_to_top": "Pindahkan {name} ke tingkat teratas",
    "agency.close": "Tutup {name}",
    "agency.reopen": "Buka kembali {name}",
    "agency.delete": "Hapus {kind} {name}",
    "agency.merge": "Gabungkan {name} ke {into}",
    "agency.split": "Pecah {name} menjadi {parts}",
    "agency.contact": "Ubah {role} {name}",
    "agency.targets": "Target {year} {name}",
    "agency.commitment_add": "Tambah komitmen {name}",
    "agency.commitment_change": "Ubah komitmen {name}: {fields}",
    "agency.commitment_remove": "Hapus komitmen {name}",
    "call.add": "Minta {kind} periode {period}",
    "call.change": "Ubah permintaan {kind} periode {period}: {fields}",
    "call.remove": "Hapus permintaan {kind} periode {period}",
    "submission.state": "Pengajuan {kind} {period} {name}: {state}",
    "submission.derive": "Pengajuan {kind} {period} {name}: ikuti data",
    "position.add": "Tambah jabatan {name}",
    "position.change": "Ubah jabatan {name}: {fields}",
    "position.delete": "Hapus jabatan {name}",
    "position.delete_many": "Hapus {count} jabatan",
    "position.merge": "Gabungkan jabatan {name} ke {into}",
    "position.add_version": "Tambah standar jabatan {name}",
    "position.change_version": "Ubah standar jabatan {name}",
    "position.delete_version": "Hapus standar jabatan {name}",
    "position.set_steps": "Ubah jalur karier dari {name}",
    "training.add": "Tambah pelatihan {name} untuk {person}",
    "training.change": "Ubah pelatihan {name} ({person}): {fields}",
    "training.delete": "Hapus pelatihan {name} dari {person}",
    "training.delete_many": "Hapus {names}",
    "training.verify": "Verifikasi {names}",
    "training.unverify": "Batalkan verifikasi {names}",
    "bulk.change": "Ubah massal {field}: {count} baris {kind}",
    "record.add": "Tambah {kind} {name}",
    "record.change": "Ubah {kind} {name}: {fields}",
    "quota.add": "Catat kebutuhan {post} di {agency}",
    "quota.change": "Ubah kebutuhan {post} di {agency}",
    "quota.delete": "Hapus kebutuhan {post} di {agency}",
    "quota.delete_many": "Hapus {count} kebutuhan jabatan",
    "competency.add": "Tambah kompetensi {name}",
    "competency.change": "Ubah kompetensi {name}",
    "competency.delete": "Hapus kompetensi {name}",
    "competency.delete_many": "Hapus {count} kompetensi",
    "record.delete": "Hapus {kind} {name}",
    "attachment.add": "Lampirkan {name} pada {thing}",
    "attachment.delete": "Lepas lampiran {name} dari {thing}",
    "plan.add": "Buat rencana kebutuhan studi {plan}",
    "plan.move": "Rencana kebutuhan studi {plan}: {state}",
    "need.add": "Tambah kebutuhan studi {name} pada {agency}",
    "need.change": "Ubah kebutuhan studi {name} pada {agency}: {fields}",
    "need.delete": "Hapus kebutuhan studi {name} dari {agency}",
    "need.delete_many": "Hapus {count} baris kebutuhan studi",
    "need.decide": "Kebutuhan studi {name} pada {agency}: {state}",
    "need.decide_many": "Status {count} baris kebutuhan studi: {state}",
}
"""By what is done."""

HISTORIES = {
    "grade": "golongan",
    "post": "jabatan",
    "education": "pendidikan",
    "standing": "kedudukan hukum",
}
"""The dated histories of an employee within a sentence."""


def reason(code: str, **facts: str) -> str:
    """The name of an edit. KeyError for a code or a fact that is not there."""
    return REASONS[code].format(**facts)


def fields_named(kind: str, fields: Iterable[str]) -> str:
    """Labels of fields within a sentence: "nomor HP, NIK, dan surel"; a field heads_2027 names its year."""
    return listed([lower_first(field_named(kind, field)) for field in fields])


_SHOWN = {
    "employee_id": ("person",),
    "parent_id": ("parent",),
    "agency_id": ("agency",),
    "position_id": ("post",),
    "programme_id": ("programme", "education"),
    "grade_code": ("grade",),
    "level_code": ("education_level", "level"),
    "form_code": ("form",),
    "effective": ("effective_date",),
}
"""Fields that hold a key or code, and under which a person sees them; the first that the kind of data has."""


def field_named(kind: str, field: str) -> str:
    """The label of a field as a person sees it; one that has a column for each year is labelled with the year."""
    base, _, year = field.rpartition("_")
    if base and year.isdigit():
        return f"{field_label(kind, base)} {year}"
    shown = next((name for name in _SHOWN.get(field, ()) if name in FIELDS[kind]), field)
    return field_label(kind, shown)


def trainings_named(names: Iterable[str]) -> str:
    """One training by its name, several by their number."""
    told = list(names)
    return f"pelatihan {told[0]}" if len(told) == 1 else f"{len(told)} pelatihan"


def import_reason(file: str, notices: Iterable[Notice]) -> str:
    """What an import is called in the journal: its file, and what became of the rows and columns that were hidden."""
    counts = {it.code: it.facts.get("count", "") for it in notices}
    told = [text.format(count=counts[code]) for code, text in _HIDDEN.items() if code in counts]
    return f"Impor {file} ({listed(told)})" if told else f"Impor {file}"


_HIDDEN = {
    "rows.hidden": "{count} baris tersembunyi ikut dibaca",
    "rows.left_out": "{count} baris tersembunyi dilewati",
    "columns.hidden": "{count} kolom tersembunyi ikut dibaca",
    "columns.left_out": "{count} kolom tersembunyi dilewati",
}
