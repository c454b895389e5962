"""The forms of an employee: the record itself, and what a new one holds first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.civil_registry import MARITAL_STATUSES, RELIGIONS
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.employment import Service
from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.labels import enum_label, field_label
from ui.forms.choice_editor import Choice
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr
from ui.widgets.attachment_list import AttachmentList

if TYPE_CHECKING:
    from smartpns_desktop.services.employees import EmployeeRecord
    from ui.context import Context


def _field(name: str, kind: FieldKind = FieldKind.LINE, **more: Any) -> Field:
    return Field(name, field_label("employees", name), kind, **more)


def record_fields() -> tuple[Field, ...]:
    """The fields of the record itself; what changes over time has its own histories."""
    identity, duty, contact = tr("Identitas"), tr("Kepegawaian"), tr("Kontak dan nomor lain")
    return (
        _field("nip", FieldKind.NIP, required=True, section=identity, refusals=("nip.taken",)),
        _field("name", required=True, section=identity, help=tr("Tanpa gelar, agar pencarian tepat.")),
        _field("front_title", section=identity),
        _field("back_title", section=identity),
        _field("birth_place", section=identity),
        _field("birth_date", FieldKind.DATE, section=identity),
        _field("sex", FieldKind.CHOICE, section=identity),
        _field("nik", FieldKind.NIK, section=identity),
        _field("religion", FieldKind.CHOICE, section=identity),
        _field("marital_status", FieldKind.CHOICE, section=identity),
        _field("kind", FieldKind.CHOICE, section=duty, help=tr("Bila kosong, dibaca dari NIP.")),
        _field("employment_type", section=duty, help=tr("Misalnya PNS Daerah Kab/Kota yang bekerja pada Kab/Kota.")),
        _field("previous_nip", section=duty),
        _field("cpns_date", FieldKind.DATE, section=duty),
        _field("pns_date", FieldKind.DATE, section=duty),
        _field("cpns_decree_number", section=duty),
        _field("cpns_decree_date", FieldKind.DATE, section=duty),
        _field("pns_decree_number", section=duty),
        _field("pns_decree_date", FieldKind.DATE, section=duty),
        _field("phone", section=contact),
        _field("official_email", section=contact),
        _field("email", section=contact),
        _field("tax_number", section=contact),
        _field("health_insurance_number", section=contact),
        _field("siasn_id", section=contact),
        _field("address", FieldKind.TEXT, section=contact),
        _field("note", FieldKind.TEXT, section=contact),
    )


def choices() -> Mapping[str, Sequence[Choice]]:
    """What the fields with a list offer."""
    return {
        "sex": [(sex.value, enum_label(sex)) for sex in Sex],
        "kind": [(kind.value, enum_label(kind)) for kind in EmployeeKind],
        "religion": [(name, name) for name in RELIGIONS],
        "marital_status": [(name, name) for name in MARITAL_STATUSES],
    }


def agreements(values: Mapping[str, object]) -> Mapping[str, str]:
    """What the NIP confirms while one types."""
    number = str(values.get("nip") or "")
    if nip.fault(number) is not None:
        return {}
    told = nip.parts(number)
    confirmed = {"birth_date": told.birth_date, "sex": told.sex.value if told.sex else None}
    return {name: tr("Cocok dengan NIP") for name, value in confirmed.items() if value and values.get(name) == value}


def record_form(context: Context, key: int | None, record: EmployeeRecord | None) -> FormPage:
    """The page that adds an employee, or changes the record of one."""
    service = context.app.employees
    form = Form(context, record_fields(), lambda values: service.problems(values, key), choices(), agreements)
    if record is None or key is None:
        form.begin()
        return FormPage(
            context, tr("Pegawai baru"), form, lambda _watch, values: service.add(values),
            lambda _result: tr("Pegawai ditambahkan"),
        )  # fmt: skip
    form.set_values({field.name: getattr(record, field.name) for field in form.fields})
    files = AttachmentList(context)
    files.show_of("employees", key)
    return FormPage(
        context, _title(record), form,
        lambda _watch, values: service.change(key, values),
        lambda _changes: tr("Data {name} disimpan", name=record.name),
        files,
    )  # fmt: skip


def _title(record: EmployeeRecord) -> str:
    """Whose data; of somebody who is gone it says so, lest they be changed by mistake."""
    title = tr("Ubah data {name}", name=record.name)
    if record.current.get("service") != Service.LEFT:
        return title
    since = record.current.get("standing_date")
    state = tr("{standing} sejak {day}", standing=record.current["standing"], day=show_date(since)) if since else ""
    return f"{title} ({state or record.current['standing']})"
