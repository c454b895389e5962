"""The log keeps what went wrong and where, and no one's number or name."""

from __future__ import annotations

import ast
import logging
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smartpns_desktop.services import logs
from smartpns_desktop.services.logs import forget_log, keep_log, log_file

ROOT = Path(__file__).resolve().parents[2]
OURS = logging.getLogger("smartpns_desktop.proof")
FOREIGN = logging.getLogger("sqlalchemy.proof")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """A log that is being kept; calling it reads it."""
    keep_log(tmp_path)
    yield lambda: log_file(tmp_path).read_text(encoding="utf-8")
    forget_log()


def test_our_sentences_stay_and_their_facts_go(kept: Callable[[], str]) -> None:
    OURS.warning("kept %d of %s for %s in %s", 3, "198503122010011005", "Siti Aminah", Path("/home/siti/a.xlsx"))
    assert "WARNING smartpns_desktop.proof: kept 3 of … for … in" in kept()
    assert not [secret for secret in ("1985", "Siti", "Aminah", "siti", "xlsx") if secret in kept()]


def test_facts_by_name_and_facts_that_do_not_fit(kept: Callable[[], str]) -> None:
    OURS.warning("kept %(what)s", {"what": "Siti"})
    OURS.warning("row %d", 198503122010011005)
    assert "kept …" in kept()
    assert "row %d" in kept()
    assert "1985" not in kept()


def test_words_of_others_are_redacted_whole(kept: Callable[[], str]) -> None:
    FOREIGN.error(f"connection to {'Siti'} lost")
    assert "connection to … lost" in kept()


def test_a_trace_in_the_log_is_redacted_too(kept: Callable[[], str]) -> None:
    try:
        int("Siti 198503122010011005")
    except ValueError:
        OURS.exception("unexpected error")
    assert "ValueError: invalid literal for int() with base 10: '…'" in kept()
    assert "test_logs.py:" in kept()
    assert "Siti" not in kept()


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logs").write_text("in the way")
    keep_log(tmp_path)
    OURS.error("lost")
    (tmp_path / "more").mkdir()
    keep_log(tmp_path / "more")
    (tmp_path / "more" / "logs").rmdir()
    OURS.error("lost")
    forget_log()
    assert "Traceback" not in capsys.readouterr().err


def test_only_one_log_is_kept(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        keep_log(tmp_path / "first")
        keep_log(tmp_path / "second")
        OURS.error("here")
        forget_log()
    assert not log_file(tmp_path / "first").exists()
    assert "here" in log_file(tmp_path / "second").read_text(encoding="utf-8")


def test_our_own_calls_hand_data_over_beside_a_fixed_sentence() -> None:
    calls = [
        (path.name, call)
        for folder in ("smartpns_desktop", "ui", "db")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("_log.")
    ]
    assert calls
    told = [(name, call.args[call.func.attr == "log"]) for name, call in calls if isinstance(call.func, ast.Attribute)]
    assert not [(name, ast.unparse(text)) for name, text in told if not isinstance(text, ast.Constant)]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log of a folder, which is full after some ten lines."""
    monkeypatch.setattr(logs, "LARGEST", 1000)
    keep_log(tmp_path)
    yield log_file(tmp_path)
    forget_log()


def test_a_full_log_becomes_an_old_one_and_three_are_kept(small: Path) -> None:
    for number in range(100):
        OURS.warning("line %d", number)
    files = sorted(small.parent.iterdir())
    assert [it.name for it in files] == ["smartpns.log", "smartpns.log.1", "smartpns.log.2", "smartpns.log.3"]
    assert max(it.stat().st_size for it in files) <= 1000
    assert "line 99" in small.read_text(encoding="utf-8")


def test_a_log_that_another_account_holds_open_goes_on(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_source: str, _dest: str) -> None:
        raise PermissionError(13, "used by another process")

    # As Windows does.
    monkeypatch.setattr("os.rename", refused)
    for number in range(100):
        OURS.warning("line %d", number)
    assert [it.name for it in small.parent.iterdir()] == ["smartpns.log"]
    assert small.read_text(encoding="utf-8").count("line ") == 100
