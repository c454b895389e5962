"""What headings come down to: abbreviations, order and the kind's own subjects do not matter, a bare word does."""

from __future__ import annotations

import pytest

from smartpns_desktop.exchange.columns.trainings import TRAININGS
from smartpns_desktop.exchange.heading_gists import gists_of, known_gists
from smartpns_desktop.exchange.headings import heading_key


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Tgl. Mulai Diklat", "start"),
        ("Nama Kursus / Pelatihan", "name"),
        ("JML_JP", "jp"),
        ("NAMA ASN", "person"),
        ("Penyelenggara Bimtek", "organiser"),
        ("Tanggal Lahir Peserta", "birth_date"),
        ("Nomor Peserta", ""),
        ("Seminar", ""),
        ("Jumlah Peserta", ""),
    ],
)
def test_a_heading_means_a_field_by_its_gist(heading: str, field: str) -> None:
    known = known_gists(TRAININGS)
    found = [known[gist] for gist in gists_of(heading_key(heading), TRAININGS) if gist in known]
    assert found[:1] == ([field] if field else [])
