"""The program's updates: what is installed, what a file brings, and the one button that installs it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smartpns_desktop import __version__
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.updates import ENDING
from smartpns_desktop.words.figures import show_date, show_number
from ui.errors.reports import Known, describe
from ui.shell.arrival import releases_text, show_releases
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button, set_kind
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, on_plane, wrapped
from ui.widgets.markdown_text import MarkdownText
from ui.widgets.scrolled import scrolled
from ui.widgets.side_by_side import side_by_side

if TYPE_CHECKING:
    from smartpns_desktop.services.updates import Offer, Prepared
    from ui.context import Context

_LEAST_NEWS = 160
"""Pixels: some six lines; in a low window the tab scrolls."""


class UpdateTab(QWidget):
    """Looks at a file that is chosen, dropped or opened; the window closes itself once the setup runs."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        on_plane(self, "surface")
        self._context = context
        self._offer: Offer | None = None
        self.choose = button(tr("Pilih berkas pembaruan…"), icon="folder-open", kind="primary")
        self.known = button(tr("Yang baru di versi ini"), kind="link")
        self.mark, self.told = IconLabel(""), wrapped("")
        self.brings, self.facts = label("", Role.SECTION), wrapped("", colour_token="text2")
        self.news = MarkdownText(tr("Yang baru dalam pembaruan"))
        self.plan = wrapped("", colour_token="text2")
        self.apply = button(tr("Cadangkan dan perbarui"), icon="arrows-clockwise", kind="primary")
        self._found = QWidget()
        self._lay_out()
        self._show(None)
        self.choose.clicked.connect(self._choose)
        self.known.clicked.connect(lambda: show_releases(context.app.updates.program.releases, self.window()))
        self.apply.clicked.connect(self._prepare)

    def _lay_out(self) -> None:
        advice = tr(
            "Program ini tidak memakai internet. Pembaruan datang sebagai satu berkas {ending}, misalnya di USB: pilih "
            "di sini, atau seret ke jendela ini. Berkas yang diubah orang ditolak.",
            ending=ENDING,
        )
        inner = QWidget()
        on_plane(inner, "surface")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(
            side_by_side(label(tr("SmartPNS versi {version}", version=__version__), Role.SECTION), self.known, None)
        )
        layout.addWidget(wrapped(advice, colour_token="text2"))
        layout.addLayout(side_by_side(self.choose, None))
        answer = QHBoxLayout()
        answer.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        answer.addWidget(self.told, 1)
        layout.addLayout(answer)
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 8, 0, 0)
        found.setSpacing(8)
        for widget in (self.brings, self.facts, self.plan):
            found.addWidget(widget)
        found.addLayout(side_by_side(self.apply, None))
        self.news.setMinimumHeight(_LEAST_NEWS)
        found.addWidget(self.news, 1)
        layout.addWidget(self._found, 1)
        layout.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))

    def look(self, path: Path) -> None:
        """Prove a file and show what it brings."""
        self._show(None)
        self.choose.setEnabled(False)
        updates = self._context.app.updates
        self._context.operations.run(
            tr("Memeriksa berkas pembaruan"), lambda watch: updates.look(path, watch), self._show, failed=self._refused
        )

    def _choose(self) -> None:
        kinds = tr("Berkas pembaruan ({pattern})", pattern=f"*{ENDING}")
        name, _ = QFileDialog.getOpenFileName(self, tr("Pilih berkas pembaruan"), str(Path.home()), kinds)
        if name:
            self.look(Path(name))

    def _show(self, offer: Offer | None) -> None:
        self._offer = offer
        self._say("", "")
        self.choose.setEnabled(True)
        set_kind(self.choose, "" if offer else "primary")
        self._found.setVisible(offer is not None)
        if offer is None:
            return
        size = show_number(round(offer.size / 1e6, 1))
        facts = {"day": show_date(offer.day), "size": size, "installed": offer.installed, "name": offer.path.name}
        self.facts.setText(tr("{day} · {size} MB · terpasang sekarang: versi {installed} · {name}", **facts))
        self.news.show_markdown(releases_text(offer.releases) or tr("Berkas ini tidak menyebut apa yang baru."))
        self._show_plan(offer)
        self._take_keyboard(self.apply if self.apply.isEnabled() else self.choose)

    def _show_plan(self, offer: Offer) -> None:
        """What the button does, or why it cannot."""
        self.apply.setEnabled(offer.obstacle is None)
        if offer.obstacle is not None:
            self.brings.setText(tr("Berkas sah: SmartPNS versi {version}", version=offer.version))
            self.plan.setText(_sentence(offer.obstacle))
            return
        self.brings.setText(tr("SmartPNS versi {version} siap dipasang", version=offer.version))
        steps = tr(
            "Data dicadangkan, SmartPNS menutup sendiri, versi baru dipasang, lalu SmartPNS terbuka lagi. Tutup dahulu "
            "SmartPNS di akun Windows lain pada komputer ini; pemasang menunggu paling lama 1 menit."
        )
        self.plan.setText(steps)

    def _prepare(self) -> None:
        offer, updates = self._offer, self._context.app.updates
        if offer is None:
            return
        self._say("", "")
        self._set_busy(busy=True)
        self._context.operations.run(
            tr("Mencadangkan dan menyiapkan pembaruan"), lambda watch: updates.prepare(offer, watch), self._hand_over,
            failed=self._refused,
        )  # fmt: skip

    def _hand_over(self, prepared: Prepared) -> None:
        """Start the setup once nothing keeps the window open: it waits for the end of this program, but not long."""
        updates, asked = self._context.app.updates, []

        def start() -> bool:
            asked.append(prepared)
            try:
                updates.start(prepared)
            except CannotDo as error:
                self._refused(error)
                return False
            return True

        self._context.backed_up.emit()
        self._context.closing.emit(start)
        if not asked:
            updates.discard(prepared)
            self._set_busy(busy=False)
            kept = tr("Belum diperbarui. Data sudah dicadangkan: {name}", name=prepared.backup.name)
            self._say(kept, "info", "text2")

    def _refused(self, error: BaseException) -> None:
        """Said where one looks, and nothing has changed; a bug takes the other road."""
        self._set_busy(busy=False)
        told = describe(error)
        if not isinstance(told, Known):
            raise error
        self._say(told.sentence, "x-circle", "bad")
        self._take_keyboard(self.choose)

    def _take_keyboard(self, made: QPushButton) -> None:
        """The button that was pressed was off meanwhile; whoever has gone to another page keeps the keyboard there."""
        if self.isVisible():
            made.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self.choose.setEnabled(not busy)
        self.apply.setEnabled(not busy and self._offer is not None and self._offer.obstacle is None)

    def _say(self, sentence: str, icon: str, colour: str = "text") -> None:
        self.told.setText(sentence)
        self.told.set_colour(colour)
        self.mark.set_icon(icon, colour)
        for widget in (self.told, self.mark):
            widget.setVisible(bool(sentence))


def _sentence(error: CannotDo) -> str:
    from smartpns_desktop.words.errors import say

    return say(error)
