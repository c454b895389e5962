"""The tab with an agency in short: who leads it and answers for its data, its people, what is set and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smartpns_desktop.domain.agency_duties import ContactRole
from smartpns_desktop.words.agency_labels import ROLES
from smartpns_desktop.words.figures import show_date, show_number
from ui.agencies.contact_form import contact_form
from ui.agencies.tab import AgencyTab
from ui.lists.columns import State
from ui.texts import tr
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode
    from smartpns_desktop.services.agency_duties import Contact
    from ui.agencies.dossier import Dossier, Shown
    from ui.context import Context

PEOPLE, TARGETS, SUBMISSIONS = "people", "targets", "submissions"
_ICONS = {ContactRole.HEAD: "user", ContactRole.IN_CHARGE: "identification-card"}


class SummaryTab(AgencyTab):
    """`led` names the part of the agency that a line leads to."""

    led = Signal(str)

    def __init__(self, context: Context) -> None:
        empty = EmptyState("buildings", tr("Belum ada ringkasan"), tr("Data perangkat daerah ini sedang dibaca."))
        super().__init__(
            context, LineList(tr("Ringkasan perangkat daerah"), state=tr("Dinyatakan"), right="1.000"), empty
        )

    def told(self, shown: Shown) -> Sequence[Line]:
        return tuple(_lines(shown.node, shown.dossier))

    def open(self, thing: object) -> None:
        if isinstance(thing, ContactRole) and self.shown is not None:
            self.form_wanted.emit(
                contact_form(self.context, self.shown.node, thing, self.shown.dossier.contacts.get(thing))
            )
        elif isinstance(thing, str):
            self.led.emit(thing)


def _lines(node: AgencyNode, dossier: Dossier) -> Iterator[Line]:
    for role in ContactRole:
        yield _contact(role, dossier.contacts.get(role))
    below = tr("{count} di sini, selebihnya di unit di bawahnya", count=show_number(node.people)) if node.units else ""
    yield Line(tr("Pegawai"), below, icon="users", right=show_number(node.people_in_all), thing=PEOPLE)
    set_ones = [it for it in dossier.targets if it.value is not None]
    met = sum(bool(it.is_met) for it in set_ones)
    reached = tr("{met} tercapai", met=show_number(met)) if set_ones else tr("Belum ada target; Enter mengisinya")
    title = tr("Target {year}", year=dossier.year)
    yield Line(title, reached, icon="target", right=show_number(len(set_ones)), thing=TARGETS)
    newest = next(iter(dossier.commitments), None)
    signed = tr("Terakhir {day} oleh {signer}", day=show_date(newest.signed_on), signer=newest.signer) if newest else (
        tr("Belum ada komitmen yang ditandatangani"))  # fmt: skip
    yield Line(tr("Komitmen"), signed, icon="handshake", right=show_number(len(dossier.commitments)), thing=TARGETS)
    missing = [it for it in dossier.submissions if it["missing"]]
    late = sum(it["timing"] == "late" for it in missing)
    state = State(tr("{count} terlambat", count=show_number(late)), "bad", "warning-circle") if late else None
    note = tr("dari {count} yang diminta", count=show_number(len(dossier.submissions)))
    yield Line(tr("Pengajuan belum lengkap"), note, icon="tray", state=state,
               right=show_number(len(missing)), thing=SUBMISSIONS)  # fmt: skip


def _contact(role: ContactRole, contact: Contact | None) -> Line:
    if contact is None:
        return Line(tr(ROLES[role.value]), tr("Belum dinyatakan; Enter mengisinya"), icon=_ICONS[role], thing=role)
    parts = (contact.post, contact.phone, contact.email)
    note = " · ".join((tr(ROLES[role.value]), *filter(None, parts)))
    state = State(tr("Dinyatakan"), "text2", "pencil-simple") if contact.stated else (
        State(tr("Dari jabatan"), "text2", "tree-structure"))  # fmt: skip
    return Line(contact.name, note, icon=_ICONS[role], state=state, thing=role)
