"""The page that splits an agency: the name of the new one, what goes there, and what becomes of the old one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.words.labels import field_label
from ui.agencies.previewed_page import Act, PreviewedPage
from ui.agencies.split_choice import SplitChoice
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode, Part
    from ui.context import Context

_KEPT, _CLOSED = "kept", "closed"
_NAMES = ("name", "short_name", "code")
_REST = "rest_"


def split_form(context: Context, node: AgencyNode) -> PreviewedPage:
    """The page that makes a new agency of a part of this one; where the old one ends the rest gets a new name too."""
    service = context.app.agencies
    choice = SplitChoice(context, node)
    form = Form(context, _fields(), lambda values: _problems(context, node, values), {"old": _ends(node)})

    def parts(values: Mapping[str, object]) -> Sequence[Part]:
        return _parts(values, choice)

    act = Act(
        lambda values: service.split(node.key, parts(values), _date(values), keep=_keeps(values)),
        lambda values: service.split_preview(node.key, parts(values), _date(values), keep=_keeps(values)),
        tr("Pecah {name}?", name=node.name), tr("Pecah"),
    )  # fmt: skip
    title = tr("Pecah {name}", name=node.name)
    page = PreviewedPage(context, title, form, act, lambda _done: tr("{name} dipecah", name=node.name), choice)
    form.begin({"on": date.today(), "old": _KEPT})
    return page


def _fields() -> tuple[Field, ...]:
    def named(name: str, prefix: str, section: str, **more: Any) -> Field:
        return Field(f"{prefix}{name}", field_label("agencies", name), section=section, **more)

    new, old, rest = tr("Bagian baru"), tr("Yang lama"), tr("Nama baru untuk sisanya, bila yang lama ditutup")
    taken = ("agency.split_empty", "agency.name_taken")
    return (
        named("name", "", new, required=True, wide=True, refusals=taken),
        named("short_name", "", new),
        named("code", "", new, refusals=("agency.code_taken",)),
        Field("on", tr("Berlaku mulai"), FieldKind.DATE, required=True, section=old, refusals=("agency.too_early",),
              help=tr("Jabatan sebelum tanggal ini tetap tercatat di tempat lama.")),
        Field("old", tr("Perangkat daerah lama"), FieldKind.CHOICE, required=True, section=old,
              refusals=("agency.split_leaves_nobody",)),
        named("name", _REST, rest, wide=True, refusals=("agency.split_one",),
              help=tr("Kosongkan bila yang lama tetap ada.")),
        named("short_name", _REST, rest),
        named("code", _REST, rest),
    )  # fmt: skip


def _ends(node: AgencyNode) -> list[tuple[str, str]]:
    name = node.short_name or node.name
    return [(_KEPT, tr("{name} tetap ada", name=name)), (_CLOSED, tr("{name} ditutup", name=name))]


def _problems(context: Context, node: AgencyNode, values: Mapping[str, object]) -> list[Problem]:
    """What is wrong with the names that are typed, as for any new agency; the rest needs one where the old one ends."""
    service, closes = context.app.agencies, not _keeps(values)
    found: list[Problem] = []
    for prefix in ("", _REST) if closes else ("",):
        told = {name: values.get(f"{prefix}{name}") for name in _NAMES}
        found += (
            replace(it, column=f"{prefix}{it.column}")
            for it in service.problems({**told, "parent_id": node.parent_id})
            # Where the old one ends its name is free for a part.
            if not (closes and it.code == "agency.name_taken" and it.value == node.name)
        )
    return found


def _parts(values: Mapping[str, object], choice: SplitChoice) -> Sequence[Part]:
    from smartpns_desktop.services.agencies import Part

    new = Part(*_told(values, ""), units=choice.units(), people=choice.people())
    return [new] if _keeps(values) else [Part(*_told(values, _REST)), new]


def _told(values: Mapping[str, object], prefix: str) -> tuple[str, str | None, str | None]:
    name, short, code = (values.get(f"{prefix}{field}") for field in _NAMES)
    return str(name or ""), str(code) if code else None, str(short) if short else None


def _keeps(values: Mapping[str, object]) -> bool:
    return values.get("old") != _CLOSED


def _date(values: Mapping[str, object]) -> date:
    day = values["on"]
    assert isinstance(day, date)
    return day
