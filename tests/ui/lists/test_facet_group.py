"""A facet's check boxes stay while its counts change, and always speak of the value that they show."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from smartpns_desktop.services.lists import FacetValue
from ui.lists.columns import Facet
from ui.lists.facet_group import FacetGroup

FIRST = (FacetValue("III", 40), FacetValue("II", 9), FacetValue("IV", 3))


@pytest.fixture
def group(request: pytest.FixtureRequest) -> FacetGroup:
    request.getfixturevalue("themed")
    made = FacetGroup(Facet("grade_group", "Golongan"))
    made.show_values(FIRST)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


def boxes(group: FacetGroup) -> list[QCheckBox]:
    return [box for box in group.findChildren(QCheckBox) if box.isVisibleTo(group)]


def told(group: FacetGroup) -> list[str]:
    return [box.accessibleName() for box in boxes(group)]


def test_other_counts_are_written_on_the_boxes_that_stand(group: FacetGroup) -> None:
    before = boxes(group)
    group.show_values((FacetValue("IV", 12), FacetValue("III", 7), FacetValue("II", 1)))
    assert boxes(group) == before
    assert told(group) == [f"Golongan: {it}" for it in ("IV, 12 baris", "III, 7 baris", "II, 1 baris")]


def test_as_many_boxes_as_values(group: FacetGroup) -> None:
    group.show_values(FIRST[:1])
    assert told(group) == ["Golongan: III, 40 baris"]
    group.show_values(FIRST)
    QApplication.processEvents()
    assert len(boxes(group)) == 3


def test_a_box_ticks_the_value_that_it_shows_now(group: FacetGroup) -> None:
    group.show_values((FacetValue("IV", 12), FacetValue("III", 7)))
    boxes(group)[0].click()
    assert group.chosen() == ("IV",)


def test_tick_and_focus_go_with_their_value(group: FacetGroup) -> None:
    chosen = boxes(group)[2]
    chosen.setFocus()
    chosen.click()
    changes: list[None] = []
    group.changed.connect(lambda: changes.append(None))
    group.show_values((FacetValue("IV", 3), FacetValue("III", 0), FacetValue("II", 0)))
    assert [box.isChecked() for box in boxes(group)] == [True, False, False]
    assert boxes(group)[0].hasFocus()
    assert changes == []


def test_a_chosen_value_without_rows_stays(group: FacetGroup) -> None:
    boxes(group)[1].click()
    group.show_values(FIRST[:1])
    assert told(group) == ["Golongan: II, 0 baris", "Golongan: III, 40 baris"]


def test_values_that_begin_alike_are_told_apart(group: FacetGroup) -> None:
    alike = [f"Kecamatan Bontang {it}" for it in ("Barat", "Selatan", "Utara")]
    group.show_values([*(FacetValue(it, 9) for it in alike), FacetValue("Surel kosong atau salah bentuk", 1)])
    QApplication.processEvents()
    texts = [box.text() for box in boxes(group)]
    assert len(set(texts)) == 4
    assert [text[-4:] for text in texts[:3]] == ["arat", "atan", "tara"]
    assert texts[3].startswith("Surel kosong"), "what begins in its own way ends in …"
