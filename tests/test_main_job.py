"""The main job that `python3 dev.py run` shows, from end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.main_job import EXPORTS, IMPORTS, REPORTS, main_job, show


def test_a_table_is_aligned_with_its_numbers_to_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    show([("file", "rows", "batch"), ("a.xlsx", 7, None), ("longer.csv", 171, 2)])
    assert capsys.readouterr().out.splitlines() == [
        "file        rows  batch",
        "a.xlsx         7",
        "longer.csv   171      2",
    ]


def test_the_main_job_runs_from_files_to_reports(
    tmp_path: Path, samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main_job(tmp_path) == 0
    printed = {line.split()[0]: line.split() for line in capsys.readouterr().out.splitlines() if line.strip()}
    expected = json.loads((samples / "expected.json").read_text(encoding="utf-8"))
    for file in IMPORTS:
        found = {name: expected[file].get(name, 0) for name in ("rows", "new", "rejected")}
        row = dict(zip(printed["file"], printed[file], strict=True))
        assert {name: int(row[name]) for name in found} == found
        assert row["kind"] == expected[file]["kind"]
    made = [*EXPORTS, *(f"report-{name}" for name in REPORTS)]
    assert sorted(path.name for path in tmp_path.glob("*.xlsx")) == sorted(f"{name}.xlsx" for name in made)
