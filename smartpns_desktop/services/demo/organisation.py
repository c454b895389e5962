"""The city's tree of agencies and units, its managers' posts, and the places where everyone else works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from db.queries.bundle import Bundle
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.positions import STRUCTURAL, functional_level
from smartpns_desktop.services.demo import posts, programmes
from smartpns_desktop.services.demo.agencies import AgencySpec, Shape, agencies_for

SECRETARY, HEAD, ADMINISTRATOR, DEPUTY, SUPERVISOR, JUNIOR = "21", "22", "31", "32", "41", "42"
"""Echelons II.a to IV.b by BKN's codes."""

Callings = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A manager's post in its agency or unit; it has one holder, who comes from the agency's callings."""

    post: posts.Post
    unit: int
    agency: int
    callings: Callings


@dataclass(frozen=True, slots=True)
class Workplace:
    """An agency or unit where people without a manager's post work, and as what."""

    unit: int
    agency: int
    weight: float
    callings: Callings


@dataclass(slots=True)
class Organisation:
    """The rows to write, and who can be employed where; numbers stand for the keys of rows still to be written."""

    bundle: Bundle = field(default_factory=Bundle)
    roots: list[tuple[AgencySpec, int]] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    workplaces: list[Workplace] = field(default_factory=list)
    positions: dict[posts.Post, int] = field(default_factory=dict)
    by_echelon: dict[str, list[Seat]] = field(default_factory=lambda: defaultdict(list))
    by_calling: dict[str, list[Workplace]] = field(default_factory=lambda: defaultdict(list))

    def add_unit(self, parent: int | None, code: str, name: str, short: str | None = None) -> int:
        """A new agency (without a parent) or a unit below one; its place in the tree stands in its code."""
        return self.bundle.add(
            "agencies",
            {
                "parent_id": parent,
                "code": code,
                "name": name,
                "name_key": fold(name),
                "short_name": short,
                "kind": "unit" if short is None else "agency",
                "closed_on": None,
            },
        )

    def add_seat(self, name: str, echelon: str, unit: int, agency: int, callings: Callings) -> None:
        """A manager's post."""
        post = (name, STRUCTURAL, echelon)
        self.add_position(post)
        self.seats.append(Seat(post, unit, agency, callings))
        self.by_echelon[echelon].append(self.seats[-1])

    def add_workplace(self, unit: int, agency: int, weight: float, callings: Callings) -> None:
        """A place of work for those who lead nobody."""
        self.workplaces.append(Workplace(unit, agency, weight, callings))
        for name, _ in callings:
            self.by_calling[name].append(self.workplaces[-1])

    def add_position(self, post: posts.Post) -> None:
        """A post of the catalogue, once."""
        if post in self.positions:
            return
        name, kind, echelon = post
        row = {
            "name": name,
            "name_key": fold(name),
            "kind_code": kind,
            "echelon_code": echelon,
            "level_code": functional_level(name),
            "retirement_age": None,
        }
        self.positions[post] = self.bundle.add("positions", row)


def build(employees: int) -> Organisation:
    """The organisation of a city with that many employees; larger ones have more agencies, schools, clinics."""
    city = Organisation()
    _add_programmes(city.bundle)
    for post in posts.functional_and_general():
        city.add_position(post)
    keys: dict[str, int] = {}
    for spec in agencies_for(employees):
        parent = keys.get(spec.code[:4]) if spec.shape is Shape.HOSPITAL else None
        key = keys[spec.code] = city.add_unit(parent, spec.code, spec.name, spec.short_name)
        city.roots.append((spec, key))
        _LEADERS[spec.shape](city, spec, key)
    _add_services(city, keys, employees)
    return city


def _add_programmes(bundle: Bundle) -> None:
    for programme in programmes.PROGRAMMES.values():
        row = {
            "name": programme.name,
            "name_key": fold(programme.name),
            "level_code": programme.level,
            "siasn_id": None,
        }
        bundle.add("study_programmes", row)


def _lead_office(city: Organisation, spec: AgencySpec, key: int) -> None:
    city.add_seat(spec.head, HEAD, key, key, spec.callings)
    city.add_seat(f"Sekretaris {spec.name}", ADMINISTRATOR, key, key, spec.callings)
    city.add_seat("Kepala Subbagian Umum dan Kepegawaian", SUPERVISOR, key, key, spec.callings)
    city.add_seat("Kepala Subbagian Perencanaan dan Keuangan", SUPERVISOR, key, key, spec.callings)
    led = ADMINISTRATOR if spec.head.startswith("Inspektur") else DEPUTY
    _add_divisions(city, spec, key, led)


def _lead_secretariat(city: Organisation, spec: AgencySpec, key: int) -> None:
    city.add_seat(spec.head, SECRETARY, key, key, spec.callings)
    for name in ("Pemerintahan dan Kesejahteraan Rakyat", "Perekonomian dan Pembangunan", "Administrasi Umum"):
        city.add_seat(f"Asisten {name}", HEAD, key, key, spec.callings)
    city.add_seat("Kepala Subbagian Tata Usaha Sekretariat Daerah", SUPERVISOR, key, key, spec.callings)
    _add_divisions(city, spec, key, ADMINISTRATOR)


def _lead_council(city: Organisation, spec: AgencySpec, key: int) -> None:
    city.add_seat(spec.head, HEAD, key, key, spec.callings)
    _add_divisions(city, spec, key, ADMINISTRATOR)


def _lead_hospital(city: Organisation, spec: AgencySpec, key: int) -> None:
    city.add_seat(spec.head, HEAD, key, key, spec.callings)
    city.add_seat(f"Kepala Bagian Tata Usaha {spec.name}", ADMINISTRATOR, key, key, spec.callings)
    _add_divisions(city, spec, key, DEPUTY)


def _add_divisions(city: Organisation, spec: AgencySpec, key: int, echelon: str) -> None:
    """Divisions with their heads; a third of the staff works in the agency's own office."""
    city.add_workplace(key, key, spec.weight / 3, spec.callings)
    for number, name in enumerate(spec.divisions, start=1):
        unit = city.add_unit(key, f"{spec.code}.{number:02}", _unit_name(name, spec))
        leader = name if name.startswith("Inspektur") else f"Kepala {_unit_name(name, spec)}"
        city.add_seat(leader, echelon, unit, key, spec.callings)
        city.add_workplace(unit, key, spec.weight * 2 / 3 / len(spec.divisions), spec.callings)


def _unit_name(division: str, spec: AgencySpec) -> str:
    """The inspectors' units bear their inspector's title; a hospital's say whose they are."""
    if division.startswith("Inspektur"):
        return division.replace("Inspektur Pembantu", "Inspektorat Pembantu")
    return f"{division} {spec.short_name}" if spec.shape is Shape.HOSPITAL else division


def _lead_district(city: Organisation, spec: AgencySpec, key: int) -> None:
    city.add_seat(spec.head, ADMINISTRATOR, key, key, spec.callings)
    city.add_seat(f"Sekretaris {spec.name}", DEPUTY, key, key, spec.callings)
    for name in ("Pemerintahan", "Ketenteraman dan Ketertiban", "Pemberdayaan Masyarakat"):
        city.add_seat(f"Kepala Seksi {name}", SUPERVISOR, key, key, spec.callings)
    city.add_workplace(key, key, spec.weight / 2, spec.callings)
    for number, name in enumerate(spec.divisions, start=1):
        unit = city.add_unit(key, f"{spec.code}.{number:02}", f"Kelurahan {name}")
        city.add_seat(f"Lurah {name}", SUPERVISOR, unit, key, spec.callings)
        city.add_seat("Sekretaris Kelurahan", JUNIOR, unit, key, spec.callings)
        city.add_workplace(unit, key, spec.weight / 2 / len(spec.divisions), (("office", 1), ("clerk", 2)))


_LEADERS = {
    Shape.OFFICE: _lead_office,
    Shape.SECRETARIAT: _lead_secretariat,
    Shape.COUNCIL: _lead_council,
    Shape.HOSPITAL: _lead_hospital,
    Shape.DISTRICT: _lead_district,
}

_PRIMARY: Callings = (("teacher_primary", 10), ("teacher", 2), ("clerk", 1))
_LOWER_SECONDARY: Callings = (("teacher", 14), ("data", 1), ("clerk", 1))
_CLINIC: Callings = (
    ("nurse", 6), ("midwife", 5), ("doctor", 2), ("nurse_expert", 1), ("health_worker", 1), ("nutritionist", 1),
    ("lab", 1), ("clerk", 1),
)  # fmt: skip
_TECHNICAL: Callings = (("clerk", 2), ("data", 1), ("roads", 1))
_SERVICES = (
    ("1.01", "SD Negeri {:03}", 60, 45.0, _PRIMARY, None),
    ("1.01", "SMP Negeri {}", 150, 28.0, _LOWER_SECONDARY, None),
    ("1.02", "UPTD Puskesmas {}", 300, 30.0, _CLINIC, ("Kepala Subbagian Tata Usaha {}", JUNIOR)),
    ("1.03", "UPTD Pemeliharaan Jalan Wilayah {}", 4_000, 4.0, _TECHNICAL, ("Kepala {}", SUPERVISOR)),
)
"""Agency, name, employees of the city per service, weight of all of them together, callings, manager's post."""

_PARTS = ("Utara", "Selatan", "Barat", "Timur", "Tengah")
_PLACES = ("Tanjung Harapan", "Bukit Melati", "Teluk Cempaka", "Gunung Sari", "Pasir Putih", "Air Jernih")


def _add_services(city: Organisation, keys: dict[str, int], employees: int) -> None:
    """Schools, clinics and other technical units (UPTD), more of them in a larger city."""
    for place, (code, pattern, per_service, weight, callings, leader) in enumerate(_SERVICES):
        count = max(employees // per_service, 1)
        for number, name in enumerate(_service_names(pattern, count), start=1):
            unit = city.add_unit(keys[code], f"{code}.{place + 5}{number:03}", name)
            city.add_workplace(unit, keys[code], weight / count, callings)
            if leader:
                city.add_seat(leader[0].format(name), leader[1], unit, keys[code], callings)


def _service_names(pattern: str, count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        if "Puskesmas" in pattern:
            place = _PLACES[(number - 1) % len(_PLACES)]
            turn = (number - 1) // len(_PLACES)
            yield pattern.format(f"{place} {turn + 1}" if turn else place)
        else:
            yield pattern.format(_PARTS[number - 1] if "Wilayah" in pattern and number <= 5 else number)
