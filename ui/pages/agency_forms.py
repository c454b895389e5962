"""The forms about an agency or unit: its record, and one for each act that asks for a name, a place or a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import AGENCY_KINDS, field_label
from ui.agencies.previewed_page import Act, PreviewedPage
from ui.agencies.split_page import split_form
from ui.forms.choice_editor import Choice
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode
    from ui.context import Context

_KINDS: Mapping[str, Sequence[Choice]] = {"kind": list(AGENCY_KINDS.items())}


def _field(name: str, kind: FieldKind = FieldKind.LINE, **more: Any) -> Field:
    return Field(name, more.pop("label", field_label("agencies", name)), kind, **more)


def new_form(context: Context, parent: AgencyNode | None) -> FormPage:
    """The page that adds an agency or unit, below `parent` unless the user chooses another."""
    service = context.app.agencies
    fields = (
        _field("name", required=True, wide=True, help=tr("Nama resmi, ditulis lengkap.")),
        _parent(),
        _field("kind", FieldKind.CHOICE, help=tr("Bila kosong: tingkat teratas = perangkat daerah, lainnya = unit.")),
        _field("short_name", help=tr("Misalnya Diskominfo. Dipakai dalam daftar dan saringan.")),
        _field("code", help=tr("Kode unit organisasi, bila ada.")),
        _field("opened_on", FieldKind.DATE, help=tr("Sebelum tanggal ini tidak tampil dalam pohon.")),
    )
    form = Form(context, fields, service.problems, _KINDS)
    form.begin({"parent_id": parent.key} if parent is not None and parent.closed_on is None else None)
    return FormPage(
        context, tr("Perangkat daerah atau unit baru"), form, lambda _watch, values: service.add(values),
        lambda _result: tr("{name} ditambahkan", name=form.values()["name"]),
    )  # fmt: skip


def record_form(context: Context, node: AgencyNode) -> FormPage:
    """The page that changes short name, code and kind; name and place have their own acts."""
    service = context.app.agencies
    fields = (
        _field("name", wide=True, read_only=tr("Diganti lewat Ganti nama, agar nama lama tetap dikenali.")),
        _field("short_name", help=tr("Dipakai dalam daftar dan saringan.")),
        _field("code", help=tr("Kode lama tetap dikenali saat impor.")),
        _field("kind", FieldKind.CHOICE, required=True),
        _field("opened_on", FieldKind.DATE, help=tr("Sebelum tanggal ini tidak tampil dalam pohon.")),
    )
    form = Form(context, fields, lambda values: service.problems(values, node.key), _KINDS)
    form.set_values(node)
    return FormPage(
        context, tr("Ubah {name}", name=node.name), form, lambda _watch, values: service.change(node.key, values),
        lambda _changes: tr("{name} disimpan", name=node.name),
    )  # fmt: skip


def rename_form(context: Context, node: AgencyNode) -> FormPage:
    """The page that gives a new name from a day on; the old one stays known."""
    service = context.app.agencies

    def check(values: Mapping[str, object]) -> Sequence[Problem]:
        if values.get("name") == node.name:
            return (Problem("agency.same_name", column="name", value=node.name),)
        return service.problems({"name": values.get("name")}, node.key)

    fields = (
        _field("name", label=tr("Nama baru"), required=True, wide=True,
               help=tr("Nama lama tetap dikenali saat impor dan pencarian.")),
        _day(tr("Berlaku mulai"), tr("Tanggal peraturan yang mengganti namanya.")),
    )  # fmt: skip
    form = Form(context, fields, check)
    form.begin({"name": node.name, "on": date.today()})
    return FormPage(
        context, tr("Ganti nama {name}", name=node.name), form,
        lambda _watch, values: service.rename(node.key, str(values["name"]), _date(values)),
        lambda _changes: tr("{name} berganti nama", name=node.name),
    )  # fmt: skip


def move_form(context: Context, node: AgencyNode) -> FormPage:
    """The page that hangs a node somewhere else, with all below it."""
    service = context.app.agencies

    def check(values: Mapping[str, object]) -> Sequence[Problem]:
        if values.get("parent_id") == node.parent_id:
            return (Problem("agency.same_place", column="parent_id", value=node.name),)
        return service.problems({"parent_id": values.get("parent_id")}, node.key)

    day = _day(tr("Berlaku mulai"), tr("Sebelum tanggal ini unit itu tetap tampil di induk lama."))
    form = Form(context, (_parent(wide=True, required=node.parent_id is None), day), check)
    form.begin({"parent_id": node.parent_id, "on": date.today()})
    return FormPage(
        context, tr("Pindahkan {name}", name=node.name), form,
        lambda _watch, values: service.move(node.key, _key(values.get("parent_id")), _date(values)),
        lambda _changes: tr("{name} dipindahkan", name=node.name),
    )  # fmt: skip


def close_form(context: Context, node: AgencyNode) -> FormPage:
    """The page that closes a node from a day on."""
    service = context.app.agencies
    inside = _inside(node)
    stay = tr("{parts} masih tercatat di sini dan tidak ikut pindah; Gabungkan memindahkannya.", parts=inside)
    calm = tr("Tidak lagi ditawarkan dalam isian. Dapat dibuka kembali.")
    form = Form(context, (_day(tr("Ditutup mulai"), stay if inside else calm),))
    form.begin({"on": date.today()})
    return FormPage(
        context, tr("Tutup {name}", name=node.name), form,
        lambda _watch, values: service.close(node.key, _date(values)),
        lambda _changes: tr("{name} ditutup", name=node.name),
    )  # fmt: skip


def merge_form(context: Context, node: AgencyNode) -> FormPage:
    """The page that lets a node go into another: says what moves while one chooses, and asks before it does."""
    service, goes = context.app.agencies, moving(node)
    fields = (
        _field("into", FieldKind.SEARCHED, label=tr("Digabungkan ke"), choices="agencies", required=True, wide=True,
               help=tr("Ketik nama atau singkatan, lalu Enter memilih.")),
        _day(tr("Berlaku mulai"), tr("Jabatan sebelum tanggal ini tetap tercatat di tempat lama.")),
    )  # fmt: skip
    form = Form(context, fields, lambda values: service.merge_problems(node.key, _key(values.get("into"))),
                agree=lambda values: {"into": goes} if values.get("into") else {})  # fmt: skip
    act = Act(
        lambda values: service.merge(node.key, int(str(values["into"])), _date(values)),
        lambda values: service.merge_preview(node.key, int(str(values["into"])), _date(values)),
        tr("Gabungkan dan tutup {name}?", name=node.name), tr("Gabungkan"),
    )  # fmt: skip
    page = PreviewedPage(
        context,
        tr("Gabungkan {name}", name=node.name),
        form,
        act,
        lambda _done: tr("{name} digabungkan", name=node.name),
    )
    form.begin({"on": date.today()})
    return page


def moving(node: AgencyNode) -> str:
    """What goes along when a node goes into another."""
    parts = _inside(node)
    return tr("{parts} pindah ke tujuan, lalu {name} ditutup.", parts=parts, name=node.name) if parts else tr(
        "Tidak ada pegawai atau unit yang pindah; {name} ditutup.", name=node.name)  # fmt: skip


def _inside(node: AgencyNode) -> str:
    """The people and open units that are in a node itself, in words; empty where there is nobody and none."""
    units = sum(unit.closed_on is None for unit in node.units)
    told = [(tr("{count} pegawai", count=show_number(node.people)), node.people),
            (tr("{count} unit", count=show_number(units)), units)]  # fmt: skip
    return tr(" dan ").join(text for text, count in told if count)


FORMS: Mapping[str, Callable[[Context, AgencyNode], FormPage]] = {
    "edit": record_form,
    "add_below": new_form,
    "rename": rename_form,
    "move": move_form,
    "merge": merge_form,
    "split": split_form,
    "close": close_form,
}
"""The form of each act that asks for something."""


def _parent(*, wide: bool = False, required: bool = False) -> Field:
    """What stands at the top already has to be told where it goes."""
    told = tr("Ketik untuk mencari, Enter memilih.")
    top = "" if required else tr(" Kosongkan untuk tingkat teratas.")
    return _field("parent_id", FieldKind.SEARCHED, choices="agencies", help=told + top, wide=wide, required=required)


def _day(label: str, told: str) -> Field:
    return _field("on", FieldKind.DATE, label=label, required=True, help=told, refusals=("agency.too_early",))


def _date(values: Mapping[str, object]) -> date:
    """The day of a form; its field is required."""
    day = values["on"]
    assert isinstance(day, date)
    return day


def _key(value: object) -> int | None:
    return value if isinstance(value, int) else None
