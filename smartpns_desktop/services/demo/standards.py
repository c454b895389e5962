"""What the city's posts ask of their holders, and how many people its units need in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.positions import STRUCTURAL, functional_level
from smartpns_desktop.domain.requirement_texts import kind_of_training, written
from smartpns_desktop.domain.requirements import CompetencyKind, Requirement, RequirementKind
from smartpns_desktop.services.demo.organisation import Organisation
from smartpns_desktop.services.demo.posts import FAMILIES, Family, Post
from smartpns_desktop.services.demo.programmes import BACHELOR, MASTER, PROGRAMMES
from smartpns_desktop.services.standard_items import rows_for

SINCE, BEFORE = date(2022, 1, 1), date(2019, 1, 1)
"""From when the standards hold, and from when those of managers held before."""

_MANAGERIAL = (
    "Integritas", "Kerja sama", "Komunikasi", "Orientasi pada hasil", "Pelayanan publik",
    "Pengembangan diri dan orang lain", "Mengelola perubahan", "Pengambilan keputusan",
)  # fmt: skip
_SOCIOCULTURAL = "Perekat bangsa"
_KNOWN = {
    **{fold(name): CompetencyKind.MANAGERIAL for name in _MANAGERIAL},
    fold(_SOCIOCULTURAL): CompetencyKind.SOCIOCULTURAL,
}
_LEADERSHIP = {
    "2": "Pelatihan Kepemimpinan Nasional Tingkat II",
    "3": "Pelatihan Kepemimpinan Administrator",
    "4": "Pelatihan Kepemimpinan Pengawas",
}
_CLASSES = {"2": 15, "3": 12, "4": 9}
_BELOW = {"2": ("ADM", 24), "3": ("PWS", 36), "4": ("PEL", 48)}
"""Levels of posts, and months in them, that managers of each echelon need (PP 11/2017 art. 54 and 107, simplified)."""
_LADDERS = (("TR", "MH", "PY"), ("PT", "MU", "MA"))
_MONTHS_PER_LEVEL, _HIGHEST = 36, 2
_FAMILY_OF = {name: family for family in FAMILIES.values() for name in family.posts()}


def describe(city: Organisation) -> None:
    """Add standards of all posts, and the needs of the units, to the rows of a city."""
    for post, key in city.positions.items():
        name, kind, echelon = post
        if kind == STRUCTURAL:
            _add(city, key, BEFORE, _CLASSES[echelon[0]] - 1, BACHELOR, ())
            _add(city, key, SINCE, _CLASSES[echelon[0]], BACHELOR, tuple(_of_manager(echelon)))
        elif name in _FAMILY_OF:
            _add_of_family(city, key, post, _FAMILY_OF[name])
    for (post, unit), people in Counter((seat.post, seat.unit) for seat in city.seats).items():
        _need(city, post, unit, people)


def competencies_of(post: Post) -> Iterator[tuple[str, int]]:
    """The competencies that the standard of a post asks for today, by name, and their level."""
    name, kind, echelon = post
    if kind == STRUCTURAL:
        items = _of_manager(echelon)
    elif name in _FAMILY_OF:
        items = _of_family(_FAMILY_OF[name], *_rung(name))
    else:
        return
    for it in items:
        if it.kind == RequirementKind.COMPETENCY and it.level is not None:
            yield it.name, it.level


def _rung(name: str) -> tuple[str | None, int]:
    """The functional level that a post's name tells, and its place on its ladder."""
    level = functional_level(name)
    return level, next((ladder.index(level) for ladder in _LADDERS if level in ladder), 0)


def _add_of_family(city: Organisation, key: int, post: Post, family: Family) -> None:
    level, step = _rung(post[0])
    first = PROGRAMMES[family.programmes[0]]
    asked = MASTER if first.level == BACHELOR and step == _HIGHEST else first.level
    items = (it for it in _of_family(family, level, step) if asked != MASTER or it.kind != RequirementKind.PROGRAMME)
    _add(city, key, SINCE, 6 + 2 * step, asked, tuple(items), first.field or None)


def _of_manager(echelon: str) -> Iterator[Requirement]:
    training, (level, months) = _LEADERSHIP[echelon[0]], _BELOW[echelon[0]]
    yield _training(training, mandatory=True)
    yield _training("Pelatihan Teknis Manajemen Risiko", validity=36)
    words = {"ADM": "administrator", "PWS": "pengawas", "PEL": "pelaksana"}[level]
    text = f"{months // 12} tahun dalam jabatan {words}"
    yield Requirement(RequirementKind.EXPERIENCE, text, months=months, post_level=level)
    yield from _competencies(6 - int(echelon[0]))


def _of_family(family: Family, level: str | None, step: int) -> Iterator[Requirement]:
    for programme in dict.fromkeys(family.programmes):
        yield Requirement(RequirementKind.PROGRAMME, PROGRAMMES[programme].name)
    if level is None:
        yield _training("Pelatihan Teknis Pelayanan Publik")
        yield from _competencies(1)
        return
    yield _training(f"Pelatihan Fungsional {family.name}", mandatory=True)
    below = next((ladder[step - 1] for ladder in _LADDERS if level in ladder and step), None)
    if below is not None:
        years, name = _MONTHS_PER_LEVEL // 12, f"{family.name} satu jenjang di bawahnya"
        text = f"{years} tahun sebagai {name}"
        yield Requirement(RequirementKind.EXPERIENCE, text, months=_MONTHS_PER_LEVEL, post_level=below)
    yield from _competencies(step + 1)


def _training(name: str, *, mandatory: bool = False, validity: int | None = None) -> Requirement:
    kind = kind_of_training(name)
    return Requirement(RequirementKind.TRAINING, name, mandatory=mandatory, validity=validity, training_kind=kind)


def _competencies(level: int) -> Iterator[Requirement]:
    for name in (*_MANAGERIAL, _SOCIOCULTURAL):
        yield Requirement(RequirementKind.COMPETENCY, name, competency_kind=_KNOWN[fold(name)], level=level)


def _add(
    city: Organisation,
    key: int,
    since: date,
    position_class: int,
    level: str,
    items: Sequence[Requirement],
    family: str | None = None,
) -> None:
    row = {
        "position_id": key,
        "effective_date": since,
        "position_class": position_class,
        "job_family": family,
        "education_code": level,
        **written(items, _KNOWN),
    }
    version = city.bundle.add("position_standards", row)
    for item in rows_for(items):
        city.bundle.add("standard_requirements", {"position_id": key, "standard_id": version, **item})


def _need(city: Organisation, post: Post, unit: int, people: int) -> None:
    row = {"position_id": city.positions[post], "agency_id": unit, "effective_date": SINCE}
    city.bundle.add("position_quotas", {**row, "needed": people, "filled": None})
