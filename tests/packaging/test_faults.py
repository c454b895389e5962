"""What ends the chain is one sentence with what was found, and what trials damage is whole again afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from faults import Fault, none, require
from program_trial import away, differing
from window_trial import wait_for


def test_what_holds_says_nothing() -> None:
    require(True, "never said")
    none([], "never said")


def test_a_fault_tells_the_end_of_what_was_found() -> None:
    with pytest.raises(Fault, match=r"^the program fails: .*the last line$") as told:
        require(False, "the program fails", "begun\n" + "x" * 9000 + "the last line\n")
    assert len(str(told.value)) < 2000


def test_faults_are_told_together() -> None:
    with pytest.raises(Fault, match=r"^two things: a is gone; b differs$"):
        none(["a is gone", "b differs"], "two things")


def test_answers_differ_by_key() -> None:
    assert differing({"rows": 3, "new": 2}, {"rows": 3, "new": 1}) == "new: 2 in the place of 1"
    assert differing({"rows": 3}, {"rows": 3, "batch": 1}) == "batch: None in the place of 1"


def test_what_is_taken_away_comes_back_whatever_happens(tmp_path: Path) -> None:
    library = tmp_path / "Qt6Core.dll"
    library.write_bytes(b"MZ")
    with pytest.raises(Fault), away(library):
        require(library.exists(), "it is away")
    assert library.read_bytes() == b"MZ"


def test_waiting_ends_when_it_holds_or_the_time_is_up() -> None:
    answers = iter([False, False, True])
    assert wait_for(lambda: next(answers), 5, pause=0)
    assert not wait_for(lambda: False, 0.05, pause=0.01)
