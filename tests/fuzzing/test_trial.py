"""A file that must end soundly does, whatever was done to its bytes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzzing.mutations import spoilt
from tests.fuzzing.trial import Trials

SEEDS = range(8)


@pytest.fixture(scope="module")
def trials() -> Iterator[Trials]:
    with Trials() as trials:
        yield trials


def test_every_spoilt_sample_ends_in_a_plan_a_question_or_a_refusal(
    trials: Trials, samples: Path, tmp_path: Path
) -> None:
    ended = []
    for number, path in enumerate(sorted(samples.iterdir())):
        for seed in SEEDS:
            target = tmp_path / f"{seed}-{path.name}"
            target.write_bytes(spoilt(path.read_bytes(), 1000 * number + seed))
            ended.append(trials.of(target))
    assert [verdict for verdict in ended if not verdict.is_sound] == []
    assert {verdict.kind for verdict in ended} == {"plan", "question", "refusal"}


def test_an_unspoilt_sample_is_a_plan(trials: Trials, samples: Path) -> None:
    verdict = trials.of(samples / "siasn_profil_asn.xlsx")
    assert verdict.kind == "plan"
    assert verdict.detail.startswith("employees: 171 rows, 4 rejected")


def test_the_same_seed_spoils_alike(samples: Path) -> None:
    content = (samples / "pegawai_lama.xls").read_bytes()
    assert spoilt(content, 7) == spoilt(content, 7) != content
