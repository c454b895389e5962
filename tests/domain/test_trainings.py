"""Trainings: credited lesson hours by hand-computed cases, forms told by their words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.regulations import Method, TrainingForm
from smartpns_desktop.domain.trainings import days, form_of, jp_counted, problems, year_of
from tests.domain.shipped import SHIPPED, TODAY

FORMS = SHIPPED.on(TODAY).training_forms
MONDAY, WEDNESDAY = date(2026, 3, 2), date(2026, 3, 4)


@pytest.mark.parametrize(
    ("code", "claimed", "end", "national", "international"),
    [
        ("B6", 4, WEDNESDAY, 12, 18),  # seminar: 3 days of 4, abroad of 6
        ("B6", None, None, 4, 6),
        ("B7", 99, WEDNESDAY, 15, 21),  # workshop: 5 a day, 7 abroad
        ("B11", 0, MONDAY, 4, 6),
        ("A1", 0, WEDNESDAY, 20, 20),  # study assignment: 20 a semester
        ("B1", 880, WEDNESDAY, 880, 880),  # leadership training: as claimed, nothing added abroad
        ("B3", 50, WEDNESDAY, 50, 60),  # technical training: as claimed, abroad a fifth more
        ("B3", Decimal("4.5"), WEDNESDAY, 4.5, 5.4),
        ("B3", 3, WEDNESDAY, 3, 3.6),
        ("B3", None, WEDNESDAY, 0, 0),
        ("C1", 10, WEDNESDAY, 2, 4),  # coaching: 2 a time
        ("C3", 30, WEDNESDAY, 9, 12),  # e-learning: at most 3 a day, abroad 4
        ("C3", 5, WEDNESDAY, 5, 5),
        ("C3", 5, None, 3, 4),
        ("C5", 1, WEDNESDAY, 20, 24),
        ("C9", 10, WEDNESDAY, 6, 7.2),  # self-study: at most 2 a day, abroad a fifth more
        ("C9", 5, WEDNESDAY, 5, 6),
        ("C12", 7, WEDNESDAY, 7, 7),
    ],
)
def test_credited_hours(
    code: str, claimed: Decimal | float | None, end: date | None, national: float, international: float
) -> None:
    form = FORMS[code]
    assert jp_counted(form, claimed, MONDAY, end) == national
    assert jp_counted(form, claimed, MONDAY, end, international=True) == international


def test_without_a_form_the_claim_stands() -> None:
    assert jp_counted(None, 12.5, MONDAY, WEDNESDAY, international=True) == 12.5
    assert jp_counted(None, None, None, None) == 0


def test_days_include_the_first_and_the_last() -> None:
    assert days(MONDAY, WEDNESDAY) == 3
    assert days(MONDAY, MONDAY) == 1
    assert days(MONDAY, None) == 1
    assert days(None, WEDNESDAY) == 1
    assert days(WEDNESDAY, MONDAY) == 1


def test_a_training_counts_in_the_year_of_its_end() -> None:
    assert year_of(date(2025, 12, 29), date(2026, 1, 2)) == 2026
    assert year_of(date(2025, 12, 29), None) == 2025
    assert year_of(None, date(2026, 1, 2)) == 2026
    assert year_of(None, None) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9", "B6"), ("9.0", "B6"), ("09", "B6"), ("1", "B1"), ("10", "C11"), ("11", None), ("0", None),
        ("B6", "B6"), ("c3", "C3"), ("Z9", None),
        ("Seminar", "B6"), ("Seminar Nasional Transformasi Digital", "B6"), ("Webinar SPBE", "B6"),
        ("Bimtek", "B10"), ("Bimbingan Teknis Pengelolaan SPBE", "B10"),
        ("Workshop Penyusunan Anjab dan ABK", "B7"), ("Lokakarya", "B7"),
        ("Pelatihan Kepemimpinan Pengawas (PKP)", "B1"), ("PKA Angkatan III", "B1"),
        ("Diklatpim Tingkat IV", "B1"), ("Diklat PIM TK. III", "B1"), ("Struktural", "B1"),
        ("E-learning Smart ASN", "C3"), ("Elearning", "C3"),
        ("Pelatihan Fungsional Pranata Komputer", "B4"), ("Teknis", "B3"), ("Pelatihan teknis", "B3"),
        ("Sosialisasi Manajemen ASN UU 20/2023", "B11"), ("Kursus GIS Dasar", "B8"),
        ("Sosial Kultural", "B5"), ("Magang", "C11"), ("Tugas Belajar", "A1"), ("Outbond", "C6"),
        ("Pelatihan Pengadaan Barang/Jasa Tingkat Dasar", None), ("", None),
        ("Bim Tek", "B10"), ("BINTEK", "B10"), ("Diklat Teknis", "B3"), ("Diklat Fungsional", "B4"),
        ("PKN Tk. II", "B1"),
        ("PKA", "B1"), ("Diklatpim", "B1"), ("Pelatihan Kepemimpinan Nasional", "B1"), ("Diklat Manajerial", "B2"),
        ("Sosio-Kultural", "B5"), ("Konferensi Nasional", "B6"), ("Talkshow", "B6"), ("Work Shop", "B7"),
        ("Loka Karya", "B7"), ("Short Course", "B8"), ("Penataran P4", "B9"), ("Diseminasi", "B11"), ("Coaching", "C1"),
        ("Mentoring", "C2"), ("E - Learning", "C3"), ("MOOC", "C3"), ("LMS Bontang", "C3"), ("PJJ", "C4"),
        ("Pelatihan Jarak Jauh", "C4"), ("Detasering", "C5"), ("Outbound", "C6"), ("Studi Banding", "C7"),
        ("Benchmark", "C7"), ("Pertukaran PNS", "C8"), ("Belajar Mandiri", "C9"), ("Community of Practice", "C10"),
        ("Praktek Kerja Lapangan", "C11"), ("OJT", "C12"), ("2", "B4"), ("3", "B3"), ("4", "B7"), ("5", "B2"),
        ("6", "B5"), ("7", "B11"), ("8", "B10"), ("Klasikal", None), ("Daring", None), ("Rapat Koordinasi", None),
    ],
)  # fmt: skip
def test_forms_are_told_by_codes_and_words(text: str, code: str | None) -> None:
    assert form_of(text, FORMS) == code


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.code)
def test_every_form_is_found_by_its_own_name(form: TrainingForm) -> None:
    assert form_of(form.name, FORMS) == form.code
    assert form_of(form.name.upper(), FORMS) == form.code


def test_a_form_that_is_not_in_force_is_not_told() -> None:
    assert form_of("Seminar", {}) is None


@given(
    st.sampled_from([form for form in FORMS.values() if form.method is Method.AS_CLAIMED]),
    st.decimals(0, 1000, places=1),
    st.integers(0, 400),
)
def test_claimed_hours_are_never_raised_at_home(form: TrainingForm, claimed: Decimal, length: int) -> None:
    end = date.fromordinal(MONDAY.toordinal() + length)
    counted = jp_counted(form, claimed, MONDAY, end)
    assert 0 <= counted <= float(claimed)
    assert counted <= jp_counted(form, claimed, MONDAY, end, international=True)


SEMINAR = {"employee_id": 1, "name": "Seminar", "form_code": "B6", "start_date": MONDAY, "end_date": WEDNESDAY, "jp": 4}


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, []),
        ({"form_code": None, "start_date": None, "end_date": None, "jp": None}, []),
        ({"employee_id": None, "name": ""}, [("value.missing", "employee_id"), ("value.missing", "name")]),
        ({"certificate_date": "kemarin"}, [("date.unreadable", "certificate_date")]),
        ({"jp": -0.5}, [("value.not_a_quantity", "jp")]),
        ({"jp": "4"}, [("value.not_a_quantity", "jp")]),
        ({"jp": Decimal("4.5")}, []),
        ({"form_code": "B99"}, [("training.form_unknown", "form_code")]),
        ({"start_date": WEDNESDAY, "end_date": MONDAY}, [("training.ends_before_start", "end_date")]),
        ({"start_date": WEDNESDAY, "end_date": "?"}, [("date.unreadable", "end_date")]),
    ],
)
def test_what_is_wrong_with_a_training(values: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert [(it.code, it.column) for it in problems({**SEMINAR, **values}, FORMS)] == found
