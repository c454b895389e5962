"""One window per data folder, tried with real processes: handing over, killing, two folders."""

from __future__ import annotations

import getpass
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from smartpns_desktop.domain.errors import CannotDo
from ui.single_instance import SingleInstance, others_with_window

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
instance.asked.connect(lambda files: print("asked", *files, sep="|", flush=True))
if not instance.claim([Path(file) for file in sys.argv[2:]]):
    sys.exit(0)
print("first", flush=True)
app.exec()
"""
ROOT = Path(__file__).resolve().parents[2]

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the program on a data folder with file arguments."""
    running: list[subprocess.Popen[str]] = []

    def run(data: Path, *files: str, cwd: Path = ROOT, account: str = getpass.getuser()) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(data), *files],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "LOGNAME": account},
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield run
    for process in running:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_start_hands_its_files_over_and_ends(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path / "data")
    assert said(first) == "first"
    second = start(tmp_path / "data", "daftar pegawai – é.xlsx", "/b.csv", cwd=tmp_path)
    assert second.wait(20) == 0
    assert said(first) == f"asked|{tmp_path / 'daftar pegawai – é.xlsx'}|/b.csv"
    assert start(tmp_path / "x" / ".." / "data").wait(20) == 0
    assert said(first) == "asked", "a start without files asks for the window alone"


def test_a_killed_window_does_not_stand_in_the_way(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    assert said(first) == "first"
    first.send_signal(signal.SIGKILL)
    first.wait(10)
    assert list(tmp_path.glob("window-*.lock"))
    second = start(tmp_path)
    assert said(second) == "first"
    assert start(tmp_path, "/a.xlsx").wait(20) == 0
    assert said(second) == "asked|/a.xlsx"


def test_two_data_folders_run_side_by_side(start: Start, tmp_path: Path) -> None:
    assert said(start(tmp_path / "a")) == said(start(tmp_path / "b")) == "first"


def test_of_many_starts_at_once_one_is_first(start: Start, tmp_path: Path) -> None:
    processes = [start(tmp_path, f"/{number}.csv") for number in range(4)]
    firsts = [process for process in processes if said(process) == "first"]
    assert len(firsts) == 1
    assert {said(firsts[0]) for _ in range(3)} == {f"asked|/{processes.index(it)}.csv" for it in processes} - {
        f"asked|/{processes.index(firsts[0])}.csv"
    }


def test_another_account_has_a_window_of_its_own(start: Start, tmp_path: Path) -> None:
    siti, budi = (start(tmp_path, account=account) for account in ("Siti Nurhaliza é", "budi"))
    assert said(siti) == said(budi) == "first"
    assert start(tmp_path, "/a.xlsx", account="budi").wait(20) == 0
    assert said(budi) == "asked|/a.xlsx", "a second start raises the window of its own account alone"
    assert others_with_window(tmp_path) == ("Siti Nurhaliza é", "budi")
    siti.kill()
    siti.wait(10)
    assert others_with_window(tmp_path) == ("budi",), "a window that was killed is not named"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The lock of a window on another computer, as it is left on a stick that was pulled out there."""
    path = tmp_path / "window-budi.lock"
    path.write_text("4711\nSmartPNS\nKANTOR-02\n\n\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("account", ["budi", getpass.getuser()])
def test_a_stick_that_was_pulled_out_of_another_computer_can_be_used(elsewhere: Path, account: str) -> None:
    elsewhere.rename(elsewhere.with_name(f"window-{account}.lock"))
    instance = SingleInstance(elsewhere.parent, patience=0.3)
    assert instance.claim()
    instance.release()
    assert not list(elsewhere.parent.glob("window-*.lock"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.platform == "win32", reason="there a file that is held cannot be removed, whoever holds it")
def test_a_folder_that_is_open_on_another_computer_is_refused(elsewhere: Path) -> None:
    import fcntl

    with elsewhere.open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(CannotDo) as refused:
            SingleInstance(elsewhere.parent, patience=0.3).claim()
        assert (refused.value.code, refused.value.facts) == ("store.elsewhere", {"names": "KANTOR-02"})
    assert SingleInstance(elsewhere.parent, patience=0.3).claim()


@pytest.mark.usefixtures("qapp")
def test_a_window_that_does_not_answer_is_a_calm_refusal(tmp_path: Path) -> None:
    own = QLockFile(str(tmp_path / f"window-{getpass.getuser()}.lock"))
    assert own.tryLock(0)
    before = monotonic()
    with pytest.raises(CannotDo, match=r"store\.locked"):
        SingleInstance(tmp_path, patience=0.3).claim()
    assert monotonic() - before < 3
    own.unlock()


@pytest.mark.usefixtures("qapp")
def test_a_released_folder_is_free(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path, patience=0.3)
    assert first.claim()
    first.release()
    assert second.claim()
    second.release()


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_cannot_be_made_is_left_to_the_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert SingleInstance(tmp_path / "file" / "data").claim()


@pytest.mark.parametrize(
    "message", [b"\xff\xfe\n", b"{}\n", b"[1]\n", b"null\n", b"[" * 100_000 + b"\n", b"x" * 3_000_000]
)
def test_nonsense_from_another_program_is_ignored(message: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    asked: list[object] = []
    instance.asked.connect(asked.append)
    server = instance.findChild(QLocalServer)
    assert server is not None
    socket = QLocalSocket()
    socket.connectToServer(server.serverName())
    assert socket.waitForConnected(1000)
    socket.write(message)
    qtbot.waitUntil(
        lambda: socket.bytesAvailable() > 0 or socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
    )
    socket.abort()
    qtbot.wait(10)
    assert not asked
    instance.release()
