"""One file through the whole way to a plan, in a process that has 10 seconds and 1 GB for it."""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from smartpns_desktop.app import App, open_app
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.words import errors, notices, problems

if sys.platform == "win32":
    resource = None
else:
    import resource

SECONDS = 10.0
MEGABYTES = 1024
_STARTING = 60.0
"""Seconds that a fresh process may take until it is ready."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a file ended: `kind` is plan, question, refusal, or what must not be: trace, slow, died."""

    path: Path
    kind: str
    detail: str
    seconds: float

    @property
    def is_sound(self) -> bool:
        """Whether that is an end that a user may meet."""
        return self.kind in ("plan", "question", "refusal")


def judge(app: App, path: Path) -> tuple[str, str]:
    """Kind and detail of a file's end; whatever else is raised is a finding."""
    try:
        look = app.imports.look(path)
    except CannotDo as refusal:
        return "refusal", _said(refusal)
    told = []
    for kind in look.kinds:
        try:
            told.append(_checked(app, app.imports.plan_of(look, ImportChoices(kind, sheet=look.sheet))))
        except CannotDo as refusal:
            told.append(f"{kind}: {_said(refusal)}")
    if look.kind is None:
        return "question", f"what is it? {'; '.join(told)}"
    return "plan", "; ".join(told)


def _said(refusal: CannotDo) -> str:
    if not errors.say(refusal):
        raise AssertionError(f"nothing to say about {refusal.code}")
    return refusal.code


def _checked(app: App, plan: ImportPlan) -> str:
    """A plan in a line, after all that is shown of it was put together."""
    if plan.rows + sum(plan.skipped.values()) != plan.sheet_rows:
        raise AssertionError(f"{plan.rows} rows and {plan.skipped} are not {plan.sheet_rows}")
    for problem in plan.problems:
        problems.say(problem)
    for notice in plan.notices:
        notices.say(notice)
    app.imports.questions_of(plan)
    review = app.imports.review(plan)
    for outcome in review.counts:
        review.page(outcome, 0, 20)
    return f"{plan.kind}: {plan.rows} rows, {plan.rejected} rejected"


def _work(connection: Connection) -> None:
    """Judge one path after the other until there is none."""
    with tempfile.TemporaryDirectory() as folder:
        app = open_app(Path(folder), "fuzz")
        app.lists.fields("employees")
        if resource is not None:
            held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            room = _mapped() + MEGABYTES * 1024 * 1024
            resource.setrlimit(resource.RLIMIT_AS, (max(held, room), resource.RLIM_INFINITY))
        connection.send(("ready", ""))
        while (path := connection.recv()) is not None:
            try:
                found = judge(app, path)
            except BaseException:  # noqa: BLE001 (whatever it is, it is a finding)
                found = ("trace", traceback.format_exc())
            connection.send(found)
        app.close()


def _mapped() -> int:
    """Bytes of addresses that this process has in use already, where the system tells."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * 4096 if statm.exists() else 0


class Trials:
    """A process that judges files, replaced by a fresh one whenever a file brings it down."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop()

    def of(self, path: Path) -> Verdict:
        """What becomes of a file."""
        connection = self._connection or self._start()
        began = time.monotonic()
        connection.send(path)
        try:
            answered = connection.poll(SECONDS)
            kind, detail = connection.recv() if answered else ("slow", f"no end after {SECONDS:g} s")
        except EOFError:
            kind, detail = "died", "the process came down"
        if kind in ("slow", "died"):
            self._stop()
        return Verdict(path, kind, detail, time.monotonic() - began)

    def _start(self) -> Connection:
        # A fresh interpreter: what the parent holds must not count, and no lock of its threads travels along.
        context = multiprocessing.get_context("spawn")
        mine, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        if not mine.poll(_STARTING) or mine.recv()[0] != "ready":
            raise RuntimeError("the process that judges files does not start")
        self._connection = mine
        return mine

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._connection = None
