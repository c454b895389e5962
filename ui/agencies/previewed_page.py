"""A form whose act touches many: what it would do is shown in numbers, and asked for, before it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.sentences import listed
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartpns_desktop.services.agencies import AgencyEffect
    from smartpns_desktop.services.agency_previews import Belonging
    from ui.context import Context

_MOST_TOLD = 4
"""Quotas or plans of one agency that the question lists before it counts the others."""

Preview = Callable[[Mapping[str, object]], Sequence["AgencyEffect"]]


class Act(NamedTuple):
    """What the form does with its values, what tells beforehand what that would do, and how the question is worded."""

    do: Callable[[Mapping[str, object]], Any]
    preview: Preview
    question: str
    deed: str


class PreviewedPage(FormPage):
    """Reads the preview when "Simpan" is pressed, asks with it, and saves on a yes."""

    def __init__(
        self,
        context: Context,
        title: str,
        form: Form,
        act: Act,
        told: Callable[[Any], str],
        below: QWidget | None = None,
    ) -> None:
        super().__init__(context, title, form, lambda _watch, values: act.do(values), told, below)
        self._preview, self._question, self._deed = act.preview, act.question, act.deed

    def _save_settled(self) -> None:
        """Ask first where nothing is missing."""
        if self.form.errors or self.form.waiting:
            super()._save_settled()
            return
        values, preview = self.form.values(), self._preview
        self._context.operations.read(
            lambda: preview(values), self._ask, owner=self, slot="preview", failed=self._on_failed
        )

    def _ask(self, effects: Sequence[AgencyEffect]) -> None:
        lines = [*map(effect_in_words, effects), tr("Dapat diurungkan dengan Ctrl+Z.")]
        if ask_destructive(self, self._question, "\n".join(lines), self._deed):
            super()._save_settled()

    def _on_failed(self, error: BaseException) -> None:
        if not (isinstance(error, CannotDo) and self._on_refused(error)):
            self._context.refuse(error)


def effect_in_words(effect: AgencyEffect) -> str:
    """What happens to one agency, before and after, and what of its plans goes or stays."""
    before, after = effect.before, effect.after
    if before is None:
        text = tr("{name} (baru): {people} pegawai, {units} unit.", name=effect.name,
                  people=show_number(after.people), units=show_number(after.units))  # fmt: skip
    else:
        text = tr(
            "{name}: {people} → {people_after} pegawai, {units} → {units_after} unit; tetap {history} riwayat jabatan.",
            name=effect.name, people=show_number(before.people), people_after=show_number(after.people),
            units=show_number(before.units), units_after=show_number(after.units), history=show_number(after.history),
        )  # fmt: skip
    text = tr("{text} Lalu ditutup.", text=text) if effect.closes else text
    quotas, plans = _changes_in_words(effect.quotas), _changes_in_words(effect.plans)
    told = [tr("Kebutuhan jabatan: {list}.", list=quotas)] if quotas else []
    told += [tr("Baris rencana kebutuhan studi: {list}.", list=plans)] if plans else []
    return "\n".join([text, *(f"    {it}" for it in told)])


def _changes_in_words(belongings: Sequence[Belonging]) -> str:
    """Each with its number before and after, once where it stays."""
    return listed([
        tr("{name} {before} → {after}", name=it.name, before=show_number(it.before), after=show_number(it.after))
        if it.before != it.after else tr("{name} tetap {count}", name=it.name, count=show_number(it.after))
        for it in belongings
    ], _MOST_TOLD)  # fmt: skip
