"""The panel beside the board: an agency's numbers, each a link to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from smartpns_desktop.words.figures import show_date, show_number
from ui.texts import tr
from ui.widgets.buttons import button
from ui.widgets.detail_panel import DetailPanel

if TYPE_CHECKING:
    from ui.lists.columns import Record

_NUMBERS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("asked", "{count} diminta", ()),
    ("received", "{count} sudah masuk", (("missing", "false"),)),
    ("missing", "{count} belum lengkap", (("missing", "true"),)),
    ("late", "{count} terlambat", (("timing", "late"),)),
)
"""Field of the board, its words, and the conditions that list its rows."""


class ComplianceDetail(DetailPanel):
    """Shows a row of the board; `listed` carries the conditions of the rows behind a number, `opened` a key."""

    listed = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._record: Record | None = None
        self.numbers = {}
        for field, _text, more in _NUMBERS:
            link = self.numbers[field] = button("", kind="link")
            link.clicked.connect(lambda _on=False, more=more: self._list(more))
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_rule()
        self.page = self.add_button(button(tr("Buka perangkat daerah"), icon="buildings"))
        self.page.clicked.connect(self._open)
        self.show_record(None)

    def show_record(self, record: Record | None) -> None:
        """Show an agency; an empty panel where there is none."""
        self._record = record
        self.setEnabled(record is not None)
        self.title.setText(record["agency"] if record else tr("Belum ada yang dipilih"))
        for field, text, _more in _NUMBERS:
            self.numbers[field].setVisible(record is not None and record[field] > 0)
            self.numbers[field].setText(tr(text, count=show_number(record[field])) if record else "")
        self.show_facts(_facts(record) if record else ())

    def _open(self) -> None:
        if self._record is not None:
            self.opened.emit(self._record["key"])

    def _list(self, more: tuple[tuple[str, str], ...]) -> None:
        if self._record is not None:
            own = (("agency_id", str(self._record["key"])), ("year", str(self._record["year"])))
            self.listed.emit((*own, *more))


def _facts(record: Record) -> tuple[tuple[str, str], ...]:
    return (
        (tr("Penanggung jawab"), record["in_charge"] or ""),
        (tr("Nomor HP"), record["phone"] or ""),
        (tr("Target"), show_number(record["targets"])),
        (tr("Komitmen"), show_date(record["committed_on"]) if record["committed_on"] else ""),
    )
