"""The day whose state a page shows: its button in the header, and the line that says so when it is not today."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_date
from ui.forms.date_editor import CalendarPopup
from ui.texts import tr
from ui.widgets.banner import Banner
from ui.widgets.buttons import menu_button

_YEARS_BACK = 3


class AsOf(QObject):
    """Chooses a day; `changed` when it is another one.

    `button` goes into the header, `line` between the header and what is shown: it is there only for another day.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self._narrow = False
        self.menu = QMenu(parent)
        self.button = menu_button("", "calendar-blank", self.menu, kind="ghost")
        self.banner = Banner("warn", "")
        self.banner.clicked.connect(lambda: self.choose(None))
        self.line = QWidget()
        room = QVBoxLayout(self.line)
        room.setContentsMargins(12, 8, 12, 8)
        room.addWidget(self.banner)
        self.menu.aboutToShow.connect(self._fill)
        self._show()

    def set_day(self, day: date | None) -> None:
        """Show another day, without a signal; today is `None`."""
        self.day = None if day == date.today() else day
        self._show()

    def choose(self, day: date | None) -> None:
        """Another day was chosen."""
        before = self.day
        self.set_day(day)
        if self.day != before:
            self.changed.emit()

    def set_narrow(self, *, on: bool) -> None:
        """Where the window is narrow the button is its sign alone."""
        self._narrow = on
        self._show()

    def in_words(self) -> str:
        """What paper and files say of the day; "" for today."""
        return tr("Keadaan per {day}", day=show_date(self.day)) if self.day else ""

    def _show(self) -> None:
        words = self.in_words() or tr("Hari ini")
        self.button.setText("" if self._narrow else words)
        self.button.setToolTip(tr("Keadaan per tanggal: {day}", day=words))
        self.button.setAccessibleName(tr("Keadaan per tanggal: {day}", day=words))
        self.line.setVisible(self.day is not None)
        advice = tr("Perubahan yang berlaku sesudahnya tidak tampil.")
        self.banner.set_text("warn", f"{words}.", advice, tr("Kembali ke hari ini"))

    def _fill(self) -> None:
        """Today, the last days of the month and the years before, or any day."""
        self.menu.clear()
        today = date.today()
        month = today.replace(day=1) - timedelta(days=1)
        years = (date(today.year - back, 12, 31) for back in range(1, _YEARS_BACK + 1))
        self._offer(tr("Hari ini"), None)
        for day in dict.fromkeys((month, *years)):
            self._offer(show_date(day), day)
        self.menu.addSeparator()
        self.menu.addAction(tr("Tanggal lain…"), self.open_calendar)

    def _offer(self, words: str, day: date | None) -> None:
        action = QAction(words, self.menu)
        action.setCheckable(True)
        action.setChecked(day == self.day)
        action.triggered.connect(lambda _on=False, day=day: self.choose(day))
        self.menu.addAction(action)

    def open_calendar(self) -> None:
        """Choose any day from a calendar."""
        self.popup = CalendarPopup(self.button, self.day or date.today())
        self.popup.calendar.activated.connect(self._take)
        self.popup.calendar.clicked.connect(self._take)
        self.popup.show_below(self.button)

    def _take(self, day: QDate) -> None:
        self.popup.close()
        self.choose(date(day.year(), day.month(), day.day()))
