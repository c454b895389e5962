"""The third step: spellings that nobody knows yet, dates whose order is open, what would come into being."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from smartpns_desktop.words import questions
from smartpns_desktop.words.figures import show_number
from ui.importing.draft import Draft
from ui.importing.question_card import QuestionCard
from ui.importing.step import Step
from ui.importing.values_view import ValuesView
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.questions import Question

_AT_ONCE = 30
"""Cards of one portion; a window with a thousand of them would stand still."""


class ValuesStep(Step):
    """A card for each question, those of one field together; the answers go into the draft.

    What earlier imports answered stands behind a link. `passed` when Enter leaves the last question.
    """

    passed = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._asked: tuple[Question, ...] = ()
        self._questions: list[Question] = []
        self._shown: list[Question] = []
        self._cards: list[QuestionCard] = []
        self._parts: list[QWidget] = []
        self._wanted = 0
        self._group = ""
        self.view = ValuesView(self)
        self.view.accept.clicked.connect(self._accept_likely)
        self.view.more.clicked.connect(self._add_cards)
        self.view.remembered.clicked.connect(self._show_remembered)

    def enter(self) -> None:
        if self.draft.questions is not self._asked:
            fields = list(dict.fromkeys(it.field for it in self.draft.questions))
            self._asked = self.draft.questions
            self._questions = sorted(self._asked, key=lambda it: fields.index(it.field))
            self._shown = [it for it in self._questions if not it.remembered]
            self._clear()
            self._add_cards()
            self.view.scroll.verticalScrollBar().setValue(0)
        self.view.pages.setCurrentIndex(1 if self._questions else 0)
        self._tell()

    def take_focus(self) -> None:
        super().take_focus()
        first = next((it for it in self._cards if not self.answer(it.question)), None)
        for card in [first] if first else self._cards[:1]:
            card.focus_choice()

    def note(self) -> str:
        left = self._open()
        if not left:
            return ""
        rows = sum(it.rows for it in left if it.rejects)
        created = sum(it.creates for it in left)
        parts = (
            tr("{count} belum dijawab", count=show_number(len(left))),
            tr("{rows} baris akan ditolak", rows=show_number(rows)) if rows else "",
            tr("{count} nama menjadi data baru", count=show_number(created)) if created else "",
        )
        return ", ".join(filter(None, parts))

    def answer(self, question: Question) -> str:
        """What is answered now, "" where nothing is."""
        if question.code == "date.order":
            return self.draft.date_orders.get(question.field) or question.answer
        told = self.draft.values.get(_key(question)) or question.answer
        # What would come into being is shown; going on agrees to it.
        return told or (question.proposals[0].answer if question.is_consent else "")

    def take(self, question: Question, answer: str) -> None:
        """Note an answer; what was planned without it is planned again on the way on."""
        if question.code == "date.order":
            self.draft.date_orders[question.field] = answer
        else:
            self.draft.values[_key(question)] = answer
        self._tell()
        self.edited.emit()

    def _accept_likely(self) -> None:
        for question in self._likely():
            self.take(question, question.likely)
        for card in self._cards:
            card.choose(self.answer(card.question))

    def _open(self) -> list[Question]:
        return [it for it in self._questions if not self.answer(it)]

    def _likely(self) -> list[Question]:
        return [it for it in self._open() if it.likely]

    def _pass_on(self, card: QuestionCard) -> None:
        """Enter on a card: to the next that is open, else on to the next step."""
        place = self._cards.index(card) + 1
        later = [*self._cards[place:], *self._cards[:place]]
        following = next((it for it in later if not self.answer(it.question)), None)
        if following is None:
            self.passed.emit()
        else:
            following.focus_choice()
            self.view.scroll.ensureWidgetVisible(following, 0, 8)

    def _tell(self) -> None:
        shown, left = show_number(len(self._questions)), len(self._open())
        told = tr("{count} pertanyaan, semua terjawab.", count=shown)
        if left:
            told = tr("{count} pertanyaan, {left} belum dijawab.", count=shown, left=show_number(left))
        keys = tr("Tombol 1–9 memilih jawaban, Enter ke pertanyaan berikutnya. Jawaban diingat untuk impor berikutnya.")
        self.view.hint.setText(f"{told} {keys}")
        likely = len(self._likely())
        self.view.accept.setVisible(likely > 0)
        self.view.accept.setText(tr("Terima {count} usulan ≥ 90 %", count=show_number(likely)))

    def _clear(self) -> None:
        for part in self._parts:
            self.view.list.removeWidget(part)
            part.deleteLater()
        self._parts, self._cards, self._group, self._wanted = [], [], "", 0

    def _add(self, part: QWidget) -> None:
        self.view.add(part)
        self._parts.append(part)

    def _show_remembered(self) -> None:
        """The questions that earlier imports answered, to be seen and answered otherwise."""
        self._shown += [it for it in self._questions if it.remembered]
        self._group = ""
        self._add_cards()

    def _add_cards(self) -> None:
        """Make the next cards one at a time, so that the window answers meanwhile."""
        self._wanted = min(len(self._shown), len(self._cards) + _AT_ONCE)
        self._add_some()

    def _add_some(self) -> None:
        made = len(self._cards)
        for question in self._shown[made : min(self._wanted, made + 1)]:
            self._add_card(question)
        left = len(self._shown) - self._wanted
        hidden = len(self._questions) - len(self._shown)
        self.view.show_rest(min(left, _AT_ONCE), hidden if left == 0 else 0)
        if len(self._cards) < self._wanted:
            QTimer.singleShot(0, self, self._add_some)

    def _add_card(self, question: Question) -> None:
        if question.field != self._group:
            self._group = question.field
            count = sum(it.field == self._group and it.remembered == question.remembered for it in self._questions)
            name = questions.group(self.draft.kind, self._group)
            heading = tr("{field} · {count} pertanyaan", field=name, count=show_number(count))
            self._add(self.view.heading(heading))
        card = QuestionCard(question, self.answer(question))
        card.answered.connect(lambda answer: self.take(question, answer))
        card.passed.connect(lambda: self._pass_on(card))
        self._add(card)
        self._cards.append(card)


def _key(question: Question) -> tuple[str, str]:
    return question.field, "" if question.code.endswith(".created") else question.spellings[0]
