"""The forms of the lists beside the posts: a quota of a unit, and a competency of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from smartpns_desktop.words.labels import field_label
from smartpns_desktop.words.record_labels import COMPETENCY_KINDS
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr

if TYPE_CHECKING:
    from ui.context import Context

Stored = Mapping[str, Any]


def quota_form(context: Context, key: int | None, stored: Stored) -> FormPage:
    """The page that says how many a unit needs in a post; `stored` is what the store tells, or where one begins."""
    service, kind = context.app.positions.quotas, "position-quotas"
    fields = (
        Field("position_id", tr("Jabatan"), FieldKind.SEARCHED, required=True, choices="positions", wide=True),
        Field("agency_id", field_label(kind, "agency"), FieldKind.SEARCHED, required=True, choices="agencies",
              wide=True),
        Field("needed", field_label(kind, "needed"), FieldKind.WHOLE, help=tr("Menurut analisis beban kerja.")),
        Field("filled", field_label(kind, "filled"), FieldKind.WHOLE, help=tr("Seperti dilaporkan unitnya.")),
        Field("effective_date", field_label(kind, "effective_date"), FieldKind.DATE,
              help=tr("Tanggal baru menjadi catatan baru; yang lama tetap berlaku sampai hari itu.")),
    )  # fmt: skip
    form = Form(context, fields, lambda values: service.problems(values, key))
    if key is None:
        form.begin(stored)
        return FormPage(
            context, tr("Kebutuhan jabatan baru"), form, lambda _watch, values: service.add(values),
            lambda _result: tr("Kebutuhan jabatan dicatat"),
        )  # fmt: skip
    form.set_values(stored)
    return FormPage(
        context, tr("Ubah kebutuhan jabatan"), form, lambda _watch, values: service.change(key, values),
        lambda _changes: tr("Kebutuhan jabatan disimpan"),
    )  # fmt: skip


def competency_form(context: Context, key: int | None, stored: Stored) -> FormPage:
    """The page that adds a competency to the reference, or changes one of the office's own."""
    service, kind = context.app.positions.reference, "competencies"
    fields = (
        Field("name", field_label(kind, "name"), required=True, wide=True),
        Field("kind", field_label(kind, "kind"), FieldKind.CHOICE, required=True),
        Field("effective_from", field_label(kind, "effective_from"), FieldKind.DATE, required=True),
        Field("source", field_label(kind, "source"), wide=True, help=tr("Misalnya keputusan kepala daerah.")),
    )
    choices = {"kind": [(code, tr(name)) for code, name in COMPETENCY_KINDS.items()]}
    form = Form(context, fields, lambda values: service.problems(values, key), choices)
    if key is None:
        form.begin({"effective_from": date.today(), **stored})
        return FormPage(
            context, tr("Kompetensi baru"), form, lambda _watch, values: service.add(values),
            lambda _result: tr("Kompetensi dicatat"),
        )  # fmt: skip
    form.set_values(stored)
    return FormPage(
        context, tr("Ubah kompetensi {name}", name=stored["name"]), form,
        lambda _watch, values: service.change(key, values), lambda _changes: tr("Kompetensi disimpan"),
    )  # fmt: skip
