"""One window per data folder: a second start hands its files to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from smartpns_desktop.domain.errors import CannotDo, Outcome

_log = logging.getLogger(__name__)

_PATIENCE = 5.0
"""Seconds in which the first window must answer: it may be starting or busy."""
_LONGEST = 1_000_000
"""Bytes of a message; no command line is longer."""
_HEARD = b"ok\n"


class SingleInstance(QObject):
    """Holds a data folder for one window; `asked` brings the files of a later start, possibly none.

    Whoever hears `asked` raises its window. Needs a QCoreApplication.
    """

    asked = Signal(list)

    def __init__(self, data_dir: Path, parent: QObject | None = None, patience: float = _PATIENCE) -> None:
        super().__init__(parent)
        self._folder, self._patience = data_dir, patience
        self._name = _socket_name(data_dir)
        self._lock = QLockFile(str(data_dir / "window.lock"))
        # Never by age: a window may stay open for weeks. A lock whose process is gone is taken over all the same.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._received: dict[QLocalSocket, bytes] = {}

    def claim(self, files: Sequence[Path] = ()) -> bool:
        """Whether this is the first window on the folder; if not, the first one has been handed `files`.

        Raises CannotDo("store.locked") where the folder is held by a window that does not answer, on another
        computer for example. A folder in which nothing can be written is for the store to tell about.
        """
        give_up = monotonic() + self._patience
        while not self._is_first():
            if self._hand_over(files, give_up):
                return False
            if monotonic() > give_up:
                raise CannotDo("store.locked", Outcome.FORBIDDEN)
            # The other one holds the lock but does not listen yet, or has just ended.
            sleep(0.05)
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
            return False
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


def _socket_name(data_dir: Path) -> str:
    """The same for every spelling of a folder, another for another user."""
    place = f"{getpass.getuser()}\n{os.path.normcase(data_dir.resolve())}"
    return f"smartpns-{hashlib.sha256(place.encode()).hexdigest()[:24]}"
