"""The forms about what agencies are asked to submit: a call to all of them, and the state of one answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain.agency_duties import SUBMISSION_KINDS
from smartpns_desktop.words.agency_labels import STATES
from smartpns_desktop.words.labels import field_label, kind_label
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr

if TYPE_CHECKING:
    from ui.context import Context


def state_form(context: Context, row: Mapping[str, Any]) -> FormPage:
    """The page that states how far an agency has answered; without a state it follows from the data again."""
    service, label = context.app.agency_submissions, "agency-submissions"
    fields = (
        Field("state", field_label(label, "state"), FieldKind.CHOICE,
              help=tr("Kosongkan agar mengikuti impor dan rencana kebutuhan studi.")),
        Field("submitted_on", field_label(label, "submitted_on"), FieldKind.DATE),
        Field("note", field_label(label, "note"), FieldKind.TEXT),
    )  # fmt: skip
    form = Form(context, fields, choices={"state": list(STATES.items())})
    stated = {name: row[name] for name in ("state", "submitted_on", "note")} if row["stated"] else {}
    form.begin(stated)
    facts = {"kind": kind_label(row["kind"]), "period": row["period"], "agency": row["agency"]}
    return FormPage(
        context, tr("{kind} {period}: {agency}", **facts), form,
        lambda _watch, values: service.state(row["key"], values),
        lambda _changes: tr("Pengajuan {kind} {period} {agency} disimpan", **facts),
    )  # fmt: skip


def call_form(context: Context, key: int | None, stored: Mapping[str, Any] | None) -> FormPage:
    """The page that asks all agencies for a kind of data, or changes what was asked."""
    service, label = context.app.agency_submissions, "submission-calls"
    fields = (
        Field("kind", field_label(label, "kind"), FieldKind.CHOICE, required=True),
        Field("period", field_label(label, "period"), required=True, help=tr("Misalnya 2026 atau Triwulan I 2026.")),
        Field("year", field_label(label, "year"), FieldKind.YEAR, required=True),
        Field("opened_on", field_label(label, "opened_on"), FieldKind.DATE, required=True,
              help=tr("Impor sejak hari ini dihitung sebagai jawaban.")),
        Field("deadline", field_label(label, "deadline"), FieldKind.DATE, required=True),
        Field("note", field_label(label, "note"), FieldKind.TEXT),
    )  # fmt: skip
    choices = {"kind": [(kind, kind_label(kind)) for kind in SUBMISSION_KINDS]}
    form = Form(context, fields, lambda values: service.problems(values, key), choices)
    if key is None or stored is None:
        form.begin({"year": context.year, "period": str(context.year), "opened_on": date.today()})
        return FormPage(
            context, tr("Minta data dari semua perangkat daerah"), form,
            lambda _watch, values: service.add_call(values), lambda _result: tr("Permintaan data dibuat"),
        )  # fmt: skip
    form.set_values(stored)
    return FormPage(
        context, tr("Ubah permintaan {kind} {period}", kind=kind_label(stored["kind"]), period=stored["period"]), form,
        lambda _watch, values: service.change_call(key, values), lambda _changes: tr("Permintaan data disimpan"),
    )  # fmt: skip
