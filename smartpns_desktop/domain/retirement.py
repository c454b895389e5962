"""When people reach the end of their service: the retirement age (BUP) of a post, and the day of the pension."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smartpns_desktop.domain.positions import functional_level, retirement_group
from smartpns_desktop.domain.regulations import RegulationsInForce

NO_POST = "Administrator/Pengawas/Pelaksana"
"""The group of people of whom no post is known: their retirement age is the lowest there is (UU 20/2023)."""


@dataclass(frozen=True, slots=True)
class RetiringPost:
    """What a post tells of its holder's retirement; `own_age` is the age that the office set for this very post."""

    name: str
    kind: str | None = None
    echelon: str | None = None
    level: str | None = None
    own_age: int | None = None


def retirement_age(post: RetiringPost, rules: RegulationsInForce) -> int | None:
    """The age in years at which a holder retires: the post's own, else that of its group (RULES.md 1.6).

    A level that is not recorded is read off the post's name. `None` where no regulation holds yet.
    """
    if post.own_age is not None:
        return post.own_age
    level = post.level or functional_level(post.name)
    return rules.retirement_age(retirement_group(post.kind or None, post.echelon or None, level, post.name))


def pension_date(born: date, age: int) -> date:
    """The first day of the month after the birthday on which somebody reaches an age (TMT pensiun; RULES.md 1.6).

    Month and year alone decide, so that somebody born on 29 February retires on 1 March of any year.
    """
    year, month = born.year + age, born.month
    return date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
