"""Ctrl+C never falls into the loading of modules."""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from smartpns_desktop.cli.interruption import held_back

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for a process of its own")


def test_ctrl_c_is_raised_behind_the_block_and_the_handler_is_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    reached: list[bool] = []

    def load() -> None:
        with held_back():
            os.kill(os.getpid(), signal.SIGINT)
            reached.append(True)

    with pytest.raises(KeyboardInterrupt):
        load()
    assert reached == [True]
    assert signal.getsignal(signal.SIGINT) is before


def test_without_ctrl_c_nothing_is_raised() -> None:
    with held_back():
        pass


def test_another_thread_has_no_ctrl_c_to_hold_back() -> None:
    done: list[bool] = []

    def work() -> None:
        with held_back():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
