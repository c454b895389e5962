"""The command attach: files that prove a row, which is told as in `list`."""

from __future__ import annotations

from smartpns_desktop.app import App
from smartpns_desktop.cli.output import Output
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.services.attachments import subject_of
from smartpns_desktop.services.lists import ListQuery


def attach(app: App, call: Call, output: Output) -> Outcome:
    """Attach files to the one row that matches."""
    subject = subject_of(call.kind)
    keys = app.lists.keys(call.kind, ListQuery(where=tuple(call.where)))
    if len(keys) != 1:
        raise CannotDo("attachment.not_one", count=len(keys))
    numbers = [app.attachments.attach(subject, keys[0], file).change_set for file in call.files_attached]
    files = app.attachments.of(subject, keys[0])
    found = {
        "kind": call.kind,
        "batches": [it for it in numbers if it is not None],
        "files": [{"name": it.name, "format": it.format, "size": it.size, "sha256": it.sha256} for it in files],
    }
    output.result(found, [f"Lampiran sekarang ({len(files)}):", *(f"  {it.name}" for it in files)])
    return Outcome.DONE
