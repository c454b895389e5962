"""Preferences: any JSON value, each user's own, outside the journal, and no reason to disturb anybody."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import ChangeSetHeader, Database, errors
from smartpns_desktop.app import App
from smartpns_desktop.services.preferences import PreferenceService

NUMBERS = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=20), value=VALUES)
def test_what_is_put_comes_back(app: App, name: str, value: Any) -> None:
    assert app.preferences.put(name, value)
    assert app.preferences.get(name, "nothing") == value


def test_what_was_never_put_is_the_default(app: App) -> None:
    assert app.preferences.get("window.size") is None
    assert app.preferences.get("window.size", [800, 600]) == [800, 600]


def test_each_user_has_their_own(app: App) -> None:
    siti, budi = PreferenceService(app.database, "siti"), PreferenceService(app.database, "budi")
    assert siti.put("page", "trainings")
    assert budi.put("page", "employees")
    assert (siti.get("page"), budi.get("page")) == ("trainings", "employees")


def test_no_change_set_is_made(app: App) -> None:
    newest = app.health.check().change_sets
    app.preferences.put("page", "home")
    assert app.health.check().change_sets == newest


def test_what_is_no_json_any_more_is_the_default(app: App) -> None:
    app.preferences.put("page", "home")
    with app.database.maintain() as writer:
        writer.connection.exec_driver_sql("UPDATE settings SET value = '{' WHERE key LIKE 'preference.%'")
    assert app.preferences.get("page", "employees") == "employees"


def test_while_somebody_writes_nothing_is_kept_and_nothing_raised(app: App) -> None:
    app.preferences.put("page", "home")
    with app.database.write(ChangeSetHeader("edit", "lain", "Uji")):
        assert not app.preferences.put("page", "trainings")
    assert app.preferences.get("page") == "home"


class Unwritable(Database):
    """A store whose disk fails in a way that a test chooses."""

    error: type[errors.StoreError]

    def maintain(self, **_patience: Any) -> Any:
        raise self.error


@pytest.mark.parametrize("error", [errors.StoreFull, errors.StoreDamaged])
def test_other_errors_are_not_swallowed(database: Database, error: type[errors.StoreError]) -> None:
    store = Unwritable(database.path)
    store.error = error
    with pytest.raises(error):
        PreferenceService(store, "siti").put("page", "home")
    store.close()


def test_a_value_that_json_cannot_hold_is_a_mistake(app: App, tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        app.preferences.put("folder", tmp_path)
    with pytest.raises(ValueError, match="JSON"):
        app.preferences.put("width", math.nan)
