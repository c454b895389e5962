"""The panel beside a list writes each row's facts on the labels that stand."""

from __future__ import annotations

import pytest

from ui.widgets.detail_panel import DetailPanel
from ui.widgets.labels import Label

pytestmark = pytest.mark.usefixtures("themed")


def shown(panel: DetailPanel) -> list[str]:
    return [it.text() for it in panel.findChildren(Label) if it.isVisibleTo(panel) and it.text()]


def test_facts_follow_each_other_on_the_same_labels() -> None:
    panel = DetailPanel()
    panel.show_facts([("Golongan", "III/a"), ("Lahir", "")])
    before = panel.findChildren(Label)
    assert shown(panel) == ["Golongan", "III/a", "Lahir", "—"]
    panel.show_facts([("Kelamin", "Perempuan")])
    assert shown(panel) == ["Kelamin", "Perempuan"]
    panel.show_facts([("Golongan", "IV/a"), ("Lahir", "1 Maret 1976")])
    assert shown(panel) == ["Golongan", "IV/a", "Lahir", "1 Maret 1976"]
    assert panel.findChildren(Label) == before


def test_nothing_to_tell_leaves_nothing() -> None:
    panel = DetailPanel()
    panel.show_facts([("Golongan", "III/a")])
    panel.show_facts(())
    assert shown(panel) == []
