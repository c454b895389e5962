"""Whether Qt can show a window here at all: without the system's X libraries it would end the process by itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo


def require() -> None:
    """Load what Qt's X11 plug-in needs. Raises `ImportError` that names the library which is missing."""
    if sys.platform == "linux":
        plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
        chosen = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY")
        if plugin.exists() and not chosen:
            _load(plugin)


def _load(plugin: Path) -> None:
    import ctypes

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise ImportError(str(error)) from error
