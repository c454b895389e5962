"""Workbooks in which an agency mends its people's data: their rows as they stand, each with what is to be mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from db import Database, Reader
from db.queries import data_findings as findings
from db.queries import listing as queries
from db.queries.listing import Filter
from smartpns_desktop.domain.data_quality import MENDS, Place
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.templates import REMARK, Prefill, Row, write_template
from smartpns_desktop.services import data_findings
from smartpns_desktop.services.agency_scope import agency_named, agency_tree
from smartpns_desktop.services.exports import rows_of, spec_of
from smartpns_desktop.services.listings import bring_up_to_date, listing
from smartpns_desktop.services.templates import choices_of
from smartpns_desktop.words.data_quality import advice, title
from smartpns_desktop.words.workbooks import MENDING

_KIND = "employees"
_CODES = tuple(code for code, mend in MENDS.items() if mend.place is not Place.RATING)
"""Checks that a sheet of employees can mend; ratings have their own (the template of that kind)."""


class MendingService:
    """Writes what is to be mended today; the workbook comes back as an import of employees."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, out: Path, agency: str | None = None) -> int:
        """Write the people of an agency (code or name, units included; without one of all) in whose data something is
        to be mended; returns how many.

        Raises `CannotDo`: `agency.unknown`, `file.in_use`, `folder.not_writable`, `disk.full`, `file.too_large`.
        """
        bring_up_to_date(self._database, data_findings.KIND)
        spec = spec_of(_KIND)
        with self._database.read() as reader:
            office = agency_named(reader, agency) if agency else None
            reasons = _reasons(reader, agency_tree(reader, office.id) if office else None)
            prefill = Prefill(_rows(reader, spec, reasons), remark=MENDING)
            choices = choices_of(reader)
        write_template(out, spec, choices, prefill=prefill, agency=office.name if office else "")
        return len(prefill.rows)


def _reasons(reader: Reader, agency_keys: set[int] | None) -> dict[int, list[str]]:
    """By person what each check says."""
    on, reasons = date.today(), defaultdict[int, list[str]](list)
    kept = data_findings.at_hand(reader, on)
    for row in findings.people_with(reader, on, _CODES, agency_keys, kept=kept):
        said = advice(row.check_code, is_open=row.is_open)
        reasons[row.employee_id].append(f"{title(row.check_code)}: {said}")
    return reasons


def _rows(reader: Reader, spec: SheetSpec, reasons: Mapping[int, Sequence[str]]) -> list[Row]:
    people, wanted = listing(reader, _KIND), Filter(keys=frozenset(reasons))
    fields, rows = rows_of(reader, spec, people, wanted)
    keys = queries.keys(reader, people, wanted)
    return [
        {**dict(zip(fields, row, strict=True)), REMARK: "  •  ".join(reasons[key])}
        for key, row in zip(keys, rows, strict=True)
    ]
