"""Which tokens hold now and how they reach the application: palette, pictures, font and style sheet."""

from __future__ import annotations

import weakref
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import BODY_POINTS, Role, make_font
from ui.theme.icon_font import painted
from ui.theme.palette import contrast_tokens, palette
from ui.theme.style_sheet import PICTURE_FOLDER, PICTURES, picture_file, style_sheet
from ui.theme.tokens import DARK, LIGHT, Tokens

_PROPERTY = "smartpns_theme"
"""Where the application keeps its theme: to look among its children would load all that Qt has on styles."""


class Theme(QObject):
    """The one theme of the application, its child; what paints itself reads `tokens` and updates on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.setProperty(_PROPERTY, self)
        self.tokens = LIGHT
        self._asked: Tokens | None = None
        self._points = BODY_POINTS
        self._pictures = Path(mkdtemp(prefix="smartpns-"))
        weakref.finalize(self, rmtree, self._pictures, ignore_errors=True)
        QDir.addSearchPath(PICTURE_FOLDER, str(self._pictures))
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def apply(self, app: QApplication, tokens: Tokens | None = None) -> None:
        """Dress the application in these tokens; without them follow the system's light, dark and high contrast."""
        self._asked = tokens
        self._dress(app)

    def set_text_size(self, points: float) -> None:
        """Size of the body's text in points; every other text keeps its proportion to it."""
        self._points = points
        self._dress(theme_owner())

    def _follow(self) -> None:
        self._dress(theme_owner())

    def _dress(self, app: QApplication) -> None:
        app.setStyleSheet("")  # a standing sheet would keep the old font on widgets that exist
        app.setFont(make_font(Role.BODY, self._points))
        QPixmapCache.clear()
        if self._asked is None and wants_contrast():
            app.setPalette(QPalette())
            self.tokens = contrast_tokens(app.palette())
        else:
            self.tokens = self._asked or system_tokens()
            app.setPalette(palette(self.tokens))
            self._write_pictures()
            app.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()

    def _write_pictures(self) -> None:
        """As sharp as the sharpest screen; one that cannot be written is missing from the controls, nothing else."""
        sizes = [(1, ""), (2, "@2x")] if theme_owner().devicePixelRatio() > 1 else [(1, "")]
        for name, (drawn, colour) in PICTURES.items():
            path = self._pictures / picture_file(name, self.tokens)
            for ratio, suffix in sizes:
                target = path.with_stem(path.stem + suffix)
                painted(drawn, self.tokens.of(colour), 16, ratio).save(str(target))


def theme() -> Theme:
    """The application's theme, made on first use."""
    app = theme_owner()
    found: Theme | None = app.property(_PROPERTY)
    return found or Theme(app)


def theme_owner() -> QApplication:
    """The application itself; `RuntimeError` where something is painted before there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("no QApplication to dress")
    return app


def system_tokens() -> Tokens:
    """The set the system asks for; light where it asks for nothing."""
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def wants_contrast() -> bool:
    """Whether the system is set to high contrast, where its own few colours must stay."""
    hints = QGuiApplication.styleHints()  # a name: in a chain PySide would let go of it too early
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
