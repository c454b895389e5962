"""What the surroundings forbid: no room, no rights, no turn, Ctrl+C; told calmly, and stored whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from smartpns_desktop.app import STORE
from tests.cli.program import ROOT, Program, assert_calm, call_process, command
from tests.conftest import SheetWriter
from tests.contents import content_digest

NEW_PERSON = [["NIP", "Nama"], ["199404042018041004", "Dedi"]]
LINUX_ROOT = sys.platform == "linux" and os.geteuid() == 0


def many_people(days: int = 1) -> list[list[str]]:
    """A sheet with five hundred people for each birth day."""
    rows = [
        [f"1990{1 + day // 28:02}{1 + day % 28:02}2015011{number:03}", f"Ani {number}", f"Dinas {number % 50}"]
        for day in range(days)
        for number in range(1, 501)
    ]
    return [["NIP", "Nama", "Unit Kerja"], *rows]


@pytest.fixture
def locked(city: Program) -> Iterator[Program]:
    """The sample city while another process is writing to it."""
    hold = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN IMMEDIATE'); print('ready', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, city.data / STORE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"ready"
    yield city
    holder.communicate(timeout=20)


def test_one_may_write_and_all_may_read(locked: Program, samples: Path, tmp_path: Path) -> None:
    before = locked.digest()
    assert locked("list", "employees")["count"] == 167
    assert locked("search", "kasiyah")["count"] > 0
    assert locked("import", samples / "siasn_profil_asn.xlsx", "--dry-run", code=1)["same"] == 167
    assert locked("check")["sound"] is True
    locked("backup", tmp_path / "cadangan.smartpns")
    assert content_digest(tmp_path / "cadangan.smartpns") == before
    assert locked("export", "employees", tmp_path / "hasil.xlsx")["rows"] == 167
    locked("template", "employees", tmp_path / "templat.xlsx")
    locked("report", "jp", tmp_path / "laporan.xlsx")


@pytest.mark.parametrize("what", ["import", "undo", "restore", "demo"])
def test_a_second_writer_is_told_to_wait(locked: Program, sheet: SheetWriter, tmp_path: Path, what: str) -> None:
    copy = tmp_path / "cadangan.smartpns"
    locked("backup", copy)
    arguments = {"import": (sheet(NEW_PERSON),), "undo": (5,), "restore": (copy,), "demo": ()}[what]
    started = time.monotonic()
    assert locked.refusal(what, *arguments, code=3) == "store.locked"
    assert time.monotonic() - started < 20


def test_a_newer_store_is_left_untouched(city: Program, samples: Path) -> None:
    with closing(sqlite3.connect(city.data / STORE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = (city.data / STORE).read_bytes()
    for arguments in (("list", "employees"), ("import", samples / "siasn_profil_asn.xlsx"), ("check",), ("backup",)):
        assert city.refusal(*arguments, code=3) == "store.newer"
    assert (city.data / STORE).read_bytes() == before


def test_a_database_of_another_program_is_left_untouched(city: Program, samples: Path) -> None:
    (city.data / STORE).unlink()
    with closing(sqlite3.connect(city.data / STORE)) as connection:
        connection.execute("CREATE TABLE resep (nama)")
        connection.commit()
    before = (city.data / STORE).read_bytes()
    for arguments in (("list", "employees"), ("import", samples / "siasn_profil_asn.xlsx"), ("check",), ("backup",)):
        assert city.refusal(*arguments) == "store.not_ours"
    assert (city.data / STORE).read_bytes() == before


def test_a_data_folder_that_can_be_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "berkas").write_text("x")
    assert Program(tmp_path / "berkas", capsys).refusal("list", "employees", code=3) == "store.read_only"
    (tmp_path / "folder" / STORE).mkdir(parents=True)
    assert Program(tmp_path / "folder", capsys).refusal("list", "employees") == "store.not_ours"


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A folder that is a disk of eight megabytes."""
    if not LINUX_ROOT or shutil.which("mount") is None:
        pytest.skip("only root may mount")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("room", [0, 40_000])
def test_a_full_disk(
    mounted: Path, city_store: Path, sheet: SheetWriter, capsys: pytest.CaptureFixture[str], room: int
) -> None:
    shutil.copy(city_store, mounted / STORE)
    here = Program(mounted, capsys)
    before = content_digest(city_store)
    free = os.statvfs(mounted).f_bavail * os.statvfs(mounted).f_frsize
    (mounted / "isi").write_bytes(bytes(free - room))
    path = sheet(many_people())
    for arguments in (
        ("import", path, "--yes"),
        ("undo", 2),
        ("backup",),
        ("export", "employees", mounted / "a.xlsx"),
        ("template", "employees", mounted / "b.xlsx"),
    ):
        answer = here(*arguments, code=3)
        assert answer["error"]["code"] == "disk.full", arguments
    (mounted / "isi").unlink()
    assert sorted(path.name for path in mounted.iterdir() if path.suffix == ".xlsx") == []
    assert here.digest() == before
    assert here("check")["sound"] is True


def test_a_full_disk_at_the_first_start(mounted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (mounted / "isi").write_bytes(bytes(8_000_000))
    assert Program(mounted / "data", capsys)("list", "employees", code=3)["error"]["code"] == "disk.full"
    (mounted / "isi").unlink()
    assert Program(mounted / "data", capsys)("list", "grades")["count"] == 34


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
@pytest.mark.parametrize("what", ["import", "backup", "export", "first start"])
def test_a_quota(city: Program, tmp_path: Path, sheet: SheetWriter, what: str) -> None:
    import resource

    path = sheet(many_people())
    arguments: tuple[object, ...] = {
        "import": ("import", path, "--yes"),
        "backup": ("backup",),
        "export": ("export", "employees", tmp_path / "a.xlsx"),
        "first start": ("list", "employees"),
    }[what]
    data = tmp_path / "baru" if what == "first start" else city.data
    before = city.digest()
    size = 8_000 if what == "export" else 60_000
    said = call_process(
        data, "--json", *arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    )
    assert (said.code, said.err) == (3, "")
    error = json.loads(said.out)["error"]
    assert error["code"] == "disk.full"
    assert_calm(error["message"])
    assert city.digest() == before
    assert not (tmp_path / "a.xlsx").exists()
    assert city("check")["sound"] is True


@pytest.fixture
def read_only(city: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Program]:
    """The sample city in a folder that may not be written, not even by root."""
    place = tmp_path / "baca-saja"
    place.mkdir()
    if not LINUX_ROOT:
        shutil.copy(city.data / STORE, place / STORE)
        (place / STORE).chmod(0o444)
        place.chmod(0o555)
        yield Program(place, capsys)
        place.chmod(0o755)
        return
    for step in (["--bind", str(city.data), str(place)], ["-o", "remount,bind,ro", str(place)]):
        if subprocess.run(["mount", *step], capture_output=True, check=False).returncode:
            pytest.skip("mounting is not allowed here")
    yield Program(place, capsys)
    subprocess.run(["umount", place], check=True)


def test_a_folder_that_may_only_be_read(read_only: Program, sheet: SheetWriter) -> None:
    for arguments in (("import", sheet(NEW_PERSON)), ("undo", 5), ("backup",), ("list", "employees")):
        assert read_only.refusal(*arguments, code=3) == "store.read_only"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
@pytest.mark.parametrize("seconds", [0.1, 0.4, 0.8, 1.2, 1.6, 2.0, 2.4, 2.8])
def test_ctrl_c_leaves_all_or_nothing(smartpns: Program, tmp_path: Path, seconds: float) -> None:
    path = tmp_path / "besar.csv"
    path.write_text("\n".join(";".join(row) for row in many_people(days=20)), encoding="utf-8")
    before = smartpns.digest()
    running = subprocess.Popen(
        command(smartpns.data, "--json", "import", path, "--yes", "--good-rows-only"),
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    time.sleep(seconds)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    if seconds > 0.1:  # earlier even Python is not there
        assert err == ""
    count = smartpns("list", "employees")["count"]
    if out and "error" not in json.loads(out):
        assert count == json.loads(out)["new"] == 10_000
    else:
        assert (count, smartpns.digest()) == (0, before)
    assert smartpns("check")["sound"] is True
