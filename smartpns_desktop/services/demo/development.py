"""Three years of trainings: the events a city holds, and who takes part in how many of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from db.queries.bundle import Bundle
from smartpns_desktop.domain.regulations import Regulations
from smartpns_desktop.domain.standings import FINAL, standing_of
from smartpns_desktop.services.demo.careers import day_in
from smartpns_desktop.services.demo.lives import Life
from smartpns_desktop.services.demo.posts import NO_ECHELON
from smartpns_desktop.services.training_credit import derived

YEARS = 3
_EVENTS, _PEOPLE_PER_EVENT = 60, 30
"""Events a year: so many at least, and one for so many employees."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of training: its form (RULES.md 4), days from and to, JP claimed a day, its titles."""

    form: str
    shortest: int
    longest: int
    jp_per_day: float | None
    titles: tuple[str, ...]


OFFERS = (
    Offer("B3", 3, 6, 8, (
        "Pelatihan Teknis Penyusunan Anggaran Berbasis Kinerja", "Pelatihan Teknis Pelayanan Publik",
        "Pelatihan Teknis Pengelolaan Arsip Dinamis", "Pelatihan Teknis Manajemen Risiko",
    )),
    Offer("B4", 5, 10, 8, (
        "Pelatihan Fungsional Analis Kebijakan", "Pelatihan Fungsional Pranata Komputer",
        "Pelatihan Fungsional Perencana", "Pelatihan Fungsional Guru Penggerak",
    )),
    Offer("B5", 2, 3, 8, ("Pelatihan Sosial Kultural Perekat Bangsa",)),
    Offer("B10", 1, 3, 8, (
        "Bimbingan Teknis Sistem Informasi Pemerintahan Daerah", "Bimbingan Teknis Penyusunan SKP",
        "Bimbingan Teknis Keselamatan Pasien", "Bimbingan Teknis Kurikulum Satuan Pendidikan",
    )),
    Offer("B6", 1, 2, None, (
        "Seminar Nasional Inovasi Daerah", "Webinar Literasi Digital ASN", "Webinar Kesehatan Mental di Tempat Kerja",
    )),
    Offer("B7", 1, 3, None, ("Workshop Penulisan Naskah Dinas", "Lokakarya Penyusunan Proses Bisnis")),
    Offer("B11", 1, 1, None, ("Sosialisasi Disiplin Pegawai", "Sosialisasi Keamanan Informasi")),
    Offer("C3", 2, 5, 4, ("E-learning Dasar Statistik Sektoral", "E-learning Bahasa Inggris Perkantoran")),
    Offer("C4", 3, 5, 6, ("Pelatihan Jarak Jauh Pengadaan Barang dan Jasa",)),
    Offer("C2", 1, 1, None, ("Mentoring Penyusunan Rencana Aksi",)),
    Offer("C10", 1, 1, 2, ("Komunitas Belajar Pelayanan Prima", "Komunitas Belajar Data Terbuka")),
)  # fmt: skip
_SHARES = (14, 9, 4, 24, 16, 9, 8, 8, 4, 2, 2)

LEADERSHIP = {
    "2": Offer("B1", 90, 110, 9, ("Pelatihan Kepemimpinan Nasional Tingkat II",)),
    "3": Offer("B1", 80, 100, 9, ("Pelatihan Kepemimpinan Administrator",)),
    "4": Offer("B1", 80, 100, 9, ("Pelatihan Kepemimpinan Pengawas",)),
}
"""What managers of each echelon have to pass."""
_IN_LEADERSHIP = 0.12

_ORGANISERS = (
    "BKPSDM Kota Nusa Jaya", "BPSDM Provinsi Nusa Raya", "Lembaga Pelatihan Bina Aparatur", "Universitas Nusa Jaya",
    "Balai Diklat Bahari",
)  # fmt: skip
_MONTHS = "I II III IV V VI VII VIII IX X XI XII".split()

_NOTHING, _LITTLE, _ENOUGH, _MUCH = (0, 0), (1, 1), (1, 3), (3, 5)
_DILIGENCE = ((_NOTHING, 12), (_LITTLE, 26), (_ENOUGH, 44), (_MUCH, 18))
"""How many trainings a year someone takes, from and to, and how many of a hundred do."""
_VERIFIED = 0.8
_WITHOUT_CERTIFICATE = 0.06


@dataclass(frozen=True, slots=True)
class Event:
    """One training on its days, with all that is the same for everyone who takes part."""

    start: date
    end: date
    values: dict[str, object]


class Calendar:
    """All events of the last three years, in the order of their days."""

    def __init__(self, random: Random, regulations: Regulations, employees: int, today: date) -> None:
        self._random, self._regulations, self._today = random, regulations, today
        self._certificates = 0
        self._leadership: dict[str, list[Event]] = {}
        count = max(_EVENTS, employees // _PEOPLE_PER_EVENT)
        self._events = sorted(
            (
                self._event(year, random.choices(OFFERS, _SHARES)[0])
                for year in range(today.year - YEARS + 1, today.year + 1)
                for _ in range(count)
            ),
            key=lambda event: event.start,
        )
        self._starts = [event.start for event in self._events]
        for rank, offer in LEADERSHIP.items():
            years = range(today.year - YEARS, today.year)
            self._leadership[rank] = [self._event(year, offer) for year in years for _ in range(2)]

    def _event(self, year: int, offer: Offer) -> Event:
        random = self._random
        days = random.randrange(offer.shortest, offer.longest + 1)
        latest = min(date(year, 12, 20), self._today) - timedelta(days=days)
        start = _on_a_weekday(day_in(random, date(year, 1, 8), latest), days)
        end = start + timedelta(days=days - 1)
        name = random.choice(offer.titles)
        claimed = offer.jp_per_day * days if offer.jp_per_day else float(8 * days)
        values: dict[str, object] = {
            "name": name,
            "form_code": offer.form,
            "organiser": random.choice(_ORGANISERS),
            "start_date": start,
            "end_date": end,
            "jp": claimed,
            "source": "SIMPEG",
        }
        return Event(start, end, values | derived(values, self._regulations, self._today))

    def enrol(self, life: Life, employee: int, bundle: Bundle) -> int:
        """Add the trainings of one person, none before the appointment or after the pension; how many there were."""
        events = self._chosen(life)
        for event in events:
            bundle.add("trainings", self._row(event, employee))
        return len(events)

    def _chosen(self, life: Life) -> list[Event]:
        random = self._random
        fewest, most = random.choices([it for it, _ in _DILIGENCE], [share for _, share in _DILIGENCE])[0]
        until = next((day for day, standing in life.standings if standing_of(standing) in FINAL), self._today)
        events: list[Event] = []
        if life.echelon != NO_ECHELON and random.random() < _IN_LEADERSHIP:
            events.append(random.choice(self._leadership[life.echelon[0]]))
        for year in range(self._today.year - YEARS + 1, self._today.year + 1):
            first, last = self._span(max(date(year, 1, 1), life.start), min(date(year, 12, 31), until))
            for _ in range(random.randrange(fewest, most + 1) if first < last else 0):
                event = self._events[random.randrange(first, last)]
                if all(event.start > other.end or event.end < other.start for other in events):
                    events.append(event)
        return sorted((event for event in events if event.start >= life.start), key=lambda event: event.start)

    def _span(self, first: date, last: date) -> tuple[int, int]:
        """Places of the events that begin on these days or between them."""
        return bisect_left(self._starts, first), bisect_left(self._starts, last)

    def _row(self, event: Event, employee: int) -> dict[str, object]:
        self._certificates += 1
        told = self._random.random() >= _WITHOUT_CERTIFICATE
        month = _MONTHS[event.end.month - 1]
        number = f"800.2.3/{self._certificates:06}/{event.values['form_code']}/{month}/{event.end.year}"
        return {
            "employee_id": employee,
            **event.values,
            "certificate_number": number if told else None,
            "certificate_date": event.end if told else None,
            "verified": told and self._random.random() < _VERIFIED,
        }


def _on_a_weekday(day: date, days: int) -> date:
    """Short trainings begin on a Thursday at the latest, longer ones on a Monday."""
    return day - timedelta(days=max(day.weekday() - 3, 0) if days < 3 else day.weekday())
