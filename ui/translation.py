"""Qt's own words in Indonesian: context menus, standard buttons, its file dialog, names of months and days."""

from __future__ import annotations

import logging
from importlib import resources

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

_log = logging.getLogger(__name__)
INDONESIAN = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)


class QtWords(QTranslator):
    """Qt's words as `resources/translations/qt_id.qm` has them, made by lrelease from the `.ts` beside it."""

    def __init__(self) -> None:
        super().__init__()
        # Qt reads from these bytes as long as the translator lives.
        self._compiled = (resources.files("resources") / "translations" / "qt_id.qm").read_bytes()
        if not self.load(self._compiled):
            raise ValueError("resources/translations/qt_id.qm")


def install(app: QCoreApplication) -> None:
    """Make Qt speak Indonesian; where its words are missing or broken it stays English and the log says so."""
    QLocale.setDefault(INDONESIAN)
    try:
        words = QtWords()
    except (OSError, ValueError):
        _log.warning("the words of Qt cannot be read", exc_info=True)
        return
    words.setParent(app)
    app.installTranslator(words)
