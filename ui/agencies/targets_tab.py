"""The tab with the targets of a year beside what was reached, and the commitments that were signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smartpns_desktop.words.agency_labels import TARGETS
from smartpns_desktop.words.figures import show_date, show_number
from ui.agencies.tab import AgencyTab
from ui.agencies.target_forms import commitment_form, targets_form
from ui.lists.columns import State
from ui.texts import tr
from ui.widgets.buttons import button
from ui.widgets.dialogs import ask_destructive
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from smartpns_desktop.services.agency_duties import Commitment, Target
    from ui.agencies.dossier import Dossier, Shown
    from ui.context import Context


class TargetsTab(AgencyTab):
    """Targets first, then commitments; Enter opens the form of either."""

    def __init__(self, context: Context) -> None:
        self.set_targets = button(tr("Isi target"), icon="target")
        self.add = button(tr("Tambah komitmen"), icon="plus")
        self.remove = button(tr("Hapus komitmen"), icon="trash")
        lines = LineList(tr("Target dan komitmen"), state=tr("Belum tercapai"), right="1.000 dari 1.000")
        empty = EmptyState("target", tr("Belum ada target"), tr("Isi target tahun ini."))
        super().__init__(context, lines, empty, self.set_targets, self.add, self.remove)
        self.set_targets.clicked.connect(lambda: self.open("targets"))
        self.add.clicked.connect(lambda: self.open("new"))
        self.remove.clicked.connect(self._remove)
        lines.chosen.connect(lambda thing: self.remove.setEnabled(isinstance(thing, int)))

    def told(self, shown: Shown) -> Sequence[Line]:
        return tuple(_lines(shown.dossier))

    def open(self, thing: object) -> None:
        if self.shown is None:
            return
        if thing == "targets":
            self.form_wanted.emit(
                targets_form(self.context, self.shown.node, self.shown.dossier.year, self.shown.dossier.targets)
            )
        else:
            self.form_wanted.emit(commitment_form(self.context, self.shown.node, self._commitment(thing)))

    def _commitment(self, thing: object) -> Commitment | None:
        found = self.shown.dossier.commitments if self.shown else ()
        return next((it for it in found if it.key == thing), None)

    def _remove(self) -> None:
        found = self._commitment(self.lines.current_thing())
        if found is None:
            return
        title = tr("Hapus komitmen {day}?", day=show_date(found.signed_on))
        body = tr("Berkasnya tidak lagi terlihat. Dapat diurungkan dengan Ctrl+Z.")
        if ask_destructive(self, title, body, tr("Hapus komitmen")):
            service = self.context.app.agency_duties
            self.context.write(
                tr("Menghapus komitmen"),
                lambda _watch: service.remove_commitment(found.key),
                lambda _changes: tr("Komitmen dihapus"),
            )


def _lines(dossier: Dossier) -> Iterator[Line]:
    yield Line(tr("Target {year}", year=dossier.year), is_heading=True)
    yield from map(_target, dossier.targets)
    yield Line(tr("Komitmen"), is_heading=True)
    for it in dossier.commitments:
        note = " · ".join(filter(None, (it.number, tr("ditandatangani {day} oleh {signer}", day=show_date(it.signed_on),
                                                      signer=it.signer))))  # fmt: skip
        yield Line(it.subject, note, icon="handshake", thing=it.key)
    if not dossier.commitments:
        yield Line(tr("Belum ada komitmen"), tr("Tambah komitmen pimpinan yang sudah ditandatangani."),
                   icon="handshake", thing="new")  # fmt: skip


def _target(target: Target) -> Line:
    title = tr(TARGETS[target.kind.value])
    if target.value is None:
        note = tr("Sekarang {result}; belum ada target", result=show_number(target.result))
        return Line(title, note, icon="target", thing="targets")
    of = tr("{result} dari {value}", result=show_number(target.result), value=show_number(target.value))
    state = State(tr("Tercapai"), "ok", "check-circle") if target.is_met else (
        State(tr("Belum tercapai"), "warn", "clock"))  # fmt: skip
    return Line(title, target.note, icon="target", state=state, right=of, thing="targets")
