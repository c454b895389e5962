"""The one function through which every Indonesian text of the window goes, so that another language can come later."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, /, **facts: object) -> str:
    """A text in the user's language, `{name}` filled with facts; the source text is Indonesian."""
    translated = QCoreApplication.translate("ui", text)
    return translated.format_map(facts) if facts else translated
