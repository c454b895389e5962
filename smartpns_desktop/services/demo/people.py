"""The city's people: how many of each kind, their numbers (NIP, NIK) and addresses, and the rows they become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from db.queries.bundle import Bundle
from smartpns_desktop.domain.disciplinary_actions import last_day
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.standings import Standing, standing_of
from smartpns_desktop.services.demo import lives, names, programmes
from smartpns_desktop.services.demo.lives import Life
from smartpns_desktop.services.demo.organisation import HEAD, SECRETARY, Organisation, Seat

_LEADING, _CONTRACTS, _CANDIDATES, _RETIRED = 0.2, 0.25, 0.03, 0.012
"""Shares of all employees: at most so many managers; PPPK; CPNS; lately retired."""

_REGION = "9971"
"""A province and city that the register of regions does not have, so that no NIK is anybody's."""
_DISTRICTS = 3
_PHONE = "0840"
"""A prefix that no operator of mobile phones has."""
_NO_EMAIL, _NO_PHONE = 0.04, 0.02
_WOMEN_ADD = 40
_LEAVE_MONTHS = 36
"""For how long CLTN is given (PP 11/2017 art. 326)."""

_EMPLOYMENT = {
    EmployeeKind.PNS: "PNS Daerah Kab/Kota yang bekerja pada Kab/Kota",
    EmployeeKind.CPNS: "PNS Daerah Kab/Kota yang bekerja pada Kab/Kota",
    EmployeeKind.PPPK: "PPPK Daerah Kab/Kota",
}
_STREETS = "Anggrek Cempaka Dahlia Flamboyan Kenanga Mawar Melati Nusantara Pelabuhan Teratai".split()
_WARDS = "Tanjung Harapan;Bukit Melati;Sungai Intan;Teluk Cempaka;Pasir Putih;Gunung Sari".split(";")


@dataclass(frozen=True, slots=True)
class Keys:
    """The stored keys of the organisation's rows, by the numbers that stood for them."""

    agencies: list[int]
    positions: list[int]
    programmes: list[int]

    def unit(self, place: int) -> int:
        """Key of an agency or unit."""
        return self.agencies[-place - 1]


def lives_of(random: Random, city: Organisation, employees: int, today: date) -> Iterator[Life]:
    """Managers first, then everyone else, each at a place of work chosen by its weight."""
    leading = _filled(random, city.seats, int(employees * _LEADING))
    for seat in leading:
        yield lives.manager(random, seat, city, today)
    weights = list(accumulate(place.weight for place in city.workplaces))
    others = employees - len(leading)
    contracts = _CONTRACTS * employees / max(others, 1)
    for _ in range(others):
        place = random.choices(city.workplaces, cum_weights=weights)[0]
        calling = random.choices([it for it, _ in place.callings], [share for _, share in place.callings])[0]
        chance = random.random()
        if chance < contracts:
            yield lives.contract(random, place, calling, today)
        elif chance < contracts + _CANDIDATES:
            yield lives.candidate(random, place, calling, today)
        elif chance < contracts + _CANDIDATES + _RETIRED:
            yield lives.retired(random, place, calling, today)
        else:
            yield lives.staff(random, place, calling, city, today)


def _filled(random: Random, seats: list[Seat], count: int) -> list[Seat]:
    """The managers' posts that have a holder: those of the agencies' heads first, of the others any."""
    heads = [seat for seat in seats if seat.post[2] in (SECRETARY, HEAD)][:count]
    others = [seat for seat in seats if seat.post[2] not in (SECRETARY, HEAD)]
    return heads + random.sample(others, min(count - len(heads), len(others)))


@dataclass(slots=True)
class Registrar:
    """Turns lives into rows; numbers that must be unique are counted here."""

    random: Random
    city: Organisation
    keys: Keys
    count: int = 0
    _nips: Counter[str] = field(default_factory=Counter)
    _niks: Counter[str] = field(default_factory=Counter)

    def register(self, life: Life, bundle: Bundle) -> int:
        """Add a person's rows; the result stands for the employee's key within the bundle."""
        self.count += 1
        key = bundle.add("employees", self._employee(life))
        for code, step in life.grades:
            _add(bundle, "grade_history", key, step.day, grade_code=code, service_years=step.years,
                 service_months=step.months)  # fmt: skip
        for day, post, unit in life.posts:
            position = self.keys.positions[-self.city.positions[post] - 1]
            _add(bundle, "post_history", key, day, position_id=position, agency_id=self.keys.unit(unit))
        for study in life.studies:
            programme = self.keys.programmes[programmes.PLACE[study.programme]]
            level = programmes.PROGRAMMES[study.programme].level
            _add(bundle, "education_history", key, study.day, level_code=level, programme_id=programme,
                 school=study.school, graduation_year=study.day.year)  # fmt: skip
        for day, standing in life.standings:
            meaning = standing_of(standing)
            until = last_day(day, _LEAVE_MONTHS) if meaning is Standing.UNPAID_LEAVE else None
            _add(bundle, "standing_history", key, day, standing=standing, code=meaning and meaning.value, until=until)
        return key

    def _employee(self, life: Life) -> dict[str, Any]:
        random, identity = self.random, names.invent(self.random, life.sex)
        front, back = programmes.titles([study.programme for study in life.studies])
        nik, mailbox = self._nik(life), f"{'.'.join(identity.name.lower().split()[:2])}.{self.count}"
        phone = f"{_PHONE}{random.randrange(10**8):08}"
        return {
            "nip": self._nip(life),
            "nik": nik,
            "siasn_id": f"{random.getrandbits(128):032X}",
            "name": identity.name,
            "front_title": front,
            "back_title": back,
            "birth_place": identity.birth_place,
            "birth_date": life.birth,
            "sex": life.sex.value,
            "religion": identity.religion,
            "marital_status": _marital_status(random, life),
            "phone": None if random.random() < _NO_PHONE else phone,
            "email": None if random.random() < _NO_EMAIL else f"{mailbox}@surel.example",
            "official_email": f"{mailbox}@nusajaya.example",
            "address": f"Jl. {random.choice(_STREETS)} No. {random.randrange(1, 200)}, {random.choice(_WARDS)}",
            "tax_number": nik,
            "health_insurance_number": f"0009{random.randrange(10**9):09}",
            "kind": life.kind.value,
            "employment_type": _EMPLOYMENT[life.kind],
            **self._decrees(life),
        }

    def _decrees(self, life: Life) -> dict[str, Any]:
        first = "800.1.2.5" if life.kind is EmployeeKind.PPPK else "800.1.2.2"
        sworn = life.pns_date
        return {
            "cpns_date": life.start,
            "cpns_decree_number": f"{first}/{self.count:05}/BKPSDM/{life.start.year}",
            "cpns_decree_date": life.start - timedelta(days=7),
            "pns_date": sworn,
            "pns_decree_number": f"800.1.2.4/{self.count:05}/BKPSDM/{sworn.year}" if sworn else None,
            "pns_decree_date": sworn - timedelta(days=3) if sworn else None,
        }

    def _nip(self, life: Life) -> str:
        """Birth date, year and month of appointment (21 for a PPPK), sex, serial (RULES.md 1.1)."""
        month = 21 if life.kind is EmployeeKind.PPPK else life.start.month
        sex = 2 if life.sex is Sex.F else 1
        prefix = f"{life.birth:%Y%m%d}{life.start.year}{month:02}{sex}"
        self._nips[prefix] += 1
        return f"{prefix}{self._nips[prefix]:03}"

    def _nik(self, life: Life) -> str:
        """Region, day (a woman's has 40 added), month and year of birth, serial (RULES.md 1.2)."""
        day = life.birth.day + (_WOMEN_ADD if life.sex is Sex.F else 0)
        district = 1 + self.count % _DISTRICTS
        prefix = f"{_REGION}{district:02}{day:02}{life.birth:%m%y}"
        self._niks[prefix] += 1
        return f"{prefix}{self._niks[prefix]:04}"


def _add(bundle: Bundle, table: str, employee: int, day: date, **values: Any) -> None:
    bundle.add(table, {"employee_id": employee, "effective_date": day, **values})


def _marital_status(random: Random, life: Life) -> str:
    if life.start.year - life.birth.year > 25 or random.random() < 0.6:
        return random.choices(("Menikah", "Cerai", "Belum Menikah"), (88, 4, 8))[0]
    return "Belum Menikah"
