"""The theme of the application: one, following the system, reaching what already stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.theme import theme as theme_module
from ui.theme.fonts import BODY_POINTS, Role
from ui.theme.palette import contrast_tokens, palette
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT
from ui.widgets.labels import label

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture(autouse=True)
def _light_afterwards(themed: QApplication) -> Iterator[None]:
    yield
    theme().set_text_size(BODY_POINTS)
    theme().apply(themed, LIGHT)


def test_there_is_one_and_it_belongs_to_the_application(themed: QApplication) -> None:
    assert theme() is theme()
    assert theme().parent() is themed


def test_dark_reaches_palette_labels_and_listeners(themed: QApplication, qtbot: QtBot) -> None:
    shown = label("Keterangan", Role.SMALL, "text2")
    qtbot.addWidget(shown)
    with qtbot.waitSignal(theme().changed):
        theme().apply(themed, DARK)
    assert theme().tokens is DARK
    assert themed.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.surface
    assert shown.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.text2
    assert DARK.accent in themed.styleSheet()


def test_the_text_size_reaches_widgets_that_stand(qtbot: QtBot) -> None:
    pressed, shown = QPushButton("Simpan"), label("Pegawai", Role.TITLE)
    for widget in (pressed, shown):
        qtbot.addWidget(widget)
        widget.show()
    before = pressed.sizeHint().width(), shown.sizeHint().width()
    theme().set_text_size(12)
    assert pressed.font().pointSizeF() == 12
    assert shown.font().pointSizeF() == pytest.approx(13.5 * 12 / 9.75)
    assert (pressed.sizeHint().width(), shown.sizeHint().width()) > before


def test_without_tokens_it_follows_the_system(themed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme().apply(themed)
    assert theme().tokens is LIGHT, "an unknown scheme is light"
    monkeypatch.setattr(theme_module, "system_tokens", lambda: DARK)
    themed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().tokens is DARK


def test_chosen_tokens_stay_when_the_system_turns(themed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "system_tokens", lambda: DARK)
    themed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().tokens is LIGHT


def test_high_contrast_keeps_the_systems_colours(themed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "wants_contrast", lambda: True)
    theme().apply(themed)
    assert themed.styleSheet() == ""
    assert theme().tokens == contrast_tokens(themed.palette())
    assert theme().tokens.text == themed.palette().color(QPalette.ColorRole.Text).name()


def test_high_contrast_paints_with_few_colours() -> None:
    system = QPalette(QColor("#FFFF00"), QColor("#000000"))
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Text, QColor("#FFFF00"))
    system.setColor(QPalette.ColorRole.Link, QColor("#00FFFF"))
    tokens = contrast_tokens(system)
    assert (tokens.surface, tokens.text2, tokens.bad, tokens.accent) == ("#000000", "#ffff00", "#ffff00", "#00ffff")


def test_disabled_texts_are_grey_in_the_palette() -> None:
    group, role = QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText
    assert palette(LIGHT).color(group, role).name().upper() == LIGHT.dis
