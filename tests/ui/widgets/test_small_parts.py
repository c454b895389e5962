"""Badges, banners, meters, steps, empty pages and grounds."""

from __future__ import annotations

from html import escape

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.fonts import BODY_POINTS, Role
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import hairline, label, on_plane
from ui.widgets.meter import Meter, paint_meter
from ui.widgets.stepper import Stepper

pytestmark = pytest.mark.usefixtures("themed")


def inks(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def test_a_badge_is_a_word_a_sign_and_a_colour(qtbot: QtBot) -> None:
    badge, bare = Badge("Disahkan", "ok", "shield-check"), Badge("Disahkan", "ok")
    for made in (badge, bare):
        qtbot.addWidget(made)
    assert badge.text() == "Disahkan"
    assert badge.sizeHint().width() > bare.sizeHint().width()
    badge.resize(badge.sizeHint())
    assert LIGHT.ok_soft in inks(badge)
    badge.set_state("Ditolak", "bad", "x-circle")
    assert LIGHT.bad_soft in inks(badge)


def test_a_badge_has_room_for_its_word_at_every_text_size(qtbot: QtBot) -> None:
    badge = Badge("Diasistensi", "warn")
    qtbot.addWidget(badge)
    before = badge.sizeHint()
    theme().set_text_size(12)
    after = badge.sizeHint()
    theme().set_text_size(BODY_POINTS)
    assert after.width() > before.width()


@pytest.mark.parametrize(("value", "colour"), [(8, LIGHT.accent), (20, LIGHT.ok), (24, LIGHT.ok), (0, LIGHT.line)])
def test_a_meter_turns_at_its_goal(value: float, colour: str) -> None:
    image = QImage(100, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_meter(painter, QRectF(0, 0, 100, 8), value, 20, LIGHT)
    painter.end()
    assert image.pixelColor(10, 4).name().upper() == colour
    assert image.pixelColor(90, 4).name().upper() == (colour if value >= 20 else LIGHT.line)


def test_a_meter_says_its_numbers_and_bears_a_goal_of_nought(qtbot: QtBot) -> None:
    meter = Meter()
    qtbot.addWidget(meter)
    meter.set_value(12.5, 20)
    assert meter.accessibleName() == "12,5 dari 20"
    meter.set_value(3, 0)
    assert LIGHT.accent not in inks(meter)


def test_a_banner_tells_and_offers_one_link(qtbot: QtBot) -> None:
    banner = Banner("bad", "Berkas <a> tidak terbaca.", "Tutup di Excel.", "Coba lagi")
    qtbot.addWidget(banner)
    banner.show()
    assert banner.accessibleName() == "Berkas <a> tidak terbaca. Tutup di Excel."
    assert any(escape("<a>") in part.text() for part in banner.findChildren(type(label(""))))
    with qtbot.waitSignal(banner.clicked):
        qtbot.mouseClick(banner.findChild(QPushButton), Qt.MouseButton.LeftButton)
    banner.set_text("warn", "Cadangan terakhir 12 hari lalu.")
    assert not banner.findChild(QPushButton).isVisible()
    assert LIGHT.warn_soft in inks(banner)


def test_a_narrow_banner_wraps_instead_of_widening_the_window(qtbot: QtBot) -> None:
    banner = Banner("warn", "Angka tahun ini belum lengkap.", "Impor rekap pelatihan dari perangkat daerah. " * 4)
    qtbot.addWidget(banner)
    assert banner.minimumSizeHint().width() < 300
    assert banner.heightForWidth(300) > banner.heightForWidth(1200)


def test_done_steps_can_be_pressed_and_others_not(qtbot: QtBot) -> None:
    stepper = Stepper(["Berkas", "Kolom", "Nilai"])
    qtbot.addWidget(stepper)
    stepper.show()
    stepper.set_current(1)
    first, second, third = stepper.findChildren(QAbstractButton)
    assert [step.isEnabled() for step in (first, second, third)] == [True, False, False]
    assert first.accessibleName() == "Langkah 1: Berkas"
    assert [step.accessibleDescription() for step in (first, second, third)] == ["selesai", "sekarang", "berikutnya"]
    with qtbot.waitSignal(stepper.chosen) as asked:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert asked.args == [0]


def test_an_empty_page_offers_its_actions(qtbot: QtBot) -> None:
    actions = [QAction(text) for text in ("Impor dari Excel", "Catat pelatihan", "Lihat tahun 2025")]
    empty = EmptyState("tray", "Belum ada", "Impor rekap.", actions[0], actions[1], actions[2:], [("Ctrl+N", "baru")])
    qtbot.addWidget(empty)
    empty.show()
    buttons = empty.findChildren(QPushButton)
    assert [(made.text(), made.property("kind")) for made in buttons] == [
        ("Impor dari Excel", "primary"),
        ("Catat pelatihan", ""),
        ("Lihat tahun 2025", "link"),
    ]
    with qtbot.waitSignal(actions[2].triggered):
        qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    empty.set_text("Tidak ada yang cocok", "Hapus saringan.")
    assert {"Tidak ada yang cocok", "Hapus saringan."} <= {part.text() for part in empty.findChildren(type(label("")))}


def test_an_empty_page_fits_a_narrow_window(qtbot: QtBot) -> None:
    empty = EmptyState("tray", "Belum ada pelatihan tahun 2026", "Impor rekap dari perangkat daerah. " * 3)
    qtbot.addWidget(empty)
    assert empty.minimumSizeHint().width() <= 480


def test_grounds_and_hairlines_follow_the_theme(themed: QApplication, qtbot: QtBot) -> None:
    page, line = QWidget(), hairline()
    on_plane(page, "bg", "top")
    for widget in (page, line):
        qtbot.addWidget(widget)
        widget.resize(40, 20)
        widget.show()
    assert inks(page) == {LIGHT.bg, LIGHT.line}
    assert (line.height(), inks(line)) == (1, {LIGHT.line})
    theme().apply(themed, DARK)
    seen = inks(page)
    theme().apply(themed, LIGHT)
    assert seen == {DARK.bg, DARK.line}


def test_a_label_keeps_its_colour_inside_a_button(qtbot: QtBot) -> None:
    holder = QPushButton()
    qtbot.addWidget(holder)
    inside = label("118 masih kurang", Role.SMALL, "warn")
    inside.setParent(holder)
    inside.resize(inside.sizeHint())
    holder.resize(200, 30)
    holder.show()
    assert LIGHT.warn in inks(inside)
