"""The global search: one field over everything, results by kind, opened with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from smartpns_desktop.words.labels import kind_label, show_number
from ui.shell.places import PAGE_OF_KIND, describe
from ui.texts import tr
from ui.theme.fonts import Role, font
from ui.widgets.labels import on_plane

if TYPE_CHECKING:
    from smartpns_desktop.services.lists import Found
    from ui.context import Context

_TYPING = 150
_PER_KIND = 6
_KEY = int(Qt.ItemDataRole.UserRole)
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class SearchField(QLineEdit):
    """The field in the top bar; its results drop down while one types, arrows and Enter choose, Esc leaves."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setPlaceholderText(tr("Cari pegawai, pelatihan, prodi…"))
        self.setAccessibleName(tr("Cari di seluruh data (Ctrl+K)"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self._results = QListWidget()
        self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._results.setAccessibleName(tr("Hasil pencarian"))
        self._popup = _Popup(self._results, self)
        self._results.itemClicked.connect(self._choose)
        self._typing = QTimer(self, interval=_TYPING, singleShot=True)
        self._typing.timeout.connect(self._search)
        self.textEdited.connect(lambda _text: self._typing.start())
        self.installEventFilter(self)

    def show_results(self, found: Sequence[Found]) -> None:
        """Show what was found by kind; a kind's heading cannot be chosen."""
        self._results.clear()
        for group in found:
            if group.kind not in PAGE_OF_KIND:
                continue
            self._add_heading(tr("{kind} · {count}", kind=kind_label(group.kind), count=show_number(group.count)))
            for row in group.rows[:_PER_KIND]:
                item = QListWidgetItem(describe(group.kind, row))
                item.setData(_KEY, (group.kind, row.get("key"), self.text()))
                self._results.addItem(item)
            if group.count > _PER_KIND:
                item = QListWidgetItem(tr("Tampilkan semua {count}…", count=show_number(group.count)))
                item.setData(_KEY, (group.kind, None, self.text()))
                self._results.addItem(item)
        if not self._results.count():
            self._add_heading(tr("Tidak ada yang memuat “{text}”. Coba potongan yang lebih pendek.", text=self.text()))
        self._drop_down()
        self._move(Qt.Key.Key_Home)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font(Role.HEADER))
        self._results.addItem(item)

    def _drop_down(self) -> None:
        height = sum(self._results.sizeHintForRow(row) for row in range(self._results.count())) + 12
        self._popup.resize(max(self.width(), 460), min(height, 420))
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._popup.show()

    def _search(self) -> None:
        text = " ".join(self.text().split())
        if not text:
            self._popup.hide()
            return
        lists = self._context.app.lists

        def show(found: Sequence[Found]) -> None:
            # The user may have gone on, or away, while this was read.
            if self.hasFocus() and " ".join(self.text().split()) == text:
                self.show_results(found)

        self._context.operations.read(lambda: lists.search(text), show, owner=self, slot="search")

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None or item.data(_KEY) is None:
            return
        self._popup.hide()
        self.chosen.emit(item.data(_KEY))

    def _move(self, key: Qt.Key) -> None:
        """The cursor goes through the rows and past the headings."""
        row, count = self._results.currentRow(), self._results.count()
        step = -1 if key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1
        row = -1 if key == Qt.Key.Key_Home else row
        while 0 <= row + step < count:
            row += step
            if self._results.item(row).data(_KEY) is not None:
                self._results.setCurrentRow(row)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Esc belong to the results while one types."""
        if watched is self and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(Qt.Key(event.key()))
        if watched is self and event.type() == QEvent.Type.FocusOut:
            self._typing.stop()
            self._popup.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            self._move(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive() or not self._popup.isVisible():
                self._typing.stop()
                self._search()
            else:
                self._choose(self._results.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._typing.stop()
            if self._popup.isVisible():
                self._popup.hide()
            else:
                self.clear()
                self.left.emit()
        else:
            return False
        return True


class _Popup(QFrame):
    """Hangs under the field and never takes its focus."""

    def __init__(self, results: QListWidget, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.ToolTip)
        on_plane(self, "line")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(results)
