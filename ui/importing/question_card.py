"""One question about the values of a sheet, and its answers to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from smartpns_desktop.words import questions
from ui.texts import tr
from ui.theme.fonts import Role
from ui.theme.theme import theme
from ui.widgets.badge import Badge, Kind
from ui.widgets.labels import label
from ui.widgets.planes import paint_card

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.proposals import Proposal
    from smartpns_desktop.services.imports.questions import Question

_AS_RADIOS = 4
"""Answers that stand open; of more, the likeliest and the last one do, the others in a list."""
_LIKE = ((95, "hampir sama"), (80, "sangat mirip"), (65, "mirip"), (1, "agak mirip"))


class QuestionCard(QWidget):
    """Shows what is asked and for how many rows; `answered` carries the chosen answer."""

    answered = Signal(str)

    def __init__(self, question: Question, answer: str) -> None:
        super().__init__()
        self.question = question
        self._choices = QButtonGroup(self)
        self._answers: list[str] = []
        self._others = QComboBox()
        asked = questions.say(question.code, question.heading, question.spellings, question.rows)
        self.setAccessibleName(asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addLayout(self._head(asked))
        open_ones, listed = _parted(question.proposals)
        for proposal in open_ones:
            column.addLayout(self._radio(proposal, asked))
        if listed:
            column.addLayout(self._list(listed, asked))
        self._choices.idClicked.connect(lambda place: self._on_choice(self._answers[place]))
        self.choose(answer)
        theme().changed.connect(self.update)

    def focus_choice(self) -> None:
        """Put the keyboard on the chosen answer, else on the first."""
        chosen = self._choices.checkedButton() or self._choices.button(0)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, answer: str) -> None:
        """Mark this answer, without a signal; "" where there is none yet."""
        place = self._others.findData(answer) if answer else -1
        if place >= 0:
            self._others.setCurrentIndex(place)
            self._choices.buttons()[-1].setChecked(True)
        elif answer in self._answers:
            self._choices.button(self._answers.index(answer)).setChecked(True)
        self._state.set_state(*_state(self.question, answer))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the questions; it never changes an answer."""
        if event.type() == QEvent.Type.Wheel and watched is self._others:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect(), theme().tokens)
        painter.end()

    def _head(self, asked: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        sentence = label(asked, Role.CARD_TITLE)
        sentence.setWordWrap(True)
        self._state = Badge("")
        head.addWidget(sentence, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _radio(self, proposal: Proposal, asked: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._choice(proposal.label, proposal.answer, asked))
        row.addWidget(label(likeness_word(proposal.score), Role.SMALL, "text2"), 1)
        return row

    def _list(self, proposals: tuple[Proposal, ...], asked: str) -> QHBoxLayout:
        """The answers that do not stand open, in a list of their own."""
        row, others = QHBoxLayout(), self._others
        for proposal in proposals:
            others.addItem(proposal.label, proposal.answer)
        others.setAccessibleName(tr("Pilihan lain untuk: {question}", question=asked))
        others.installEventFilter(self)
        radio = self._choice(tr("Yang lain:"), "", asked)
        radio.clicked.connect(lambda: self._on_choice(others.currentData()))
        # A choice in the list is a choice of its radio too.
        others.activated.connect(lambda _place: radio.click())
        row.setSpacing(10)
        row.addWidget(radio)
        row.addWidget(others)
        row.addStretch(1)
        return row

    def _choice(self, text: str, answer: str, asked: str) -> QRadioButton:
        made = QRadioButton(text.replace("&", "&&"))
        made.setAccessibleDescription(asked)
        self._choices.addButton(made, len(self._answers))
        self._answers.append(answer)
        return made

    def _on_choice(self, answer: str) -> None:
        if answer:
            self._state.set_state(*_state(self.question, answer))
            self.answered.emit(answer)


def is_creation(question: Question) -> bool:
    """Whether a question asks for consent to new things rather than for a meaning."""
    return question.code.endswith(".created")


def likeness_word(score: float) -> str:
    """How like a proposal is, in words; nothing where nothing was compared."""
    return next((tr(word) for least, word in _LIKE if score >= least), "")


def _parted(proposals: tuple[Proposal, ...]) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
    if len(proposals) <= _AS_RADIOS + 1:
        return proposals, ()
    return (*proposals[: _AS_RADIOS - 1], proposals[-1]), proposals[_AS_RADIOS - 1 : -1]


def _state(question: Question, answer: str) -> tuple[str, Kind, str]:
    if is_creation(question):
        return tr("Akan dibuat"), "accent", "plus-circle"
    if not answer:
        return tr("Belum dijawab"), "warn", "warning"
    if question.remembered and answer == question.answer:
        return tr("Diingat dari impor lalu"), "ok", "check-circle"
    return tr("Terjawab"), "ok", "check-circle"
