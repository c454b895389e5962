"""The form of one line of a plan: what is to be studied, for which post, how many in each year, who pays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.study_needs import AMOUNTS, Funding, Period, PlanState
from smartpns_desktop.words.labels import enum_label, field_label
from ui.forms.choice_editor import Choice
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.study_needs import NeedLine, PlanRecord
    from ui.context import Context

_REFUSED = ("plan.sealed", "agency.closed", "plan.bad_period")
"""Refusals that are about the agency's plan."""


def _field(name: str, kind: FieldKind = FieldKind.LINE, **more: Any) -> Field:
    return Field(name, field_label("study-needs", name), kind, **more)


def need_fields(period: Period) -> tuple[Field, ...]:
    """The fields of a line of a plan for these years."""
    study, money = tr("Studi"), tr("Biaya dan dasar")
    rupiah = tr("Rupiah, untuk seluruh baris ini.")
    return (
        Field("level_code", tr("Jenjang"), FieldKind.CHOICE, required=True, section=study),
        _field("programme_id", FieldKind.SEARCHED, choices="programmes", new_as="programme", required=True,
               section=study, help=tr("Ketik namanya; yang belum ada akan ditambahkan.")),
        _field("position_id", FieldKind.SEARCHED, choices="positions", new_as="post", section=study,
               help=tr("Jabatan yang memerlukan pendidikan ini.")),
        _field("field", section=study),
        _field("heads", FieldKind.HEADS, years=tuple(range(period[0], period[1] + 1)), section=study),
        _field("funding", FieldKind.CHOICE, section=money),
        *(_field(name, FieldKind.MONEY, help=rupiah, section=money) for name in AMOUNTS),
        _field("basis", wide=True, section=money),
        _field("note", FieldKind.TEXT, section=money),
    )  # fmt: skip


def _agency_field() -> Field:
    return _field(
        "agency_id", FieldKind.SEARCHED, choices="agencies", required=True, wide=True, refusals=_REFUSED,
        section=tr("Rencana"), help=tr("Rencananya dibuat bila belum ada."),
    )  # fmt: skip


def _choices(levels: Sequence[Choice]) -> Mapping[str, Sequence[Choice]]:
    return {"level_code": levels, "funding": [(it.value, enum_label(it)) for it in Funding]}


def new_need_form(context: Context, levels: Sequence[Choice], period: Period, agency: int | None) -> FormPage:
    """The page that adds a line to the plan of an agency, of the chosen one where there is one."""
    service = context.app.study_needs

    def parted(values: Mapping[str, object]) -> tuple[Any, dict[str, object]]:
        told = dict(values)
        return told.pop("agency_id", None), told

    def save(_watch: object, values: Mapping[str, object]) -> tuple[int, Changes]:
        place, told = parted(values)
        return service.add_need(place, period, told)

    def check(values: Mapping[str, object]) -> Any:
        place, told = parted(values)
        return service.new_problems(place, period, told)

    form = Form(context, (_agency_field(), *need_fields(period)), check, _choices(levels))
    form.begin({"agency_id": agency} if agency is not None else None)
    if agency is not None:
        form.setFocusProxy(form.rows["level_code"].editor)
    title = tr("Kebutuhan studi baru {first}–{last}", first=period[0], last=period[1])
    return FormPage(context, title, form, save, lambda _result: tr("Kebutuhan studi ditambahkan"))


def need_form(context: Context, levels: Sequence[Choice], plan: PlanRecord, line: NeedLine) -> FormPage:
    """The page that changes a line."""
    service = context.app.study_needs
    fields = need_fields((plan.first_year, plan.last_year))
    form = Form(context, fields, lambda values: service.problems(plan.key, values, line.key), _choices(levels))
    form.set_values(line)
    return FormPage(
        context, tr("Ubah {programme} · {agency}", programme=line.programme, agency=plan.agency), form,
        lambda _watch, values: service.change_line(line.key, values),
        lambda _changes: tr("{programme} disimpan", programme=line.programme),
    )  # fmt: skip


def open_new_form(
    context: Context, owner: QObject, period: Period, agency: int | None, show: Callable[[FormPage], None]
) -> None:
    """Read what the form of a new line offers, and show it."""
    context.operations.read(
        lambda: level_choices(context),
        lambda levels: show(new_need_form(context, levels, period, agency)),
        owner=owner,
        slot="form",
    )


def open_form(context: Context, owner: QObject, key: int, show: Callable[[FormPage], None]) -> None:
    """Read a line and show its form; a line of a sealed plan is refused at once."""
    service = context.app.study_needs

    def read() -> tuple[PlanRecord, NeedLine, Sequence[Choice]]:
        plan, line = service.need(key)
        if plan.state is PlanState.DISAHKAN:
            raise CannotDo("plan.sealed", agency=plan.agency)
        return plan, line, level_choices(context)

    context.operations.read(
        read,
        lambda found: show(need_form(context, found[2], found[0], found[1])),
        owner=owner,
        slot="form",
        failed=context.refuse,
    )


def level_choices(context: Context) -> Sequence[Choice]:
    """Code and name of the levels of education, the lowest first; read off the thread of the window."""
    from smartpns_desktop.services.lists import ListQuery

    _count, rows = context.app.lists.rows("education-levels", ListQuery())
    return [(row["code"], row["name"]) for row in rows]
