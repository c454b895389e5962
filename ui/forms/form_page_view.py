"""Where things stand on the page of a form: header, form, list of problems, footer."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.forms.form import Form
from ui.forms.problem_list import ProblemList
from ui.texts import tr
from ui.theme.fonts import Role
from ui.theme.icons import icon
from ui.widgets.buttons import button
from ui.widgets.footer import footer
from ui.widgets.labels import label, on_plane
from ui.widgets.page_header import PageHeader
from ui.widgets.scrolled import scrolled

_HEADING = 40


class FormPageView:
    """The parts of the page; what they do is the page's."""

    def __init__(self, page: QWidget, title: str, form: Form, below: QWidget | None = None) -> None:
        self.header = PageHeader(title)
        self.scroll = form_area(form, below)
        self.problems = ProblemList()
        self.icon, self.state = QLabel(), label("", Role.BODY_STRONG, "bad")
        self.icon.setPixmap(icon("warning-circle", "bad").pixmap(16))
        self.cancel = button(tr("Batal"), kind="ghost")
        self.cancel.setToolTip(tr("Tutup tanpa menyimpan (Esc)"))
        self.save = button(tr("Simpan"), "check", "primary")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.scroll, 1)
        middle.addWidget(self.problems)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(middle, 1)
        layout.addWidget(footer(self.icon, self.state, self.cancel, self.save, growing=self.state))
        on_plane(page, "surface")

    def show_row(self, row: QWidget) -> None:
        """Scroll to a field with its label and message, and the heading that may stand above."""
        self.scroll.ensureWidgetVisible(row, 0, _HEADING)


def form_area(form: Form, below: QWidget | None = None) -> QScrollArea:
    """The form with its margins, and what stands below it, in an area that scrolls up and down only."""
    inside = QWidget()
    on_plane(inside, "surface")
    column = QVBoxLayout()
    column.addWidget(form)
    if below is not None:
        column.addWidget(below)
    column.addStretch(1)
    row = QHBoxLayout(inside)
    row.setContentsMargins(16, 12, 16, 12)
    row.addLayout(column, 1)
    row.addStretch(0)
    return scrolled(inside)
