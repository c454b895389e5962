"""Which tokens hold now and how they reach the application: palette, pictures, font and style sheet."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import BODY_POINTS, Role, make_font
from ui.theme.palette import contrast_tokens, palette
from ui.theme.style_sheet import PICTURE_FOLDER, style_sheet
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
        QDir.setSearchPaths(PICTURE_FOLDER, [str(files("resources").joinpath("pictures"))])
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
            app.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()


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
