"""What the program may weigh and hold: absolute bounds, a tenth more than before, and nothing unheard of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sizes import INSTALLED_MB, INSTALLER_MB, MEGABYTE, Contents, contents, hold, read_held, too_much

HELD = Contents(100 * MEGABYTE, ["sqlalchemy"], ["Qt6Core.dll"], installer=30 * MEGABYTE)


def test_what_is_held_passes_and_so_does_less() -> None:
    assert too_much(HELD, HELD) == []
    assert too_much(Contents(90 * MEGABYTE, [], [], installer=MEGABYTE), HELD) == []


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (replace(HELD, installed=111 * MEGABYTE), "installed: 111.0 MB, a tenth more than the 100.0 MB held"),
        (replace(HELD, installer=34 * MEGABYTE), "installer: 34.0 MB, a tenth more than the 30.0 MB held"),
        (replace(HELD, packages=["numpy", "sqlalchemy"]), "new package numpy"),
        (replace(HELD, libraries=["QT6Core.dll", "Qt6Pdf.dll"]), "new library Qt6Pdf.dll"),
    ],
)
def test_what_grows_is_named(found: Contents, fault: str) -> None:
    assert too_much(found, HELD) == [fault]


def test_growth_within_a_tenth_passes() -> None:
    assert too_much(replace(HELD, installed=109 * MEGABYTE, installer=32 * MEGABYTE), HELD) == []


def test_the_absolute_bounds_hold_whatever_is_held() -> None:
    large = Contents(INSTALLED_MB * MEGABYTE + 1, [], [], installer=INSTALLER_MB * MEGABYTE + 1)
    assert [line.partition(":")[0] for line in too_much(large, large)] == ["installed", "installer"]


def test_contents_are_the_sizes_the_packages_and_the_libraries(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    for name, size in (("SmartPNS.exe", 5), ("_internal/Qt6Core.dll", 7), ("_internal/_ssl.pyd", 1)):
        (tmp_path / name).write_bytes(bytes(size))
    found = contents(tmp_path, ["alembic.op", "alembic", "json.decoder", "db.tables"])
    assert found == Contents(13, ["alembic", "db"], ["_ssl.pyd", "Qt6Core.dll"])
    setup = tmp_path / "setup.exe"
    setup.write_bytes(bytes(3))
    assert found.packed(setup).installer == 3


def test_what_is_held_is_read_back(tmp_path: Path) -> None:
    hold(HELD, tmp_path / "held.json")
    assert read_held(tmp_path / "held.json") == HELD


def test_what_the_repository_holds_is_within_the_bounds() -> None:
    held = read_held()
    assert too_much(held, held) == []
    assert {"smartpns_desktop", "ui", "db", "sqlalchemy"} <= set(held.packages)
    assert not {"numpy", "pandas", "openpyxl", "pytest"}.intersection(held.packages)
