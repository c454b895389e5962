"""What is recorded of the city's people year by year: SKP, discipline, certificates, contracts, and who left lately."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from db.queries.bundle import Bundle
from smartpns_desktop.domain.disciplinary_actions import last_day, months_in
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.performance_ratings import Expectation, rating_of_quadrant
from smartpns_desktop.domain.standings import FINAL, NAMES, Standing, standing_of
from smartpns_desktop.services.demo.careers import month_later
from smartpns_desktop.services.demo.lives import Life
from smartpns_desktop.services.demo.posts import NO_ECHELON
from smartpns_desktop.services.demo.standards import competencies_of

_ABOVE, _AS_EXPECTED, _BELOW = Expectation.ABOVE, Expectation.AS_EXPECTED, Expectation.BELOW
_QUADRANTS = ((_AS_EXPECTED, _AS_EXPECTED), (_ABOVE, _AS_EXPECTED), (_ABOVE, _ABOVE), (_BELOW, _AS_EXPECTED),
              (_AS_EXPECTED, _BELOW))  # fmt: skip
_SHARES = (80, 8, 9, 2, 1)
_MEASURES = (
    ("ringan", "Teguran tertulis"),
    ("ringan", "Teguran lisan"),
    ("sedang", "Pemotongan tunjangan kinerja 25% selama 6 bulan"),
    ("berat", "Penurunan jabatan setingkat lebih rendah selama 12 bulan"),
)
_REASONS = ("Tidak masuk kerja tanpa keterangan", "Terlambat berulang kali", "Tidak melaksanakan tugas kedinasan")
_CERTIFICATES = (
    ("Pengadaan Barang/Jasa Pemerintah Level-1", "LKPP", "Pengadaan barang dan jasa", 60),
    ("Kompetensi Bendahara Negara Tersertifikasi", "Kementerian Keuangan", "Perbendaharaan", 60),
    ("Auditor Internal Pemerintah Tingkat Dasar", "BPKP", "Pengawasan intern", 48),
    ("Pelatihan Kerja Berbasis Kompetensi: Operator Arsip", "BNSP", "Kearsipan", 36),
    ("Pertolongan Pertama Gawat Darurat", "PMI", "Keselamatan", 24),
    ("Microsoft Office Specialist", "Certiport", "Teknologi informasi", 0),
)
"""Name, issuer, field, and months for which it holds; 0: for ever."""
_POINTS = {
    "qualification": ((25, 20, 15, 10, 5), (2, 12, 55, 16, 15)),
    "competence": ((40, 32.5, 25, 22.5, 15, 0), (15, 20, 25, 20, 15, 5)),
    "performance": ((30, 25, 15), (10, 85, 5)),
    "discipline": ((5, 3, 2), (97, 2, 1)),
}
"""Points of each part of the IP ASN and how often they are given (Peraturan BKN 8/2019)."""
_DISCIPLINED, _CERTIFIED, _LEAVING = 0.012, 0.14, 0.008
_ASSESSED = {True: 0.5, False: 0.04}
"""Shares of managers and of others whose competencies were assessed."""
_REACHED, _OFTEN, _HIGHEST = (-1, 0, 1), (3, 8, 2), 5
"""How far from what the post asks people are, how often, and the highest level (PermenPANRB 38/2017)."""
_CONTRACT_MONTHS = 60


class Recorder:
    """Records of one life after another, by chances of their own: what else is invented stays as it is."""

    def __init__(self, seed: int, today: date) -> None:
        self._random, self._today, self._count = Random(f"records {seed}"), today, 0
        self._points = Random(f"index {seed}")
        self._centre = Random(f"competencies {seed}")

    def perhaps_left(self, life: Life) -> None:
        """A few have moved to another government lately, or died."""
        left = month_later(self._today, -self._random.randrange(1, 15))
        stays = self._random.random() > _LEAVING or life.echelon != NO_ECHELON or life.kind is not EmployeeKind.PNS
        last = max([life.start, *(step.day for _, step in life.grades), *(day for day, _, _ in life.posts)])
        if not stays and len(life.standings) == 1 and last < left:
            standing = self._random.choice((Standing.MOVED_OUT, Standing.MOVED_OUT, Standing.DIED))
            life.standings.append((left, NAMES[standing]))

    def record(self, life: Life, employee: int, bundle: Bundle) -> None:
        """Add a person's records."""
        self._count += 1
        ended = next((day for day, text in life.standings if standing_of(text) in FINAL), self._today)
        for year in range(self._today.year - 2, min(self._today.year, ended.year)):
            if year >= life.start.year:
                self._rate(year, employee, bundle)
        if life.start.year < self._today.year - 1 < ended.year:
            self._measure(self._today.year - 1, employee, bundle)
        if self._random.random() < _DISCIPLINED and month_later(life.start, 36) < ended:
            self._punish(ended, employee, bundle)
        if self._random.random() < _CERTIFIED and month_later(life.start, 24) < ended:
            self._certify(life.start, ended, employee, bundle)
        self._assess(life, ended, employee, bundle)
        if life.kind is EmployeeKind.PPPK:
            for number, (start, until) in enumerate(self._periods(life.start), start=1):
                bundle.add("contracts", {
                    "employee_id": employee, "effective_date": start, "until": until,
                    "number": f"800.1.2.5/{self._count:05}-{number}/PK/{start.year}",
                })  # fmt: skip

    def _rate(self, year: int, employee: int, bundle: Bundle) -> None:
        result, behaviour = self._random.choices(_QUADRANTS, _SHARES)[0]
        bundle.add("performance_ratings", {
            "employee_id": employee, "year": year, "rating": rating_of_quadrant(result, behaviour).value,
            "result": result.value, "behaviour": behaviour.value,
        })  # fmt: skip

    def _measure(self, year: int, employee: int, bundle: Bundle) -> None:
        """The IP ASN as BKN reports it."""
        points = {part: float(self._points.choices(steps, shares)[0]) for part, (steps, shares) in _POINTS.items()}
        bundle.add("professionalism_index", {
            "employee_id": employee, "year": year, "source": "BKN", **points, "total": sum(points.values()),
            "updated_on": date(year + 1, 2, 27),
        })  # fmt: skip

    def _punish(self, ended: date, employee: int, bundle: Bundle) -> None:
        level, measure = self._random.choice(_MEASURES)
        start = month_later(ended, -self._random.randrange(1, 30))
        months = months_in(measure)
        bundle.add("disciplinary_actions", {
            "employee_id": employee, "effective_date": start, "measure": measure, "level": level,
            "until": last_day(start, months) if months else None,
            "decree_number": f"800.1.6.2/{self._count:05}/{start.year}", "decree_date": start - timedelta(days=5),
            "reason": self._random.choice(_REASONS),
        })  # fmt: skip

    def _certify(self, start: date, ended: date, employee: int, bundle: Bundle) -> None:
        name, issuer, field, months = self._random.choice(_CERTIFICATES)
        issued = max(month_later(ended, -self._random.randrange(1, (months or 60) + 4)), month_later(start, 12))
        bundle.add("certificates", {
            "employee_id": employee, "name": name, "number": f"{self._count:06}/{issued.year}", "issuer": issuer,
            "issued_on": issued, "valid_until": last_day(issued, months) if months else None, "field": field,
        })  # fmt: skip

    def _assess(self, life: Life, ended: date, employee: int, bundle: Bundle) -> None:
        """Competencies as an assessment centre found them, all on one day, held against the last post."""
        _, post, _ = life.posts[-1]
        earliest = max(month_later(ended, -self._centre.randrange(2, 45)), month_later(life.start, 12))
        day = earliest + timedelta(days=self._centre.randrange(1, 27))
        if self._centre.random() >= _ASSESSED[life.echelon != NO_ECHELON] or day >= ended:
            return
        for name, asked in competencies_of(post):
            level = asked + self._centre.choices(_REACHED, _OFTEN)[0]
            bundle.add("competency_assessments", {
                "employee_id": employee, "assessed_on": day, "competency": name,
                "level": min(max(level, 1), _HIGHEST), "assessor": "UPT Penilaian Kompetensi Provinsi Nusa Raya",
                "number": f"800.1.10/{self._count:05}/PK/{day.year}",
            })  # fmt: skip

    def _periods(self, start: date) -> Iterator[tuple[date, date]]:
        """Contracts one after the other, the last of which holds today."""
        while start <= self._today:
            until = last_day(start, _CONTRACT_MONTHS)
            yield start, until
            start = until + timedelta(days=1)
