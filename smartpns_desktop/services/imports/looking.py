"""The first look at a file: its sheets, what kind of table stands where, and the cells, kept for the next steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.cells import shown
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.layout import Layout, rank, rivalled
from smartpns_desktop.exchange.returned import layout_in
from smartpns_desktop.exchange.sheets import Sheet, SheetInfo, column_letters, let_go
from smartpns_desktop.exchange.table_rows import TableRows
from smartpns_desktop.exchange.workbooks import Workbook, digest_and_size, open_workbook
from smartpns_desktop.services.watch import Watch

_TOP = 30
"""Rows of a sheet that are shown; more where the heading stands lower."""
_BELOW_HEADING = 10
_LONGEST = 200
"""Characters of a cell that are shown; a cell can hold a whole page."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """A sheet of the file; `rows` is how many it fills, `None` where it cannot be read."""

    name: str
    visible: bool
    rows: int | None


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a file is, and one sheet of it.

    `kind` is what the sheet seems to be ("employees"), `None` where nobody can tell; `kinds` all that it could be,
    the likeliest first. The heading stands in the rows `first_row` to `header_row` (from 1), both 0 where none was
    found. `top` are the first rows as texts, all equally long. `size` is in bytes. The file is not needed any more:
    `content` are the sheet's cells.
    """

    path: Path
    size: int
    digest: str
    format: str
    sheets: tuple[SheetLook, ...]
    sheet: str
    kind: str | None
    kinds: tuple[str, ...]
    first_row: int
    header_row: int
    top: tuple[tuple[str, ...], ...] = field(repr=False)
    notices: tuple[Notice, ...]
    content: Sheet = field(repr=False)

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def let_go(self) -> None:
        """Free the cells, some rows at a time; nothing can be planned afterwards."""
        let_go(self.content.rows)

    @property
    def rows(self) -> int:
        """Rows of the sheet, empty ones between filled ones included."""
        return len(self.content.rows)


@dataclass(slots=True)
class _Chosen:
    """The sheet to be shown so far, and the headings that it might have by kind."""

    content: Sheet | None = None
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    refusal: CannotDo | None = None

    @property
    def best(self) -> Layout | None:
        found = self.layouts.values()
        best = max(found, key=self.rank, default=None)
        return best if best is None or self.rank(best)[0] else rivalled(best, found)

    def rank(self, layout: Layout) -> tuple[bool, tuple[int, int, bool]]:
        """How well a heading explains the sheet; one of ours is of the kind that it says it is."""
        origin = self.content.origin if self.content else None
        return origin is not None and origin.kind == layout.spec.kind and not layout.incomplete, rank(layout)

    def offer(self, content: Sheet, specs: Sequence[SheetSpec]) -> None:
        """Take a sheet where there is none yet, or none whose kind is known, or none with so many rows of data."""
        found = {spec.kind: layout for spec in specs if (layout := layout_in(content, [spec]))}
        offered = _Chosen(content, found)
        if self.content is None or (is_clear(offered.best) and not (is_clear(self.best) and self.rows >= offered.rows)):
            self.content, self.layouts = content, found

    @property
    def rows(self) -> int:
        """How many rows of data the sheet has beyond doubt."""
        best, content = self.best, self.content
        return 0 if best is None or content is None else TableRows(content.rows, best).count_certain(content.rows)


def is_clear(layout: Layout | None) -> bool:
    """Whether a sheet with that heading is of that kind without anybody having to say so."""
    return layout is not None and not layout.incomplete and not layout.doubtful


def look_at(path: Path, wanted: str | None, specs: Sequence[SheetSpec], watch: Watch, password: str = "") -> FileLook:
    """Read a file and choose the sheet of that name, else as `choose_sheet` does, else the first visible one.

    Raises CannotDo as `open_workbook` does, and sheet.missing, sheet.empty.
    """
    watch.begin("read")
    chosen = _Chosen()
    with open_workbook(path, password) as workbook:
        digest, size = digest_and_size(path)
        if wanted is not None and wanted not in {info.name for info in workbook.sheets}:
            workbook.read(wanted)
        sheets = []
        for number, info in enumerate(workbook.sheets, start=1):
            watch.step(number, len(workbook.sheets))
            is_wanted = info.visible if wanted is None else info.name == wanted
            sheets.append(_look_into(workbook, info, chosen, specs if is_wanted else None))
    if chosen.content is None:
        names = wanted or ", ".join(it.name for it in sheets if it.visible)
        raise chosen.refusal or CannotDo("sheet.empty", path=path.name, name=names)
    return _look(path, size, digest, workbook.format.value, tuple(sheets), chosen.content, chosen)


def _look_into(workbook: Workbook, info: SheetInfo, chosen: _Chosen, specs: Sequence[SheetSpec] | None) -> SheetLook:
    """Read a sheet and offer it where it may be chosen; one that cannot be read spoils no other."""
    try:
        content = workbook.read(info.name)
    except CannotDo as error:
        empty = error.code == "sheet.empty"
        if specs and not empty:
            chosen.refusal = chosen.refusal or error
        return SheetLook(info.name, info.visible, 0 if empty else None)
    if specs:
        chosen.offer(content, specs)
    return SheetLook(info.name, info.visible, len(content.rows))


def _look(
    path: Path, size: int, digest: str, kind: str, sheets: tuple[SheetLook, ...], content: Sheet, chosen: _Chosen
) -> FileLook:
    best = chosen.best
    possible = [layout for layout in chosen.layouts.values() if not layout.incomplete]
    return FileLook(
        path=path,
        size=size,
        digest=digest,
        format=kind,
        sheets=sheets,
        sheet=content.name,
        kind=best.spec.kind if best and is_clear(best) else None,
        kinds=tuple(layout.spec.kind for layout in sorted(possible, key=chosen.rank, reverse=True)),
        first_row=best.first_row if best else 0,
        header_row=best.header_row if best else 0,
        top=_top(content, best.header_row if best else 0),
        notices=tuple(_notices(content, sheets)),
        content=content,
    )


def _top(content: Sheet, header_row: int) -> tuple[tuple[str, ...], ...]:
    rows = content.rows[: max(_TOP, header_row + _BELOW_HEADING)]
    return tuple(tuple(shortened(cell) for cell in row) for row in rows)


def shortened(cell: object) -> str:
    """A cell as text, cut where it is long."""
    text = shown(cell)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _notices(content: Sheet, sheets: Sequence[SheetLook]) -> Iterator[Notice]:
    """What a reader of the sheet would not see."""
    rows = tuple(map(str, sorted(content.hidden_rows)))
    columns = tuple(column_letters(place) for place in sorted(content.hidden_columns))
    for code, names in (("rows.hidden", rows), ("columns.hidden", columns)):
        if names:
            yield Notice(code, {"count": str(len(names))}, names)
    if content.merged:
        yield Notice("cells.merged", {"count": str(content.merged)})
    others = others_of([it.name for it in sheets if it.visible], content.name)
    if others:
        yield others


def others_of(visible: Sequence[str], chosen: str) -> Notice | None:
    """What is told of the sheets that are not read."""
    rest = tuple(name for name in visible if name != chosen)
    return Notice("sheet.others", {"count": str(len(rest))}, rest) if rest else None
