"""The retirement age of every post, as regulations and the office set it, grouped for the list of what falls due."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from db import Reader
from db.queries import position_standards, reference
from smartpns_desktop.domain.regulations import Regulations, RegulationsInForce
from smartpns_desktop.domain.retirement import NO_POST, RetiringPost, retirement_age

Ages = tuple[tuple[int, tuple[int, ...]], ...]


def retirement_ages(reader: Reader, on: date) -> Ages:
    """Each age in force on a day with the keys of its posts; first that of people without a post, which lacks keys.

    Where no regulation holds yet (before the first one), those that came first hold.
    """
    rules = _rules(reader, on)
    without_post = rules.retirement_age(NO_POST) or 0
    found: dict[int, list[int]] = defaultdict(list)
    for row in position_standards.all_posts(reader):
        post = RetiringPost(row.name, row.kind_code, row.echelon_code, row.level_code, row.retirement_age)
        age = retirement_age(post, rules)
        if age is not None and age != without_post:
            found[age].append(row.id)
    return (without_post, ()), *((age, tuple(keys)) for age, keys in sorted(found.items()))


def _rules(reader: Reader, on: date) -> RegulationsInForce:
    rows = reference.rows_of(reader, "retirement_ages")
    first = max((row["effective_from"] for row in rows if row["position_group"] == NO_POST), default=on)
    return Regulations({"retirement_ages": rows}).on(max(on, first))
