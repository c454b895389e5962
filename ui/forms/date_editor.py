"""The field of a day: typed in any usual spelling, or chosen from a calendar in Indonesian."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from smartpns_desktop.domain.dates import EARLIEST_YEAR, LATEST_YEAR
from ui.forms.field import FieldKind
from ui.forms.line_editor import LineEditor
from ui.forms.spellings import SPELLINGS
from ui.texts import tr
from ui.theme.icons import icon
from ui.theme.theme import theme
from ui.widgets.labels import on_plane


class DateEditor(LineEditor):
    """A day."""

    def __init__(self) -> None:
        super().__init__(SPELLINGS[FieldKind.DATE])
        self.calendar_action = QAction(icon("calendar-blank", "text2"), tr("Buka kalender (Alt+Panah bawah)"), self)
        self.calendar_action.setShortcuts([QKeySequence("Alt+Down"), QKeySequence(Qt.Key.Key_F4)])
        self.calendar_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.calendar_action.triggered.connect(self.open_calendar)
        self.line.addAction(self.calendar_action, QLineEdit.ActionPosition.TrailingPosition)

    def set_read_only(self) -> None:
        """Let it be read and copied only."""
        super().set_read_only()
        self.calendar_action.setVisible(False)

    def open_calendar(self) -> None:
        """Show the calendar at the typed day, or at today."""
        if self.line.isReadOnly():
            return
        value = self.value()
        self.popup = CalendarPopup(self, value if isinstance(value, date) else date.today())
        self.popup.calendar.activated.connect(self._choose)
        self.popup.calendar.clicked.connect(self._choose)
        self.popup.show_below(self.line)

    def _choose(self, day: QDate) -> None:
        self.line.show_text(self._spelling.show(date(day.year(), day.month(), day.day())))
        self.popup.close()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.edited.emit()


class CalendarPopup(QWidget):
    """A calendar on top of the form; Esc or a click elsewhere closes it."""

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", True)
        on_plane(self, "surface")
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        weekend = QTextCharFormat()
        weekend.setForeground(QColor(theme().tokens.text2))
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day_of_week, weekend)
        self.calendar.setDateRange(QDate(EARLIEST_YEAR, 1, 1), QDate(LATEST_YEAR, 12, 31))
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def show_below(self, widget: QWidget) -> None:
        """Open below a field, above it where the screen ends."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        room = widget.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)
