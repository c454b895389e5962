"""Which sheet of a file is imported where nobody is there to choose it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.returned import layout_in
from smartpns_desktop.exchange.sheets import Sheet
from smartpns_desktop.exchange.table_rows import TableRows
from smartpns_desktop.exchange.workbooks import Workbook, digest_and_size, open_workbook
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.looking import is_clear, others_of
from smartpns_desktop.services.imports.plan import Source
from smartpns_desktop.services.imports.unknown_columns import misspelled_layout


def choose_sheet(
    path: Path,
    kind: str | None,
    name: str | None,
    specs: Mapping[str, SheetSpec],
    sender: str,
    password: str = "",
    *,
    take_misspelled: bool = False,
) -> Source:
    """The asked sheet, else of the visible ones whose kind is clear the one with most rows of data, else the first.

    An index or a recapitulation in front has no heading of a kind, or few rows. `take_misspelled` understands
    headings that only a slip of the pen hides. Raises CannotDo as `open_workbook` does, and sheet.missing,
    sheet.empty, heading.missing, columns.missing, kind.*.
    """
    with open_workbook(path, password) as workbook:
        chosen = _choose(workbook, kind, name, specs, take_misspelled)
        digest, _ = digest_and_size(path)
        others = others_of([info.name for info in workbook.sheets if info.visible], chosen.sheet.name)
    notices = (*chosen.told, *([others] if others else []))
    return Source(
        path, digest, chosen.sheet, chosen.layout, ImportChoices(chosen.layout.spec.kind, sender=sender), notices
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    sheet: Sheet
    layout: Layout
    told: tuple[Notice, ...] = ()


def _choose(
    workbook: Workbook, kind: str | None, name: str | None, specs: Mapping[str, SheetSpec], take_misspelled: bool
) -> _Candidate:
    wanted = [specs[kind]] if kind else [*specs.values()]
    names = [name] if name else [info.name for info in workbook.sheets if info.visible]
    refusal = CannotDo("heading.missing", path=workbook.path.name, sheet=", ".join(names))
    best: _Candidate | None = None
    for sheet in _filled(workbook, names):
        found = _read(sheet, wanted, take_misspelled)
        if found is not None and (is_clear(found.layout) or (kind and not found.layout.incomplete)):
            best = found if best is None or _rows_of(found) > _rows_of(best) else best
        elif best is None:
            _refuse_other_kind(workbook, sheet, kind, specs)
            refusal = _refusal(workbook, found) or refusal
    if best is None:
        raise refusal
    return best


def _read(sheet: Sheet, wanted: Sequence[SheetSpec], take_misspelled: bool) -> _Candidate | None:
    layout, told = misspelled_layout(sheet, wanted) if take_misspelled else (layout_in(sheet, wanted), ())
    return _Candidate(sheet, layout, told) if layout else None


def _rows_of(candidate: _Candidate) -> int:
    return TableRows(candidate.sheet.rows, candidate.layout).count_certain(candidate.sheet.rows)


def _refuse_other_kind(workbook: Workbook, sheet: Sheet, kind: str | None, specs: Mapping[str, SheetSpec]) -> None:
    other = layout_in(sheet, specs.values()) if kind else None
    if other is not None and not other.incomplete:
        raise CannotDo("kind.mismatch", path=workbook.path.name, expected=kind, found=other.spec.kind)


def _refusal(workbook: Workbook, found: _Candidate | None) -> CannotDo | None:
    if found is None:
        return None
    if found.layout.incomplete:
        return CannotDo("columns.missing", path=workbook.path.name, columns=", ".join(found.layout.incomplete))
    return CannotDo("kind.unknown", path=workbook.path.name, sheet=found.sheet.name)


def _filled(workbook: Workbook, names: Sequence[str]) -> Iterator[Sheet]:
    """These sheets in turn, those without a cell left out; `sheet.empty` where none is left."""
    empty: CannotDo | None = CannotDo("sheet.empty", path=workbook.path.name, sheet=", ".join(names))
    for name in names:
        try:
            yield workbook.read(name)
            empty = None
        except CannotDo as error:
            if error.code != "sheet.empty":
                raise
    if empty is not None:
        raise empty
