"""The list under the search field: answers by kind, the part that matched in bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smartpns_desktop.domain.searching import Range, marks, terms
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import kind_label
from ui.context import Target
from ui.shell.places import describe, target_of, target_of_all
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.theme.theme import theme

if TYPE_CHECKING:
    from smartpns_desktop.services.search import Answers, Results

_SIDE, _HIGHER = 10, 8
_CHOICE = int(Qt.ItemDataRole.UserRole)
_RANGES = _CHOICE + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """What a line of the results leads to: one answer, or with `all` everything of its kind; and what to remember."""

    kind: str
    key: int | None
    target: Target
    all: Target | None


class ResultList(QListWidget):
    """Headings by kind and lines below them; headings are passed over."""

    per_kind = 6
    chosen = Signal(object)

    def __init__(self, pages: frozenset[str]) -> None:
        super().__init__()
        self._pages = pages
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Hasil pencarian"))
        self.setItemDelegate(_ResultPainter(self))
        self.itemClicked.connect(self._on_clicked)

    def show_results(self, results: Results) -> None:
        """Show what was found by kind, the first answer under the cursor."""
        self.clear()
        for answers in results.answers:
            self._show_kind(answers, results.text)
        if not self.count():
            self._add(tr("Tidak ada yang memuat “{text}”. Coba potongan yang lebih pendek.", text=results.text), None)
        self.move_cursor(Qt.Key.Key_Home)

    def _show_kind(self, answers: Answers, text: str) -> None:
        kind, wanted = answers.kind, terms(text)
        everything = target_of_all(kind, text, self._pages)
        hits = [hit for hit in answers.hits if kind != "commands" or hit.row["page"] in self._pages | {""}]
        if not hits:
            return
        self._add(tr("{kind} · {count}", kind=kind_label(kind), count=show_number(answers.count)), None)
        for hit in hits[: self.per_kind]:
            line = describe(kind, hit)
            choice = Choice(kind, hit.key, target_of(kind, hit, self._pages), everything)
            self._add(line, choice, marks(line, wanted))
        if everything is not None and answers.count > self.per_kind:
            line = tr("Tampilkan semua {count}… (Ctrl+Enter)", count=show_number(answers.count))
            self._add(line, Choice(kind, None, everything, everything))

    def _add(self, text: str, choice: Choice | None, ranges: Sequence[Range] = ()) -> None:
        item = QListWidgetItem(text)
        item.setData(_CHOICE, choice)
        item.setData(_RANGES, ranges)
        if choice is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def choice(self) -> Choice | None:
        """What the line with the cursor leads to."""
        # Its stub does not know that there may be no current line.
        item: QListWidgetItem | None = self.currentItem()
        found = item.data(_CHOICE) if item is not None else None
        return found if isinstance(found, Choice) else None

    def take_choice(self, *, whole: bool) -> None:
        """Go where the line with the cursor leads; with `whole` to everything of its kind."""
        choice = self.choice()
        if choice is None:
            return
        if not whole:
            self.chosen.emit(choice)
        elif choice.all is not None:
            self.chosen.emit(Choice(choice.kind, None, choice.all, choice.all))

    def move_cursor(self, key: Qt.Key) -> None:
        """Through the lines and past the headings; Page keys go from kind to kind."""
        rows = [row for row in range(self.count()) if self.item(row).data(_CHOICE) is not None]
        if not rows:
            return
        at = rows.index(self.currentRow()) if self.currentRow() in rows else -1
        firsts = [place for place, row in enumerate(rows) if row - 1 not in rows]
        steps = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_PageDown: next((place for place in firsts if place > at), len(rows) - 1),
            Qt.Key.Key_PageUp: next((place for place in reversed(firsts) if place < at), 0),
        }
        self.setCurrentRow(rows[min(max(steps[key], 0), len(rows) - 1)])

    def wanted_height(self) -> int:
        """Pixels that all lines need."""
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + 12

    def _on_clicked(self, _item: QListWidgetItem) -> None:
        self.take_choice(whole=False)


class _ResultPainter(QStyledItemDelegate):
    """Paints a line in pieces, those that matched in bold; the text itself stays plain for screen readers."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, metrics(Role.BODY).height() + _HIGHER)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, rect = theme().tokens, QRect(option.rect)
        heading = index.data(_CHOICE) is None
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.of("sel")))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(tokens.of("accent")))
        elif option.state & QStyle.StateFlag.State_MouseOver and not heading:
            painter.fillRect(rect, QColor(tokens.of("hover")))
        painter.setPen(QColor(tokens.of("text2" if heading else "text")))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        text, ranges = str(index.data(Qt.ItemDataRole.DisplayRole)), index.data(_RANGES)
        _paint_pieces(painter, inner, _pieces(text, ranges), Role.HEADER if heading else Role.BODY)


def _pieces(text: str, ranges: Sequence[Range]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it matched."""
    pieces, at = [], 0
    for start, end in ranges:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(piece, matched) for piece, matched in (*pieces, (text[at:], False)) if piece]


def _paint_pieces(painter: QPainter, rect: QRect, pieces: list[tuple[str, bool]], role: Role) -> None:
    left: Any = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for piece, matched in pieces:
        drawn = Role.BODY_STRONG if matched else role
        width = metrics(drawn).horizontalAdvance(piece)
        shown = metrics(drawn).elidedText(piece, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font(drawn))
        painter.drawText(rect, left, shown)
        rect.setLeft(rect.left() + width)
        if rect.width() <= 0:
            return
