"""One window per data folder and account: a second start hands its files to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote, unquote

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QSysInfo, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from smartpns_desktop.domain.errors import CannotDo, Outcome

_log = logging.getLogger(__name__)

_PATIENCE = 5.0
"""Seconds in which the first window must answer: it may be starting or busy."""
_LONGEST = 1_000_000
"""Bytes of a message; no command line is longer."""
_HEARD = b"ok\n"
_LOCKS = "window-{account}.lock"
"""A lock file for each account that has the folder open: windows of several accounts stand side by side."""


class SingleInstance(QObject):
    """Holds a data folder for one window of this account; `asked` brings the files of a later start, possibly none.

    Whoever hears `asked` raises its window. Needs a QCoreApplication.
    """

    asked = Signal(list)

    def __init__(self, data_dir: Path, parent: QObject | None = None, patience: float = _PATIENCE) -> None:
        super().__init__(parent)
        self._folder, self._patience = data_dir, patience
        self._name = _socket_name(data_dir)
        self._lock = QLockFile(str(_lock_of(data_dir)))
        # Never by age: a window may stay open for weeks. A lock whose process is gone is taken over all the same.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._received: dict[QLocalSocket, bytes] = {}

    def claim(self, files: Sequence[Path] = ()) -> bool:
        """Whether this is the first window on the folder; if not, the first one has been handed `files`.

        Raises CannotDo: "store.locked" where this account's window does not answer, "store.elsewhere" where another
        computer has the folder open. A folder in which nothing can be written is for the store to tell about.
        """
        give_up = monotonic() + self._patience
        while not self._is_first():
            if self._hand_over(files, give_up):
                return False
            if monotonic() > give_up:
                raise CannotDo("store.locked", Outcome.FORBIDDEN)
            # The other one holds the lock but does not listen yet, or has just ended.
            sleep(0.05)
        # Both computers hold their own lock by now, so that at least one of two sees the other.
        elsewhere = {it.host for it in _others(self._folder) if it.host != QSysInfo.machineHostName()}
        if elsewhere:
            self.release()
            raise CannotDo("store.elsewhere", Outcome.FORBIDDEN, names=", ".join(sorted(elsewhere)))
        return True

    def release(self) -> None:
        """Let another window have the folder."""
        self._server.close()
        self._lock.unlock()

    def _is_first(self) -> bool:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            _pid, host, _name = self._lock.getLockInfo()
            if not host or host == QSysInfo.machineHostName() or not self._lock.removeStaleLockFile():
                return False
            # A stick was pulled out of another computer while the window there was open.
            return self._is_first()
        # The lock is ours, so a socket of that name belongs to a window that was killed.
        QLocalServer.removeServer(self._name)
        if not self._server.listen(self._name):
            _log.warning("a second start cannot be heard: %s", self._server.errorString())
        return True

    def _hand_over(self, files: Sequence[Path], give_up: float) -> bool:
        deadline = QDeadlineTimer(max(0, int((give_up - monotonic()) * 1000)))
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(deadline.remainingTime()):
            return False
        _let_others_come_forward()
        socket.write(json.dumps([str(file.absolute()) for file in files]).encode() + b"\n")
        while not socket.canReadLine():
            if not socket.waitForReadyRead(deadline.remainingTime()):
                return False
        return socket.readLine().data() == _HEARD

    @Slot()
    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._received[socket] = b""
            socket.readyRead.connect(lambda socket=socket: self._listen(socket))
            socket.disconnected.connect(lambda socket=socket: self._forget(socket))
            self._listen(socket)

    def _listen(self, socket: QLocalSocket) -> None:
        if socket not in self._received:
            return
        self._received[socket] += socket.readAll().data()
        message, end, _rest = self._received[socket].partition(b"\n")
        if end:
            socket.write(_HEARD)
            socket.flush()
            self._received[socket] = b""
            self._ask(message)
        elif len(message) > _LONGEST:
            socket.abort()

    def _ask(self, message: bytes) -> None:
        try:
            files = json.loads(message)
        except (ValueError, RecursionError):
            return
        if isinstance(files, list) and all(isinstance(file, str) for file in files):
            self.asked.emit(files)

    def _forget(self, socket: QLocalSocket) -> None:
        self._received.pop(socket, None)
        socket.deleteLater()


def _let_others_come_forward() -> None:
    """Windows lets no window raise itself but for the program that the user has just started: it hands that on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


@dataclass(frozen=True, slots=True)
class _Holder:
    """Whose window has a folder open, and on which computer."""

    account: str
    host: str


def others_with_window(data_dir: Path) -> tuple[str, ...]:
    """Accounts besides this one whose windows have a data folder open now."""
    return tuple(it.account for it in _others(data_dir))


def _others(data_dir: Path) -> Iterator[_Holder]:
    own = _lock_of(data_dir)
    for path in sorted(data_dir.glob(_LOCKS.format(account="*"))):
        lock = QLockFile(str(path))
        # Only where no window holds it can it be removed.
        if path != own and not lock.removeStaleLockFile() and path.exists():
            pid, host, _name = lock.getLockInfo()
            if host != QSysInfo.machineHostName() or _runs(pid):
                yield _Holder(unquote(path.stem.removeprefix("window-")), host)


def _runs(pid: int) -> bool:
    """Whether a process of this computer runs; on Windows nobody asks, its lock file could be removed else."""
    if sys.platform != "win32":
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
    return True


def _lock_of(data_dir: Path) -> Path:
    return data_dir / _LOCKS.format(account=quote(getpass.getuser(), safe=""))


def _socket_name(data_dir: Path) -> str:
    """The same for every spelling of a folder, another for another user."""
    place = f"{getpass.getuser()}\n{os.path.normcase(data_dir.resolve())}"
    return f"smartpns-{hashlib.sha256(place.encode()).hexdigest()[:24]}"
