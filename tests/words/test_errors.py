"""Sentences about what cannot be done."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.words import errors
from smartpns_desktop.words.sentences import placeholders


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            CannotDo("file.missing", path="rekap.xlsx"),
            "Berkas rekap.xlsx tidak ditemukan. Periksa nama berkas dan foldernya.",
        ),
        (CannotDo("file.empty"), "Berkas itu kosong. Minta pengirim mengirim ulang berkasnya."),
        (
            CannotDo("sheet.missing", name="Rekap", names="Pegawai, Kode"),
            "Lembar “Rekap” tidak ada dalam berkas ini. Lembar yang ada: Pegawai, Kode.",
        ),
        (
            CannotDo("heading.missing", sheet="Rekap"),
            (
                "Baris judul kolom pada lembar “Rekap” tidak ditemukan. "
                "Pastikan ada baris judul, misalnya NIP dan Nama, di atas datanya."
            ),
        ),
        (
            CannotDo("kind.mismatch", found="trainings", expected="employees"),
            ("Berkas ini tampaknya berisi data pelatihan, bukan pegawai. Pilih jenis data atau berkas yang sesuai."),
        ),
        (
            CannotDo("import.rejected", rejected=3),
            ("3 baris ditolak, jadi tidak ada yang disimpan. Perbaiki baris itu, atau impor baris yang benar saja."),
        ),
        (
            CannotDo("batch.already_undone", batch=12),
            "Perubahan nomor 12 sudah diurungkan. Tidak ada yang perlu dilakukan.",
        ),
        (
            CannotDo("argument.unknown_kind", kind="pegawe", known="employees, trainings"),
            "Jenis data “pegawe” tidak dikenal. Yang dapat dipakai: employees, trainings.",
        ),
        (CannotDo("cancelled"), "Pekerjaan dibatalkan. Tidak ada yang disimpan."),
    ],
)
def test_sentences(error: CannotDo, sentence: str) -> None:
    assert errors.say(error) == sentence


@pytest.mark.parametrize("code", errors.SENTENCES)
def test_every_code_is_said_without_facts_and_without_gaps(code: str) -> None:
    said = errors.say(CannotDo(code))
    assert "{" not in said
    assert "“" not in said


@pytest.mark.parametrize("code", errors.FULLER)
def test_every_fact_that_is_told_is_said(code: str) -> None:
    facts = {name: f"<{name}>" for name in errors.FACTS}
    said = errors.say(CannotDo(code, Outcome.BAD_INPUT, **facts))
    assert all(f"<{name}>" in said for name in placeholders(errors.FULLER[code]))


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        errors.say(CannotDo("tidak.ada"))
