"""The commands export, template and report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from smartpns_desktop.app import App
from smartpns_desktop.cli.output import Output
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.services.lists import ListQuery

_TIMELESS = ("employees", "agencies")
"""Kinds whose rows belong to no year."""


def export(app: App, call: Call, output: Output) -> Outcome:
    """Write a kind to a workbook."""
    _require_xlsx(call.out)
    if call.year is not None and call.kind in _TIMELESS:
        raise CannotDo("argument.unusable", detail=f"--year tidak berlaku untuk {call.kind}")
    if call.kind == "data-findings":
        return _export_mending(app, call, output)
    query = ListQuery(as_of=call.as_of)
    rows = app.exports.export(call.kind, call.out, agency=call.agency, year=call.year, since=call.since, query=query)
    output.result({"kind": call.kind, "file": str(call.out), "rows": rows}, [f"{rows} baris ditulis ke {call.out}"])
    return Outcome.DONE


def _export_mending(app: App, call: Call, output: Output) -> Outcome:
    """The people in whose data something is to be mended, in a workbook that comes back as an import of employees."""
    if call.year is not None or call.since is not None or call.as_of is not None:
        raise CannotDo("argument.unusable", detail="data-findings hanya menerima --agency")
    rows = app.mending.write(call.out, call.agency)
    told = f"{rows} pegawai yang datanya perlu diperbaiki ditulis ke {call.out}"
    output.result({"kind": call.kind, "file": str(call.out), "rows": rows}, [told])
    return Outcome.DONE


def template(app: App, call: Call, output: Output) -> Outcome:
    """Write a workbook to be filled in, for an agency with what is known of it."""
    _require_xlsx(call.out)
    app.templates.write(call.kind, call.out, agency=call.agency)
    output.result({"kind": call.kind, "file": str(call.out)}, [f"Templat ditulis ke {call.out}"])
    return Outcome.DONE


def report(app: App, call: Call, output: Output) -> Outcome:
    """Write a report."""
    _require_xlsx(call.out)
    year = call.year or (call.as_of or date.today()).year
    rows = app.reports.write(call.name, call.out, year=year, as_of=call.as_of)
    output.result({"report": call.name, "file": str(call.out), "rows": rows}, [f"Laporan ditulis ke {call.out}"])
    return Outcome.DONE


def _require_xlsx(out: Path) -> None:
    if out.suffix.casefold() != ".xlsx":
        raise CannotDo("export.unsupported_ending", ending=out.suffix or "(tanpa akhiran)", path=out.name)
