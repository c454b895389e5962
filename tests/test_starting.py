"""A start stops before anything loads where Windows is too old or a shipped file is gone, and says how to repair it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

import resources
from smartpns_desktop import starting
from smartpns_desktop.__main__ import main
from smartpns_desktop.words import starting as words
from tests.cli.program import assert_calm

ROOT = Path(__file__).resolve().parents[1]
FILES = {
    "SmartPNS.exe": b"program",
    "_internal/python311.dll": b"python",
    "_internal/PySide6/Qt6Core.dll": b"core",
    "_internal/PySide6/plugins/platforms/qwindows.dll": b"platform",
    "_internal/resources/help/home.md": "# Beranda – é".encode(),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A program as it was installed, with the list of its files."""
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    sizes = {name: len(content) for name, content in FILES.items()}
    list_of(tmp_path).write_text(json.dumps(sizes), encoding="utf-8")
    return tmp_path


def list_of(home: Path) -> Path:
    return home / "_internal" / "resources" / starting.LIST


def found(home: Path) -> list[tuple[str, bool]]:
    return list(starting.faults(home, list_of(home)))


def test_a_whole_program_has_no_faults(home: Path) -> None:
    assert found(home) == []
    assert starting.told([]) is None


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_is_named(home: Path, name: str) -> None:
    (home / name).unlink()
    assert found(home) == [(name, False)]


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".exe")])
def test_a_file_of_another_size_is_named(home: Path, name: str) -> None:
    (home / name).write_bytes(b"")
    assert found(home) == [(name, True)]


def test_a_program_that_was_signed_afterwards_is_whole(home: Path) -> None:
    (home / "SmartPNS.exe").write_bytes(b"program and signature")
    assert found(home) == []


def test_what_came_in_addition_does_not_matter(home: Path) -> None:
    (home / "portable.txt").touch()
    (home / "unins000.exe").write_bytes(b"x")
    assert found(home) == []


def test_a_folder_that_is_gone_names_all_its_files(home: Path) -> None:
    (home / "_internal" / "PySide6").rename(home / "quarantine")
    assert [path for path, _ in found(home)] == [name for name in FILES if "PySide6" in name]


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff"])
def test_a_list_that_cannot_be_read_is_a_fault(home: Path, content: bytes | None) -> None:
    list_of(home).unlink() if content is None else list_of(home).write_bytes(content)
    assert found(home) == [(starting.LIST, content is not None)]


def test_four_hundred_files_cost_milliseconds(tmp_path: Path) -> None:
    names = [f"_internal/{number % 20}/{number}.dll" for number in range(400)]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * 10)
    listed = tmp_path / "files.json"
    listed.write_text(json.dumps(dict.fromkeys(names, 10)), encoding="utf-8")
    costs = []
    for _ in range(5):
        before = perf_counter()
        assert not list(starting.faults(tmp_path, listed))
        costs.append(perf_counter() - before)
    assert min(costs) < 0.05


def test_the_sentence_names_the_file_and_the_repair() -> None:
    one = starting.told([("_internal/a.dll", False)])
    assert one == (
        "Berkas program _internal/a.dll tidak ada, jadi SmartPNS tidak dapat dibuka. "
        "Jalankan lagi pemasang SmartPNS; data tetap ada. "
        "Bila berkas itu hilang lagi, minta petugas TI mengeluarkannya dari karantina antivirus."
    )
    more = starting.told([("a.dll", True), ("b.dll", False), ("c.dll", False)])
    assert more is not None
    assert more.startswith("Berkas program a.dll rusak atau tidak lengkap")
    assert "Selain itu 2 berkas lain." in more
    for sentence in (one, more, words.OLD_WINDOWS):
        assert_calm(sentence)


@pytest.mark.parametrize(
    ("platform", "build", "old"),
    [("win32", 7601, True), ("win32", 17134, True), ("win32", 17763, False), ("win32", 26100, False),
     ("linux", 0, False)],
)  # fmt: skip
def test_windows_before_1809_is_too_old(platform: str, build: int, *, old: bool) -> None:
    assert starting.is_too_old(platform, build) is old


@pytest.fixture
def installed(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This process taken for the installed program."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(home / "SmartPNS.exe"))
    monkeypatch.setattr(resources, "__file__", str(home / "_internal" / "resources" / "__init__.pyc"))
    return home


def test_the_door_stays_shut_and_says_why(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (installed / "_internal" / "PySide6" / "Qt6Core.dll").unlink()
    assert main() == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Berkas program _internal/PySide6/Qt6Core.dll tidak ada")
    assert_calm(said.err.strip())


def test_the_door_opens_for_a_whole_program(
    installed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["smartpns", "--data-dir", str(installed / "data"), "--help"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert "Pemakaian" in capsys.readouterr().out


def test_source_has_no_list_and_is_not_judged() -> None:
    assert not (ROOT / "resources" / starting.LIST).exists()
    assert starting.hindrance() is None


def test_nothing_that_may_be_missing_is_loaded_before(home: Path) -> None:
    story = (
        "import sys; before = set(sys.modules)\n"
        "from smartpns_desktop.starting import faults\n"
        "from pathlib import Path\n"
        "list(faults(Path(sys.argv[1]), Path(sys.argv[2])))\n"
        "print(*{name.partition('.')[0] for name in set(sys.modules) - before} - sys.stdlib_module_names)"
    )
    done = subprocess.run(
        [sys.executable, "-c", story, home, list_of(home)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["smartpns_desktop"]
