"""The command gap: one person held against a post."""

from __future__ import annotations

from collections.abc import Iterator

from smartpns_desktop.app import App
from smartpns_desktop.cli.output import Output, table
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain.errors import Outcome
from smartpns_desktop.services.positions import Gap
from smartpns_desktop.words import gaps as words
from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.labels import show_value


def gap(app: App, call: Call, output: Output) -> Outcome:
    """What a person has and lacks of what the own post asks, or another one that is named."""
    record = app.employees.by_nip(call.nip)
    position = app.positions.named(call.position) if call.position else None
    found = app.positions.gap(record.key, position, call.as_of)
    findings = [
        {
            "kind": str(it.kind),
            "name": words.asked(it, found.levels),
            "verdict": it.verdict.value,
            "reason": it.reason.value,
            "mandatory": it.mandatory,
            "explanation": words.explained(it, found.levels),
            "closing": words.closing(it),
        }
        for it in found.findings
    ]
    told = {"nip": record.nip, "person": record.name, "post": found.post, "own": found.is_own}
    result = {**told, "as_of": found.on, "count": len(found.gaps), "findings": findings}
    output.result(result, _lines(record.name, found))
    return Outcome.DONE


def _lines(name: str, found: Gap) -> Iterator[str]:
    yield f"{name} terhadap {found.post}, keadaan {show_date(found.on)}: {len(found.gaps)} belum dipenuhi"
    if not found.findings:
        yield "Jabatan ini belum mempunyai standar."
        return
    rows = (
        (
            show_value("gaps", "requirement_kind", it.kind),
            words.asked(it, found.levels),
            show_value("gaps", "verdict", it.verdict),
            words.explained(it, found.levels),
        )
        for it in found.findings
    )
    yield from table(("Jenis", "Syarat", "Keadaan", "Penjelasan"), rows)
