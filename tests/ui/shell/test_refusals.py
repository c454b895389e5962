"""What could not be done: one banner at a time, gone with the next deed."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.errors import CannotDo
from ui.context import Target
from ui.main_window import MainWindow
from ui.waiting import settle
from ui.widgets.banner import Banner


def test_a_later_refusal_takes_the_place_of_the_earlier_one(window: MainWindow) -> None:
    for path in ("a.xlsx", "b.xlsx"):
        window.context.refuse(CannotDo("file.in_use", path=path))
    settle(window.context.operations)
    shown = [it for it in window.findChildren(Banner) if it.isVisible()]
    assert any("b.xlsx" in it.accessibleName() for it in shown)
    assert window.view.banners.count() == 1


@pytest.mark.parametrize("deed", ["page", "reload", "done"])
def test_the_next_deed_takes_it_away(window: MainWindow, deed: str) -> None:
    window.context.refuse(CannotDo("store.locked"))
    assert not window.refusals.is_clear
    {
        "page": lambda: window.go(Target("trainings")),
        "reload": window.reload,
        "done": lambda: window.context.told.emit("Selesai", None),
    }[deed]()
    settle(window.context.operations)
    assert window.refusals.is_clear


def test_a_bug_takes_the_other_road(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.refusals.show_error(KeyError("x"))
    assert window.refusals.is_clear
