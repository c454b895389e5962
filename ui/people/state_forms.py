"""The forms of the four histories: a grade, a post, an education, a legal standing, each from its TMT on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.standings import NAMES as STANDINGS
from smartpns_desktop.words.labels import enum_label, field_label
from smartpns_desktop.words.sentences import within
from ui.forms.choice_editor import Choice
from ui.forms.field import Field, FieldKind
from ui.forms.form import Check, Form
from ui.forms.form_page import FormPage
from ui.people.timeline import HISTORIES, NAMES, Event, Kind, timeline
from ui.texts import tr
from ui.widgets.attachment_list import AttachmentList

if TYPE_CHECKING:
    from pathlib import Path

    from smartpns_desktop.app import App
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.employee_states import State
    from ui.context import Context
    from ui.people.person import Person

_EFFECTIVE, _OWN = "effective", Appointment.OWN.value
TABLES = {kind: f"{kind.value}_history" for kind in HISTORIES}
"""The table of each history, as attachments name it."""
_REFUSALS = ("state.before_birth", "state.date_taken")


def _field(name: str, kind: FieldKind = FieldKind.LINE, **more: Any) -> Field:
    return Field(name, more.pop("label", field_label("employees", name)), kind, **more)


def _effective(**more: Any) -> Field:
    label = more.pop("label", field_label("employees", "effective_date"))
    return Field(_EFFECTIVE, label, FieldKind.DATE, refusals=_REFUSALS, **more)


def _decree() -> tuple[Field, ...]:
    proof = tr("Surat keputusan")
    return (_field("decree_number", section=proof), _field("decree_date", FieldKind.DATE, section=proof))


def _grade() -> tuple[Field, ...]:
    return (
        _field("grade_code", FieldKind.CHOICE, label=tr("Golongan"), required=True),
        _effective(required=True, help=tr("TMT baru menjadi baris baru dalam riwayat.")),
        _field("service_years", FieldKind.WHOLE),
        _field("service_months", FieldKind.WHOLE),
        *_decree(),
    )


def _post() -> tuple[Field, ...]:
    known = tr("Ketik untuk mencari; nama yang belum ada menjadi jabatan baru.")
    return (
        _field(
            "position_id", FieldKind.SEARCHED, label=tr("Jabatan"), choices="positions", new_as="post", required=True,
            wide=True, help=known,
        ),
        _field("agency_id", FieldKind.SEARCHED, label=tr("Perangkat daerah atau unit"), choices="agencies", wide=True),
        _effective(required=True, help=tr("TMT baru menjadi baris baru dalam riwayat.")),
        _field(
            "appointment", FieldKind.CHOICE, label=tr("Status jabatan"),
            help=tr("Plt., Plh., dan Pj. berdampingan dengan jabatan definitif."),
        ),
        _field(
            "until", FieldKind.DATE, label=tr("Berlaku sampai"),
            help=tr("Hari terakhir Plt., Plh., atau Pj.; jabatan definitif berakhir saat yang berikutnya mulai."),
        ),
        _field(
            "position_kind", FieldKind.CHOICE, label=tr("Jenis jabatan"), help=tr("Hanya bagi jabatan yang baru."),
        ),
        *_decree(),
    )  # fmt: skip


def _education() -> tuple[Field, ...]:
    known = tr("Ketik untuk mencari; nama yang belum ada menjadi program studi baru.")
    return (
        _field("level_code", FieldKind.CHOICE, label=tr("Tingkat pendidikan"), required=True),
        _field(
            "programme_id", FieldKind.SEARCHED, label=tr("Program studi"), choices="programmes", new_as="programme",
            help=known,
        ),
        _field("school", wide=True),
        _effective(label=tr("Tanggal lulus")),
        _field("graduation_year", FieldKind.YEAR, help=tr("Cukup tahunnya bila tanggalnya tidak diketahui.")),
        _field("certificate_number"),
    )  # fmt: skip


def _standing() -> tuple[Field, ...]:
    return (
        _field("standing", FieldKind.CHOICE, required=True),
        _effective(required=True),
        _field(
            "until", FieldKind.DATE, label=tr("Berlaku sampai"),
            help=tr("Hari terakhir CLTN dan sejenisnya; sesudahnya kedudukan sebelumnya berlaku lagi."),
        ),
        *_decree(),
    )  # fmt: skip


_FIELDS: Mapping[Kind, Callable[[], tuple[Field, ...]]] = {
    Kind.GRADE: _grade,
    Kind.POST: _post,
    Kind.EDUCATION: _education,
    Kind.STANDING: _standing,
}


def read_choices(app: App, kind: EmployeeKind) -> Mapping[str, Sequence[Choice]]:
    """What the fields with a list offer: the grades of that kind of person, levels, kinds of posts."""
    from smartpns_desktop.services.lists import ListQuery

    def rows(name: str) -> list[dict[str, Any]]:
        return app.lists.rows(name, ListQuery())[1]

    grades = "PPPK" if kind is EmployeeKind.PPPK else "PNS"
    return {
        "grade_code": [
            (row["code"], " · ".join(filter(None, (row["name"], row["rank"]))))
            for row in rows("grades")
            if row["kind"] == grades
        ],
        "level_code": [(row["code"], row["name"]) for row in rows("education-levels")],
        "position_kind": [(row["code"], row["name"]) for row in rows("position-kinds")],
        "appointment": [(it.value, enum_label(it)) for it in Appointment],
        "standing": [(name, name) for name in STANDINGS.values()],
    }


def state_form(
    context: Context, person: Person, kind: Kind, state: State | None, choices: Mapping[str, Sequence[Choice]]
) -> FormPage:
    """The page that adds a row to a history of a person, or changes one."""
    if state is None:
        return _new_state(context, person, kind, choices)
    return _known_state(context, person, kind, state, choices)


def _new_state(context: Context, person: Person, kind: Kind, choices: Mapping[str, Sequence[Choice]]) -> FormPage:
    form = Form(context, _FIELDS[kind](), _checked(context, person, kind, None), choices)
    form.begin({"agency_id": _present_agency(person), "appointment": _OWN} if kind is Kind.POST else None)
    files, app, key = AttachmentList(context), context.app, person.record.key
    files.begin()

    def save(_watch: object, values: Mapping[str, object]) -> Changes:
        return add_with_files(app, key, kind, split(values, None), files.pending)

    facts = _facts(person, kind)
    return FormPage(context, tr("Tambah {kind} {name}", **facts), form, save, _told(facts), files)


def _known_state(
    context: Context, person: Person, kind: Kind, state: State, choices: Mapping[str, Sequence[Choice]]
) -> FormPage:
    from smartpns_desktop.services.employee_states import History

    form = Form(context, _FIELDS[kind](), _checked(context, person, kind, state), choices)
    service, row, before = context.app.employees, state.key, known_day(kind, state)
    form.set_values({name: getattr(state, name, None) for name in form.rows} | {_EFFECTIVE: before})
    files = AttachmentList(context)
    files.show_of(TABLES[kind], row)

    def save(_watch: object, values: Mapping[str, object]) -> Changes:
        return service.change_state(History(kind.value), row, *split(values, before))

    facts = _facts(person, kind)
    return FormPage(context, tr("Ubah {kind} {name}", **facts), form, save, _told(facts), files)


def add_with_files(
    app: App, key: int, kind: Kind, told: tuple[date | None, dict[str, object]], files: Sequence[Path]
) -> Changes:
    """Take a state in, and attach files to the row that tells it then."""
    from smartpns_desktop.services.employee_states import History

    history, row = History(kind.value), TABLES[kind]
    changes = app.employees.add_state(key, history, *told, app.attachments.keep(files))
    if changes.change_set is None and files:
        # What was typed stands there already: only the files are new.
        known = [it.key for it in _states(app, key, kind) if it.effective == told[0]]
        for stored in known[:1]:
            for file in files:
                app.attachments.attach(row, stored, file)
    return changes


def _states(app: App, key: int, kind: Kind) -> Sequence[State]:
    states: Sequence[State] = getattr(app.employees.record(key), f"{kind.value}s")
    return states


def _checked(context: Context, person: Person, kind: Kind, state: State | None) -> Check:
    """What is wrong with typed values: what the form sees by itself, and what the person's life says."""
    from smartpns_desktop.services.employee_states import History

    others = tuple(it for it in timeline(person.record, ()) if it.thing.kind is kind)
    service, key, row = context.app.employees, person.record.key, state.key if state else 0
    before = known_day(kind, state) if state else None

    def check(values: Mapping[str, object]) -> Sequence[Problem]:
        own = state_problems(kind, values, others if state is None else ())
        return (*own, *service.state_problems(key, History(kind.value), *split(values, before), row))

    return check


def _facts(person: Person, kind: Kind) -> dict[str, str]:
    return {"kind": within(tr(NAMES[kind])), "name": person.record.name}


def _told(facts: Mapping[str, str]) -> Callable[[object], str]:
    return lambda _changes: tr("Riwayat {kind} {name} disimpan", **facts)


def _present_agency(person: Person) -> int | None:
    """Where the present post is held: most people are promoted where they are."""
    return next((post.agency_id for post in person.record.posts if post.in_force), None)


def split(values: Mapping[str, object], before: date | None) -> tuple[date | None, dict[str, object]]:
    """The TMT (the one `before` where it is not told) and the other values."""
    told = dict(values)
    effective = told.pop(_EFFECTIVE, before)
    return (effective if isinstance(effective, date) else None), told


def known_day(kind: Kind, state: State) -> date | None:
    """The TMT as it is told; of an education the first of January says that the year alone is known."""
    day = state.effective
    return None if kind is Kind.EDUCATION and day and (day.month, day.day) == (1, 1) else day


def state_problems(kind: Kind, values: Mapping[str, object], twins: Sequence[Event] = ()) -> tuple[Problem, ...]:
    """What is wrong with a row of a history while it is typed.

    A new row with the TMT of one of `twins` will correct that one, which is told before it is saved.
    """
    day, year = values.get(_EFFECTIVE), values.get("graduation_year")
    if kind is Kind.EDUCATION:
        differs = isinstance(day, date) and year is not None and day.year != year
        return (Problem("state.year_differs", column="graduation_year"),) if differs else ()
    twin = next((it for it in twins if day is not None and it.day == day), None)
    return (Problem("state.same_date", column=_EFFECTIVE, facts={"stored": twin.title}),) if twin else ()
