"""The forms of posts: the post itself, a version of what it asks, where careers lead from it, and merging."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain.requirement_texts import POST_LEVELS
from smartpns_desktop.domain.requirements import (
    LEVELS,
    LISTS,
    CompetencyKind,
    Requirement,
    RequirementKind,
    TrainingKind,
)
from smartpns_desktop.words.labels import field_label
from smartpns_desktop.words.record_labels import COMPETENCY_KINDS, ECHELONS, POST_LEVEL_NAMES, TRAINING_KINDS
from ui.forms.choice_editor import Choice
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.domain.problems import Problem
    from smartpns_desktop.services.positions import PostRecord, StandardVersion
    from ui.context import Context

Choices = Mapping[str, Sequence[Choice]]


def _field(name: str, kind: FieldKind = FieldKind.LINE, **more: Any) -> Field:
    return Field(name, more.pop("label", field_label("positions", name)), kind, **more)


def read_choices(app: App) -> Choices:
    """The lists behind the fields of choice; read off the thread of the window."""
    from smartpns_desktop.services.lists import ListQuery

    kinds = app.lists.rows("position-kinds", ListQuery())[1]
    levels = app.lists.rows("education-levels", ListQuery())[1]
    return {
        "kind_code": [(row["code"], row["name"]) for row in kinds],
        "echelon_code": list(ECHELONS.items()),
        "education_code": [(row["code"], row["name"]) for row in levels],
        "training_kind": [(code, tr(name)) for code, name in TRAINING_KINDS.items()],
        "post_level": [(code, tr(POST_LEVEL_NAMES[code])) for code in POST_LEVELS],
        "competency_kind": [(code, tr(name)) for code, name in COMPETENCY_KINDS.items()],
        "level": [(level, tr("Level {level}", level=level)) for level in LEVELS],
    }


def post_form(context: Context, choices: Choices, post: PostRecord | None) -> FormPage:
    """The page that adds a post, or changes one."""
    service, key = context.app.positions, post.key if post else None
    fields = (
        _field("name", required=True, wide=True, help=tr("Jenjang fungsional dikenali dari akhir namanya.")),
        _field("kind_code", FieldKind.CHOICE, label=tr("Jenis jabatan")),
        _field("echelon_code", FieldKind.CHOICE, label=tr("Eselon")),
        _field("retirement_age", FieldKind.WHOLE, help=tr("Isi hanya bila lain dari aturan umum.")),
    )
    form = Form(context, fields, lambda values: service.problems(values, key), choices)
    if post is None or key is None:
        form.begin()
        return FormPage(
            context, tr("Jabatan baru"), form, lambda _watch, values: service.add(values),
            lambda _result: tr("Jabatan dicatat"),
        )  # fmt: skip
    form.set_values({
        "name": post.name, "kind_code": post.kind_code or None, "echelon_code": post.echelon_code or None,
        "retirement_age": post.retirement_age,
    })  # fmt: skip
    return FormPage(
        context, tr("Ubah {name}", name=post.name), form, lambda _watch, values: service.change(key, values),
        lambda _changes: tr("Jabatan disimpan"),
    )  # fmt: skip


def _item(name: str, label: str, kind: FieldKind = FieldKind.LINE, **more: Any) -> Field:
    return Field(name, label, kind, **more)


def version_fields() -> tuple[Field, ...]:
    """The fields of a version: since when, class and family, then what is asked, list by list."""
    basics, asked = tr("Jabatan"), tr("Syarat")
    return (
        _field("effective_date", FieldKind.DATE, section=basics, help=tr("Tanggal baru menjadi versi baru.")),
        _field("position_class", FieldKind.WHOLE, section=basics),
        _field("job_family", section=basics),
        _field("education_code", FieldKind.CHOICE, section=basics, help=tr("Jenjang paling rendah.")),
        _field(
            "programmes", FieldKind.ROWS, section=asked, help=tr("Salah satu dari program studi ini."),
            parts=(_item("name", tr("Program studi atau rumpun")),),
        ),
        _field(
            "trainings", FieldKind.ROWS, section=asked, label=tr("Pelatihan dan sertifikat"),
            help=tr("Nama yang diawali Sertifikat atau Sertifikasi dicocokkan dengan sertifikat pegawai."),
            parts=(
                _item("name", tr("Nama")),
                _item("training_kind", tr("Jenis"), FieldKind.CHOICE),
                _item("validity", tr("Berlaku (bulan)"), FieldKind.WHOLE),
                _item("mandatory", tr("Wajib"), FieldKind.FLAG),
            ),
        ),
        _field(
            "experience", FieldKind.ROWS, section=asked,
            parts=(
                _item("name", tr("Uraian")),
                _item("post_level", tr("Dalam jenjang"), FieldKind.CHOICE),
                _item("months", tr("Lama (bulan)"), FieldKind.WHOLE),
            ),
        ),
        _field(
            "competencies", FieldKind.ROWS, section=asked,
            parts=(
                _item("name", tr("Kompetensi")),
                _item("competency_kind", tr("Jenis"), FieldKind.CHOICE),
                _item("level", tr("Level"), FieldKind.CHOICE),
            ),
        ),
    )  # fmt: skip


_FIRST_KIND = {name: kinds[0] for name, kinds in LISTS.items()}


def told_items(values: Mapping[str, object]) -> dict[str, object]:
    """What a form tells in the service's terms: the rows of its lists as requirements."""
    told = {name: value for name, value in values.items() if name not in LISTS}
    items = [_requirement(_FIRST_KIND[name], row) for name in LISTS for row in _rows(values.get(name))]
    return {**told, "items": tuple(items)}


def _rows(value: object) -> Sequence[Mapping[str, Any]]:
    return value if isinstance(value, tuple) else ()


def _requirement(kind: RequirementKind, row: Mapping[str, Any]) -> Requirement:
    training, competency = row.get("training_kind"), row.get("competency_kind")
    return Requirement(
        kind,
        row["name"] or "",
        bool(row.get("mandatory")),
        row.get("validity"),
        TrainingKind(training) if training else None,
        row.get("months"),
        row.get("post_level"),
        CompetencyKind(competency) if competency else None,
        row.get("level"),
    )


def shown_items(version: StandardVersion) -> dict[str, object]:
    """A version as its form shows it."""
    values: dict[str, object] = {
        "effective_date": version.since,
        "position_class": version.position_class,
        "job_family": version.job_family,
        "education_code": version.education_code,
    }
    parts = {field.name: [part.name for part in field.parts] for field in version_fields() if field.parts}
    for name, kinds in LISTS.items():
        rows = [it for it in version.items if it.kind in kinds]
        values[name] = tuple({part: getattr(it, part) for part in parts[name]} for it in rows)
    return values


def version_form(context: Context, choices: Choices, post: PostRecord, version: StandardVersion | None) -> FormPage:
    """The page that says what a post asks from a day on; a new version begins as the one in force."""
    service, key = context.app.positions, version.key if version else None

    def check(values: Mapping[str, object]) -> tuple[Problem, ...]:
        return service.version_problems(post.key, told_items(values), key)

    form = Form(context, version_fields(), check, choices)
    if version is None or key is None:
        form.begin({**shown_items(post.version), "effective_date": None} if post.version else None)
        return FormPage(
            context, tr("Standar baru {name}", name=post.name), form,
            lambda _watch, values: service.add_version(post.key, told_items(values))[1],
            lambda _changes: tr("Standar jabatan dicatat"),
        )  # fmt: skip
    form.set_values(shown_items(version))
    return FormPage(
        context, tr("Standar {name}", name=post.name), form,
        lambda _watch, _changed: service.change_version(key, told_items(form.values())),
        lambda _changes: tr("Standar jabatan disimpan"),
    )  # fmt: skip


def steps_form(context: Context, post: PostRecord) -> FormPage:
    """The page that says to which posts careers lead from one."""
    service = context.app.positions
    fields = (
        Field(
            "steps", tr("Jabatan berikutnya"), FieldKind.ROWS,
            parts=(_item("next", tr("Jabatan"), FieldKind.SEARCHED, choices="positions"),),
            help=tr("Tanpa isian, urutan jenjang dan eselon yang dipakai."), refusals=("position.own_step",),
        ),
    )  # fmt: skip
    form = Form(context, fields)
    form.set_values({"steps": tuple({"next": it.key} for it in post.next_posts if not it.is_proposal)})
    return FormPage(
        context, tr("Jalur karier dari {name}", name=post.name), form,
        lambda _watch, values: service.set_steps(post.key, [row["next"] for row in _rows(values.get("steps"))]),
        lambda _changes: tr("Jalur karier disimpan"),
    )  # fmt: skip


def merge_form(context: Context, post: PostRecord) -> FormPage:
    """The page that lets a post go into another one."""
    service = context.app.positions
    fields = (
        Field(
            "into", tr("Digabungkan ke"), FieldKind.SEARCHED, required=True, choices="positions", wide=True,
            help=tr("Pemegang, kebutuhan, dan standarnya pindah ke jabatan itu."), refusals=("position.same",),
        ),
    )  # fmt: skip
    form = Form(context, fields)
    form.begin()
    return FormPage(
        context, tr("Gabungkan {name}", name=post.name), form,
        lambda _watch, values: service.merge(post.key, int(str(values["into"]))),
        lambda _changes: tr("Jabatan digabungkan"),
    )  # fmt: skip
