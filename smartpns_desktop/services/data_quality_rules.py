"""What the checks of the data need to know of a day: posts judged by the regulations, figures, kinds of employment."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from db import Reader
from db.queries import data_quality as queries
from db.queries import position_standards, reference
from db.queries.data_quality_checks import Limits
from smartpns_desktop.domain.data_quality_posts import LOWEST_DIPLOMA, Leader, Post, family, is_misplaced, post_rule
from smartpns_desktop.domain.positions import DOUBLE, FUNCTIONAL
from smartpns_desktop.domain.regulations import RegulationsInForce
from smartpns_desktop.services.office import region_kind_of


def post_rules(reader: Reader, rules: RegulationsInForce, on: date, key: int | None = None) -> list[dict[str, Any]]:
    """The rule of every post that the store knows, or of those that one person ever held, as rows."""
    posts = list(position_standards.all_posts(reader))
    functional = {family(row.name) for row in posts if row.kind_code in (FUNCTIONAL, DOUBLE)}
    leaders = {row["code"]: Leader(row["managerial_level"], row["lowest_grade"]) for row in _echelons(reader)}
    educations = _educations(reader, on)
    if key is not None:
        held = queries.posts_held(reader, key)
        posts = [row for row in posts if row.id in held]
    return [
        {
            "position_id": row.id,
            **asdict(post_rule(_post(row, educations.get(row.id)), leaders.get(row.echelon_code), rules, functional)),
        }
        for row in posts
    ]


def _echelons(reader: Reader) -> list[dict[str, Any]]:
    """Echelons that lead; "99" is none."""
    return [row for row in reference.rows_of(reader, "echelons") if row["name"] or row["code"] == "10"]


def _post(row: Any, education: str | None) -> Post:
    return Post(row.name, row.kind_code, row.echelon_code, row.level_code, row.retirement_age, education)


def _educations(reader: Reader, on: date) -> dict[int, str | None]:
    """The education that the version of each post's standard asks which holds on a day."""
    versions = sorted(position_standards.all_standards(reader), key=lambda row: row.effective_date or date.min)
    return {row.position_id: row.education_code for row in versions if (row.effective_date or date.min) <= on}


def limits(reader: Reader, rules: RegulationsInForce, key: int | None = None) -> Limits:
    """The figures of a day (parameters `data.*`, retirement ages) and what kinds of employment mean (all, or one)."""
    region = region_kind_of(reader)
    kinds = {text: is_misplaced(text, region) for text in queries.kinds_of_employment(reader, key)}
    return Limits(
        rating_years=_whole(rules, "data.skp_tahun_ke_belakang"),
        candidate_years=_whole(rules, "data.calon_jf_paling_lama"),
        cpns_years=_whole(rules, "data.cpns_paling_lama"),
        structural_years=_whole(rules, "data.struktural_masa_kerja"),
        first_pppk_year=_whole(rules, "data.pppk_tahun_pertama"),
        lowest_retirement_age=min(int(str(row["years"])) for row in rules.rows["retirement_ages"].values()),
        diploma=LOWEST_DIPLOMA,
        placed=tuple(text for text, misplaced in kinds.items() if misplaced is False),
        misplaced=tuple(text for text, misplaced in kinds.items() if misplaced),
    )


def _whole(rules: RegulationsInForce, code: str) -> int:
    """A figure that ships with the program, so that it is always told. KeyError where it is not."""
    told = rules.number(code)
    if told is None:
        raise KeyError(code)
    return int(told)
