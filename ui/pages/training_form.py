"""The form of a training: whose, which, when, how many JP, which certificate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smartpns_desktop.words.labels import field_label
from ui.forms.choice_editor import Choice
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr
from ui.widgets.attachment_list import AttachmentList

if TYPE_CHECKING:
    from smartpns_desktop.services.trainings import TrainingRecord
    from ui.context import Context


def _field(name: str, kind: FieldKind = FieldKind.LINE, **more: Any) -> Field:
    return Field(name, more.pop("label", field_label("trainings", name)), kind, **more)


def training_fields() -> tuple[Field, ...]:
    """The fields that a person tells; year and credited JP follow from them."""
    who, what, proof = tr("Peserta"), tr("Pelatihan"), tr("Bukti")
    return (
        _field(
            "employee_id", FieldKind.SEARCHED, label=tr("Pegawai"), choices="employees", required=True, wide=True,
            section=who, help=tr("Ketik nama atau NIP, lalu Enter memilih."),
        ),
        _field("name", required=True, wide=True, section=what),
        _field("form_code", FieldKind.CHOICE, label=field_label("trainings", "form"), section=what),
        _field("organiser", section=what),
        _field("start_date", FieldKind.DATE, section=what),
        _field("end_date", FieldKind.DATE, section=what),
        _field("jp", FieldKind.NUMBER, section=what, help=tr("Jam pelajaran (45 menit) menurut sertifikat.")),
        _field("certificate_number", section=proof),
        _field("certificate_date", FieldKind.DATE, section=proof),
        _field("source", section=proof),
        _field("verified", FieldKind.FLAG, section=proof, help=tr("Centang bila sertifikatnya sudah diperiksa.")),
        _field("note", FieldKind.TEXT, section=proof),
    )  # fmt: skip


def training_form(
    context: Context, forms: Sequence[Choice], record: TrainingRecord | None, employee: int | None = None
) -> FormPage:
    """The page that adds a training, of this employee if told, or changes one."""
    service = context.app.trainings
    key = record.key if record else None
    choices: Mapping[str, Sequence[Choice]] = {"form_code": forms}
    form = Form(context, training_fields(), lambda values: service.problems(values, key), choices)
    if record is None or key is None:
        form.begin({"employee_id": employee} if employee is not None else None)
        return FormPage(
            context, tr("Pelatihan baru"), form, lambda _watch, values: service.add(values),
            lambda _result: tr("Pelatihan dicatat"),
        )  # fmt: skip
    form.set_values({field.name: getattr(record, field.name) for field in form.fields})
    files = AttachmentList(context)
    files.show_of("trainings", key)
    return FormPage(
        context, tr("Ubah pelatihan {person}", person=record.person), form,
        lambda _watch, values: service.change(key, values), lambda _changes: tr("Pelatihan disimpan"), files,
    )  # fmt: skip


def form_choices(context: Context) -> Sequence[Choice]:
    """The forms of development in force, by code; read off the thread of the window."""
    return context.app.trainings.forms()
