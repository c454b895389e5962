"""The form about who leads an agency or answers for its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartpns_desktop.domain.agency_duties import ContactRole
from smartpns_desktop.words.agency_labels import ROLES
from smartpns_desktop.words.labels import field_label
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode
    from smartpns_desktop.services.agency_duties import Contact
    from ui.context import Context

_KIND = "agency-contacts"
_DERIVED = "Kosongkan agar mengikuti jabatan struktural tertinggi di sini."


def contact_form(context: Context, node: AgencyNode, role: ContactRole, contact: Contact | None) -> FormPage:
    """The page that states who it is; without a person or a name the statement is taken back."""
    service = context.app.agency_duties
    help_text = tr(_DERIVED) if role is ContactRole.HEAD else tr("Ketik nama atau NIP, lalu Enter memilih.")
    fields = (
        Field("employee_id", field_label(_KIND, "employee_id"), FieldKind.SEARCHED, choices="employees", wide=True,
              help=help_text),
        Field("name", field_label(_KIND, "name"), help=tr("Hanya bila bukan pegawai yang terdata.")),
        Field("phone", field_label(_KIND, "phone")),
        Field("email", field_label(_KIND, "email")),
    )  # fmt: skip
    form = Form(context, fields)
    form.begin(_stated(contact))
    who = tr(ROLES[role.value])
    return FormPage(
        context, f"{who}: {node.name}", form,
        lambda _watch, values: service.set_contact(node.key, role, values),
        lambda _changes: tr("{who} {name} disimpan", who=who, name=node.short_name or node.name),
    )  # fmt: skip


def _stated(contact: Contact | None) -> dict[str, object]:
    """What somebody stated; what is only derived is not written down by a mere saving."""
    if contact is None or not contact.stated:
        return {}
    name = None if contact.key is not None else contact.name
    return {"employee_id": contact.key, "name": name, "phone": contact.phone or None, "email": contact.email or None}
