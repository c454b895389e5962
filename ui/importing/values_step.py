"""The third step: spellings that nobody knows yet, dates whose order is open, what would come into being."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from smartpns_desktop.words.labels import show_number
from ui.importing.draft import Draft
from ui.importing.question_card import QuestionCard, is_creation
from ui.importing.step import Step
from ui.importing.values_view import ValuesView
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.questions import Question

_AT_ONCE = 30
"""Cards of one portion; a window with a thousand of them would stand still."""
_TOGETHER = 3
"""Cards that are made without a look at the keyboard in between."""
_CERTAIN = 80.0
"""Likeness, of 100, from which the likeliest answer is taken by "Pakai usulan teratas"."""


class ValuesStep(Step):
    """A card for each question; the answers go into the draft."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._shown: tuple[Question, ...] = ()
        self._cards: list[QuestionCard] = []
        self._wanted = 0
        self.view = ValuesView(self)
        self.view.accept.clicked.connect(self._accept_likely)
        self.view.more.clicked.connect(self._add_cards)

    def enter(self) -> None:
        if self.draft.questions is not self._shown:
            self._shown = self.draft.questions
            self._clear()
            self._add_cards()
            self.view.scroll.verticalScrollBar().setValue(0)
        self.view.pages.setCurrentIndex(1 if self._shown else 0)
        self._tell()

    def take_focus(self) -> None:
        super().take_focus()
        first = next((it for it in self._cards if not self.answer(it.question)), None)
        for card in [first] if first else self._cards[:1]:
            card.focus_choice()

    def note(self) -> str:
        left = [it for it in self._shown if not self.answer(it)]
        if not left:
            return ""
        rows = sum(it.rows for it in left if it.rejects)
        told = tr("{count} belum dijawab", count=show_number(len(left)))
        return tr("{told}, {rows} baris akan ditolak", told=told, rows=show_number(rows)) if rows else told

    def answer(self, question: Question) -> str:
        """What is answered now, "" where nothing is."""
        if question.code == "date.order":
            return self.draft.date_orders.get(question.field) or question.answer
        told = self.draft.values.get(_key(question)) or question.answer
        # What would come into being is shown; going on agrees to it.
        return told or (question.proposals[0].answer if is_creation(question) else "")

    def take(self, question: Question, answer: str) -> None:
        """Note an answer; what was planned without it is planned again on the way on."""
        if question.code == "date.order":
            self.draft.date_orders[question.field] = answer
        else:
            self.draft.values[_key(question)] = answer
        self._tell()
        self.edited.emit()

    def _accept_likely(self) -> None:
        for question in likely(self._open()):
            self.take(question, question.proposals[0].answer)
        for card in self._cards:
            card.choose(self.answer(card.question))

    def _open(self) -> list[Question]:
        return [it for it in self._shown if not self.answer(it)]

    def _tell(self) -> None:
        shown, left = show_number(len(self._shown)), len(self._open())
        told = tr("{count} pertanyaan, semua terjawab.", count=shown)
        if left:
            told = tr("{count} pertanyaan, {left} belum dijawab.", count=shown, left=show_number(left))
        sender = self.draft.sender.strip()
        kept = tr("Jawaban diingat untuk {sender}.", sender=sender) if sender else ""
        self.view.hint.setText(f"{told} {kept}".strip())
        likely_ones = len(likely(self._open()))
        self.view.accept.setVisible(likely_ones > 0)
        self.view.accept.setText(tr("Pakai {count} usulan teratas", count=show_number(likely_ones)))

    def _clear(self) -> None:
        for card in self._cards:
            self.view.list.removeWidget(card)
            card.deleteLater()
        self._cards = []

    def _add_cards(self) -> None:
        """Make the next cards a few at a time, so that the window answers meanwhile."""
        self._wanted = min(len(self._shown), len(self._cards) + _AT_ONCE)
        self._add_some()

    def _add_some(self) -> None:
        made = len(self._cards)
        for question in self._shown[made : min(self._wanted, made + _TOGETHER)]:
            card = QuestionCard(question, self.answer(question))
            card.answered.connect(lambda answer, question=question: self.take(question, answer))
            self.view.list.insertWidget(self.view.list.count() - 2, card)
            self._cards.append(card)
        left = len(self._shown) - self._wanted
        self.view.more.setVisible(left > 0)
        self.view.more.setText(tr("Tampilkan {count} lagi", count=show_number(min(left, _AT_ONCE))))
        if len(self._cards) < self._wanted:
            QTimer.singleShot(0, self, self._add_some)


def likely(questions: Iterable[Question]) -> list[Question]:
    """Questions whose first proposal is so like the spelling that a clerk may take them all at once."""
    return [it for it in questions if it.proposals and _is_certain(it)]


def _is_certain(question: Question) -> bool:
    scores = [it.score for it in question.proposals[:2]]
    best, second = scores[0], scores[1] if len(scores) > 1 else 0.0
    return best >= _CERTAIN and best > second


def _key(question: Question) -> tuple[str, str]:
    return question.field, "" if is_creation(question) else question.spellings[0]
