"""The contributor's commands: what they install, and when they do nothing."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load(folder: Path) -> ModuleType:
    """dev.py as it stands in a folder, which it takes for the repository."""
    spec = importlib.util.spec_from_file_location("dev_under_test", folder / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copied(tmp_path: Path) -> ModuleType:
    """dev.py alone in an empty repository with one requirement file and an empty .venv."""
    shutil.copy(ROOT / "dev.py", tmp_path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / "wanted.txt").write_text("one")
    return load(tmp_path)


def typed(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "dev.py", *arguments)
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def names(requirements: str) -> set[str]:
    lines = re.findall(r"^[A-Za-z][\w.-]*", requirements, re.MULTILINE)
    return {line.lower().replace("_", "-") for line in lines}


def test_work_is_done_once_until_its_files_change(copied: ModuleType) -> None:
    done: list[str] = []
    for text in ("one", "one", "two", "two", "one"):
        (copied.ROOT / "wanted.txt").write_text(text)
        copied.stamped("wanted", ["wanted.txt"], lambda text=text: done.append(text))
    assert done == ["one", "two", "one"]


def test_work_that_failed_is_done_again(copied: ModuleType) -> None:
    def fail() -> None:
        raise copied.Failed("no network")

    for _ in range(2):
        with pytest.raises(copied.Failed):
            copied.stamped("wanted", ["wanted.txt"], fail)
    done: list[str] = []
    copied.stamped("wanted", ["wanted.txt"], lambda: done.append("now"))
    assert done == ["now"]


def test_a_command_that_must_succeed_tells_its_exit_code(copied: ModuleType) -> None:
    with pytest.raises(copied.Failed, match=r"failed \(7\)"):
        copied.must(sys.executable, "-c", "raise SystemExit(7)")


@pytest.mark.parametrize(
    ("fonts", "missing"),
    [
        ({"fonts-noto-core"}, []),
        ({"fonts-dejavu-core"}, []),
        (set(), ["fonts-dejavu-core"]),
    ],
)
def test_one_of_two_fonts_is_enough(copied: ModuleType, fonts: set[str], missing: list[str]) -> None:
    assert copied.missing_packages({*copied.QT_PACKAGES, *fonts}) == missing


def test_missing_libraries_of_the_window_are_named(copied: ModuleType) -> None:
    installed = {*copied.QT_PACKAGES, "fonts-noto-core"} - {"libegl1", "libxcb-cursor0"}
    assert copied.missing_packages(installed) == ["libegl1", "libxcb-cursor0"]


@pytest.mark.parametrize(("environment", "shown"), [({}, False), ({"DISPLAY": ""}, False), ({"DISPLAY": ":0"}, True)])
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_a_display_is_one_that_is_named(
    copied: ModuleType, environment: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert copied.has_display() is shown


def test_without_a_command_the_commands_are_listed() -> None:
    silent, unknown, helped = typed(), typed("fly"), typed("--help")
    assert (silent.returncode, unknown.returncode, helped.returncode) == (2, 2, 0)
    assert re.findall(r"^  (\w+)", helped.stdout, re.MULTILINE) == [
        "setup",
        "run",
        "pictures",
        "test",
        "check",
        "bench",
        "fuzz",
        "build",
        "windows",
        "lock",
    ]


def test_an_unknown_benchmark_is_refused() -> None:
    answer = typed("bench", "nothing")
    assert (answer.returncode, answer.stderr.strip()) == (2, "dev.py: no benchmark nothing in benchmarks/")


def test_it_runs_on_the_standard_library_alone() -> None:
    nodes = list(ast.walk(ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    plain |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in plain} <= sys.stdlib_module_names


def test_the_project_declares_what_the_pinned_files_are_made_from() -> None:
    wanted = [line for line in (ROOT / "requirements.in").read_text().splitlines() if not line.startswith("#")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dependencies"] == wanted


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_wish_is_pinned_with_hashes(name: str) -> None:
    pinned = (ROOT / f"{name}.txt").read_text()
    entries = re.split(r"\n(?=[a-z])", pinned)[1:]
    assert names((ROOT / f"{name}.in").read_text()) <= names(pinned)
    assert all(re.match(r"[\w-]+==[\w.]+ .*--hash=sha256:[0-9a-f]{64}", entry, re.DOTALL) for entry in entries)
