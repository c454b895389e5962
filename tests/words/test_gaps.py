"""Every finding has its sentence, and every gap says what would close it."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.domain.gap import EDUCATION, Degree, Facts, Finding, Proof, Reason, Standard, Verdict, judge
from smartpns_desktop.domain.requirements import SERVICE, Requirement, RequirementKind
from smartpns_desktop.words.gaps import asked, closing, explained
from smartpns_desktop.words.labels import show_value

LEVELS = {"30": "D-III", "40": "S-1"}
TODAY = date(2026, 6, 30)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    text = explained(Finding("training", "X", Verdict.MISSING, reason), {})
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.parametrize("kind", [EDUCATION, *(it.value for it in RequirementKind)])
@pytest.mark.parametrize("verdict", Verdict)
def test_every_gap_says_what_would_close_it(kind: str, verdict: Verdict) -> None:
    finding = Finding(kind, "X", verdict, Reason.NOT_HELD)
    assert bool(closing(finding)) == (verdict is not Verdict.MET)
    assert show_value("gaps", "verdict", verdict) != verdict.value
    assert show_value("gaps", "requirement_kind", kind) != kind


def test_sentences_tell_the_facts() -> None:
    items = (
        Requirement(RequirementKind.TRAINING, "K3", validity=24),
        Requirement(RequirementKind.EXPERIENCE, "4 tahun", months=48, post_level=SERVICE),
    )
    held = Facts((Degree("30", "D-III Hukum"),), (Proof("K3", date(2024, 1, 5)),), entered=date(2023, 3, 30))
    found = judge(Standard("40", items), held, TODAY)
    assert [(asked(it, LEVELS), explained(it, LEVELS)) for it in found] == [
        ("S-1", "Pendidikan tertinggi (D-III) di bawah syarat."),
        ("K3", "Ada: K3, tetapi berakhir 5 Jan 2026."),
        ("4 tahun", "Baru 3 tahun 3 bulan dari 4 tahun."),
    ]


def test_who_was_tested_and_is_too_low_is_told_to_learn_first() -> None:
    tested = Finding(RequirementKind.COMPETENCY, "Integritas", Verdict.MISSING, Reason.LEVEL_TOO_LOW)
    untested = Finding(RequirementKind.COMPETENCY, "Integritas", Verdict.UNCLEAR, Reason.NOT_ASSESSED)
    assert "pengembangan" in closing(tested)
    assert "pengembangan" not in closing(untested)
