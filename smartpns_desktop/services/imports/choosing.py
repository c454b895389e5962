"""Which sheet of a file is imported where nobody is there to choose it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.returned import layout_in
from smartpns_desktop.exchange.sheets import Sheet
from smartpns_desktop.exchange.workbooks import Workbook, digest_and_size, open_workbook
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.looking import is_clear, others_of
from smartpns_desktop.services.imports.plan import Source


def choose_sheet(path: Path, kind: str | None, name: str | None, specs: Mapping[str, SheetSpec], sender: str) -> Source:
    """The asked sheet, else the first visible one with a heading that we know.

    Raises CannotDo as `open_workbook` does, and sheet.missing, sheet.empty, heading.missing, columns.missing, kind.*.
    """
    with open_workbook(path) as workbook:
        sheet, layout, others = _choose(workbook, kind, name, specs)
        digest, _ = digest_and_size(path)
    return Source(path, digest, sheet, layout, ImportChoices(layout.spec.kind, sender=sender), others)


def _choose(
    workbook: Workbook, kind: str | None, name: str | None, specs: Mapping[str, SheetSpec]
) -> tuple[Sheet, Layout, tuple[Notice, ...]]:
    path = workbook.path
    wanted = [specs[kind]] if kind else [*specs.values()]
    visible = [info.name for info in workbook.sheets if info.visible]
    candidates = [name] if name else visible
    refusal = CannotDo("heading.missing", path=path.name, sheet=", ".join(candidates))
    for sheet in _filled(workbook, candidates):
        layout = layout_in(sheet, wanted)
        if layout is not None and (is_clear(layout) or (kind and not layout.incomplete)):
            others = others_of(visible, sheet.name)
            return sheet, layout, (others,) if others else ()
        other = layout_in(sheet, specs.values()) if kind else None
        if other is not None and not other.incomplete:
            raise CannotDo("kind.mismatch", path=path.name, expected=kind, found=other.spec.kind)
        if layout is not None and layout.incomplete:
            refusal = CannotDo("columns.missing", path=path.name, columns=", ".join(layout.incomplete))
        elif layout is not None:
            refusal = CannotDo("kind.unknown", path=path.name, sheet=sheet.name)
    raise refusal


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
