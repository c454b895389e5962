"""The style sheet: complete, without the traps of the style, and steady under the keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.theme.style_sheet import SHEET, style_sheet
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT, Tokens
from ui.widgets.buttons import button, icon_button

pytestmark = pytest.mark.usefixtures("themed")

CONTROLS = {
    "button": lambda: button("Simpan", "check"),
    "primary": lambda: button("Simpan", "check", "primary"),
    "ghost": lambda: button("Tampilan", kind="ghost"),
    "danger": lambda: button("Hapus", kind="danger"),
    "link": lambda: button("Lihat", kind="link"),
    "icon": lambda: icon_button("printer", "Cetak"),
    "line": QLineEdit,
    "choice": QComboBox,
    "text": QPlainTextEdit,
}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_picture_it_names_is_there(themed: QApplication, tokens: Tokens) -> None:
    theme().apply(themed, tokens)
    pictures = set(re.findall(r"url\(([^)]+)\)", style_sheet(tokens)))
    missing = [name for name in pictures if not QFile.exists(name)]
    theme().apply(themed, LIGHT)
    assert pictures
    assert not missing


def test_no_rule_colours_all_widgets_or_grid_cells() -> None:
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", SHEET.template)
    coloured = [names for names, body in rules if re.search(r"(?<![\w-])color:", body) and "QWidget" in names]
    assert not coloured, "a colour on QWidget beats the palettes of labels"
    assert not [names for names, _ in rules if re.search(r"(View|Widget)::item", names)], "cells are a delegate's"


def test_the_palette_of_a_label_wins(qtbot: QtBot) -> None:
    shown = QLabel("Teks")
    qtbot.addWidget(shown)
    colours = shown.palette()
    colours.setColor(shown.foregroundRole(), Qt.GlobalColor.red)
    shown.setPalette(colours)
    shown.show()
    reds = shown.grab().toImage()
    assert any(
        reds.pixelColor(x, y).red() > 200 and reds.pixelColor(x, y).blue() < 60
        for x in range(reds.width())
        for y in range(reds.height())
    )


@pytest.mark.parametrize("name", CONTROLS)
def test_focus_moves_nothing(qtbot: QtBot, name: str) -> None:
    page, control, other = QWidget(), CONTROLS[name](), QPushButton("lain")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(other)
    column.addWidget(control, alignment=Qt.AlignmentFlag.AlignLeft)
    page.show()
    other.setFocus()
    before, hint = control.geometry(), control.sizeHint()
    unfocused = control.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus)
    assert control.sizeHint() == hint
    assert control.geometry() == before
    assert control.grab().toImage() != unfocused, "the keyboard's place must be seen"


@pytest.mark.parametrize("name", ["button", "primary", "ghost", "danger", "line", "choice"])
def test_controls_of_a_row_are_30_high(qtbot: QtBot, name: str) -> None:
    control = CONTROLS[name]()
    qtbot.addWidget(control)
    control.show()
    assert control.height() == 30


@pytest.mark.parametrize("name", CONTROLS)
def test_targets_are_at_least_24_high(qtbot: QtBot, name: str) -> None:
    control = CONTROLS[name]()
    qtbot.addWidget(control)
    assert control.sizeHint().height() >= 24


def test_a_wrong_field_looks_wrong_without_growing(qtbot: QtBot) -> None:
    right, wrong = QLineEdit("6472"), QLineEdit("6472")
    wrong.setProperty("st", "error")
    for field in (right, wrong):
        qtbot.addWidget(field)
        field.resize(120, 30)
        field.show()
    assert wrong.sizeHint() == right.sizeHint()
    assert wrong.grab().toImage().pixelColor(60, 1).name().upper() == LIGHT.bad


def test_scroll_bars_are_thin_and_without_arrows(qtbot: QtBot) -> None:
    area = QAbstractScrollArea()
    qtbot.addWidget(area)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.resize(100, 200)
    area.show()
    assert area.verticalScrollBar().width() == 12


def test_no_module_but_the_theme_writes_style_sheets() -> None:
    ui = Path(__file__).parents[3] / "ui"
    writers = [path.name for path in ui.rglob("*.py") if "setStyleSheet(" in path.read_text(encoding="utf-8")]
    assert writers == ["theme.py"]
