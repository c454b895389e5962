"""What gives way where there is little room: words of buttons, titles, links, facts in a line, lines between steps."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import button, fold
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.long_link import LongLink
from ui.widgets.page_header import PageHeader
from ui.widgets.stepper import Stepper

pytestmark = pytest.mark.usefixtures("themed")
LONG = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_a_fact_with_a_number_is_shown_whole_or_not_at_all(qtbot: QtBot) -> None:
    line = ElidedLabel("301 PNS · 101 PPPK · 11 CPNS")
    qtbot.addWidget(line)
    line.show()
    whole = line.sizeHint().width()
    seen = set()
    for width in range(whole, 30, -1):
        line.resize(width, 20)
        seen.add(line._shown())  # noqa: SLF001 - what is painted
    assert "301 PNS · 101 PPPK · 11 CPNS" in seen
    assert {it for it in seen if " · " in it} == {"301 PNS · 101 PPPK · 11 CPNS", "301 PNS · 101 PPPK …"}
    assert line.toolTip() == line.text()


def test_words_without_a_number_end_where_the_room_ends(qtbot: QtBot) -> None:
    line = ElidedLabel(f"Sekretaris · {LONG}")
    qtbot.addWidget(line)
    line.resize(200, 20)
    assert line._shown().startswith("Sekretaris · Badan")  # noqa: SLF001 - what is painted


def test_a_folded_button_is_named_and_gets_its_words_back(qtbot: QtBot) -> None:
    made = button("Cetak", icon="printer")
    qtbot.addWidget(made)
    fold(made, on=True)
    assert (made.text(), made.accessibleName(), made.toolTip()) == ("", "Cetak", "Cetak")
    fold(made, on=True)
    fold(made, on=False)
    assert (made.text(), made.accessibleName(), made.toolTip()) == ("Cetak", "", "")


def test_a_button_that_changed_its_words_while_folded_keeps_the_new_ones(qtbot: QtBot) -> None:
    made = button("Saring", icon="funnel")
    qtbot.addWidget(made)
    fold(made, on=True)
    made.setText("Saring (2)")
    fold(made, on=False)
    assert (made.text(), made.accessibleName()) == ("Saring (2)", "")


def test_a_button_without_a_sign_keeps_its_words(qtbot: QtBot) -> None:
    made = button("Tutup")
    qtbot.addWidget(made)
    fold(made, on=True)
    assert made.text() == "Tutup"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A window that is as narrow as one likes."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def header(page: QWidget, title: str) -> PageHeader:
    made = PageHeader(title, page)
    for text, icon, kind in (("Baru", "plus", "primary"), ("Ekspor", "export", ""), ("Cetak", "printer", "")):
        made.add_button(button(text, icon, kind))  # type: ignore[arg-type]
    page.show()
    made.show()
    return made


def words(made: PageHeader) -> list[str]:
    return [it.text() for it in made.findChildren(type(button("")))]


def test_a_full_header_keeps_the_words_that_stand_out_longest(page: QWidget) -> None:
    made = header(page, "Pegawai")
    made.resize(900, 46)
    assert words(made) == ["Baru", "Ekspor", "Cetak"]
    made.resize(360, 46)
    assert words(made)[0] == "Baru"
    assert words(made)[-1] == ""
    made.resize(900, 46)
    assert words(made) == ["Baru", "Ekspor", "Cetak"]


def test_words_that_come_later_fold_the_header_too(page: QWidget, qtbot: QtBot) -> None:
    made = header(page, "Pegawai")
    made.resize(made.sizeHint().width() + 10, 46)
    made.note.setText("60.000 dari 60.420 pegawai")
    qtbot.waitUntil(lambda: words(made)[-1] == "")


def test_a_long_title_ends_in_dots_and_widens_nothing(page: QWidget, qtbot: QtBot) -> None:
    made = header(page, f"Gabungkan {LONG}")
    made.resize(500, 46)
    qtbot.waitUntil(lambda: made.title.toolTip() == f"Gabungkan {LONG}")
    assert made.minimumSizeHint().width() <= 500


def test_a_long_link_gives_way_and_is_painted_to_its_end(qtbot: QtBot) -> None:
    link = LongLink(LONG)
    qtbot.addWidget(link)
    assert link.minimumSizeHint().width() < 100 < link.sizeHint().width()
    link.resize(link.sizeHint())
    whole = picture(link)
    link.resize(120, link.height())
    assert picture(link) != whole.copy(0, 0, 120, link.height()), "dots stand at its end"


def test_a_choice_ends_in_dots_before_the_arrow(qtbot: QtBot) -> None:
    boxes = [ChoiceBox(), ChoiceBox()]
    for box, text in zip(boxes, (LONG, f"{LONG} dan seterusnya"), strict=True):
        qtbot.addWidget(box)
        box.addItem(text)
        box.resize(180, 30)
    assert picture(boxes[0]) == picture(boxes[1]), "what has no room is not painted"
    boxes[0].resize(600, 30)
    boxes[1].resize(600, 30)
    assert picture(boxes[0]) != picture(boxes[1])


def test_lines_between_steps_shrink_and_names_do_not(qtbot: QtBot) -> None:
    page, steps = QWidget(), Stepper(("Berkas", "Kolom", "Nilai", "Periksa", "Terapkan"))
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    row.addWidget(steps)
    page.show()
    page.resize(steps.sizeHint().width() - 60, 46)
    assert steps.minimumSizeHint().width() <= steps.width() < steps.sizeHint().width()
    last = steps.findChildren(QWidget)[-1]
    assert steps.rect().contains(last.geometry())
