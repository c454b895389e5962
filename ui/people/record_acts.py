"""What can be done to a row of a person, by its kind: its form, and its removal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartpns_desktop.words.sentences import within
from ui.pages.training_form import form_choices, training_form
from ui.people.record_events import RECORDS
from ui.people.record_forms import EDITED, Choices, record_form
from ui.people.record_forms import read_choices as record_choices
from ui.people.state_forms import read_choices, state_form
from ui.people.timeline import HISTORIES, NAMES, Kind, Thing
from ui.texts import tr
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.services.changes import Changes
    from ui.people.desk import PersonDesk


@dataclass(frozen=True, slots=True)
class Acts:
    """`open` lays the form of a row on the page (of a new one without a thing), `remove` deletes a row."""

    open: Callable[[PersonDesk, Kind, Thing | None], None]
    remove: Callable[[App, Thing], Changes]


def _open_state(desk: PersonDesk, kind: Kind, thing: Thing | None) -> None:
    person, app = desk.person, desk.context.app
    state = person.state(thing) if person and thing else None
    if person is None or (thing is not None and state is None):
        return

    def show(choices: object) -> None:
        desk.lay_on_top(state_form(desk.context, person, kind, state, choices))  # type: ignore[arg-type]

    desk.context.operations.read(lambda: read_choices(app, person.record.kind), show, owner=desk, slot="form")


def _remove_state(app: App, thing: Thing) -> Changes:
    from smartpns_desktop.services.employee_states import History

    return app.employees.remove_state(History(thing.kind.value), thing.key)


def _open_training(desk: PersonDesk, _kind: Kind, thing: Thing | None) -> None:
    context = desk.context
    service = context.app.trainings

    def show(read: tuple[object, object]) -> None:
        desk.lay_on_top(training_form(context, *read, employee=desk.key))  # type: ignore[arg-type]

    context.operations.read(
        lambda: (form_choices(context), None if thing is None else service.record(thing.key)),
        show,
        owner=desk,
        slot="form",
    )


def _remove_training(app: App, thing: Thing) -> Changes:
    return app.trainings.delete(thing.key)


def _open_record(desk: PersonDesk, kind: Kind, thing: Thing | None, begun: Mapping[str, object] | None = None) -> None:
    person, context, key = desk.person, desk.context, thing.key if thing else 0
    if person is None:
        return
    app, name = context.app, RECORDS[kind]

    def show(read: tuple[Choices, object]) -> None:
        desk.lay_on_top(record_form(context, person, kind, key, *read))

    context.operations.read(
        lambda: (record_choices(app, kind), app.records.record(name, key) if key else begun),
        show,
        owner=desk,
        slot="form",
    )


def _remove_record(app: App, thing: Thing) -> Changes:
    return app.records.remove(RECORDS[thing.kind], thing.key)


ACTS: Mapping[Kind, Acts] = {
    **dict.fromkeys(HISTORIES, Acts(_open_state, _remove_state)),
    **dict.fromkeys(EDITED, Acts(_open_record, _remove_record)),
    Kind.TRAINING: Acts(_open_training, _remove_training),
}
"""Kinds without acts are only shown."""


def add(desk: PersonDesk, kind: Kind) -> None:
    """The form of a new row."""
    ACTS[kind].open(desk, kind, None)


def assess(desk: PersonDesk, competency: str) -> None:
    """The form of an assessment of one competency."""
    _open_record(desk, Kind.COMPETENCY, None, {"competency": competency})


def change(desk: PersonDesk, thing: Thing) -> None:
    """The form of a row."""
    if thing.kind in ACTS:
        ACTS[thing.kind].open(desk, thing.kind, thing)


def take_out(desk: PersonDesk, thing: Thing, name: str) -> None:
    """Delete the row that is called `name`, after a question."""
    kind = within(tr(NAMES[thing.kind]))
    body = tr("Baris riwayat itu hilang dari data pegawai ini. Dapat diurungkan dengan Ctrl+Z.")
    title = tr("Hapus {kind} “{title}”?", kind=kind, title=name)
    if thing.kind not in ACTS or not ask_destructive(desk, title, body, tr("Hapus {kind}", kind=kind)):
        return
    app, remove = desk.context.app, ACTS[thing.kind].remove
    desk.context.write(
        tr("Menghapus"),
        lambda _watch: remove(app, thing),
        lambda _changes: tr("{kind} dihapus", kind=kind.capitalize()),
    )
