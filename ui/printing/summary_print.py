"""The figures of a year on paper: JP per agency, as the first page shows them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from smartpns_desktop.words.figures import show_number
from ui.printing.columns import PrintColumn
from ui.printing.jobs import Job, ask_and_print
from ui.printing.printout import Printout
from ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartpns_desktop.services.year_figures import JpFigures, YearFigures
    from ui.context import Context


def print_summary(context: Context, shown: YearFigures, parent: QWidget) -> None:
    """Ask for the printer and print the table of agencies with its totals."""
    columns = (
        PrintColumn(tr("Perangkat daerah"), 260),
        *(
            PrintColumn(title, 80, right=True, whole=True)
            for title in (
                tr("Pegawai"), tr("Rata-rata JP"), tr("Memenuhi"), tr("Belum"), tr("0 JP"), tr("Memenuhi (%)"),
            )
        ),
    )  # fmt: skip
    profile = context.app.office.profile()
    office = " ".join(filter(None, (profile.office, profile.place)))
    title = tr("Ringkasan pengembangan kompetensi {year}", year=shown.year)
    rows = [_row(it.name, it.jp) for it in shown.agencies] + [_row(tr("Jumlah"), shown.jp)]
    ask_and_print(context, Job(Printout(title, "", columns, office, date.today()), lambda: (len(rows), rows)), parent)


def _row(name: str, jp: JpFigures) -> list[str]:
    numbers = (jp.people, round(jp.mean, 1), jp.met, jp.short, jp.none, round(jp.share_met, 1))
    return [name, *map(show_number, numbers)]
