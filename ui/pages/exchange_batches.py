"""The list of earlier imports as data, and what is said of one of them."""

from __future__ import annotations

from collections.abc import Callable

from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import kind_label, show_value
from ui.lists.columns import Align, ListKind, Record, State, ViewColumn, text_of
from ui.texts import tr


def batches_list() -> ListKind:
    """Earlier imports, the newest first."""
    return ListKind("batches", tr("impor"), _columns())


def state_of(record: Record) -> State:
    """Whether an import is in force."""
    if record["undone"]:
        return State(tr("Diurungkan"), "text2", "arrow-counter-clockwise")
    return State(tr("Berlaku"), "ok", "check-circle")


def facts_of(record: Record) -> tuple[tuple[str, str], ...]:
    """What the panel beside the list tells, in its order."""
    return (
        (tr("Jenis data"), kind_label(record["kind"])),
        (tr("Lembar"), record["sheet"] or ""),
        (tr("Pengirim"), record["sender"] or ""),
        (tr("Waktu"), show_value("batches", "at", record["at"])),
        (tr("Oleh"), record["actor"] or ""),
        (tr("Baris"), show_number(record["rows"] or 0)),
        (tr("Baru"), show_number(record["new"] or 0)),
        (tr("Berubah"), show_number(record["changed"] or 0)),
        (tr("Sama"), show_number(record["same"] or 0)),
        (tr("Salah"), show_number(record["rejected"] or 0)),
    )


def what_goes(record: Record) -> str:
    """What taking an import back does, as sentences."""
    new, changed = int(record["new"] or 0), int(record["changed"] or 0)
    parts = []
    if new:
        parts.append(tr("{count} baris yang ditambahkan dihapus lagi", count=show_number(new)))
    if changed:
        parts.append(tr("{count} baris yang diubah kembali seperti sebelumnya", count=show_number(changed)))
    going = tr(" dan ").join(parts)
    first = f"{going[:1].upper()}{going[1:]}. " if going else ""
    kept = tr("Yang sesudahnya diubah atau dipakai data lain dipertahankan dan disebutkan. Dapat diulangi kapan saja.")
    return first + kept


def _columns() -> tuple[ViewColumn, ...]:
    return (
        ViewColumn("file", tr("Berkas"), 220, text_of("file"), stretch=True),
        ViewColumn("kind", tr("Jenis data"), 130, lambda it: kind_label(it["kind"])),
        ViewColumn("sheet", tr("Lembar"), 110, text_of("sheet"), hidden=True),
        ViewColumn("sender", tr("Pengirim"), 120, text_of("sender"), hidden=True),
        ViewColumn("rows", tr("Baris"), 64, _number("rows"), align=Align.RIGHT, total=True),
        ViewColumn("new", tr("Baru"), 60, _number("new"), align=Align.RIGHT, total=True),
        ViewColumn("changed", tr("Berubah"), 72, _number("changed"), align=Align.RIGHT, total=True),
        ViewColumn("same", tr("Sama"), 60, _number("same"), align=Align.RIGHT, hidden=True),
        ViewColumn("rejected", tr("Salah"), 60, _number("rejected"), align=Align.RIGHT),
        ViewColumn("at", tr("Waktu"), 136, lambda it: show_value("batches", "at", it["at"]), elided=False),
        ViewColumn("actor", tr("Oleh"), 100, text_of("actor"), hidden=True),
        ViewColumn("undone", tr("Keadaan"), 116, lambda it: state_of(it).word, state=state_of),
    )


def _number(field: str) -> Callable[[Record], str]:
    return lambda it: show_number(it[field] or 0)
