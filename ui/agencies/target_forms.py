"""The forms about targets of a year and about a signed commitment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from smartpns_desktop.words.agency_labels import TARGETS
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import field_label
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr
from ui.widgets.attachment_list import AttachmentList

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode
    from smartpns_desktop.services.agency_duties import Commitment, Target
    from smartpns_desktop.services.changes import Changes
    from ui.context import Context

_KIND = "agency-commitments"
_FILES = "agency_commitments"


def targets_form(context: Context, node: AgencyNode, year: int, targets: Sequence[Target]) -> FormPage:
    """The page that sets the targets of a year; an empty one is none."""
    service = context.app.agency_duties
    fields = [
        Field(it.kind.value, tr(TARGETS[it.kind.value]), FieldKind.NUMBER, refusals=("argument.bad_value",),
              help=tr("Sekarang {result}.", result=show_number(it.result)))
        for it in targets
    ]  # fmt: skip
    form = Form(context, fields)
    form.begin({it.kind.value: it.value for it in targets})
    return FormPage(
        context, tr("Target {year} {name}", year=year, name=node.name), form,
        lambda _watch, values: service.set_targets(node.key, year, values),
        lambda _changes: tr("Target {year} disimpan", year=year),
    )  # fmt: skip


def commitment_form(context: Context, node: AgencyNode, commitment: Commitment | None) -> FormPage:
    """The page that records a commitment with its file, or changes one."""
    service = context.app.agency_duties
    fields = (
        Field(
            "subject", field_label(_KIND, "subject"), required=True, wide=True, help=tr("Misalnya Pakta pemenuhan JP.")
        ),
        Field("signed_on", field_label(_KIND, "signed_on"), FieldKind.DATE, required=True),
        Field("number", field_label(_KIND, "number")),
        Field("signer", field_label(_KIND, "signer"), required=True, help=tr("Nama atau jabatan penanda tangan.")),
    )
    form, files = Form(context, fields, service.commitment_problems), AttachmentList(context)
    if commitment is None:
        form.begin()
        files.begin()
        title = tr("Komitmen baru {name}", name=node.name)
    else:
        form.set_values(commitment)
        files.show_of(_FILES, commitment.key)
        title = tr("Ubah komitmen {name}", name=node.name)

    def save(_watch: object, values: Mapping[str, object]) -> Changes:
        if commitment is not None:
            return service.change_commitment(commitment.key, values)
        return service.add_commitment(node.key, values, context.app.attachments.keep(files.pending))[1]

    return FormPage(context, title, form, save, lambda _changes: tr("Komitmen disimpan"), files)
