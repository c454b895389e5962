"""How posts are held: the own one, or for a time beside it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.tables.employees import APPOINTMENTS, OWN_POST
from smartpns_desktop.domain.appointments import Appointment, OwnPost, appointment_of, split_post, two_at_once


@pytest.mark.parametrize(
    ("text", "appointment", "post"),
    [
        ("Plt. Camat Sukaraja", Appointment.ACTING, "Camat Sukaraja"),
        ("PLT Kepala Dinas Kesehatan", Appointment.ACTING, "Kepala Dinas Kesehatan"),
        ("Pelaksana Tugas Lurah", Appointment.ACTING, "Lurah"),
        ("Plh Sekretaris Daerah", Appointment.DAILY, "Sekretaris Daerah"),
        ("Pelaksana Harian Lurah", Appointment.DAILY, "Lurah"),
        ("Pj.Sekretaris Daerah", Appointment.INTERIM, "Sekretaris Daerah"),
        ("Pelaksana", Appointment.OWN, "Pelaksana"),
        ("Pelaksana Pemula", Appointment.OWN, "Pelaksana Pemula"),
        ("Guru PJOK", Appointment.OWN, "Guru PJOK"),
        ("Pjok", Appointment.OWN, "Pjok"),
        ("Plt.", Appointment.OWN, "Plt."),
    ],
)
def test_the_beginning_of_a_post_tells_how_it_is_held(text: str, appointment: Appointment, post: str) -> None:
    assert split_post(text) == (appointment, post)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DEFINITIF", Appointment.OWN),
        ("Plt.", Appointment.ACTING),
        ("pelaksana harian", Appointment.DAILY),
        ("PJ", Appointment.INTERIM),
        ("Struktural", None),
    ],
)
def test_an_appointment_by_its_name(text: str, expected: Appointment | None) -> None:
    assert appointment_of(text) is expected


def test_the_store_allows_what_the_rules_know() -> None:
    assert tuple(it.value for it in Appointment) == APPOINTMENTS
    assert Appointment.OWN.value == OWN_POST


@given(st.text(max_size=40))
def test_no_word_of_a_post_is_lost(text: str) -> None:
    _, post = split_post(text)
    assert post.strip() in text


TODAY = date(2026, 11, 22)
OPEN = OwnPost(date(2020, 1, 1))
LASTING = OwnPost(date(2020, 1, 1), date(2030, 1, 1), "Kepala Seksi")
OVER = OwnPost(date(2015, 1, 1), date(2019, 6, 1))


@pytest.mark.parametrize(
    ("post", "other", "expected"),
    [
        # The next post ends the one before.
        (OwnPost(date(2024, 1, 1)), OPEN, None),
        (OwnPost(date(2024, 1, 1)), OVER, None),
        # Told to go on, and yet another one.
        (OwnPost(date(2024, 1, 1)), LASTING, ("post.two_at_once", "effective")),
        (LASTING, OwnPost(date(2024, 1, 1)), ("post.two_at_once", "until")),
        # Both are over, or one is.
        (OwnPost(date(2019, 1, 1)), OVER, ("post.overlaps", "effective")),
        (OwnPost(date(2024, 1, 1), date(2025, 1, 1)), LASTING, ("post.overlaps", "effective")),
        # Handed over on one day; the same day corrects.
        (OwnPost(date(2019, 6, 1)), OVER, None),
        (OwnPost(date(2020, 1, 1)), LASTING, None),
        # It will begin only when the other one is still told to hold.
        (OwnPost(date(2027, 1, 1)), LASTING, ("post.overlaps", "effective")),
    ],
)
def test_one_own_post_at_a_time(post: OwnPost, other: OwnPost, expected: tuple[str, str] | None) -> None:
    found = two_at_once(post, [other], TODAY)
    assert (found and (found.code, found.column)) == expected


def test_the_other_post_is_named() -> None:
    found = two_at_once(OwnPost(date(2024, 1, 1)), [LASTING], TODAY)
    assert found is not None
    assert found.facts == {"stored": "Kepala Seksi 01-01-2020 s.d. 01-01-2030"}
