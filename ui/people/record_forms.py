"""The forms of what is recorded of a person besides the histories: SKP, discipline, certificates and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain.disciplinary_actions import DisciplineLevel
from smartpns_desktop.domain.performance_ratings import Expectation, Rating
from smartpns_desktop.domain.requirements import LEVELS
from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.labels import field_label, show_value
from smartpns_desktop.words.sentences import within
from ui.forms.choice_editor import Choice
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.people.record_events import RECORDS
from ui.people.timeline import NAMES, Kind
from ui.texts import tr
from ui.widgets.attachment_list import AttachmentList

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.services.changes import Changes
    from ui.context import Context
    from ui.people.person import Person

Choices = Mapping[str, Sequence[Choice]]


def _maker(kind: str) -> Callable[..., Field]:
    def field(name: str, how: FieldKind = FieldKind.LINE, **more: Any) -> Field:
        return Field(name, field_label(kind, name), how, **more)

    return field


def _decree(field: Callable[..., Field]) -> tuple[Field, ...]:
    proof = tr("Surat keputusan")
    return field("decree_number", section=proof), field("decree_date", FieldKind.DATE, section=proof)


def _rating() -> tuple[Field, ...]:
    field = _maker("performance-ratings")
    return (
        field("year", FieldKind.YEAR, required=True),
        field("rating", FieldKind.CHOICE, help=tr("Bila kosong, dibaca dari hasil dan perilaku kerja, atau nilainya.")),
        field("result", FieldKind.CHOICE, help=tr("Sejak 2022.")),
        field("behaviour", FieldKind.CHOICE, help=tr("Sejak 2022.")),
        field("value", FieldKind.NUMBER, help=tr("Sampai 2021.")),
        field("assessor", section=tr("Penilai")),
        field("assessor_nip", section=tr("Penilai")),
    )


def _action() -> tuple[Field, ...]:
    field = _maker("disciplinary-actions")
    return (
        field("measure", FieldKind.CHOICE, wide=True, help=tr("Jenis hukuman menurut PP 94/2021.")),
        field("level", FieldKind.CHOICE, help=tr("Bila kosong, dibaca dari jenis hukumannya.")),
        field("effective_date", FieldKind.DATE, required=True),
        field("until", FieldKind.DATE, help=tr("Bila kosong, dihitung dari jenis hukumannya.")),
        field("reason", wide=True),
        *_decree(field),
    )


def _certificate() -> tuple[Field, ...]:
    field = _maker("certificates")
    return (
        field("name", required=True, wide=True),
        field("number"),
        field("issuer"),
        field("issued_on", FieldKind.DATE),
        field("valid_until", FieldKind.DATE, help=tr("Kosongkan bila berlaku selamanya.")),
        field("field"),
        field("training_id", FieldKind.CHOICE, help=tr("Pelatihan yang menghasilkannya.")),
    )


def _assessment() -> tuple[Field, ...]:
    field = _maker("competency-assessments")
    return (
        field("competency", FieldKind.CHOICE, required=True, wide=True),
        field("level", FieldKind.CHOICE, required=True),
        field("assessed_on", FieldKind.DATE, required=True),
        field("assessor", help=tr("Asesor atau lembaga yang menilai.")),
        field("number", help=tr("Nomor laporan atau surat keputusannya.")),
    )


def _contract() -> tuple[Field, ...]:
    field = _maker("contracts")
    return (
        field("effective_date", FieldKind.DATE, required=True),
        field("until", FieldKind.DATE, required=True),
        field("number"),
        *_decree(field),
    )


_FIELDS: Mapping[Kind, Callable[[], tuple[Field, ...]]] = {
    Kind.RATING: _rating,
    Kind.DISCIPLINE: _action,
    Kind.CERTIFICATE: _certificate,
    Kind.COMPETENCY: _assessment,
    Kind.CONTRACT: _contract,
}
EDITED = tuple(_FIELDS)
"""Kinds of records that have a form; BKN's index is only imported."""


def read_choices(app: App, kind: Kind) -> Choices:
    """What the lists of a kind's form offer, besides what the person has."""
    from smartpns_desktop.services.lists import ListQuery

    if kind is Kind.RATING:
        expectations = [(it.value, it.value) for it in Expectation]
        return {"rating": [(it.value, it.value) for it in Rating], "result": expectations, "behaviour": expectations}
    if kind is Kind.DISCIPLINE:
        measures = app.lists.rows("disciplinary-measures", ListQuery())[1]
        levels = [(it.value, show_value("disciplinary-actions", "level", it.value)) for it in DisciplineLevel]
        return {"measure": [(row["name"], row["name"]) for row in measures], "level": levels}
    if kind is Kind.COMPETENCY:
        names = [(it, it) for it in app.positions.competency_names()]
        return {"competency": names, "level": [(it, tr("Level {level}", level=it)) for it in LEVELS]}
    return {}


def record_form(context: Context, person: Person, kind: Kind, key: int, choices: Choices, stored: Any) -> FormPage:
    """The page that adds a record of a person (`key` 0), or changes one; `stored` is what the store tells of it, or
    what is known of a new one."""
    service, name, owner = context.app.records, RECORDS[kind], person.record.key
    trainings = [(row["key"], _training(row)) for row in person.trainings]
    offered = {**choices, "training_id": trainings}
    form = Form(context, _FIELDS[kind](), lambda values: service.problems(name, owner, values, key), offered)
    files = AttachmentList(context)
    facts = {"kind": within(tr(NAMES[kind])), "name": person.record.name}
    if key:
        form.set_values(stored)
        files.show_of(_table(name), key)
        title = tr("Ubah {kind} {name}", **facts)
    else:
        form.begin(stored)
        files.begin()
        title = tr("Tambah {kind} {name}", **facts)

    def save(_watch: object, values: Mapping[str, object]) -> Changes:
        if key:
            return service.change(name, key, values)
        return service.add(name, owner, values, context.app.attachments.keep(files.pending))[1]

    return FormPage(context, title, form, save, lambda _done: tr("Data {kind} {name} disimpan", **facts), files)


def _table(kind: str) -> str:
    from smartpns_desktop.services.records import table_of

    return table_of(kind)


def _training(row: Mapping[str, Any]) -> str:
    day = row["end"] or row["start"]
    return f"{row['name']} ({show_date(day)})" if day else str(row["name"])
