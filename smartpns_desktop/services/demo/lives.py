"""A civil servant's life in the service: birth, appointment, grades, posts, degrees and legal standing, in step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.positions import GENERAL
from smartpns_desktop.services.demo import studies
from smartpns_desktop.services.demo.careers import (
    CODES,
    HIGHEST,
    START,
    GradeStep,
    climb,
    day_in,
    month_later,
    months_needed,
    pppk_grade,
)
from smartpns_desktop.services.demo.organisation import (
    ADMINISTRATOR,
    DEPUTY,
    HEAD,
    JUNIOR,
    SECRETARY,
    SUPERVISOR,
    Callings,
    Organisation,
    Seat,
    Workplace,
)
from smartpns_desktop.services.demo.posts import CONTRACT_POSTS, EXPERT_LEVELS, FAMILIES, NO_ECHELON, Family, Post
from smartpns_desktop.services.demo.programmes import BACHELOR, PROFESSION, PROGRAMMES
from smartpns_desktop.services.demo.studies import Study

ACTIVE, ON_LEAVE, STUDYING, RETIRED = (
    "Aktif",
    "Cuti di Luar Tanggungan Negara",
    "Tugas Belajar",
    "Pensiun",
)

_OLDEST = 57
"""Age in years that nobody passes who is still active; every retirement age lies above (RULES.md 1.6)."""
_RETIREMENT_AGE, _TEACHERS_RETIREMENT_AGE = 58, 60

_GRADES_OF = {
    SECRETARY: (15, 16),
    HEAD: (14, 15),
    ADMINISTRATOR: (13, 14),
    DEPUTY: (12, 13),
    SUPERVISOR: (11, 12),
    JUNIOR: (10, 11),
}
"""Lowest and highest place of grade by echelon (PP 13/2002; RULES.md 1.5)."""
_LADDER = (SUPERVISOR, DEPUTY, ADMINISTRATOR, HEAD, SECRETARY)
_MASTERS = {SECRETARY: 1.0, HEAD: 0.9, ADMINISTRATOR: 0.7, DEPUTY: 0.5, SUPERVISOR: 0.25, JUNIOR: 0.1}
_WOMEN_LEADING = 0.36

_FIRST_CONTRACTS = 2019
"""Year before which nobody was appointed PPPK (PP 49/2018)."""


@dataclass(slots=True)
class Life:
    """What is known of one civil servant besides the name; posts are a day, a post and an agency or unit."""

    kind: EmployeeKind
    sex: Sex
    birth: date
    start: date
    studies: list[Study]
    grades: list[tuple[str, GradeStep]]
    posts: list[tuple[date, Post, int]]
    pns_date: date | None = None
    standings: list[tuple[date, str]] = field(default_factory=list)
    agency: int = 0
    echelon: str = NO_ECHELON


def manager(random: Random, seat: Seat, city: Organisation, today: date) -> Life:
    """The holder of a manager's post, with the posts that led there."""
    echelon = seat.post[2]
    lowest, highest = _GRADES_OF[echelon]
    programme = _managers_programme(random, seat.callings)
    first = START[PROGRAMMES[programme].level]
    served = months_needed(first, lowest) + 12 + int(random.triangular(0, 96, 24))
    life = _appointed(random, programme, _sex(random, _WOMEN_LEADING), served, today)
    steps = climb(random, life.start, first, highest, today, hurry=lowest)
    life.grades = [(CODES[step.order], step) for step in steps]
    life.posts = _ladder(random, seat, city, steps, today)
    life.agency, life.echelon = seat.agency, echelon
    _study_on(random, life, _MASTERS[echelon], today)
    return life


def _managers_programme(random: Random, callings: Callings) -> str:
    """A bachelor's degree or a profession that fits the agency's callings."""
    fitting = [
        programme
        for name, _ in callings
        for programme in FAMILIES[name].programmes
        if PROGRAMMES[programme].level in (BACHELOR, PROFESSION)
    ]
    return "d4_government" if random.random() < 0.12 else random.choice(fitting)


def _ladder(
    random: Random, seat: Seat, city: Organisation, steps: list[GradeStep], today: date
) -> list[tuple[date, Post, int]]:
    """First an office post, then one manager's post after the other, each once the grade allows it."""
    began = {step.order: step.day for step in steps}
    office = (FAMILIES["office"].name, GENERAL, NO_ECHELON)
    posts = [(steps[0].day, office, random.choice(city.by_calling["office"]).unit)]
    for echelon in _LADDER:
        lowest = _GRADES_OF[echelon][0]
        if echelon <= seat.post[2] or lowest not in began or random.random() < 0.25:
            continue
        former = random.choice(city.by_echelon[echelon])
        posts.append((month_later(began[lowest], random.randrange(1, 11)), former.post, former.unit))
    since = month_later(began[_GRADES_OF[seat.post[2]][0]], random.randrange(1, 11))
    return [*posts, (min(since, month_later(today, -1)), seat.post, seat.unit)]


def staff(random: Random, place: Workplace, calling: str, city: Organisation, today: date) -> Life:
    """A civil servant (PNS) in a functional or general post, active or lately retired."""
    family = FAMILIES[calling]
    programme = random.choice(family.programmes)
    first = START[PROGRAMMES[programme].level]
    served = int(random.triangular(18, 396, 50))
    life = _appointed(random, programme, _sex(random, family.women), served, today)
    _study_on(random, life, 0.22 if first < 9 and family.kind == GENERAL else 0.1, today)
    steps = climb(random, life.start, first, _last_grade(random, family, life), today, hurry=first)
    life.grades = [(CODES[step.order], step) for step in steps]
    life.posts = _levels(random, family, steps, place.unit)
    life.agency = place.agency
    _perhaps_moved(random, life, city, calling, today)
    _perhaps_away(random, life, today)
    return life


def candidate(random: Random, place: Workplace, calling: str, today: date) -> Life:
    """A CPNS in the first year."""
    family = FAMILIES[calling]
    programme = random.choice(family.programmes)
    life = _appointed(random, programme, _sex(random, family.women), random.randrange(1, 11), today)
    step = GradeStep(life.start, START[PROGRAMMES[programme].level], 0, 0)
    life.kind, life.pns_date, life.agency = EmployeeKind.CPNS, None, place.agency
    life.grades = [(CODES[step.order], step)]
    life.posts = _levels(random, family, [step], place.unit)
    return life


def contract(random: Random, place: Workplace, calling: str, today: date) -> Life:
    """A PPPK: one grade, one post, appointed since 2019 at any age."""
    family = FAMILIES[calling]
    programme = random.choice(family.programmes)
    year = random.randrange(max(today.year - 5, _FIRST_CONTRACTS), today.year)
    start = date(year, random.choice((2, 3, 5)), 1)
    youngest = studies.youngest_start(programme)
    birth = _birth(random, start, int(random.triangular(youngest, 48, 29)))
    name = CONTRACT_POSTS.get(calling) or family.post_at(START[PROGRAMMES[programme].level])
    if family.levels == EXPERT_LEVELS:
        name = family.post_at(EXPERT_LEVELS[0][0])
    return Life(
        EmployeeKind.PPPK,
        _sex(random, family.women),
        birth,
        start,
        studies.until_entry(random, birth, programme),
        [(pppk_grade(programme), GradeStep(start, 0, 0, 0))],
        [(start, (name, family.kind, NO_ECHELON), place.unit)],
        standings=[(start, ACTIVE)],
        agency=place.agency,
    )


def retired(random: Random, place: Workplace, calling: str, today: date) -> Life:
    """A PNS whose pension began within the last two years (on the first after the last birthday; RULES.md 1.6)."""
    family = FAMILIES[calling]
    pension = month_later(today, -random.randrange(24))
    years = _TEACHERS_RETIREMENT_AGE if family.name.startswith("Guru") else _RETIREMENT_AGE
    birthday = month_later(pension, -1)
    birth = date(birthday.year - years, birthday.month, random.randrange(1, 29))
    programme = random.choice(family.programmes)
    start = month_later(birth, 12 * (studies.youngest_start(programme) + random.randrange(5)) + 1)
    first = START[PROGRAMMES[programme].level]
    last = min(HIGHEST[PROGRAMMES[programme].level], 12)
    steps = climb(random, start, first, last, pension, hurry=first)
    return Life(
        EmployeeKind.PNS,
        _sex(random, family.women),
        birth,
        start,
        studies.until_entry(random, birth, programme),
        [(CODES[step.order], step) for step in steps],
        _levels(random, family, steps, place.unit),
        pns_date=month_later(start, 12),
        standings=[(start, ACTIVE), (pension, RETIRED)],
        agency=place.agency,
    )


def _sex(random: Random, women: float) -> Sex:
    return Sex.F if random.random() < women else Sex.M


def _birth(random: Random, start: date, age: int) -> date:
    """A birthday that makes someone so many years old on the day of appointment."""
    return day_in(random, month_later(start, -12 * (age + 1) + 1), month_later(start, -12 * age))


def _appointed(random: Random, programme: str, sex: Sex, served: int, today: date) -> Life:
    """An active PNS appointed so many months ago; the longer ago, the younger on that day."""
    youngest = studies.youngest_start(programme)
    age = min(youngest + int(random.triangular(0, 9, 1)), max(youngest, _OLDEST - 1 - served // 12))
    served = min(served, (_OLDEST - age) * 12)
    start = month_later(today, -served)
    birth = _birth(random, start, age)
    entered = studies.until_entry(random, birth, programme)
    pns_date = month_later(start, 12 + random.choice((0, 0, 0, 1, 2)))
    return Life(EmployeeKind.PNS, sex, birth, start, entered, [], [], pns_date=pns_date, standings=[(start, ACTIVE)])


def _study_on(random: Random, life: Life, share: float, today: date) -> None:
    """A further degree, taken beside the work; of the best-read leaders some become doctors."""
    if random.random() < share:
        further = studies.beside_work(random, life.studies, life.start, today)
        if further:
            life.studies.append(further)
    if life.echelon in (SECRETARY, HEAD) and random.random() < 0.2:
        further = studies.doctorate(random, life.studies, today)
        if further:
            life.studies.append(further)


def _last_grade(random: Random, family: Family, life: Life) -> int:
    if family.levels == EXPERT_LEVELS:
        return random.choices((12, 13, 14, 15), (50, 28, 17, 5))[0]
    return HIGHEST[PROGRAMMES[life.studies[-1].programme].level]


def _levels(random: Random, family: Family, steps: list[GradeStep], unit: int) -> list[tuple[date, Post, int]]:
    """The post of each level, reached a few months before the first grade of that level."""
    posts: list[tuple[date, Post, int]] = []
    for step in steps:
        post = (family.post_at(step.order), family.kind, NO_ECHELON)
        if not posts:
            posts.append((step.day, post, unit))
        elif post != posts[-1][1]:
            posts.append((month_later(step.day, -random.randrange(1, 6)), post, unit))
    return posts


def _perhaps_moved(random: Random, life: Life, city: Organisation, calling: str, today: date) -> None:
    """Every third has served elsewhere before: the first posts become another unit's."""
    moved = month_later(life.start, random.randrange(36, 120))
    if random.random() > 0.33 or moved >= today or any(day == moved for day, _, _ in life.posts):
        return
    former = random.choice(city.by_calling[calling]).unit
    before = [(day, post, former) for day, post, _ in life.posts if day < moved]
    after = [(day, post, unit) for day, post, unit in life.posts if day > moved]
    life.posts = [*before, (moved, before[-1][1], life.posts[0][2]), *after]


def _perhaps_away(random: Random, life: Life, today: date) -> None:
    """A few are on study assignment or on unpaid leave."""
    chance = random.random()
    if life.start > month_later(today, -60) or chance > 0.015:
        return
    if chance < 0.011 and today.year - life.birth.year < 45:
        life.standings.append((date(today.year - 1, 9, 1), STUDYING))
    else:
        life.standings.append((month_later(today, -random.randrange(1, 24)), ON_LEAVE))
