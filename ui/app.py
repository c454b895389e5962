"""Starting the window: application, theme, words, errors, one instance, store, first page."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from smartpns_desktop import __version__
from smartpns_desktop.domain.errors import Outcome
from ui import platform_plugin, translation
from ui.context import Context, Target
from ui.errors.desk import ErrorDesk
from ui.errors.hooks import Hooks, install
from ui.errors.reports import Known, describe
from ui.main_window import MainWindow
from ui.pages.table import load_pages, places
from ui.texts import tr
from ui.theme.icon_font import signs
from ui.theme.theme import theme, theme_owner
from ui.theme.tokens import Tokens
from ui.workers.garbage import collect_here
from ui.workers.operation import Operations

if TYPE_CHECKING:
    from smartpns_desktop.app import App

_BACKUP = ".smartpns"
"""What a backup ends in: one that is opened on a new computer may bring the office along, so it is asked first."""
_SWITCH = 0.0001
"""Seconds after which a busy worker lets the window's thread go on; a page's painting asks for it many times over."""


def run(data_dir: Path, arguments: Sequence[str]) -> int:
    """Open the window on a data folder until it is closed; the result is the exit code."""
    application = start_qt()
    try:
        return _run(application, data_dir, [Path(it) for it in arguments])
    except Exception as error:  # noqa: BLE001 - before the window stands nobody else tells the user
        return _tell_failure(error, data_dir)


def _run(application: QApplication, data_dir: Path, files: Sequence[Path]) -> int:
    from smartpns_desktop.app import open_app
    from smartpns_desktop.services.logs import keep_log
    from ui.single_instance import SingleInstance

    keep_log(data_dir)
    instance = SingleInstance(data_dir)
    if not instance.claim(files):
        return int(Outcome.DONE)
    app = open_app(data_dir)
    try:
        window, hooks = open_window(app, files=files)
        keep_smooth(window.context.operations)
        instance.asked.connect(window.open_files)
        code = application.exec()
        hooks.remove()
        return code
    finally:
        instance.release()
        app.close()


def _tell_failure(error: Exception, data_dir: Path) -> int:
    """Why the window does not open: a calm sentence, or the report of a bug."""
    from smartpns_desktop.services.logs import log_file
    from ui.errors.report_dialog import ReportDialog
    from ui.widgets.dialogs import tell

    theme().apply(theme_owner())
    told = describe(error)
    if isinstance(told, Known):
        tell(None, tr("SmartPNS belum dapat dibuka"), told.sentence)
    else:
        logging.getLogger(__name__).error("unexpected error", exc_info=error)
        ReportDialog(told, log_file(data_dir)).exec()
    return int(Outcome.FORBIDDEN)


def start_qt() -> QApplication:
    """The Qt application with our theme and Indonesian words."""
    sys.setswitchinterval(_SWITCH)
    application = QApplication.instance()
    if application is None:
        platform_plugin.require()
    if not isinstance(application, QApplication):
        application = QApplication([sys.argv[0], "-style", "fusion"])
    application.setApplicationName("SmartPNS")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("smartpns")
    translation.install(application)
    return application


def open_window(app: App, tokens: Tokens | None = None, files: Sequence[Path] = ()) -> tuple[MainWindow, Hooks]:
    """The main window on an open store, shown, with files; `tokens` in the place of those that follow the system."""
    application, dressed = theme_owner(), theme()
    points = app.preferences.get("text.size")
    dressed.apply(application, tokens)
    if isinstance(points, (int, float)) and 8 <= points <= 16:
        dressed.set_text_size(float(points))
    operations = Operations(application)
    context = Context(app, operations, application)
    window = MainWindow(context)
    hooks = _report_errors(app, window)
    window.show()
    files = files or _left_behind(app)
    if not any(it.suffix.lower() == _BACKUP for it in files):
        QTimer.singleShot(0, window, window.greet)
    if files:
        QTimer.singleShot(0, window, lambda: window.open_files([str(it) for it in files]))
    return window, hooks


def _left_behind(app: App) -> Sequence[Path]:
    """What this account worked with before: offered while nothing was told to the folder that it shares now."""
    from smartpns_desktop.services.data_places import left_behind

    store = left_behind(app.data_dir)
    return [store] if store is not None and not app.office.is_set_up() else []


def keep_smooth(operations: Operations) -> None:
    """Once the first page stands with its data: show the program's icon, import the other pages, then have the
    collector spare all of it.

    It may have rested until then; from now on it looks for garbage, in the window's thread.
    """
    from smartpns_desktop.services.collector import look_rarely, spare_what_lives

    look_rarely()

    def on_first_page() -> None:
        # Of eight sizes, each unpacked: nobody looks at it before.
        QApplication.setWindowIcon(QIcon(str(resources.files("resources").joinpath("icons/smartpns.ico"))))
        operations.read(load_pages, lambda _none: collect_from_now(), owner=operations)

    def collect_from_now() -> None:
        spare_what_lives()
        collect_here(operations)

    operations.rested.connect(on_first_page, Qt.ConnectionType.SingleShotConnection)


def self_check(data_dir: Path) -> str:
    """Open the window unseen, look at every page, and tell in one line what was found.

    Raises `RuntimeError` where the words of Qt or the icons are missing, `TimeoutError` where a page stays empty.
    """
    from smartpns_desktop.app import open_app
    from ui.waiting import settle

    application = start_qt()
    if application.findChild(translation.QtWords) is None or not signs():
        raise RuntimeError("resources/translations, resources/icons")
    app = open_app(data_dir)
    try:
        window, hooks = open_window(app)
        for place in places():
            window.go(Target(place.name))
            settle(window.context.operations)
        size = window.minimumSizeHint()
        window.close()
        hooks.remove()
    finally:
        app.close()
    return tr("{count} halaman, sedikitnya {width} × {height}", count=len(places()), width=size.width(),
              height=size.height())  # fmt: skip


def _report_errors(app: App, window: MainWindow) -> Hooks:
    from smartpns_desktop.services.logs import log_file

    desk = ErrorDesk(log_file(app.data_dir), window)
    return install(desk.show, lambda told: window.refusals.say(told.sentence))
