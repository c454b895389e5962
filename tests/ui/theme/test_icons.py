"""Icons: all that are named exist, and they take colour and sharpness from where they are painted."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton

import ui
from ui.theme.icon_font import FAMILY, painted, signs
from ui.theme.icons import icon, pixmap
from ui.theme.style_sheet import PICTURES
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("themed")

PLACES = {
    "icon": 0,
    "themed_icon": 0,
    "pixmap": 0,
    "paint_icon": 2,
    "button": 1,
    "menu_button": 1,
    "icon_button": 0,
    "set_kind": 2,
    "IconLabel": 0,
    "set_icon": 0,
    "EmptyState": 0,
    "Badge": 2,
    "set_state": 2,
    "set_line": 2,
    "_ask": 1,
}
"""Which argument of a call is an icon's name; `icon=` is one everywhere, and so is what a name `icon` is set to."""


def named_icons() -> Iterator[tuple[str, str]]:
    """Every icon's name written in the window's code, with where it stands."""
    for path in sorted(Path(ui.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for value in icon_values(node):
                yield from ((text, f"{path.name}:{value.lineno}") for text in texts(value) if text)


def icon_values(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        yield from node.args[PLACES[called] : PLACES[called] + 1] if called in PLACES else ()
        yield from (keyword.value for keyword in node.keywords if keyword.arg == "icon")
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (node.value for target in targets if getattr(target, "id", "") in ("icon", "ICONS"))


def texts(value: ast.expr) -> Iterator[str]:
    """The strings an expression may give: the choices of a condition, the values of a table."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*texts(value.body), *texts(value.orelse))
    elif isinstance(value, ast.Dict):
        yield from (text for part in value.values for text in texts(part))


def ink(picture: QPixmap) -> str:
    """The colour of the most opaque pixel."""
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return max((image.pixelColor(x, y) for x, y in points), key=QColor.alpha).name().upper()


def test_every_icon_that_is_named_exists() -> None:
    missing = {f"{name} ({where})" for name, where in named_icons() if name not in signs()}
    assert not missing, f"Choose from resources/icons/phosphor.json instead of: {sorted(missing)}"


def test_pictures_of_the_style_sheet_exist() -> None:
    assert {name for name, _ in PICTURES.values()} <= signs().keys()


def test_names_are_found_wherever_they_are_written() -> None:
    found = {name for name, _ in named_icons()}
    assert {"caret-right", "check-bold", "warning", "trash"} <= found


def test_every_sign_is_in_the_font() -> None:
    empty = [name for name in signs() if not any(bytes(painted(name, "#14608F", 32, 1).toImage().constBits()))]
    assert signs()
    assert not empty


def test_the_fonts_family_is_ours_alone() -> None:
    assert FAMILY.startswith("SmartPNS"), "an installed Phosphor of another version has other codes"


def test_an_unknown_name_is_an_empty_icon() -> None:
    assert icon("no-such-icon").isNull()
    assert pixmap("no-such-icon", "text", 16).toImage().pixelColor(8, 8).alpha() == 0


def test_sharp_at_the_device_ratio() -> None:
    picture = pixmap("check", "text", 16, 1.5)
    assert picture.size() == QSize(24, 24)
    assert picture.devicePixelRatio() == 1.5
    assert icon("check").pixmap(QSize(16, 16), 2.0).size() == QSize(32, 32)


def test_an_icon_follows_the_theme_by_itself(themed: QApplication) -> None:
    shown, primary = icon("check"), icon("check", "on_accent")
    assert ink(shown.pixmap(16, 16)) == LIGHT.text
    theme().apply(themed, DARK)
    try:
        assert ink(shown.pixmap(16, 16)) == DARK.text
        assert ink(primary.pixmap(16, 16)) == DARK.on_accent
        assert ink(shown.pixmap(QSize(16, 16), QIcon.Mode.Disabled)) == DARK.dis
    finally:
        theme().apply(themed, LIGHT)


def test_an_icon_outlives_the_code_that_made_it() -> None:
    holder = QPushButton(icon("trash", "bad"), "Hapus")
    gc.collect()
    copy = QIcon(holder.icon())
    holder.deleteLater()
    gc.collect()
    assert copy.name() == "trash"
    assert ink(copy.pixmap(16, 16)) == LIGHT.bad
