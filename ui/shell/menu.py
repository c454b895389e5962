"""The menu at the right end of the top bar: who works here, text size, settings, help, quit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from ui.context import Target
from ui.texts import tr
from ui.theme.fonts import TEXT_SIZES, Role, font
from ui.theme.theme import theme

if TYPE_CHECKING:
    from ui.context import Context
    from ui.shell.top_bar import TopBar

_SIZE_NAMES = ("Biasa", "Besar", "Sangat besar")


def fill_user_menu(bar: TopBar, context: Context, show_help: Callable[[], None], leave: Callable[[], object]) -> None:
    """Fill the menu; the text size is kept for this user."""
    bar.user.setText(context.app.actor)
    menu = bar.user_menu
    sizes = menu.addMenu(tr("Ukuran teks"))
    group = QActionGroup(sizes)
    for points, name in zip(TEXT_SIZES, _SIZE_NAMES, strict=True):
        action = sizes.addAction(tr(name))
        action.setCheckable(True)
        action.setChecked(abs(font(Role.BODY).pointSizeF() - points) < 0.1)
        group.addAction(action)
        action.triggered.connect(lambda _on=False, points=points: _set_size(context, points))
    menu.addAction(tr("Pengaturan"), lambda: context.go(Target("settings")))
    menu.addAction(tr("Bantuan (F1)"), show_help)
    menu.addSeparator()
    menu.addAction(tr("Keluar"), leave)


def _set_size(context: Context, points: float) -> None:
    theme().set_text_size(points)
    preferences = context.app.preferences
    context.operations.read(lambda: preferences.put("text.size", points), lambda _kept: None, owner=context)
