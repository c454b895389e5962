"""The face without a screen: every use-case as a command."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from smartpns_desktop.app import open_app
from smartpns_desktop.cli.interruption import handler_restored, held_back
from smartpns_desktop.cli.output import Output
from smartpns_desktop.cli.parser import Call, make_parser
from smartpns_desktop.cli.window import Window, open_window
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.services import failures
from smartpns_desktop.services.data_places import share_with_group
from smartpns_desktop.services.logs import keep_log

__all__ = ["Window", "cancelled", "run"]

_log = logging.getLogger(__name__)


def run(arguments: Sequence[str], window: Window | None = None) -> int:
    """Carry out one command, or open the window that was handed in where none is named.

    The result is the exit code (0 done, 1 partly, 2 unusable input, 3 surroundings).
    """
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in a legacy code page must neither refuse nor garble Indonesian names.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    output = Output(as_json="--json" in arguments)
    try:
        call = make_parser().read(arguments)
        call.window, output = window, Output(as_json=call.json)
        share_with_group(call.data_dir)
        keep_log(call.data_dir)
        with handler_restored():
            return _open(call) if call.command is None else int(_carry_out(call, output))
    except KeyboardInterrupt:
        return cancelled(arguments)
    except BrokenPipeError:
        return int(Outcome.DONE)
    except Exception as error:  # noqa: BLE001 - the one place where every error gets its sentence
        known = failures.known(error)
        if known is None:
            _log.exception("unexpected error")
            known = CannotDo("unexpected", Outcome.FORBIDDEN)
        output.failure(known)
        return int(known.outcome)


def cancelled(arguments: Sequence[str]) -> int:
    """Tell that Ctrl+C ended the call before it stored anything; the result is the exit code."""
    Output(as_json="--json" in arguments).failure(CannotDo("cancelled"))
    return int(Outcome.BAD_INPUT)


def _open(call: Call) -> int:
    if call.window is None or call.json:
        raise CannotDo("argument.unusable", detail="nama perintah wajib diisi")
    return open_window(call.window, call.data_dir, call.files)


def _carry_out(call: Call, output: Output) -> Outcome:
    # The commands know every service; the window shall not wait until all of them are loaded.
    with held_back():
        from smartpns_desktop.cli.commands import COMMANDS

    command = COMMANDS[call.command or ""]
    if not command.needs_store:
        return command.run(None, call, output)
    app = open_app(call.data_dir, derives=False)
    try:
        return command.run(app, call, output)
    finally:
        app.close()
