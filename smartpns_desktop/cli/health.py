"""The command health: what SIASN's checks find in the data of people, on any day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from smartpns_desktop.app import App
from smartpns_desktop.cli.output import Output, table
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain.data_quality import Score
from smartpns_desktop.domain.errors import Outcome
from smartpns_desktop.services.data_quality import AgencyHealth, HealthSummary
from smartpns_desktop.words import data_quality as words
from smartpns_desktop.words.figures import show_date, show_number
from smartpns_desktop.words.reports import WITHOUT_AGENCY

_SHOWN = 2
"""Decimals of points."""


def health(app: App, call: Call, output: Output) -> Outcome:
    """Count findings and score; figures are kept only where that was asked for."""
    summary = app.data_quality.summary(call.as_of, call.agency)
    kept = app.data_quality.snapshot(call.as_of) if call.keep else 0
    output.result({**_as_object(summary), "kept": kept}, _as_lines(summary))
    return Outcome.DONE


def _as_object(summary: HealthSummary) -> dict[str, Any]:
    return {
        "on": summary.on,
        "agency": summary.agency or None,
        "people": summary.people,
        **_points(summary.score),
        "found": summary.found,
        "unjudged": summary.open,
        "checks": [
            {
                **asdict(it.check),
                "title": words.title(it.check.code),
                "found": it.found,
                "unjudged": it.open,
                "lost": _rounded(it.lost),
            }
            for it in summary.checks
        ],
        "agencies": [_agency(it) for it in summary.agencies],
    }


def _points(score: Score | None) -> dict[str, Any]:
    if score is None:
        return {"score": None, "dimensions": {}, "unjudged_points": None}
    dimensions = {name.value: _rounded(points) for name, points in score.dimensions.items()}
    return {"score": _rounded(score.total), "dimensions": dimensions, "unjudged_points": _rounded(score.open)}


def _agency(it: AgencyHealth) -> dict[str, Any]:
    score = None if it.score is None else _rounded(it.score.total)
    return {"agency": it.name or None, "people": it.people, "found": it.found, "score": score}


def _as_lines(summary: HealthSummary) -> Iterator[str]:
    where = summary.agency or "semua perangkat daerah"
    yield f"Kesehatan data {where} per {show_date(summary.on)}: {summary.people} pegawai"
    if summary.score is None:
        return
    score = summary.score
    yield f"Nilai {_said(score.total)} dari 100; {_said(score.open)} poin belum dapat dinilai karena data kurang"
    yield from (f"  {words.DIMENSIONS[name]}: {_said(points)}" for name, points in score.dimensions.items())
    rows = [
        (it.check.code, words.title(it.check.code), it.found, it.open, _said(it.lost))
        for it in summary.checks
        if it.found or it.open
    ]
    if rows:
        yield ""
        yield from table(("Kode", "Pemeriksaan", "Temuan", "Tidak dinilai", "Poin hilang"), rows)
        yield "Barisnya: smartpns list data-findings --where check=KODE"
    yield ""
    agencies = [(it.name or WITHOUT_AGENCY, it.people, it.found, _said_score(it.score)) for it in summary.agencies]
    yield from table(("Perangkat daerah", "Pegawai", "Temuan", "Nilai"), agencies)


def _said_score(score: Score | None) -> str:
    return "" if score is None else _said(score.total)


def _said(points: float) -> str:
    return show_number(_rounded(points))


def _rounded(points: float) -> float:
    return round(points, _SHOWN)
