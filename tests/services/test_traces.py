"""A trace names files, lines and functions, and nothing of what the failing code was working on."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.nip import parts
from smartpns_desktop.services.traces import origin, trace


def failing(text: str) -> BaseException:
    """An error as our own code raises it, with another one behind it."""
    try:
        try:
            parts(text)
        except ValueError as error:
            raise KeyError(f"Siti Aminah {text}") from error
    except KeyError as error:
        return error
    raise AssertionError


def test_a_trace_tells_where_and_hides_what() -> None:
    told = trace(failing("99999999201001100 Budi"))
    assert "smartpns_desktop/domain/nip.py" in told
    assert "raise ValueError(nip)" in told, "the source of our own lines helps and holds no data"
    assert told.index("KeyError") < told.index("ValueError")
    assert not [secret for secret in ("Siti", "Aminah", "Budi", "99999999") if secret in told]


def test_a_trace_names_no_folder_of_the_user() -> None:
    told = trace(failing("x"))
    assert str(Path.home()) not in told
    assert str(Path(__file__).parent.parent) not in told


def test_the_same_bug_has_the_same_origin_whatever_the_data() -> None:
    assert origin(failing("1")) == origin(failing("2"))
    assert origin(failing("1").__cause__ or CannotDo("")).startswith("ValueError smartpns_desktop/domain/nip.py:")


def test_an_error_that_cannot_be_told_is_named() -> None:
    class Broken(Exception):
        def __str__(self) -> str:
            raise RuntimeError("Siti")

    assert trace(Broken()).endswith("Broken: …")


def test_rings_and_groups_of_errors_end() -> None:
    first, second = ValueError("value Siti"), TypeError("type Budi")
    first.__cause__, second.__cause__ = second, first
    told = trace(ExceptionGroup("Siti", [first, second]))
    assert told.count("ValueError") == told.count("TypeError") == 1
    assert "Siti" not in told


def test_endless_recursion_fits_a_page() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    told = trace(caught.value)
    assert told.count("\n") < 60
    assert "maximum recursion depth exceeded" in told
