"""What the first start after an update tells: a line across the window, and the list of what is new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_date
from ui.context import Target
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.domain.changelog import Release
    from smartpns_desktop.services.updates import Arrival
    from ui.context import Context
    from ui.widgets.banner import Banner


class ArrivalBanner(QObject):
    """Tells once, above the pages, that the program is a new one or that its update came to nothing."""

    def __init__(self, context: Context, place: QVBoxLayout, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._place, self._window = context, place, window
        self._banner: Banner | None = None

    def look(self) -> None:
        """Ask whether there is anything to tell."""
        app = self._context.app

        def arrive() -> Arrival | None:
            # Off the thread of the window: the service is loaded with it.
            return app.updates.arrive()

        self._context.operations.read(arrive, self._show, owner=self)

    def _show(self, arrival: Arrival | None) -> None:
        from smartpns_desktop.words.updates import REASONS
        from ui.widgets.banner import Banner

        if arrival is None:
            return
        if arrival.failed is None:
            banner = Banner("ok", tr("SmartPNS sudah diperbarui ke versi {version}.", version=arrival.version),
                            link_text=tr("Lihat yang baru") if arrival.releases else "")  # fmt: skip
            banner.clicked.connect(lambda: show_releases(arrival.releases, self._window))
        else:
            reason, advice = REASONS.get(arrival.code, REASONS[None])
            fact = tr("Versi {version} belum terpasang: {reason}.", version=arrival.failed, reason=reason)
            banner = Banner("warn", fact, tr("Data tidak berubah. {advice}", advice=advice), tr("Coba lagi"))
            banner.clicked.connect(lambda: self._context.go(Target("settings", act="updates")))
        banner.clicked.connect(self._clear)
        banner.offer_close()
        banner.closed.connect(self._clear)
        self._place.addWidget(banner)
        self._banner = banner

    def _clear(self) -> None:
        if self._banner is not None:
            self._place.removeWidget(self._banner)
            self._banner.deleteLater()
            self._banner = None


def show_releases(releases: Iterable[Release], parent: QWidget) -> QDialog:
    """What is new in some versions, beside the work."""
    # Loaded when somebody wants to read: a start shows none of it.
    from ui.shell.help import beside_work
    from ui.widgets.markdown_text import MarkdownText

    text = MarkdownText(tr("Daftar yang baru"))
    text.show_markdown(releases_text(releases) or tr("Tentang versi ini belum ada catatan."))
    return beside_work(tr("Yang baru di SmartPNS"), text, parent)


def releases_text(releases: Iterable[Release]) -> str:
    """What is new in some versions, as Markdown."""
    return "\n\n".join(f"## {_heading(it)}\n\n{it.text}" for it in releases)


def _heading(release: Release) -> str:
    if release.day is None:
        return tr("Versi {version}", version=release.version)
    return tr("Versi {version} · {day}", version=release.version, day=show_date(release.day))
