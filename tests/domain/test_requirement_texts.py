"""Lists of requirements in one cell: taken apart where that can be proved, and written back without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.requirement_texts import parsed, written
from smartpns_desktop.domain.requirements import LISTS, SERVICE, CompetencyKind, Requirement, RequirementKind

KNOWN = {"integritas": CompetencyKind.MANAGERIAL, "perekat bangsa": CompetencyKind.SOCIOCULTURAL}


@pytest.mark.parametrize(
    ("name", "text", "items"),
    [
        ("trainings", "Diklat A; Diklat B", ["Diklat A", "Diklat B"]),
        ("trainings", "1. Diklat A 2. Diklat B\n3. Diklat C", ["Diklat A", "Diklat B", "Diklat C"]),
        ("trainings", "1) Diklat A\n2) Diklat B", ["Diklat A", "Diklat B"]),
        ("trainings", "a. Diklat A b. Diklat B c. Diklat C", ["Diklat A", "Diklat B", "Diklat C"]),
        ("trainings", "- Diklat A\n• Diklat B", ["Diklat A", "Diklat B"]),
        ("trainings", "Diklat Perencanaan, Penganggaran dan Kas", ["Diklat Perencanaan, Penganggaran dan Kas"]),
        ("trainings", "Pelatihan K3 (Umum; Listrik); Diklat B", ["Pelatihan K3 (Umum, Listrik)", "Diklat B"]),
        ("trainings", "Diklat versi 2. Lanjutan", ["Diklat versi 2. Lanjutan"]),
        ("programmes", "Hukum, Ekonomi (Manajemen, Akuntansi)", ["Hukum", "Ekonomi (Manajemen, Akuntansi)"]),
        ("programmes", "Teknik Sipil; Perencanaan Wilayah, Kota", ["Teknik Sipil", "Perencanaan Wilayah, Kota"]),
        ("competencies", "Integritas, Perekat Bangsa", ["Integritas", "Perekat Bangsa"]),
        ("competencies", "Mampu menyusun, menelaah, dan melapor", ["Mampu menyusun, menelaah, dan melapor"]),
        ("competencies", " ; \n 1. ", []),
    ],
)
def test_a_cell_is_taken_apart_where_its_signs_prove_it(name: str, text: str, items: list[str]) -> None:
    assert [it.name for it in parsed(name, text, KNOWN)] == items


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("trainings", "Diklat PIM III (wajib)", {"mandatory": True, "training_kind": "structural"}),
        ("trainings", "Pelatihan K3 (wajib, berlaku 3 tahun)", {"mandatory": True, "validity": 36}),
        ("trainings", "Pelatihan K3 (setiap 18 bulan)", {"validity": 18}),
        ("trainings", "Pelatihan K3 (Umum)", {"name": "Pelatihan K3 (Umum)"}),
        ("trainings", "Diklat Fungsional Arsiparis", {"training_kind": "functional"}),
        ("trainings", "Sertifikasi PBJ (2 tahun)", {"kind": "certificate", "validity": 24}),
        ("experience", "Minimal 2 (dua) tahun dalam jabatan pengawas", {"months": 24, "post_level": "PWS"}),
        ("experience", "Pengalaman kerja paling singkat 6 bulan", {"months": 6, "post_level": SERVICE}),
        ("experience", "4 tahun sebagai Perencana Ahli Muda", {"months": 48, "post_level": "MU"}),
        ("experience", "2 tahun di bidang kepegawaian", {"months": 24, "post_level": None}),
        ("experience", "Pernah di bidang kepegawaian", {"months": None, "post_level": None}),
        ("experience", "Eselon IV 2 tahun atau eselon III 1 tahun", {"months": None, "post_level": None}),
        ("competencies", "Integritas (level 3)", {"competency_kind": "managerial", "level": 3}),
        ("competencies", "Analisis data: 4", {"name": "Analisis data", "competency_kind": None, "level": 4}),
        ("competencies", "Analisis data (teknis, level 4)", {"competency_kind": "technical", "level": 4}),
        ("competencies", "Analisis data (level 6)", {"name": "Analisis data (level 6)", "level": None}),
    ],
)
def test_what_an_item_tells_besides_its_name(name: str, text: str, told: dict[str, object]) -> None:
    (item,) = parsed(name, text, KNOWN)
    assert {field: getattr(item, field) for field in told} == told


def test_what_is_written_is_read_back() -> None:
    items = (
        Requirement(RequirementKind.PROGRAMME, "Kearsipan"),
        Requirement(RequirementKind.TRAINING, "Diklat A", mandatory=True, validity=30),
        Requirement(RequirementKind.CERTIFICATE, "Sertifikat B", validity=24),
        Requirement(RequirementKind.EXPERIENCE, "Pengalaman mengelola arsip", months=12, post_level="MU"),
        Requirement(RequirementKind.COMPETENCY, "Integritas", competency_kind=CompetencyKind.MANAGERIAL, level=2),
    )
    lists = written(items, KNOWN)
    assert lists == {
        "programmes": "Kearsipan",
        "trainings": "Diklat A (wajib, berlaku 30 bulan); Sertifikat B (berlaku 2 tahun)",
        "experience": "Pengalaman mengelola arsip (1 tahun, ahli muda)",
        "competencies": "Integritas (level 2)",
    }
    assert tuple(it for name in LISTS for it in parsed(name, lists[name], KNOWN)) == items


TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("ab1.;,:()- \n/"), st.characters(codec="utf-8", exclude_categories=("C",))),
    max_size=40,
)
PHRASES = st.lists(
    st.sampled_from(
        ["Diklat", "PIM III", "(wajib)", "(berlaku 2 tahun)", "2 tahun", "pengawas", "(level 3)", "integritas",
         "; ", "\n", "1.", "2.", ", ", "sertifikat", "(teknis, 3)", ":", "a.", "b."]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip


@given(st.sampled_from(list(LISTS)), st.one_of(TEXTS, PHRASES))
def test_reading_what_was_written_changes_nothing(name: str, text: str) -> None:
    items = parsed(name, text, KNOWN)
    assert parsed(name, written(items, KNOWN)[name], KNOWN) == items


@given(TEXTS)
def test_no_word_of_a_cell_is_lost(text: str) -> None:
    kept = "".join(it.name for it in parsed("programmes", text, KNOWN))
    letters = [sign for sign in text if sign.isalpha()]
    assert len([sign for sign in kept if sign.isalpha()]) >= len(letters) - text.count(".") - text.count(")")
