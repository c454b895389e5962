"""The program as a caller sees it: arguments in; exit code, standard output and standard error out."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from smartpns_desktop.app import STORE
from smartpns_desktop.cli import run
from tests.contents import content_digest

ROOT = Path(__file__).parents[2]
Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """What a call that was not asked for JSON ended with and said."""

    code: int
    out: str
    err: str


class Program:
    """The program on one data folder, in this process."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self._capsys = data, capsys

    def __call__(self, *arguments: object, code: int = 0) -> Answer:
        """Call with `--json`: standard output must be one object and nothing else, standard error empty."""
        said = self.say("--json", *arguments)
        assert said.code == code, said
        assert said.err == ""
        lines = said.out.splitlines()
        assert len(lines) == 1, said.out
        answer: Answer = json.loads(lines[0])
        return answer

    def refusal(self, *arguments: object, code: int = 2) -> str:
        """Call what cannot be done: the code of its error, whose sentence is calm; the store stays as it is."""
        before = self.digest()
        answer = self(*arguments, code=code)
        assert answer.keys() == {"error"}
        assert answer["error"].keys() == {"code", "message"}
        assert_calm(answer["error"]["message"])
        assert self.digest() == before
        return str(answer["error"]["code"])

    def say(self, *arguments: object) -> Said:
        """Call as a person would."""
        self._capsys.readouterr()
        code = run(["--data-dir", str(self.data), *map(str, arguments)])
        captured = self._capsys.readouterr()
        return Said(code, captured.out, captured.err)

    def rows(self, kind: str, *arguments: object) -> list[Answer]:
        """All rows of a kind."""
        rows: list[Answer] = self("list", kind, *arguments)["rows"]
        return rows

    def digest(self) -> str:
        """The digest of everything the store holds; empty where there is none, or none that can be read."""
        try:
            return content_digest(self.data / STORE)
        except Exception:  # noqa: BLE001 - a store that cannot be read has no content to compare
            return ""


def command(data: Path, *arguments: object) -> list[str]:
    """The command line by which a shell starts the program."""
    return [sys.executable, "-m", "smartpns_desktop", "--data-dir", str(data), *map(str, arguments)]


def call_process(data: Path, *arguments: object, seconds: float = 20, **settings: Any) -> Said:
    """Call the program as a process of its own."""
    done = subprocess.run(
        command(data, *arguments),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
        **settings,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def assert_calm(sentence: str) -> None:
    """Indonesian, whole, without a trace, a code or an English word of the machinery."""
    assert sentence.endswith((".", ".)")), sentence
    for alien in ("Traceback", "Error", "error", "exception", "{", "sqlite", "None", "/home", "Errno"):
        assert alien not in sentence, sentence


def outcome_of(answer: Answer) -> dict[str, int]:
    """The counts of an import."""
    return {name: answer[name] for name in ("rows", "new", "changed", "same", "rejected")}


def rejected_rows(answer: Answer) -> dict[int, str]:
    """Code of the first rejecting problem by the workbook's row."""
    found: dict[int, str] = {}
    for problem in answer["problems"]:
        if problem["severity"] == "reject":
            found.setdefault(problem["row"], problem["code"])
    return found
