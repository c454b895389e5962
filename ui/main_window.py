"""The main window: which page is shown, what the keys mean everywhere, and what is told at its edges."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from ui.context import Context, Target
from ui.main_window_view import MainWindowView
from ui.pages.page import NARROW, Page
from ui.pages.table import make_page, places
from ui.shell.arrival import ArrivalBanner
from ui.shell.leaving import Leaving
from ui.shell.menu import fill_user_menu
from ui.shell.news import NewsWatch
from ui.shell.panes import enter, go_round
from ui.shell.refusals import Refusals
from ui.shell.store_files import StoreFiles
from ui.shell.tab_order import go_on
from ui.shell.undo_actions import UndoActions
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.changes import Changes
    from ui.workers.operation import Operation

_log = logging.getLogger(__name__)
_BACKUPS_LOOKED_AT = 60_000
"""Milliseconds between two looks at the last backup, which another program may have made."""


class MainWindow(QMainWindow):
    """Holds the pages; each is built when it is first shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.undo = UndoActions(context, self)
        self.view = MainWindowView(context, places(), self.undo.undo, self.undo.redo)
        self.setCentralWidget(self.view)
        self.setAcceptDrops(True)
        self.setWindowTitle(f"SmartPNS — {context.app.database.path.name}")
        self._pages: dict[str, Page] = {}
        self._office = ""
        self.refusals = Refusals(context, self.view.banners, self)
        self.arrival = ArrivalBanner(context, self.view.banners, self)
        self.leaving = Leaving(context, self)
        self.news = NewsWatch(context, self)
        self.store_files = StoreFiles(context, self, self._may_leave_page)
        self._make_actions()
        self._connect()
        self._restore()

    def _connect(self) -> None:
        context, view = self.context, self.view
        context.wanted.connect(self.go)
        context.changed.connect(self._on_changes)
        context.told.connect(view.status.show_done)
        context.year_changed.connect(lambda _year: self._show_year())
        context.office_changed.connect(self._show_office)
        context.backed_up.connect(self.refresh_status)
        view.sidebar.chosen.connect(lambda name: self.go(Target(name)))
        view.top.search.chosen.connect(self._on_found)
        view.top.search.left.connect(lambda: enter(view.pages))
        view.top.year_menu.triggered.connect(lambda action: context.set_year(action.data()))
        view.status.undo_wanted.connect(self.undo.take_back)
        view.status.cancel_wanted.connect(self._cancel)
        operations = context.operations
        for signal in (operations.started, operations.progressed):
            signal.connect(view.status.show_operation)
        operations.ended.connect(lambda _operation: self._on_ended())
        operations.failed.connect(context.refuse)
        self.news.told.connect(view.status.show_news)
        self.store_files.left.connect(self.greet)
        self._looks = QTimer(self, interval=_BACKUPS_LOOKED_AT)
        self._looks.timeout.connect(self.refresh_status)
        self._looks.start()

    def _make_actions(self) -> None:
        """What the keys mean wherever the focus is (SCREENS.md, habits)."""
        rows = (
            ("Ctrl+K", tr("Cari di seluruh data"), self.search_everything),
            ("Ctrl+F", tr("Saring daftar"), lambda: self._with_page("search")),
            ("Ctrl+N", tr("Baru"), lambda: self._with_page("new")),
            ("Ctrl+P", tr("Cetak"), lambda: self._with_page("print")),
            ("Ctrl+E", tr("Ekspor"), lambda: self._with_page("export")),
            ("F1", tr("Bantuan halaman ini"), self.help),
            ("F5", tr("Muat ulang"), self.reload),
            ("F6", tr("Panel berikutnya"), lambda: self.next_pane(1)),
            ("Shift+F6", tr("Panel sebelumnya"), lambda: self.next_pane(-1)),
        )
        for key, text, act in rows:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(act)
            self.addAction(action)
        for number, place in enumerate(places(), start=1):
            action = QAction(place.title, self)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _on=False, name=place.name: self.go(Target(name)))
            self.addAction(action)
        self.addActions([self.undo.undo, self.undo.redo])
        fill_user_menu(self.view.top, self.context, self.help, self.close)

    def _restore(self) -> None:
        """Size and page as they were left; a first start has the size of the smallest office screen."""
        preferences = self.context.app.preferences
        geometry = preferences.get("window.geometry")
        if not (isinstance(geometry, str) and self.restoreGeometry(QByteArray.fromHex(geometry.encode()))):
            self.resize(1366, 688)
        self._show_year()
        self._show_office()
        QTimer.singleShot(0, self, self._tell_edges)
        page = preferences.get("window.page")
        self.go(Target(page if page in {place.name for place in places()} else "home"))

    def _tell_edges(self) -> None:
        """Read what undo and the status bar say once the page has its data: what one came for goes first."""
        operations = self.context.operations
        if operations.is_settled:
            self.undo.refresh()
            self.refresh_status()
            self.arrival.look()
        else:
            operations.rested.connect(self._tell_edges, Qt.ConnectionType.SingleShotConnection)

    def page(self, name: str) -> Page:
        """A page, built now if it was never shown."""
        if name not in self._pages:
            self._pages[name] = made = make_page(name, self.context)
            self.view.pages.addWidget(made)
        return self._pages[name]

    def current_page(self) -> Page | None:
        """The page in front."""
        widget = self.view.pages.currentWidget()
        return widget if isinstance(widget, Page) else None

    def go(self, target: Target) -> None:
        """Bring a page to the front, unless the user stays with a half filled form."""
        before = self.current_page()
        page = self.page(target.page)
        if before is not None and before is not page and not before.may_leave():
            self.view.sidebar.show_place(before.name)
            enter(before)
            return
        self.refusals.clear()
        self.view.pages.setCurrentWidget(page)
        self.view.sidebar.show_place(target.page)
        page.open(target)
        page.take_focus()

    def search_everything(self) -> None:
        """Ctrl+K: the cursor in the global search."""
        self.view.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.top.search.selectAll()

    def greet(self) -> None:
        """Ask for the office while nobody has told it."""
        if not self._office:
            self.first_start()

    def first_start(self) -> None:
        """Ask for the office and its region, and offer a city to try the program with."""
        from ui.first_start import FirstStart

        FirstStart(self.context, self._show_office, self).open()

    def help(self) -> None:
        """F1: what this page is for and which keys it knows."""
        from ui.shell.help import show_help

        page = self.current_page()
        show_help(page.help_topic() if page else "home", self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab."""
        return go_on(self, forward=forward)

    def next_pane(self, step: int) -> None:
        """F6: sidebar, top bar, the panes of the page, and round again; Shift+F6 the other way."""
        page = self.current_page()
        top = page.top() if page is not None else self.view.pages
        panes = top.panes() if isinstance(top, Page) else (top,)
        go_round([self.view.sidebar, self.view.top, *panes], self.focusWidget(), step)

    def reload(self) -> None:
        """F5: read the page again, after a failure too."""
        self.refusals.clear()
        self.refresh_status()
        self._with_page("reload")

    def _with_page(self, act: str) -> None:
        page = self.current_page()
        found = getattr(page.top(), act, None) if page is not None else None
        if found is not None:
            found()

    def _on_found(self, target: Target) -> None:
        """Go where a search leads; a command without a page is meant for the one in front."""
        if target.page:
            self.go(target)
        elif target.act == "help":
            self.help()
        else:
            self._with_page(target.act)

    def _on_changes(self, changes: Changes) -> None:
        for page in self._pages.values():
            page.on_changes(changes)
        self.refresh_status()

    def refresh_status(self) -> None:
        """Read what the status bar says about backups and exchange."""
        app = self.context.app

        def show(read: tuple[Any, Any]) -> None:
            self.view.status.show_store(app.database.path.name, *read)

        self.context.operations.read(
            lambda: (app.backups.last(), app.dashboard.last_import()), show, owner=self, slot="status"
        )

    def _show_year(self) -> None:
        self.view.top.offer_years(date.today().year, self.context.year)

    def _show_office(self) -> None:
        profile = self.context.app.office.profile()
        self._office = profile.office
        sample = tr("data contoh") if profile.sample else ""
        self.view.sidebar.office.setText(" · ".join(filter(None, (profile.place, profile.office, sample))))

    def _cancel(self) -> None:
        for operation in self.context.operations.running[:1]:
            operation.cancel()
            self.view.status.show_operation(operation)

    def _on_ended(self) -> None:
        running: tuple[Operation, ...] = self.context.operations.running
        self.view.status.show_operation(running[0] if running else None)

    def open_files(self, files: list[str]) -> None:
        """Bring the window to the front and begin to import the first of these files, unless it is one of our own."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if files and not self.store_files.take(Path(files[0])):
            self.go(Target("exchange", act="import", file=Path(files[0])))

    def _may_leave_page(self) -> bool:
        page = self.current_page()
        return page is None or page.to_main()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped file is imported."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        # After the drop is over: the other program waits for its end.
        QTimer.singleShot(0, self, lambda: self.open_files(files))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.sidebar.set_rail(on=self.width() < NARROW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing half filled and nothing that runs is thrown away without a question."""
        page = self.current_page()
        if not self.leaving.allowed(page):
            event.ignore()
            return
        # What is being written must end before anything else can be: it holds the store.
        self.context.operations.close()
        self._remember(page)
        super().closeEvent(event)

    def _remember(self, page: Page | None) -> None:
        """Size and page for the next start; a store that cannot be written does not keep the window open."""
        preferences = self.context.app.preferences
        geometry = bytes(self.saveGeometry().toHex().data()).decode()
        try:
            preferences.put("window.geometry", geometry)
            if page is not None:
                preferences.put("window.page", page.name)
        except Exception:  # noqa: BLE001 - a disk that is gone or full, of which the user was told by then
            _log.warning("size and page are not kept", exc_info=True)
