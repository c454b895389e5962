"""The copy of a person's data on paper, as the person may ask for it, and the acts that print or save it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.person_copy import LEGAL, TITLE
from ui.people.paper import document, heading, section, table
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.office import OfficeProfile
    from smartpns_desktop.services.person_copy import PersonCopy
    from ui.people.desk import PersonDesk

_MANY = 6
"""Columns beyond which a row is printed as a list of its fields, for a page has no room for more."""


def copy_html(made: PersonCopy, profile: OfficeProfile, today: date) -> str:
    """The document as HTML that Qt's text documents understand."""
    from smartpns_desktop.services.person_copy import tables

    parts = [heading(f"{TITLE}: {made.name}", f"{LEGAL} {tr('Keadaan {day}.', day=show_date(today))}")]
    for it in tables(made):
        rows = [[str(cell) for cell in row] for row in it.rows]
        if len(it.headings) <= _MANY:
            parts.append(section(it.title, table(it.headings, rows)))
            continue
        told = (
            " · ".join(f"{name}: {cell}" for name, cell in zip(it.headings, row, strict=True) if cell) for row in rows
        )
        numbered = ((f"{number}.", text) for number, text in enumerate(told, start=1))
        parts.append(section(it.title, table((), numbered)))
    return document(profile, *parts)


def print_copy(desk: PersonDesk) -> None:
    """Ask for printer or PDF, then print everything that is stored about the person."""
    if desk.person is None:
        return
    from ui.printing.document_print import ask_and_print

    app, key = desk.context.app, desk.key

    def html() -> str:
        return copy_html(app.person_copies.copy(key), app.office.profile(), date.today())

    ask_and_print(desk.context, tr("{title} {name}", title=TITLE, name=desk.person.record.name), html, desk)


def save_copy(desk: PersonDesk) -> None:
    """Ask for a file, then write everything that is stored about the person, as a workbook or as JSON."""
    if desk.person is None:
        return
    proposed = Path.home() / f"{TITLE} {desk.person.record.name}.xlsx"
    kinds = tr("Buku kerja Excel (*.xlsx);;JSON untuk program (*.json)")
    name, kind = QFileDialog.getSaveFileName(desk, tr("Simpan salinan data pribadi"), str(proposed), kinds)
    if not name:
        return
    out = Path(name) if Path(name).suffix else Path(name).with_suffix(".json" if "json" in kind else ".xlsx")
    service, key = desk.context.app.person_copies, desk.key
    desk.context.write(
        tr("Menulis salinan data"),
        lambda _watch: service.write(key, out),
        lambda _made: tr("Salinan data ditulis ke {file}", file=out.name),
        undoable=False,
    )
