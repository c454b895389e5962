"""How long the window stands still at most while one searches, sorts and scrolls, alone and during an import."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from measuring.people import write_profiles
from measuring.ratios import Figure, side_asked, tell
from measuring.stores import fill_city, kept
from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.imports.service import ImportResult
from smartpns_desktop.services.watch import Watch
from ui.app import keep_smooth, open_window, start_qt
from ui.context import Context, Target
from ui.lists.list_pane import ListPane
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.waiting import settle

PEOPLE = 60_000
ROWS = 100_000
ROUNDS = 3
BOUND = 100
"""Milliseconds; what takes longer is felt as a hitch."""

_TICK = 5
_BETWEEN_KEYS = 120
_BETWEEN_CLICKS = 500
_FRAME = 16
_FRAMES = 120

Act = Callable[[ListPane], None]


def main() -> None:
    if side := side_asked({"round": one_round}):
        print(json.dumps(side()))
        return
    store = kept(f"city-{PEOPLE}", lambda folder: fill_city(folder, PEOPLE)) / STORE
    file = kept(f"profiles-{ROWS}", lambda folder: write_profiles(folder / "profil.xlsx", ROWS)) / "profil.xlsx"
    rounds = [_apart(store, file) for _ in range(ROUNDS)]
    tell([_figure(name, [it[name] for it in rounds]) for name in rounds[0]])
    sys.exit(any(statistics.median(it[name] for it in rounds) > BOUND for name in rounds[0]))


def _figure(name: str, pauses: list[float]) -> Figure:
    detail = "rounds: " + ", ".join(f"{it:.0f}" for it in pauses)
    return Figure(name, statistics.median(pauses), BOUND, "ms", detail)


def _apart(store: Path, file: Path) -> dict[str, float]:
    """One round in a process of its own, on a copy of the store."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(store, Path(folder) / STORE)
        command = (sys.executable, __file__, "--side", "round", folder, str(file))
        # An installed program is compiled; here the first round is.
        compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        done = subprocess.run(command, env=compiled, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    told: dict[str, float] = json.loads(done.stdout)
    return told


class Pulse(QObject):
    """A timer in the window; the longest time between two of its ticks is how long the window stood still."""

    def __init__(self) -> None:
        super().__init__()
        self.longest: dict[str, float] = {}
        self._phase = ""
        self._last = 0.0
        self._timer = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def tick(self) -> None:
        """Note how long ago the last one was."""
        now = time.perf_counter()
        pause = (now - self._last) * 1_000 - _TICK
        self.longest[self._phase] = max(self.longest[self._phase], pause)
        self._last = now

    @contextmanager
    def during(self, phase: str) -> Iterator[None]:
        """Measure a phase."""
        self._phase, self._last = phase, time.perf_counter()
        self.longest[phase] = 0.0
        self._timer.start()
        yield
        self.tick()
        self._timer.stop()


def one_round(folder: Path, file: Path) -> dict[str, float]:
    """Open the window and do everything once; the longest pause in milliseconds by what was done."""
    start_qt()
    app = open_app(folder, "ukur")
    window, hooks = open_window(app)
    keep_smooth(window.context.operations)
    settle(window.context.operations)
    pulse = measure(window, app, file)
    window.context.operations.close()
    hooks.remove()
    app.close()
    return pulse.longest


def measure(window: MainWindow, app: App, file: Path, pulse: Pulse | None = None) -> Pulse:
    """Everything a clerk does in the list of employees, alone first, then beside an import."""
    pulse, operations = pulse or Pulse(), window.context.operations
    with pulse.during("the page of employees opened"):
        window.go(Target("employees"))
        settle(operations)
    pane = pane_of(window)
    with pulse.during("nothing asked"):
        live(1_000)
    for name, act in (("a search typed", search), ("sorted and a facet chosen", sort), ("scrolled", scroll)):
        with pulse.during(name):
            act(pane)
            settle(operations)
    with pulse.during(f"an import of {ROWS:,} rows, and all of that beside it"):
        import_beside(window.context, app, file, pane)
    return pulse


def pane_of(window: MainWindow) -> ListPane:
    """The list of employees."""
    page = window.page("employees")
    assert isinstance(page, ListPage)
    return page.list


def search(pane: ListPane) -> None:
    """A name letter by letter, and taken back."""
    for letter in "siti nur":
        QTest.keyClick(pane.facets.words, letter)
        live(_BETWEEN_KEYS)
    live(_BETWEEN_CLICKS)
    for _ in "siti nur":
        QTest.keyClick(pane.facets.words, Qt.Key.Key_Backspace)
        live(_BETWEEN_KEYS)
    live(_BETWEEN_CLICKS)


def sort(pane: ListPane) -> None:
    """By three columns, then by what a facet leaves, and all again."""
    header = pane.grid.horizontalHeader()
    for place in list(pane.grid.shown_columns())[1:4]:
        at = QPoint(header.sectionViewportPosition(place) + 30, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        live(_BETWEEN_CLICKS)
    for _ in range(2):
        # Beside an import the counts may still be those of the search.
        for box in pane.facets.findChildren(QCheckBox)[:1]:
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
        live(_BETWEEN_CLICKS)


def scroll(pane: ListPane) -> None:
    """The thumb drawn down to the end, a page at a time back up, and all rows chosen."""
    bar = pane.grid.verticalScrollBar()
    for frame in range(_FRAMES + 1):
        bar.setValue(bar.maximum() * frame // _FRAMES)
        live(_FRAME)
    for _ in range(_FRAMES // 4):
        QTest.keyClick(pane.grid, Qt.Key.Key_PageUp)
        live(_FRAME)
    QTest.keyClick(pane.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    live(_BETWEEN_CLICKS)
    QTest.keyClick(pane.grid, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    live(_BETWEEN_CLICKS)


def import_beside(context: Context, app: App, file: Path, pane: ListPane) -> None:
    """Plan and apply behind the window, whose user goes on."""

    def work(watch: Watch) -> ImportResult:
        # Some of the file have the name and birth date of people of the city: a question that is left open.
        return app.imports.apply(app.imports.plan(file, watch=watch), good_rows_only=True, watch=watch)

    ended: list[ImportResult] = []
    context.write("Mengimpor", work, lambda result: f"{result.new}", ended.append)
    for act in cycle((search, sort, scroll)):
        if not context.operations.running:
            break
        act(pane)
    settle(context.operations)
    if not ended or not ended[0].new:
        raise SystemExit("nothing was imported")


def live(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
