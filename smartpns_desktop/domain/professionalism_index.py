"""The index of professionalism (IP ASN): its four parts, what each can reach, and what a reported one contradicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.regulations import RegulationsInForce

PARTS = {
    "qualification": "kualifikasi",
    "competence": "kompetensi",
    "performance": "kinerja",
    "discipline": "disiplin",
}
"""The fields of the four parts and the dimension that the regulation calls each."""

HIGHEST = 100.0
_ROUNDING = Decimal("0.01")
"""How far a total may lie from the sum of its parts, which were rounded before."""

Points = Mapping[str, float | None]
"""Points by part; None where nobody told."""


def maxima(regulations: RegulationsInForce) -> dict[str, float]:
    """The most points of each part (25, 40, 30 and 5 as shipped): PermenPANRB 38/2018, Peraturan BKN 8/2019.

    The criteria of competence add up within a group of posts, of the other parts one criterion counts
    (RULES.md section 5). A part without rows in force is left out.
    """
    found: dict[str, float] = {}
    for part, dimension in PARTS.items():
        by_group: dict[str, list[float]] = defaultdict(list)
        for row in regulations.rows.get("index_scores", {}).values():
            if row["dimension"] == dimension:
                by_group[str(row["position_group"])].append(float(str(row["score"])))
        if by_group:
            count = sum if part == "competence" else max
            found[part] = max(count(scores) for scores in by_group.values())
    return found


def total_of(points: Points) -> float | None:
    """The sum of the four parts, which are weighted already (RULES.md section 5); None where one is missing."""
    known = [Decimal(str(value)) for part in PARTS if (value := points.get(part)) is not None]
    return float(sum(known)) if len(known) == len(PARTS) else None


def doubts(points: Points, total: float | None, most: Mapping[str, float]) -> Iterator[Problem]:
    """What to look at in a reported index, `column` being the field: parts beyond their `maxima`, a total that is not
    the sum of its parts."""
    for part in PARTS:
        value = points.get(part)
        if value is not None and not 0 <= value <= most.get(part, HIGHEST):
            yield _beyond(part, value, most.get(part, HIGHEST))
    if total is None:
        return
    if not 0 <= total <= HIGHEST:
        yield _beyond("total", total, HIGHEST)
    expected = total_of(points)
    if expected is not None and abs(Decimal(str(expected)) - Decimal(str(total))) > _ROUNDING:
        yield Problem("index.total_differs", column="total", value=_said(total), facts={"expected": _said(expected)})


def _beyond(field: str, value: float, most: float) -> Problem:
    return Problem("value.out_of_range", column=field, value=_said(value), facts={"expected": f"0–{_said(most)}"})


def _said(value: float) -> str:
    return f"{value:.15g}".replace(".", ",")
