"""One question about the values of a sheet, and its answers to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QVBoxLayout

from smartpns_desktop.words import questions
from smartpns_desktop.words.figures import show_number
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import Badge, Kind
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import label, wrapped
from ui.widgets.planes import Surface

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.proposals import Proposal
    from smartpns_desktop.services.imports.questions import Question

_AS_RADIOS = 4
"""Answers that stand open; of more, the likeliest and the last one do, the others in a list."""
_CREATE = "create"
_DETAILS = {"agency": ("Berdiri sendiri", "Di bawah {name}"), "post": ("Jenis jabatan belum ditentukan", "{name}")}
"""What a new thing is called of which no more is told, and of which more is."""
_WORTH_TELLING = 50.0
_CONTROL = Qt.KeyboardModifier.ControlModifier
_LIKE = ((100, "namanya sama"), (95, "hampir sama"), (80, "sangat mirip"), (65, "mirip"), (1, "agak mirip"))


class QuestionCard(Surface):
    """Shows what is asked and for how many rows.

    `answered` carries the chosen answer, `passed` says that Enter went on from here. Digits choose answers.
    """

    answered = Signal(str)
    passed = Signal()

    def __init__(self, question: Question, answer: str) -> None:
        super().__init__()
        self.question = question
        self._choices = QButtonGroup(self)
        self._answers: list[str] = []
        self._others, self._details = ChoiceBox(), ChoiceBox()
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

    def focus_choice(self) -> None:
        """Put the keyboard on the chosen answer, else on the first."""
        chosen = self._choices.checkedButton() or self._choices.button(0)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, answer: str) -> None:
        """Mark this answer, without a signal; "" where there is none yet."""
        place = self._others.findData(answer) if answer else -1
        told, _, detail = answer.partition(":")
        if detail and told in self._answers:
            self._choices.button(self._answers.index(told)).setChecked(True)
            self._offer_details(told)
            self._details.setCurrentIndex(max(0, self._details.findData(answer)))
        elif place >= 0:
            self._others.setCurrentIndex(place)
            self._choices.buttons()[-1].setChecked(True)
        elif answer and answer in self._answers:
            self._choices.button(self._answers.index(answer)).setChecked(True)
            self._offer_details(answer)
        self._state.set_state(*_state(self.question, answer))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the questions; it never changes an answer."""
        if event.type() == QEvent.Type.Wheel and watched in (self._others, self._details):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 choose the answer that stands there, Enter goes on to the next question."""
        place = event.key() - Qt.Key.Key_1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CONTROL:
            self.passed.emit()
        elif 0 <= place < len(self._answers) and not event.modifiers() & _CONTROL:
            self._choices.button(place).setFocus(Qt.FocusReason.TabFocusReason)
            self._choices.button(place).click()
        else:
            super().keyPressEvent(event)

    def _head(self, asked: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        sentence = wrapped(asked, Role.CARD_TITLE)
        self._state = Badge("")
        head.addWidget(sentence, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _radio(self, proposal: Proposal, asked: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._choice(proposal.label, proposal.answer, asked))
        if proposal.answer == _CREATE and self.question.details:
            row.addWidget(self._details)
            self._details.setAccessibleName(tr("Keterangan data baru untuk: {question}", question=asked))
            self._details.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self._details.setMinimumContentsLength(28)
            self._details.installEventFilter(self)
            self._details.activated.connect(lambda _place: self._on_choice(self._details.currentData()))
            self._details.hide()
        row.addWidget(label(_score(proposal.score), Role.SMALL, "text2"), 1)
        return row

    def _offer_details(self, answer: str) -> None:
        """What more a new thing can be stands beside that answer once it is chosen; long lists wait till then."""
        wanted = answer.partition(":")[0] == _CREATE and bool(self.question.details)
        if wanted and not self._details.count():
            bare, detailed = _DETAILS[self.question.field]
            self._details.addItem(tr(bare), _CREATE)
            for proposal in self.question.details:
                self._details.addItem(tr(detailed, name=proposal.label), proposal.answer)
        self._details.setVisible(wanted)

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
        if answer == _CREATE and self._details.count():
            answer = self._details.currentData()
        if answer:
            self._offer_details(answer)
            self._state.set_state(*_state(self.question, answer))
            self.answered.emit(answer)


def likeness_word(score: float) -> str:
    """How like a proposal is, in words; nothing where nothing was compared."""
    return next((tr(word) for least, word in _LIKE if score >= least), "")


def _score(score: float) -> str:
    """The likeness in percent and in words; nothing where nothing was compared, or nothing is like it."""
    word = likeness_word(score) if score >= _WORTH_TELLING else ""
    return tr("{score} % · {word}", score=show_number(int(score)), word=word) if word else ""


def _parted(proposals: tuple[Proposal, ...]) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
    if len(proposals) <= _AS_RADIOS + 1:
        return proposals, ()
    return (*proposals[: _AS_RADIOS - 1], proposals[-1]), proposals[_AS_RADIOS - 1 : -1]


def _state(question: Question, answer: str) -> tuple[str, Kind, str]:
    if answer.partition(":")[0] == _CREATE:
        return tr("Akan dibuat"), "accent", "plus-circle"
    if not answer:
        return tr("Belum dijawab"), "warn", "warning"
    if question.remembered and answer == question.answer:
        return tr("Diingat dari impor lalu"), "ok", "check-circle"
    return tr("Terjawab"), "ok", "check-circle"
