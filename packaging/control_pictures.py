"""Draws the signs inside controls: `python packaging/control_pictures.py`, after a change of their look or colours."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "pictures"
SIDE = 16
RATIOS = {1: "", 2: "@2x"}
"""What Qt looks for beside a picture on sharp screens."""


def main() -> int:
    """Draw every sign in the colours of both sets, for plain and for sharp screens; what stood there before goes."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    application = QGuiApplication([])
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    draw()
    application.quit()
    return 0


def draw() -> None:
    """One file for each sign, colour and ratio."""
    from ui.theme.icon_font import painted
    from ui.theme.style_sheet import PICTURES, picture_file
    from ui.theme.tokens import DARK, LIGHT

    for tokens in (LIGHT, DARK):
        for name, (sign, colour) in PICTURES.items():
            path = FOLDER / picture_file(name, tokens)
            for ratio, suffix in RATIOS.items():
                painted(sign, tokens.of(colour), SIDE, ratio).save(str(path.with_stem(path.stem + suffix)))


if __name__ == "__main__":
    sys.exit(main())
