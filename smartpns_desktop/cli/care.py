"""The commands that look after the store: check, backup, restore, demo and self-test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from smartpns_desktop.app import App
from smartpns_desktop.cli.interruption import asking_to_stop
from smartpns_desktop.cli.output import Output, table
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.cli.window import check_unseen
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.services.backups import restore_store
from smartpns_desktop.services.data_places import place_of
from smartpns_desktop.services.self_test import self_test as prove
from smartpns_desktop.words import health
from smartpns_desktop.words.data_places import PLACES


def check(app: App, call: Call, output: Output) -> Outcome:  # noqa: ARG001 - every command has the same shape
    """Is everything sound?"""
    report, place = app.health.check(), place_of(app.data_dir)
    findings = [{"code": it.code, **it.facts, "message": health.say(it)} for it in report.findings]
    found = {
        "sound": report.sound,
        "findings": findings,
        "change_sets": report.change_sets,
        "folder": str(app.data_dir),
        "place": place.value,
        "data": report.data,
    }
    lines = [health.say(it) for it in report.findings] or [health.all_is_well(report.change_sets)]
    counts = table(("Data", "Jumlah"), [(health.DATA[name], number) for name, number in report.data.items()])
    output.result(found, [*lines, f"Folder data: {app.data_dir} ({PLACES[place]})", "", *counts])
    return Outcome.DONE if report.sound else Outcome.SOME_REJECTED


def backup(app: App, call: Call, output: Output) -> Outcome:
    """Make a verified copy."""
    made = app.backups.backup(call.out)
    output.result({"file": str(made)}, [f"Cadangan dibuat dan diperiksa: {made}"])
    return Outcome.DONE


def restore(app: App | None, call: Call, output: Output) -> Outcome:  # noqa: ARG001 - every command has the same shape
    """Put a backup in the place of the store, which may be too damaged to be opened."""
    with asking_to_stop() as watch:
        kept = restore_store(call.data_dir, call.file, watch)
        output.result(
            {"file": str(call.file), "kept": str(kept)},
            [f"Data dikembalikan dari {call.file}.", f"Data sebelumnya disimpan di {kept}."],
        )
    return Outcome.DONE


def demo(app: App, call: Call, output: Output) -> Outcome:
    """Fill an empty store with a believable city."""
    with asking_to_stop() as watch:
        made = app.demo.fill(call.employees, watch=watch)
        found = {
            "batch": made.change_set,
            "employees": made.employees,
            "trainings": made.trainings,
            "study_needs": made.needs,
        }
        city = f"{made.employees} pegawai, {made.trainings} pelatihan, {made.needs} kebutuhan studi"
        undoing = f"Untuk menghapusnya lagi: smartpns undo {made.change_set}"
        output.result(found, [f"Kota contoh dibuat: {city}.", undoing])
    return Outcome.DONE


def self_test(app: App | None, call: Call, output: Output) -> Outcome:  # noqa: ARG001 - every command has the same shape
    """Prove that the installed program works, in a folder of its own."""
    window = call.window
    steps = prove([("jendela", lambda folder: check_unseen(window, folder))] if window else [])
    found: dict[str, Any] = {
        "passed": all(step.passed for step in steps),
        "steps": [{"name": step.name, "passed": step.passed, "detail": step.detail} for step in steps],
    }
    lines = [f"{'ok   ' if step.passed else 'GAGAL'}  {step.name}  {step.detail}" for step in steps]
    if call.out:
        _write_lines(call.out, lines)
    output.result(found, lines)
    return Outcome.DONE if found["passed"] else Outcome.SOME_REJECTED


def _write_lines(path: Path, lines: Sequence[str]) -> None:
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise CannotDo("folder.not_writable", Outcome.FORBIDDEN, path=path.parent) from error
