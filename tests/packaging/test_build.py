"""What must ship with the built program is missed when it is gone or differs."""

from __future__ import annotations

import shutil
from pathlib import Path

import build
import pytest


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The files of a build, as far as the program reads them."""
    inside = tmp_path / "SmartPNS" / build.INSIDE
    for folder in build.SHIPPED:
        shutil.copytree(build.ROOT / folder, inside / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(build.ROOT / "CHANGELOG.md", inside / "resources")
    return inside.parent


def test_a_whole_build_lacks_nothing(program: Path) -> None:
    assert build.lacking(program) == []


def test_lost_migrations_are_each_named(program: Path) -> None:
    shutil.rmtree(program / build.INSIDE / "db" / "migrations")
    lacking = build.lacking(program)
    assert "db/migrations/env.py" in lacking
    assert all(name.startswith("db/migrations/") for name in lacking)


def test_a_file_that_differs_is_named(program: Path) -> None:
    (program / build.INSIDE / "resources" / "CHANGELOG.md").write_text("old", encoding="utf-8")
    assert build.lacking(program) == ["resources/CHANGELOG.md"]
