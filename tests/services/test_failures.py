"""Every condition of the world has its calm form; a mistake of our own has none."""

from __future__ import annotations

import pytest

from db import StoreError
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.failures import known
from smartpns_desktop.words.errors import say


@pytest.mark.parametrize("kind", StoreError.__subclasses__(), ids=lambda it: it.__name__)
def test_every_error_of_the_store_can_be_said(kind: type[StoreError]) -> None:
    calm = known(kind("detail"))
    assert calm is not None
    assert "detail" not in say(calm)


def test_what_is_known_already_stays_as_it_is() -> None:
    error = CannotDo("file.missing", path="a.xlsx")
    assert known(error) is error


@pytest.mark.parametrize("error", [ValueError("x"), OSError("x"), KeyError("x")])
def test_a_mistake_of_ours_has_no_calm_form(error: Exception) -> None:
    assert known(error) is None
